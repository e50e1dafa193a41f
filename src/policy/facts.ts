// Facts: short names for what the evidence on a message says ("bed", "clinical", "ward"), so that rules and clauses read
// as sentences. Which evidence makes which fact stands in patterns/rules/facts.yaml.

import type { Category, Evidence, Finding, Power } from '../model.ts';
import type { Fact } from './schema.ts';

/** Power of a category, from the taxonomy. */
export type PowerOf = (category: Category) => Power;

/** Ids of the facts that hold for a message, with the confidence of the best finding behind each. */
export function factsOf(evidence: Evidence, facts: readonly Fact[], powerOf: PowerOf): Map<string, number> {
  const held = new Map<string, number>();
  for (const fact of facts) {
    const confidence = confidenceIn(fact, evidence, powerOf);
    if (confidence > 0) held.set(fact.id, confidence);
  }
  return held;
}

function confidenceIn(fact: Fact, evidence: Evidence, powerOf: PowerOf): number {
  const { setting, carried, signals } = evidence;
  if (fact.setting) return setting[fact.setting] ? 1 : 0;
  if (fact.carried) return carried && fitsCarried(fact.carried, carried) ? carried.confidence : 0;
  if (fact.signals.length > 0) {
    return signals.some((signal) => fact.signals.some((prefix) => signal.startsWith(prefix))) ? 1 : 0;
  }
  const behind = evidence.findings.filter((finding) => makes(finding, fact, powerOf));
  // Two hits of one term ("pain … pain") are one piece of evidence.
  const different = new Set(behind.map((finding) => `${finding.category} ${finding.because[0] ?? ''}`));
  return different.size >= fact.count ? Math.max(...behind.map((finding) => finding.confidence)) : 0;
}

function makes(finding: Finding, fact: Fact, powerOf: PowerOf): boolean {
  if (finding.confidence < fact.confidence) return false;
  if (fact.patterns.length > 0 && !fact.patterns.includes(finding.pattern)) return false;
  if (fact.categories.length > 0 && !fact.categories.some((prefix) => finding.category.startsWith(prefix)))
    return false;
  return !fact.power || powerOf(finding.category) === fact.power;
}

function fitsCarried(
  wanted: 'direct' | 'strong' | 'any' | 'staff',
  carried: NonNullable<Evidence['carried']>,
): boolean {
  if (wanted === 'staff') return carried.subject === 'staff';
  if (carried.subject === 'staff') return false;
  return wanted === 'any' || carried.power === wanted;
}
