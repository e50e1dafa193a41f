// The pictures that tests read, and the limits they are read with.

import { readFileSync } from 'node:fs';
import { imageReader } from '../../../src/extract/image/image.ts';
import type { ReadingLimits, ReadyReader } from '../../../src/extract/reader.ts';

export const LIMITS: ReadingLimits = {
  characters: 8_000_000,
  pixels: 50_000_000,
  pages: 200,
  drawnPages: 30,
  rows: 20_000,
  columns: 200,
  sheets: 50,
  inflatedBytes: 256_000_000,
  inflatedPart: 64_000_000,
  ratio: 200,
  nesting: 3,
  innerFiles: 100,
};

/** One of fixtures/media, which scripts/make-pictures.mjs drew. */
export function picture(name: 'label.png' | 'list.png' | 'chat.png'): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../fixtures/media/${name}`, import.meta.url)));
}

export function ready(limits: Partial<ReadingLimits> = {}): Promise<ReadyReader> {
  return imageReader.ready({ ...LIMITS, ...limits }, {});
}
