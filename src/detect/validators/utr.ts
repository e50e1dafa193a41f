// Unique Taxpayer Reference: ten digits, a K before or after, the first digit checks the other nine.
// Source: HMRC reference-checker (weights 6 7 8 9 10 5 4 3 2, the remainder of 11 picks from 21987654321).

import { type Check, digitsOf, weightedSum } from './validator.ts';

const WEIGHTS = [6, 7, 8, 9, 10, 5, 4, 3, 2];
const CHECKS = '21987654321';

/** Valid: 1955839661, 2234567890K, 1097172564. Not: 2955839661, 1234567890, 5550000621. */
export function utr(value: string): Check {
  const digits = digitsOf(value);
  const valid = digits.length === 10 && CHECKS[weightedSum(digits.slice(1), WEIGHTS) % 11] === digits[0];
  return { valid, because: valid ? 'check digit passes' : 'check digit fails' };
}
