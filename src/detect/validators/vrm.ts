// Vehicle registration of the current kind (since September 2001): two letters, an age identifier, three letters.
// Source: DVLA INF104: no I, Q or Z at the front, no I or Q at the end; identifiers 02 to 29 and 51 to 79.

import type { Check } from './validator.ts';

/** Valid: AB51 ABC, BD76 SMR, ab12 cde. Not: AB30 CDE (identifier not in use), AI12 CDE. */
export function vrm(value: string): Check {
  const valid = /^[A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|[67]\d) ?[A-HJ-PR-Z]{3}$/i.test(value);
  return { valid, because: valid ? 'age identifier in use' : 'letters or age identifier that are not in use' };
}
