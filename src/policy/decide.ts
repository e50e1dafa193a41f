// Evidence on one message -> what it is, how bad, whom it is about, where it belongs and what becomes of the chat copy.

import type { Category, Decision, Evidence, Residual, Severity } from '../model.ts';
import { dispose } from './dispose.ts';
import type { FactsOf } from './facts.ts';
import { rule, worstOf } from './rules.ts';
import type { Policy, Rule } from './schema.ts';

export interface DecisionData {
  readonly factsOf: FactsOf;
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  /** From the taxonomy. */
  readonly severityOf: (category: Category) => Severity;
}

const REPORTED = new Set(['confirmed', 'probable', 'indirect']);
/** Findings of these families are shown as flags of the message as well. */
const FLAG_FAMILIES = /^(governance|context\.emergency|context\.urgent)\b/;
/** What is grave although it names nobody: its own severity counts beside that of the rules. */
const IMPERSONAL_FAMILIES = /^(credential|corporate|incident|governance)\./;
/** Below this a word of these families is not believed. */
const SURE = 0.6;

const NOTHING: Decision = {
  verdict: 'none',
  severity: 'info',
  confidence: 0,
  subjects: [],
  flags: [],
  rules: [],
  dispositions: [],
  residual: 'leave',
  hold: { status: 'unknown', ids: [] },
};

/**
 * Decides on one message. No hold register can be given yet, so a copy that was to go stays `do-not-delete-yet`:
 * deletion is never advised before transfer is confirmed and a register was searched (FOIA s.77, DPA 2018 s.173, Inquiries Act s.35).
 */
export function decide(evidence: Evidence, { factsOf, rules, policy, severityOf }: DecisionData): Decision {
  if (evidence.findings.length === 0 && evidence.signals.length === 0 && !evidence.carried) return NOTHING;
  const held = factsOf(evidence);
  const ruling = rule(held, rules);
  // Clauses may ask what the rules decided.
  if (REPORTED.has(ruling.verdict)) held.set('reported', ruling.confidence);
  if (ruling.verdict === 'possible') held.set('possible', ruling.confidence);
  const { dispositions, retain } = dispose(held, policy);
  const residual: Residual = retain ? 'retain' : dispositions.length > 0 ? 'do-not-delete-yet' : 'leave';
  return {
    ...ruling,
    severity: worstOf([ruling.severity, ...impersonal(evidence, severityOf)]),
    flags: flagsOf(evidence),
    dispositions,
    residual,
    hold: { status: 'unknown', ids: [] },
  };
}

function impersonal({ findings, signals }: Evidence, severityOf: (category: Category) => Severity): Severity[] {
  const sure = findings.filter(({ confidence }) => confidence >= SURE).map(({ category }) => category);
  return [...sure, ...signals].filter((category) => IMPERSONAL_FAMILIES.test(category)).map(severityOf);
}

function flagsOf({ findings, signals }: Evidence): Category[] {
  const sure = findings.filter(({ category, confidence }) => confidence >= SURE && FLAG_FAMILIES.test(category));
  return [...new Set([...signals, ...sure.map(({ category }) => category)])].sort();
}
