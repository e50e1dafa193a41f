// Payment card: 13 to 19 digits, Luhn check digit, first digits and length of a card issuer. Source: ISO/IEC 7812.

import { type Check, digitsOf } from './validator.ts';

/** First digits and lengths: Visa, Mastercard (two ranges), American Express, Discover, JCB, Diners, Maestro. */
const ISSUERS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^6(?:011|4[4-9]\d|5\d\d)\d{12}$/,
  /^35\d{14}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^(?:50|5[6-9]|6\d)\d{11,17}$/,
];

/** Mod 10: every second digit from the right is doubled (less 9 if above 9); all together must end in 0. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Valid: 4111 1111 1111 1111, 3782 822463 10005. Not: 4111 1111 1111 1112 (check digit), 9111 1111 1111 1110 (no issuer). */
export function card(value: string): Check {
  const digits = digitsOf(value);
  if (!ISSUERS.some((issuer) => issuer.test(digits)))
    return { valid: false, because: 'no card issuer has such numbers' };
  const valid = passesLuhn(digits);
  return { valid, because: valid ? 'check digit passes, first digits of a card issuer' : 'check digit fails' };
}
