// Facts: short names for what the evidence on a message says ("bed", "clinical", "ward"), so that rules and clauses read
// as sentences. Which evidence makes which fact stands in patterns/rules/facts.yaml.

import type { Carried, Category, Evidence, Finding, Power } from '../model.ts';
import type { Fact } from './schema.ts';

/** Ids of the facts that hold for a message, with the confidence of the best finding behind each. */
export type FactsOf = (evidence: Evidence) => Map<string, number>;

/** Prepares the facts for asking. Which facts a category can make is worked out once, when the category is first met. */
export function factReader(facts: readonly Fact[], powerOf: (category: Category) => Power): FactsOf {
  const ofFindings = facts.filter((fact) => fact.categories.length > 0 || fact.patterns.length > 0);
  const ofOthers = facts.filter((fact) => !ofFindings.includes(fact));
  const known = new Map<string, Map<Category, readonly Fact[]>>();
  const madeBy = ({ pattern, category }: Finding): readonly Fact[] => {
    const before = known.get(pattern)?.get(category);
    if (before) return before;
    const made = ofFindings.filter((fact) => canMake(fact, pattern, category, powerOf));
    known.set(pattern, (known.get(pattern) ?? new Map()).set(category, made));
    return made;
  };
  return (evidence) => {
    const held = heldByFindings(evidence.findings, madeBy);
    for (const fact of ofOthers) {
      const confidence = confidenceIn(fact, evidence);
      if (confidence > 0) held.set(fact.id, confidence);
    }
    return held;
  };
}

/** The flag that a fact puts on its message, by the fact's id. */
export const flagsOfFacts = (facts: readonly Fact[]): ReadonlyMap<string, Category> =>
  new Map(facts.flatMap(({ id, flag }) => (flag ? [[id, flag] as const] : [])));

function canMake(fact: Fact, pattern: string, category: Category, powerOf: (category: Category) => Power): boolean {
  if (fact.patterns.length > 0 && !fact.patterns.includes(pattern)) return false;
  if (fact.categories.length > 0 && !fact.categories.some((prefix) => category.startsWith(prefix))) return false;
  return !fact.power || powerOf(category) === fact.power;
}

function heldByFindings(
  findings: readonly Finding[],
  madeBy: (finding: Finding) => readonly Fact[],
): Map<string, number> {
  const held = new Map<string, number>();
  const counted = new Map<Fact, Finding[]>();
  for (const finding of findings) {
    for (const fact of madeBy(finding)) {
      if (finding.confidence < fact.confidence || !hasWord(fact, finding)) continue;
      if (finding.confidence > (held.get(fact.id) ?? 0)) held.set(fact.id, finding.confidence);
      if (fact.count > 1) count(finding, fact, counted);
    }
  }
  for (const [fact, different] of counted) if (different.length < fact.count) held.delete(fact.id);
  return held;
}

/** A lexicon names the word that it found as its first reason. */
const hasWord = ({ words }: Fact, { because: [found = ''] }: Finding): boolean =>
  words.length === 0 || words.some((word) => found.toLowerCase().includes(word));

/** Keeps as many different findings as the fact needs. Two hits of one term ("pain … pain") are one piece of evidence. */
function count(finding: Finding, fact: Fact, counted: Map<Fact, Finding[]>): void {
  const different = counted.get(fact);
  if (!different) counted.set(fact, [finding]);
  else if (different.length < fact.count && !different.some((one) => saysTheSame(one, finding)))
    different.push(finding);
}

const saysTheSame = (a: Finding, b: Finding): boolean => a.category === b.category && a.because[0] === b.because[0];

function confidenceIn({ setting, carried, signals, about, atLeast, atMost }: Fact, evidence: Evidence): number {
  if (about) {
    const share = evidence.aboutness[about];
    if (atMost !== undefined) return share <= atMost ? 1 - share : 0;
    return share >= (atLeast ?? 0) ? share : 0;
  }
  if (setting) return evidence.setting[setting] ? 1 : 0;
  if (carried) return evidence.carried && fitsCarried(carried, evidence.carried) ? evidence.carried.confidence : 0;
  return evidence.signals.some((signal) => signals.some((prefix) => signal.startsWith(prefix))) ? 1 : 0;
}

function fitsCarried(wanted: NonNullable<Fact['carried']>, carried: Carried): boolean {
  if (wanted === 'staff') return carried.subject === 'staff';
  if (carried.subject === 'staff') return false;
  return wanted === 'any' || carried.power === wanted;
}
