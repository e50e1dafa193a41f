// Reads a text, or bytes, with one reader: what tests of readers need of it.

import type { Reader, Reading, ReadingLimits, ReadingSettings } from '../../src/extract/reader.ts';
import { LIMITS } from './limits.ts';

interface Given {
  readonly name?: string;
  readonly limits?: Partial<ReadingLimits>;
  readonly settings?: ReadingSettings;
}

export async function readWith(
  reader: Reader,
  content: string | Uint8Array,
  { name = 'x', limits = {}, settings = {} }: Given = {},
): Promise<Reading> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await reader.ready({ ...LIMITS, ...limits }, settings)).read(bytes, name);
}

/** All text that stands at this place, or everywhere. */
export const textAt = ({ passages }: Reading, place?: string): string =>
  passages
    .filter((passage) => place === undefined || passage.place === place)
    .map(({ text }) => text)
    .join('\n');

/** A reader's own sample, read by it, holds the word that it promises. */
export async function sampleIsRead(reader: Reader): Promise<boolean> {
  const sample = reader.sample?.();
  if (!sample) return false;
  return textAt(await readWith(reader, sample.bytes, { name: sample.name })).includes(sample.word);
}
