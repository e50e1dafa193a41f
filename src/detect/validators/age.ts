// An age in years: up to 115. Source: the oldest people of the UK reached 115.

import type { Check } from './validator.ts';

/** Valid: 72F, F84, 103 y/o lady. Not: 120M, 0F. */
export function age(value: string): Check {
  const years = Number(/\d{1,3}/.exec(value)?.[0] ?? '0');
  const valid = years >= 1 && years <= 115;
  return { valid, because: valid ? 'an age that people reach' : 'no age that people reach' };
}
