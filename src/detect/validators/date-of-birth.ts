// A date that can be somebody's birthday: it exists in the calendar and its year is plausible. There is no clock here, so
// "plausible" is 1900 to 2030. Source: NHS interface standard for dates (12-Mar-1952) and the ways in which people type them.

import type { Check } from './validator.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** @param month 1 to 12 */
export function isRealDay(day: number, month: number, year: number): boolean {
  const days = DAYS[month - 1];
  if (days === undefined || day < 1) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : days);
}

/** Two digits are a year of either century; the leap day of 1900 is given away for that of 2000. */
const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

const isPlausible = (digits: string): boolean =>
  digits.length === 2 || (Number(digits) >= 1900 && Number(digits) <= 2030);

const monthNamed = (letters: string): number => MONTHS.indexOf(letters.slice(0, 3).toLowerCase()) + 1;

/** Day, month and year as typed; a part is '' where the form leaves it out. */
interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const FORMS: readonly (readonly [RegExp, (groups: readonly string[]) => Parts])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([year = '', month = '', day = '']) => ({ day, month, year })],
  [
    /^(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4}|\d{2})$/,
    ([day = '', month = '', year = '']) => ({ day, month, year }),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]?(?:of )?([a-z]{3,9})[-/., ']{0,3}(\d{4}|\d{2})$/i,
    ([day = '', month = '', year = '']) => ({ day, month: String(monthNamed(month)), year }),
  ],
  [
    /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?[-/., ']{0,3}(\d{4}|\d{2})$/i,
    ([month = '', day = '', year = '']) => ({ day, month: String(monthNamed(month)), year }),
  ],
  [/^((?:19|20)\d{2})(0\d|1[0-2])([0-3]\d)$/, ([year = '', month = '', day = '']) => ({ day, month, year })],
  [/^(\d{2})(\d{2})(\d{4}|\d{2})$/, ([day = '', month = '', year = '']) => ({ day, month, year })],
  [/^(\d{1,2})[/.-](\d{4}|\d{2})$/, ([month = '', year = '']) => ({ day: '', month, year })],
  [/^'?(\d{4}|\d{2})$/, ([year = '']) => ({ day: '', month: '', year })],
];

/**
 * Valid: 12/3/52, 12.03.1952, 12-Mar-1952, 12th March 52, 19520312, 1952-03-12, 120352, 03/52, 1952.
 * Not: 31/2/52, 12/13/52, 12/3/1852, 12/3/2052.
 */
export function dateOfBirth(value: string): Check {
  for (const [shape, partsOf] of FORMS) {
    const match = shape.exec(value);
    if (match === null) continue;
    const { day, month, year } = partsOf(match.slice(1));
    if (!isPlausible(year)) return { valid: false, because: 'no year of a living person' };
    const isReal = isRealDay(Number(day || '1'), Number(month || '1'), yearOf(year));
    return { valid: isReal, because: isReal ? 'a real date' : 'not a real date' };
  }
  return { valid: false, because: 'not a date' };
}
