// National Insurance number: two letters, six digits, a suffix A to D that is sometimes left out. It has no check digit.
// Source: HMRC, National Insurance Manual NIM39110.

import type { Check } from './validator.ts';

const SHAPE = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]?$/;

/**
 * Neither letter is D F I Q U V, the second is no O, and some prefixes are never used.
 * Valid: AB123456C, AB 12 34 56 C, AB123456. Not: QQ123456C (HMRC's specimen), AO123456A, GB123456A, TN123456A, DA123456A.
 */
export function nino(value: string): Check {
  const valid = SHAPE.test(value.replace(/[ -]/g, '').toUpperCase());
  return { valid, because: valid ? 'prefix and suffix are in use' : 'prefix is never used' };
}
