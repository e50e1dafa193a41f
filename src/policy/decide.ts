// Evidence on one message -> what it is, how bad, whom it is about, where it belongs and what becomes of the chat copy.

import type { Category, Decision, Evidence, Severity } from '../model.ts';
import { TOPICS } from '../topics.ts';
import type { ExemptionStatus } from './channel.ts';
import { isReported, residualOf } from './chat-copy.ts';
import { type Disposal, dispose } from './dispose.ts';
import type { FactsOf } from './facts.ts';
import type { Hold } from './hold-register.ts';
import { type Eased, eased } from './lenient.ts';
import { confidenceOf, type Outline, outlineOf, worstOf } from './rules.ts';
import type { Policy, Rule } from './schema.ts';

export interface DecisionData {
  readonly factsOf: FactsOf;
  /** The flag that a fact puts on its message, by the fact's id. */
  readonly flagOfFact: ReadonlyMap<string, Category>;
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  /** What must be kept; undefined when nobody gave a register. */
  readonly holds?: readonly Hold[];
  /** From the taxonomy. */
  readonly severityOf: (category: Category) => Severity;
}

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

/** The fact that the message was sent where the policy allows it. */
export const ALLOWED_CHANNEL = 'allowed-channel';

const NO_DISPOSAL: Disposal = { dispositions: [], retain: 'no' };

/**
 * Decides on one message. `holdIds` are the holds that cover it (holds.ts); undefined when nobody gave a register. `exemption` of
 * its chat (channel.ts): only one that is met changes anything.
 */
export function decide(
  evidence: Evidence,
  data: DecisionData,
  holdIds?: readonly string[],
  exemption?: ExemptionStatus,
): Decision {
  if (isSilent(evidence) && !holdIds) return NOTHING;
  const hold = holdOf(holdIds);
  if (isSilent(evidence)) return { ...NOTHING, residual: residualOf('none', NO_DISPOSAL, hold.status), hold };
  const facts = data.factsOf(evidence);
  if (exemption === 'met') facts.set(ALLOWED_CHANNEL, 1);
  const { outline, disposal, easing, flags } = outcomeOf(facts, data);
  return {
    verdict: outline.verdict,
    severity: worstWith(evidence, easing.severity, data.severityOf),
    confidence: confidenceOf(outline.deciding, facts),
    subjects: outline.subjects,
    flags: flagsOf(evidence, flags),
    rules: outline.rules,
    dispositions: easing.dispositions,
    ...(easing.lenient.length > 0 ? { lenient: easing.lenient } : {}),
    // As if nothing had been eased: a milder policy never lets a copy go sooner.
    residual: residualOf(outline.verdict, disposal, hold.status),
    hold,
  };
}

function holdOf(ids: readonly string[] | undefined): Decision['hold'] {
  if (!ids) return NOTHING.hold;
  return { status: ids.length > 0 ? 'matched' : 'none', ids };
}

/** Below this no topic counts for any fact. */
const UNHEARD = 0.15;

function isSilent({ findings, signals, carried, aboutness }: Evidence): boolean {
  if (findings.length > 0 || signals.length > 0 || carried) return false;
  return TOPICS.every((topic) => aboutness[topic] < UNHEARD);
}

/** What follows from which facts hold. */
interface Outcome {
  readonly outline: Outline;
  readonly disposal: Disposal;
  readonly easing: Eased;
  readonly flags: readonly Category[];
}

/** Outcomes met before, as a tree: each step down is one more fact. */
interface Remembered {
  outcome?: Outcome;
  readonly next: Map<string, Remembered>;
}

/** For each run. The same few facts stand together again and again in a chat; to try every rule costs more than to find a message. */
const MEMORIES = new WeakMap<DecisionData, { root: Remembered; size: number }>();
/** Steps kept; beyond it the memory starts anew, so that hostile text cannot fill it. */
const MOST_STEPS = 20_000;

function outcomeOf(facts: ReadonlyMap<string, number>, data: DecisionData): Outcome {
  let memory = MEMORIES.get(data);
  if (!memory || memory.size > MOST_STEPS) {
    memory = { root: { next: new Map() }, size: 0 };
    MEMORIES.set(data, memory);
  }
  let place = memory.root;
  for (const fact of facts.keys()) {
    let next = place.next.get(fact);
    if (!next) {
      next = { next: new Map() };
      place.next.set(fact, next);
      memory.size += 1;
    }
    place = next;
  }
  place.outcome ??= workOut(facts, data);
  return place.outcome;
}

function workOut(facts: ReadonlyMap<string, number>, { rules, policy, flagOfFact }: DecisionData): Outcome {
  const outline = outlineOf(facts, rules);
  const known = new Set(facts.keys());
  // Clauses may ask what the rules decided.
  if (isReported(outline.verdict)) known.add('reported');
  if (outline.verdict === 'possible') known.add('possible');
  const flags = [...flagOfFact].flatMap(([fact, flag]) => (facts.has(fact) ? [flag] : []));
  const disposal = dispose(known, policy);
  return { outline, disposal, easing: eased(known, outline, disposal.dispositions, policy), flags };
}

function worstWith(
  { findings, signals }: Evidence,
  ruled: Severity,
  severityOf: (category: Category) => Severity,
): Severity {
  const severities = [ruled];
  for (const { category, confidence } of findings) {
    if (confidence >= SURE && IMPERSONAL_FAMILIES.test(category)) severities.push(severityOf(category));
  }
  for (const signal of signals) if (IMPERSONAL_FAMILIES.test(signal)) severities.push(severityOf(signal));
  return severities.length === 1 ? ruled : worstOf(severities);
}

function flagsOf({ findings, signals }: Evidence, ofFacts: readonly Category[]): readonly Category[] {
  const flags = new Set([...signals, ...ofFacts]);
  for (const { category, confidence } of findings) {
    if (confidence >= SURE && FLAG_FAMILIES.test(category)) flags.add(category);
  }
  return flags.size === 0 ? NOTHING.flags : [...flags].sort();
}
