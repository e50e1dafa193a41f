// Evidence on one message -> what it is, how bad, whom it is about, where it belongs and what becomes of the chat copy.

import type { Decision, Evidence, Residual } from '../model.ts';
import { dispose } from './dispose.ts';
import { factsOf, type PowerOf } from './facts.ts';
import { rule } from './rules.ts';
import type { Fact, Policy, Rule } from './schema.ts';

export interface DecisionData {
  readonly facts: readonly Fact[];
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  readonly powerOf: PowerOf;
}

const REPORTED = new Set(['confirmed', 'probable', 'indirect']);
/** Findings of these families are shown as flags of the message as well. */
const FLAG_FAMILIES = /^(governance|context\.emergency|context\.urgent|media)\b/;

/**
 * Decides on one message. No hold register can be given yet, so a copy that was to go stays `do-not-delete-yet`:
 * deletion is never advised before transfer is confirmed and a register was searched (FOIA s.77, DPA 2018 s.173, Inquiries Act s.35).
 */
export function decide(evidence: Evidence, { facts, rules, policy, powerOf }: DecisionData): Decision {
  const held = factsOf(evidence, facts, powerOf);
  const ruling = rule(held, rules);
  // Clauses may ask what the rules decided.
  if (REPORTED.has(ruling.verdict)) held.set('reported', ruling.confidence);
  if (ruling.verdict === 'possible') held.set('possible', ruling.confidence);
  const { dispositions, retain } = dispose(held, policy);
  const flags = new Set(evidence.signals.filter((signal) => FLAG_FAMILIES.test(signal)));
  for (const { category } of evidence.findings) if (FLAG_FAMILIES.test(category)) flags.add(category);
  const residual: Residual = retain ? 'retain' : dispositions.length > 0 ? 'do-not-delete-yet' : 'leave';
  return { ...ruling, flags: [...flags].sort(), dispositions, residual, hold: { status: 'unknown', ids: [] } };
}
