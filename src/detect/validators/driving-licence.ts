// Driver number of Great Britain: it spells out the surname's beginning, the date of birth and the sex.
// Five of the surname (filled up with 9), decade, month (plus 50 for women), day, year, two initials, one free, two check letters
// whose rule is not public; two digits of issue may follow. Source: DVLA; the same structure in Presidio's UK recogniser.

import { isRealDay } from './date-of-birth.ts';
import type { Check } from './validator.ts';

const SHAPE = /^(?=[A-Z]{1,5}9{0,4}\d)[A-Z9]{5}(\d)(\d{2})(\d{2})(\d)[A-Z9]{2}[A-Z\d][A-Z]{2}(?:\d{2})?$/;

/** Valid: MORGA657054SM9IJ, FOX99801234AB9CD. Not: 99999657054SM9IJ (no surname), MORGA613054SM9IJ (month 13). */
export function drivingLicence(value: string): Check {
  const parts = SHAPE.exec(value.replace(/[ -]/g, '').toUpperCase());
  if (parts === null) return { valid: false, because: 'not the structure of a driver number' };
  const month = Number(parts[2]) % 50;
  const year = 1900 + Number(`${parts[1]}${parts[4]}`);
  const isWomanOrMan = Number(parts[2]) < 63;
  const valid = isWomanOrMan && isRealDay(Number(parts[3]), month, year);
  return { valid, because: valid ? 'structure and date of birth hold' : 'holds no real date of birth' };
}
