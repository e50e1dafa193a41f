// SNOMED CT identifier: 6 to 18 digits, the last one a Verhoeff check digit, the two before it 00 (or 10 in an extension) for a
// concept. Source: SNOMED International, SCTID specification. Long numbers pass by chance, so its pattern asks for a keyword.

import type { Check } from './validator.ts';

/** Multiplication of the dihedral group D5, and the permutation by position (J. Verhoeff, 1969). */
const TIMES =
  '0123456789 1234067895 2340178956 3401289567 4012395678 5987604321 6598710432 7659821043 8765932104 9876543210'.split(
    ' ',
  );
const PERMUTED = '0123456789 1576283094 5803796142 8916043527 9453126870 4286573901 2793806415 7046913258'.split(' ');

function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    check = Number(TIMES[check]?.[Number(PERMUTED[at % 8]?.[digit])]);
  }
  return check === 0;
}

/** Valid: 22298006. Not: 22298007 (check digit), 22298026 (no concept). */
export function snomed(value: string): Check {
  if (!/^\d{6,18}$/.test(value)) return { valid: false, because: 'not 6 to 18 digits' };
  if (!/^[01]0$/.test(value.slice(-3, -1))) return { valid: false, because: 'not marked as a concept' };
  const valid = passesVerhoeff(value);
  return { valid, because: valid ? 'check digit passes, marked as a concept' : 'check digit fails' };
}
