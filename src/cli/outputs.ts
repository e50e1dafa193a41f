// Where reports go: the screen, and files. A file is written under a temporary name and renamed when it is complete, so that
// a report that was cut short never looks like a whole one; an input is never overwritten.

import { once } from 'node:events';
import { createWriteStream, existsSync, realpathSync, statSync, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { finished } from 'node:stream/promises';
import { ScanError } from '../errors.ts';
import { FORMATS, type FormatId } from '../report/formats.ts';
import type { ReportFormat, Written } from '../report/report.ts';

export interface Sink {
  write(what: Written): Promise<void>;
  /** Completes the output. */
  close(): Promise<void>;
  /** Takes back what was written so far, where that is possible. */
  abandon(): Promise<void>;
}

export interface FileTarget {
  readonly format: FormatId;
  readonly path: string;
}

/** `html=report.html` -> its parts. Throws ScanError when the format is unknown or the path is missing. */
export function fileTarget(text: string): FileTarget {
  const at = text.indexOf('=');
  const format = text.slice(0, Math.max(at, 0));
  const path = text.slice(at + 1);
  if (at < 1 || path === '' || !isFormat(format)) {
    throw new ScanError(
      '--out needs a format and a path.',
      `Write --out FORMAT=PATH with one of ${Object.keys(FORMATS).join(', ')}, for instance --out html=report.html`,
    );
  }
  guardMasked(format);
  return { format, path };
}

/** Refuses a format that has nothing to say without names and words (exit 4). */
function guardMasked(format: FormatId): void {
  const { reveals, extension }: ReportFormat = FORMATS[format];
  if (reveals !== 'only') return;
  throw new ScanError(
    `A ${format} report holds names and words of the chat, so it is only written where somebody asks for them.`,
    `Write it with --reveal FILE.${extension} --reason "for what purpose"`,
    4,
  );
}

const isFormat = (text: string): text is FormatId => Object.hasOwn(FORMATS, text);

/**
 * Refuses outputs that would overwrite, or stand among, what is to be scanned (exit 5), that would overwrite a key, a register or a
 * baseline, or each other.
 */
export function guardEvidence(
  paths: readonly string[],
  inputs: readonly string[],
  others: readonly string[] = [],
): void {
  const all = paths.flatMap((path) => [path, partialOf(path)]);
  if (paths.some(isFolder))
    throw new ScanError('An output has the path of a folder.', 'Give it the path of a file, which need not exist yet.');
  if (all.some((path) => isAmong(path, inputs)))
    throw new ScanError(
      'A report would be written over, or among, the files to be scanned.',
      'Give --out a path elsewhere.',
      5,
    );
  if (all.some((path) => isAmong(path, others)))
    throw new ScanError(
      'A report would be written over the key, the hold register or another file that this run reads.',
      'Give it a path elsewhere.',
      5,
    );
  if (new Set(all.map(wholePath)).size < all.length)
    throw new ScanError('Two outputs of this run have the same path.', 'Give each a path of its own.');
}

/** Whether a path is one of the given files, or lies in one of the given folders, whatever links lead there. */
export function isAmong(path: string, inputs: readonly string[]): boolean {
  const whole = wholePath(path);
  return inputs
    .filter((input) => existsSync(input))
    .map((input) => realpathSync(input))
    .some(
      (input) =>
        whole === input ||
        (statSync(input).isDirectory() && whole.startsWith(input + (input.endsWith(sep) ? '' : sep))),
    );
}

const isFolder = (path: string): boolean => /[/\\]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());

/** Without links, as far as the path exists. */
function wholePath(path: string): string {
  const full = resolve(path);
  if (existsSync(full) || dirname(full) === full) return existsSync(full) ? realpathSync(full) : full;
  return join(wholePath(dirname(full)), basename(full));
}

const partialOf = (path: string): string => `${path}.partial`;

/** Refuses to print on a terminal what is not text; into a pipe or a file it may go. */
export function guardScreen(format: FormatId, { isTTY }: NodeJS.WriteStream): void {
  guardMasked(format);
  const { isBinary, extension }: ReportFormat = FORMATS[format];
  if (!isBinary || !isTTY) return;
  throw new ScanError(
    `A ${format} report is no text for a screen.`,
    `Write it to a file: --out ${format}=report.${extension}`,
  );
}

/** A report file, readable by its owner alone. */
export async function fileSink(path: string): Promise<Sink> {
  const partial = partialOf(path);
  const stream = await newFile(partial);
  const { write, flush } = inBlocks(async (block) => {
    if (!stream.write(block)) await once(stream, 'drain');
  });
  return {
    write,
    close: async () => {
      await flush();
      stream.end();
      await finished(stream);
      await rename(partial, path);
    },
    abandon: async () => {
      stream.destroy();
      await rm(partial, { force: true });
    },
  };
}

/** What an earlier run left there goes first: its permissions would stay, and others might read along. */
async function newFile(path: string): Promise<WriteStream> {
  try {
    await mkdir(dirname(resolve(path)), { recursive: true });
    await rm(path, { force: true });
    const stream = createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true });
    await once(stream, 'open');
    return stream;
  } catch {
    throw new ScanError(
      'A report file cannot be written.',
      'Check the folder that it is to stand in and its permissions.',
    );
  }
}

/** The screen or a pipe. When the reader of the pipe goes away (`| head`) the rest is passed over in silence. */
export function screenSink(stream: NodeJS.WriteStream): Sink {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
    stream.emit('drain');
  });
  const { write, flush } = inBlocks(async (block) => {
    if (!gone && !stream.write(block)) await once(stream, 'drain');
  });
  return { write, close: flush, abandon: flush };
}

/** A system call for every message costs more than the scan of it. */
const BLOCK = 1 << 16;

function inBlocks(send: (block: Written) => Promise<void>): Pick<Sink, 'write'> & { flush(): Promise<void> } {
  let waiting = '';
  const flush = async () => {
    const block = waiting;
    waiting = '';
    if (block !== '') await send(block);
  };
  return {
    flush,
    write: async (what) => {
      if (typeof what !== 'string') {
        await flush();
        await send(what);
        return;
      }
      waiting += what;
      if (waiting.length >= BLOCK) await flush();
    },
  };
}
