// Nursing and Midwifery Council PIN: year, month letter, four digits, country letter of first registration. It has no check digit.
// Source: NHS Digital practitioner profile; month letters stop at L.

import type { Check } from './validator.ts';

/** Valid: 71A2998E, 00B0361E. Not: 12Z1234E (no thirteenth month letter and beyond), 12A1234X. */
export function nmcPin(value: string): Check {
  const valid = /^\d{2}[A-L]\d{4}[EWSNCO]$/i.test(value);
  return { valid, because: valid ? 'letters of a month and a country' : 'no such month or country letter' };
}
