// Dates as people and programs write them.

import { describe, expect, it } from 'vitest';
import { dateReading, readDate, type WrittenDate } from '../../src/parse/written-dates.ts';

async function* dates(texts: readonly string[]): AsyncGenerator<WrittenDate> {
  for (const text of texts) {
    const date = readDate(text);
    if (date) yield date;
  }
}

async function clockOf(text: string, others: readonly string[] = []): Promise<string | undefined> {
  const reading = await dateReading(dates([text, ...others]), undefined);
  const date = readDate(text);
  return date && reading.at(date);
}

describe('a written date', () => {
  it.each([
    ['03/12/2024 09:15', '2024-12-03T09:15'],
    ['03.12.24, 9:15:02 pm', '2024-12-03T21:15:02'],
    ['2024-12-03T09:15:02.123Z', '2024-12-03T09:15:02Z'],
    ['2024-12-03 09:15:02+01:00', '2024-12-03T09:15:02+01:00'],
    ['3 Dec 2024 09:15', '2024-12-03T09:15'],
    ['Tuesday, 3rd December 2024 at 9:15 AM', '2024-12-03T09:15'],
    ['Dec 3, 2024, 12:15:02 AM', '2024-12-03T00:15:02'],
    ['03-Dec-24 09:15', '2024-12-03T09:15'],
    ['03/12/2024', '2024-12-03T00:00'],
    ['2024-12-03 09:15 UTC', '2024-12-03T09:15Z'],
  ])('%s is %s', async (text, at) => {
    expect(await clockOf(text)).toBe(at);
  });

  it.each(['', 'Ann Lee', '1234567890', '999 000 1383', '12/2024', '32/32/2024', '3 Dec', '03/12/2024 25:00'])(
    '%j is none',
    (text) => {
      expect(readDate(text)).toBeUndefined();
    },
  );

  it('is read in the order that the others show', async () => {
    expect(await clockOf('03/12/2024', ['03/13/2024'])).toBe('2024-03-12T00:00');
    expect(await clockOf('03/12/2024', ['13/03/2024'])).toBe('2024-12-03T00:00');
  });
});
