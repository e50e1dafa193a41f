// What reading one file may cost. A small file can be made to fill any memory and to take for ever, so each bound that is hit ends the
// reading of that file, and is told as a part that was not read.

import type { FileKind, ReadingLimits } from './reader.ts';

const MIB = 1024 ** 2;

export const READING_LIMITS: ReadingLimits = {
  characters: 8_000_000,
  pixels: 50_000_000,
  pages: 200,
  drawnPages: 30,
  rows: 20_000,
  columns: 200,
  sheets: 50,
  inflatedBytes: 256 * MIB,
  inflatedPart: 64 * MIB,
  /** Office programs pack text by 3 to 20; bombs come close to the 1032 that deflate allows. */
  ratio: 200,
  nesting: 3,
  innerFiles: 200,
};

/** Of the file itself, which is held in memory while it is read. */
export const LARGEST_FILE = 200 * MIB;
/** A file with all the files in it. */
export const LONGEST_WITH_INNER_MS = 180_000;

/** What a reading process may take for one file: time, and memory beyond what it had before. */
export interface Bounds {
  readonly ms: number;
  readonly bytes: number;
}

/** Looking at pictures needs time, and the models alone 0.8 GB; a document that wants more than this is built to do harm. */
const LOOKING: Bounds = { ms: 60_000, bytes: 1536 * MIB };
const READING: Bounds = { ms: 10_000, bytes: 512 * MIB };

export const boundsOf = (kind: FileKind): Bounds =>
  kind === 'image' || kind === 'audio' || kind === 'video' ? LOOKING : READING;
