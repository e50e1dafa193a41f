// A number that somebody called an NHS number and that is none: a digit wrong, missing or too many. It still points at a
// patient, and whoever acts on it may look at another patient's record.

import { chiNumber } from './chi-number.ts';
import { hcNumber } from './hc-number.ts';
import { nhsNumber } from './nhs-number.ts';
import { type Check, digitsOf } from './validator.ts';

/** Valid (as a typing error): 999 000 1384, 999 000 138, 999 000 13833. Not: 999 000 1383 (right), 0000000000, 12345. */
export function nhsNumberMistyped(value: string): Check {
  const digits = digitsOf(value);
  if (/^(\d)\1+$/.test(digits)) return { valid: false, because: 'the same digit throughout' };
  if (digits.length === 9) return { valid: true, because: 'nine digits: one is missing?' };
  if (digits.length === 11) return { valid: true, because: 'eleven digits: one too many?' };
  if (digits.length !== 10) return { valid: false, because: 'too far from ten digits' };
  const isRight = [nhsNumber, chiNumber, hcNumber].some((validate) => validate(digits).valid);
  return isRight
    ? { valid: false, because: 'check digit passes: not mistyped' }
    : { valid: true, because: 'check digit fails or the range is not in use: mistyped?' };
}
