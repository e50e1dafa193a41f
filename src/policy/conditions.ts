// A condition over facts, as rules and clauses write it: all of these, any of those, none of the others.

import type { Condition } from './schema.ts';

export function holds(condition: Condition, facts: { has(id: string): boolean }): boolean {
  const { all, any, and, none } = condition;
  return (
    all.every((id) => facts.has(id)) &&
    (any.length === 0 || any.some((id) => facts.has(id))) &&
    (and.length === 0 || and.some((id) => facts.has(id))) &&
    !none.some((id) => facts.has(id))
  );
}

/** Every fact a condition names; the loader checks that each exists. */
export const factsNamed = ({ all, any, and, none }: Condition): string[] => [...all, ...any, ...and, ...none];
