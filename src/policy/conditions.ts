// A condition over facts, as rules and clauses write it: all of these, any of those, none of the others.

import type { Condition } from './schema.ts';

export function holds({ all, any, and, none }: Condition, facts: { has(id: string): boolean }): boolean {
  for (const id of all) if (!facts.has(id)) return false;
  for (const id of none) if (facts.has(id)) return false;
  return hasOne(any, facts) && hasOne(and, facts);
}

/** An empty group asks for nothing. */
function hasOne(group: readonly string[], facts: { has(id: string): boolean }): boolean {
  for (const id of group) if (facts.has(id)) return true;
  return group.length === 0;
}

/** Every fact a condition names; the loader checks that each exists. */
export const factsNamed = ({ all, any, and, none }: Condition): string[] => [...all, ...any, ...and, ...none];
