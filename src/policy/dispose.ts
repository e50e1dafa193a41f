// Where the content of a message belongs: the dispositions of the policy (patterns/policy/<policy>.yaml) whose condition holds.

import type { Disposition } from '../model.ts';
import { holds } from './conditions.ts';
import { DESTINATIONS, RETAIN, type Retain } from './order.ts';
import type { Policy } from './schema.ts';

export interface Disposal {
  readonly dispositions: readonly Disposition[];
  /** Whether the chat copy is evidence: the strictest of what the dispositions say. */
  readonly retain: Retain;
}

/** Where the content belongs: every disposition whose condition holds, one row a destination, most urgent first. */
export function dispose(facts: { has(id: string): boolean }, policy: Policy): Disposal {
  const asked = policy.dispositions.filter((one) => holds(one.when, facts));
  const dispositions = DESTINATIONS.flatMap((destination): Disposition[] => {
    const reasons = asked.filter((one) => one.destination === destination);
    if (reasons.length === 0) return [];
    const because = [...new Set(reasons.flatMap((one) => one.because))].sort();
    // The policy file lists the shorter time limit of a destination first.
    const due = reasons.find((one) => one.due)?.due;
    return [{ destination, because, ...(due ? { due } : {}) }];
  });
  return { dispositions, retain: RETAIN.find((kind) => asked.some(({ retain }) => retain === kind)) ?? 'no' };
}
