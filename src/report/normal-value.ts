// One value for all the ways in which a name or a number is written, so that the same person can be known again: "~ Zoë Hale" saved
// in one phone is "zoe hale" in another, and +44 7700 900456 is 07700 900456. Pseudonyms and fingerprints are made from these.

import { forTerminal } from './escape.ts';

/** Small letters without accents, apostrophes, emoji and signs; accents of other scripts tell names apart and stay. */
export function nameValue(raw: string): string {
  const folded = forTerminal(raw)
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    // Large letters first: ß and ss, and the two small sigmas, become the same.
    .toUpperCase()
    .toLowerCase();
  const words = folded
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  // Somebody may be saved under emoji alone.
  return words === '' ? folded.trim() : words;
}

/** Whether somebody is shown by a phone number alone. */
export const isBareNumber = (raw: string): boolean =>
  /^\+?[\d\s().\p{Dash}]{7,30}$/u.test(forTerminal(raw).normalize('NFKC').trim());

/** Digits as dialled within the UK (Ofcom, National Telephone Numbering Plan); a number of another country keeps `+`. */
export function phoneValue(raw: string): string {
  const dialled = forTerminal(raw)
    .normalize('NFKC')
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+')
    .replace(/^(\+44|44(?=7\d{9}$))0?/, '0');
  return /^7\d{9}$/.test(dialled) ? `0${dialled}` : dialled;
}

/** A number of a patient or a member of staff: its letters and digits. */
export const numberValue = (raw: string): string =>
  forTerminal(raw)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
