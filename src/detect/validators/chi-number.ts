// CHI number of Scotland: date of birth DDMMYY, two digits, a digit for the sex (odd male, even female), a check digit.
// Source: Public Health Scotland, phsmethods: since February 2026 either Mod 11 or Mod 10 (Luhn) makes it good.

import { passesLuhn } from './card.ts';
import { isRealDay } from './date-of-birth.ts';
import { passesMod11 } from './nhs-number.ts';
import { type Check, digitsOf } from './validator.ts';

/**
 * Valid: 0101011113 (Mod 11), 1009701234 and 0101201234 (Mod 10 only), 101011113 (leading zero lost in a spreadsheet).
 * Not: 0113011113 (month 13), 3201201234 (day 32).
 */
export function chiNumber(value: string): Check {
  const typed = digitsOf(value);
  const digits = typed.length === 9 ? `0${typed}` : typed;
  if (digits.length !== 10) return { valid: false, because: 'not ten digits' };
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  // The century is not part of the number: 29 February counts if 19YY or 20YY is a leap year.
  const year = 2000 + Number(digits.slice(4, 6));
  if (!isRealDay(day, month, year)) return { valid: false, because: 'does not begin with a real date' };
  if (passesMod11(digits)) return { valid: true, because: 'begins with a real date, check digit passes' };
  if (passesLuhn(digits))
    return { valid: true, because: 'begins with a real date, check digit passes by the rule of 2026' };
  return { valid: false, because: 'begins with a real date, but the check digit fails' };
}
