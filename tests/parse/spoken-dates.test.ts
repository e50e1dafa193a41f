// Dates in the words of several languages: read as meant, or not at all.

import { describe, expect, it } from 'vitest';
import { atOf, looksLikeDate, readSpokenDate } from '../../src/parse/spoken-dates.ts';

const read = (text: string): string | undefined => {
  const date = readSpokenDate(text);
  return date && `${atOf(date, 'day-first')}${date.open ? ' ?' : ''}`;
};

describe('a date in words', () => {
  it.each([
    ['Oct 19, 2019, 2:37 PM', '2019-10-19T14:37'],
    ['Oct 19, 2019 at 2:37\u202fPM', '2019-10-19T14:37'],
    ['Jan 02, 2024 3:04:05 pm', '2024-01-02T15:04:05'],
    ['Jan 02, 2024 3:04:05pm', '2024-01-02T15:04:05'],
    ['Jan 02, 2024 12:04 am', '2024-01-02T00:04'],
    ['19 Oct 2019, 14:37', '2019-10-19T14:37'],
    ['Thursday, 3 December 2015 at 09:15 UTC', '2015-12-03T09:15Z'],
    ['Friday, December 4, 2015 at 9:15am UTC+01', '2015-12-04T09:15+01:00'],
    ['19 oct. 2019 à 14:37', '2019-10-19T14:37'],
    ['19 août 2019, 14h37', '2019-08-19T14:37'],
    ['19/10/2019, 14:37', '2019-10-19T14:37 ?'],
    ['19.10.2019, 14:37', '2019-10-19T14:37'],
    ['19. Oktober 2019 um 14:37', '2019-10-19T14:37'],
    ['3. Dez. 2019, 14:37', '2019-12-03T14:37'],
    ['19 de octubre de 2019 a las 14:37', '2019-10-19T14:37'],
    ['03-Dec-24 08:04 PM', '2024-12-03T20:04'],
    ['12/13/2024 8:04 PM', '2024-12-13T20:04 ?'],
    ['2019-10-19 14:37:05', '2019-10-19T14:37:05'],
    ['Wednesday, January 4, 2023 at 10:59:50\u202fAM UTC', '2023-01-04T10:59:50Z'],
    ['Tuesday, 7 February 2021 at 17:13:43 UTC', '2021-02-07T17:13:43Z'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'see you 3 Dec 2024 09:15 ward',
    '3 grudnia 2024, 09:15',
    '31/02/2024, 09:15',
    'Feb 30, 2024, 2:37 PM',
    'Oct 19, 2019, 14:37 PM',
    'Oct 19, 2019, 25:37',
    'Oct 19, 2019',
    '',
  ])('%j is not read', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is told from a text also where the language is not known', () => {
    expect(['3 grudnia 2024, 09:15', '2024年12月3日 14:37', '3 joulukuuta 2024 klo 9.15'].every(looksLikeDate)).toBe(
      true,
    );
    expect(['see you at 9:15', 'born 1 2 1950', 'Ward 12', ''].some(looksLikeDate)).toBe(false);
  });
});
