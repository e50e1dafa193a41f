// Where the content of a message belongs: the dispositions of the policy (patterns/policy/<policy>.yaml) whose condition holds.

import type { Disposition } from '../model.ts';
import { holds } from './conditions.ts';
import { DESTINATIONS, DUES, RETAIN, type Retain } from './order.ts';
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
    const due = DUES.find((limit) => reasons.some((one) => one.due === limit));
    if (!due) return [];
    const each = (of: (one: (typeof reasons)[number]) => readonly string[]) => [...new Set(reasons.flatMap(of))];
    const keep = each((one) => one.keep);
    const by = each((one) => [one.id]);
    return [{ destination, because: each((one) => one.because), due, ...(keep.length > 0 ? { keep } : {}), by }];
  });
  return { dispositions, retain: RETAIN.find((kind) => asked.some(({ retain }) => retain === kind)) ?? 'no' };
}
