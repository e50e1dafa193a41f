// NHS number of England, Wales and the Isle of Man: ten digits, the last one a check digit, ranges by the first digits.
// Source: NHS Data Dictionary, NHS NUMBER; ranges as published in the open NHS-number libraries (MIT, uk-fci/nhs-number).

import { type Check, digitsOf, weightedSum } from './validator.ts';

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * Mod 11: weights 10 to 2 on the first nine digits; 11 minus the remainder is the tenth, 11 counts as 0, 10 means that no such
 * number exists. Numbers of Scotland (CHI) and Northern Ireland (H&C) follow it too, and so does every ISBN-10.
 */
export function passesMod11(digits: string): boolean {
  const check = 11 - (weightedSum(digits, WEIGHTS) % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}

interface Range {
  /** First number of the next range, by its leading four digits. */
  readonly below: number;
  readonly issued: boolean;
  readonly says: string;
}

const RANGES: readonly Range[] = [
  { below: 100, issued: false, says: 'in a range that is not in use' },
  { below: 3113, issued: false, says: "in the range of Scotland's CHI numbers" },
  { below: 3200, issued: false, says: 'in a range that is not in use' },
  { below: 4000, issued: false, says: "in the range of Northern Ireland's H&C numbers" },
  { below: 5000, issued: true, says: '' },
  { below: 6000, issued: false, says: 'in a range reserved for internal testing' },
  { below: 8000, issued: true, says: '' },
  { below: 8600, issued: true, says: 'in the range of the Irish health identifier' },
  { below: 9000, issued: false, says: 'in a range that was never issued' },
  { below: 10000, issued: true, says: 'in the range reserved for tests' },
];

/**
 * Valid: 943 476 5919, 999 000 0018 (test range), 987 654 3210. Not: 943 476 5918, 999 123 4560 (no check digit exists),
 * 0000000000 (range), 9999999999 (passes, but nobody has it).
 */
export function nhsNumber(value: string): Check {
  const digits = digitsOf(value);
  if (digits.length !== 10) return { valid: false, because: 'not ten digits' };
  if (/^(\d)\1{9}$/.test(digits)) return { valid: false, because: 'the same digit ten times' };
  if (!passesMod11(digits)) return { valid: false, because: 'check digit fails' };
  const lead = Number(digits.slice(0, 4));
  const range = RANGES.find(({ below }) => lead < below);
  const says = range?.says ? `, ${range.says}` : '';
  return { valid: range?.issued === true, because: `check digit passes${says}` };
}
