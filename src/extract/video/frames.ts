// Pictures out of a video, through an ffmpeg that is on the computer. The video goes into a private folder, as ffmpeg must be able to go back and
// forth in it, and the folder is deleted whatever happens; the pictures come back through a pipe. ffmpeg may open that file and nothing else.

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const MOST_FRAMES = 60;
/** Well within what a reading process may take for one file. */
const LONGEST_MS = 40_000;
const MOST_BYTES = 256 * 1024 ** 2;

export interface Frames {
  /** PNG files, one for each step of time. */
  readonly pictures: readonly Buffer[];
  /** False where ffmpeg failed or was stopped before its end. */
  readonly isWhole: boolean;
}

/** `every`: seconds between pictures. Undefined when there is no ffmpeg of that name. */
export async function framesOf(bytes: Uint8Array, ffmpeg: string, every: number): Promise<Frames | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'ig-scan-'));
  try {
    const file = join(folder, 'video');
    await writeFile(file, bytes, { mode: 0o600 });
    return await run(ffmpeg, argumentsFor(file, every));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const argumentsFor = (file: string, every: number): readonly string[] => [
  ...['-nostdin', '-hide_banner', '-loglevel', 'quiet', '-protocol_whitelist', 'file,pipe'],
  // Ends ffmpeg also where nobody is left to do so.
  ...['-timelimit', '60', '-i', file, '-an', '-sn', '-dn'],
  ...['-vf', `fps=1/${every},scale='min(1920,iw)':-2`, '-frames:v', String(MOST_FRAMES)],
  ...['-f', 'image2pipe', '-c:v', 'png', 'pipe:1'],
];

function run(ffmpeg: string, args: readonly string[]): Promise<Frames | undefined> {
  return new Promise((settle) => {
    const child = spawn(ffmpeg, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const clock = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.once('error', () => {
      clearTimeout(clock);
      settle(undefined);
    });
    child.once('close', (code) => {
      clearTimeout(clock);
      settle({ pictures: pngsIn(Buffer.concat(chunks)), isWhole: code === 0 });
    });
  });
}

const SIGNATURE = 8;
const PNG = '\x89PNG\r\n\x1a\n';

/** Whole PNG files that stand one behind the other; each is a row of chunks that ends with IEND. */
export function pngsIn(stream: Buffer): readonly Buffer[] {
  const pictures: Buffer[] = [];
  let start = 0;
  while (stream.toString('latin1', start, start + SIGNATURE) === PNG) {
    let at = start + SIGNATURE;
    let isEnd = false;
    while (!isEnd && at + 12 <= stream.length) {
      isEnd = stream.toString('latin1', at + 4, at + 8) === 'IEND';
      at += 12 + stream.readUInt32BE(at);
    }
    if (!isEnd || at > stream.length) break;
    pictures.push(stream.subarray(start, at));
    start = at;
  }
  return pictures;
}
