// Employee or assignment number of the Electronic Staff Record: eight digits from 1 or 2, a suffix for further posts.
// Source: NHS payroll pages. A date written without separators has the same shape.

import { isRealDay } from './date-of-birth.ts';
import type { Check } from './validator.ts';

/** Valid: 10949595-4, 10002345-2, 20123456. Not: 20240312 (a date), 31234567. */
export function employeeNumber(value: string): Check {
  if (!/^[12]\d{7}(?:-\d{1,2})?$/.test(value)) return { valid: false, because: 'not the shape of an employee number' };
  const [year, month, day] = [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)].map(Number);
  const isDate = /^(?:19|20)\d{6}$/.test(value) && isRealDay(day ?? 0, month ?? 0, year ?? 0);
  return isDate
    ? { valid: false, because: 'a date written without separators' }
    : { valid: true, because: 'length and first digit of an employee number' };
}
