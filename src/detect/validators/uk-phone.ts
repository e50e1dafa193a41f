// UK phone number in any of its spellings. Source: Ofcom, National Telephone Numbering Plan.

import { nationalDigits } from '../../phone-digits.ts';
import type { Check } from './validator.ts';

/**
 * Valid: 07700 900123, +44 7700 900123, 01632 960123, 020 7946 0123. Not: 0300 123 1234 (an organisation's), 07000 000000,
 * 07700 90012 (a digit short), 01111 111111 (no such area).
 */
export function ukPhone(value: string): Check {
  const digits = nationalDigits(value);
  if (/^(?:[389]|70|76)/.test(digits))
    return { valid: false, because: 'a number of an organisation, a pager or a service' };
  if (/(\d)\1{6}/.test(digits)) return { valid: false, because: 'the same digit over and over' };
  if (/^7[1-57-9]\d{8}$/.test(digits)) return { valid: true, because: 'length and prefix of a UK mobile' };
  if (/^(?:1[1-9]\d{8}|1[2-9][02-9]\d{6}|2[03489]\d{8})$/.test(digits))
    return { valid: true, because: 'length and area of a UK landline' };
  return { valid: false, because: 'not the length of a UK number' };
}
