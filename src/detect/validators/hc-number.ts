// Health and Care number of Northern Ireland: ten digits from 320 000 0000 to 399 999 9999, check digit as the NHS number's.
// Source: ranges as published in the open NHS-number libraries (MIT, uk-fci/nhs-number).

import { passesMod11 } from './nhs-number.ts';
import { type Check, digitsOf } from './validator.ts';

/** Valid: 346 295 0622. Not: 346 295 0623 (check digit), 311 295 0622 (range). */
export function hcNumber(value: string): Check {
  const digits = digitsOf(value);
  if (!/^3[2-9]\d{8}$/.test(digits)) return { valid: false, because: "outside Northern Ireland's range" };
  if (/^(\d)\1{9}$/.test(digits)) return { valid: false, because: 'the same digit ten times' };
  const valid = passesMod11(digits);
  return { valid, because: valid ? "check digit passes, in Northern Ireland's range" : 'check digit fails' };
}
