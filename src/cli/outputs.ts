// Where reports go: the screen, and files. A file is written under a temporary name and renamed when it is complete, so that
// a report that was cut short never looks like a whole one; an input is never overwritten.

import { once } from 'node:events';
import { createWriteStream, existsSync, realpathSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
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
  return { format, path };
}

const isFormat = (text: string): text is FormatId => Object.hasOwn(FORMATS, text);

/** Refuses an output that would overwrite, or stand among, what is to be scanned (exit 5). */
export function guardEvidence(targets: readonly FileTarget[], inputs: readonly string[]): void {
  const evidence = inputs.filter((input) => existsSync(input)).map((input) => realpathSync(input));
  for (const { path } of targets) {
    const whole = existsSync(path) ? realpathSync(path) : resolve(path);
    const inside = evidence.some(
      (input) => whole === input || (statSync(input).isDirectory() && whole.startsWith(`${input}/`)),
    );
    if (inside) {
      throw new ScanError(
        'A report would be written over, or among, the files to be scanned.',
        'Give --out a path elsewhere.',
        5,
      );
    }
  }
}

/** Refuses to print on a terminal what is not text; into a pipe or a file it may go. */
export function guardScreen(format: FormatId, { isTTY }: NodeJS.WriteStream): void {
  const { isBinary, extension }: ReportFormat = FORMATS[format];
  if (!isBinary || !isTTY) return;
  throw new ScanError(
    `A ${format} report is no text for a screen.`,
    `Write it to a file: --out ${format}=report.${extension}`,
  );
}

/** A report file, readable by its owner alone. */
export async function fileSink(path: string): Promise<Sink> {
  const partial = `${path}.partial`;
  await mkdir(dirname(resolve(path)), { recursive: true });
  const stream = createWriteStream(partial, { mode: 0o600 });
  const opened = await Promise.race([once(stream, 'open'), once(stream, 'error')]).catch(() => undefined);
  if (!opened || stream.errored)
    throw new ScanError('A report file cannot be written.', 'Check the folder given to --out and its permissions.');
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
