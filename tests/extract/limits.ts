// Limits for tests of readers: the ones of media that are in use, or smaller ones where a test is about a limit.

import type { ReadingLimits } from '../../src/extract/reader.ts';

export const LIMITS: ReadingLimits = {
  characters: 8e6,
  pixels: 50e6,
  pages: 200,
  drawnPages: 30,
  rows: 20_000,
  columns: 200,
  sheets: 50,
  inflatedBytes: 256 * 1024 ** 2,
  inflatedPart: 64 * 1024 ** 2,
  ratio: 200,
  nesting: 3,
  innerFiles: 500,
};
