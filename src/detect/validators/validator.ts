// What a validator is: it looks at the span that a form matched and says whether it holds, in words that come from here.

export interface Check {
  readonly valid: boolean;
  /** Never holds text of the message. */
  readonly because: string;
}

/** @param value the matched span of the normalised text */
export type Validator = (value: string) => Check;

export const digitsOf = (value: string): string => value.replace(/\D/g, '');

/** Each digit times its weight, added up. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}
