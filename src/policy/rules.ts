// Combination rules: which facts together make a message person-confidential. The rules are data
// (patterns/rules/combination.yaml); all of them are tried and the strictest verdict wins, so their order never matters.

import type { Severity, Subject, Verdict } from '../model.ts';
import { holds } from './conditions.ts';
import { SEVERITIES, SUBJECTS, VERDICTS } from './order.ts';
import type { Rule } from './schema.ts';

/** What the rules make of a message, as far as it follows from which facts hold, however sure they are. */
export interface Outline {
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly subjects: readonly Subject[];
  /** Ids of the rules that apply, the deciding one first. */
  readonly rules: readonly string[];
  readonly deciding?: Rule;
}

const NO_RULING: Outline = { verdict: 'none', severity: 'info', subjects: [], rules: [] };

/** The worst of some severities; at least one must be given. */
export const worstOf = (severities: readonly Severity[]): Severity =>
  SEVERITIES.find((level) => severities.includes(level)) ?? 'info';

export function outlineOf(facts: { has(id: string): boolean }, rules: readonly Rule[]): Outline {
  const applied = rules.filter((one) => holds(one.when, facts)).sort(byStrictness);
  const deciding = applied[0];
  if (!deciding) return NO_RULING;
  const asReported = applied.filter((one) => (one.verdict === 'possible') === (deciding.verdict === 'possible'));
  return {
    verdict: deciding.verdict,
    severity: worstOf(asReported.map((one) => one.severity)),
    subjects: SUBJECTS.filter((subject) => asReported.some((one) => one.subject === subject)),
    rules: applied.map((one) => one.id),
    deciding,
  };
}

/** A verdict is no surer than its rule, nor than the weakest piece of evidence that the rule cannot do without. */
export function confidenceOf(deciding: Rule | undefined, facts: ReadonlyMap<string, number>): number {
  if (!deciding) return 0;
  let weakest = deciding.confidence;
  for (const id of deciding.when.all) weakest = Math.min(weakest, facts.get(id) ?? 0);
  return Math.round(weakest * 100) / 100;
}

function byStrictness(a: Rule, b: Rule): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.confidence - a.confidence ||
    (a.id < b.id ? -1 : 1)
  );
}
