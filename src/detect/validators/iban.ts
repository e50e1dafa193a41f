// IBAN of a UK account: GB, two check digits, four letters of the bank, fourteen digits. Source: ISO 13616.

import type { Check } from './validator.ts';

/**
 * The first four characters go to the end, letters become numbers (A = 10 … Z = 35), the whole leaves 1 when divided by 97.
 * Valid: GB82 WEST 1234 5698 7654 32. Not: GB82 WEST 1234 5698 7654 33.
 */
export function iban(value: string): Check {
  const joined = value.replace(/[ -]/g, '').toUpperCase();
  if (!/^GB\d{2}[A-Z]{4}\d{14}$/.test(joined)) return { valid: false, because: 'not the length of a UK IBAN' };
  let remainder = 0;
  for (const char of joined.slice(4) + joined.slice(0, 4)) {
    const number = Number.parseInt(char, 36);
    remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97;
  }
  const valid = remainder === 1;
  return { valid, because: valid ? 'check digits pass' : 'check digits fail' };
}
