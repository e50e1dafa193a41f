// Combination rules: which facts together make a message person-confidential. The rules are data
// (patterns/rules/combination.yaml); all of them are tried and the strictest verdict wins, so their order never matters.

import type { Severity, Subject, Verdict } from '../model.ts';
import { holds } from './conditions.ts';
import type { Rule } from './schema.ts';

const SUBJECTS: readonly Subject[] = ['patient', 'staff', 'relative', 'third-party', 'unknown'];
/** Strictest first. */
const VERDICTS: readonly Verdict[] = ['confirmed', 'probable', 'indirect', 'possible', 'none'];
const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

export interface Ruling {
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly confidence: number;
  readonly subjects: readonly Subject[];
  readonly rules: readonly string[];
}

/** A ruling as far as it follows from which facts hold, however sure they are. */
export interface Outline extends Omit<Ruling, 'confidence'> {
  readonly deciding?: Rule;
}

const NO_RULING: Outline = { verdict: 'none', severity: 'info', subjects: [], rules: [] };

/** The worst of some severities; at least one must be given. */
export const worstOf = (severities: readonly Severity[]): Severity =>
  SEVERITIES.find((level) => severities.includes(level)) ?? 'info';

/** What the rules make of a message's facts. The deciding rule stands first in `rules`. */
export function rule(facts: ReadonlyMap<string, number>, rules: readonly Rule[]): Ruling {
  const { deciding, ...outline } = outlineOf(facts, rules);
  return { ...outline, confidence: confidenceOf(deciding, facts) };
}

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
