// In what state a decision is: written up or not, on what it rests, whether anybody had time to object. Each sign follows a sentence of
// the Trust policy on decisions by chat, and each is a question to the people concerned, never a finding against them.

import type { Category, DecisionKind, DecisionRole, DecisionSign, Evidence, Finding, Message } from '../../model.ts';
import { minutesOf } from '../conversation/clock.ts';
import type { Phrases } from './phrases.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A message near the one at hand, as far as it was read. */
export type Neighbour = Pick<Evidence, 'message' | 'findings'>;

/** A message that may decide something, among its neighbours. */
export interface Placed {
  readonly evidence: Evidence;
  readonly kind: DecisionKind;
  readonly sentences: readonly Sentence[];
  readonly basis: readonly Category[];
  readonly before: readonly Neighbour[];
  /** Those before that the message leans on, as far as they are remembered. */
  readonly leansOn: readonly Neighbour[];
  readonly following: readonly Neighbour[];
}

const SURE = 0.6;
/** Any word of health, even an ordinary one, may be the reason. */
const HINT = 0.3;
const HEALTH = /^patient\.clinical\.(?!decision|plan|medication|procedure|discharge|referral|handover|escalation)/;
/** A proposal answered sooner than this left no time to object. */
const QUICK_MINUTES = 2;
/** So soon after a decision, its author speaks of that decision. */
const SAME_TALK_MINUTES = 15;

/** `agreed`: the message that agrees to what this one proposes. */
export function signsOf(
  placed: Placed,
  role: DecisionRole,
  agreed: Message | undefined,
  phrases: Phrases,
): DecisionSign[] {
  const { evidence, following } = placed;
  const { message, findings } = evidence;
  const soon = following.filter((one) => one.message.sender === message.sender && isSoon(message, one.message));
  const said = (category: Category) =>
    [findings, ...soon.map((one) => one.findings)].some((list) => has(list, category));
  const signs: DecisionSign[] = [];
  if (role === 'decision') {
    if (isHedged(placed, phrases)) signs.push('hedged');
    if (hasNoReason(placed, phrases)) signs.push('no-reason');
    if (agreed && minutesBetween(message, agreed) <= QUICK_MINUTES) signs.push('quick-agreement');
    if (isAfterOpenQuestion(placed)) signs.push('unanswered-question');
  }
  if (said('governance.moved-to-formal')) signs.push('moved-to-formal');
  else if (said('governance.not-documented')) signs.push('not-documented');
  return signs.sort();
}

const has = (findings: readonly Finding[], wanted: Category): boolean =>
  findings.some(({ category, confidence }) => category === wanted && confidence >= SURE);

const minutesBetween = (a: Message, b: Message): number => minutesOf(b.at) - minutesOf(a.at);

const isSoon = (a: Message, b: Message): boolean => {
  const apart = minutesBetween(a, b);
  return apart >= 0 && apart <= SAME_TALK_MINUTES;
};

/** Here, or in what its author wrote about the same matter just before. */
function isHedged({ evidence, sentences, leansOn }: Placed, { hedge }: Phrases): boolean {
  const own = leansOn.filter(({ message }) => message.sender === evidence.message.sender);
  return (
    [evidence, ...own].some(({ findings }) => has(findings, 'governance.incomplete-info')) ||
    sentences.some(({ text }) => hedge.test(text))
  );
}

/** Only for what wants a reason with it, and only where no ground was named in what it leans on either. */
function hasNoReason({ evidence, kind, sentences, basis, leansOn }: Placed, { weighty, reason }: Phrases): boolean {
  if (kind !== 'clinical' || basis.length > 0) return false;
  if (!sentences.some(({ text }) => weighty.test(text))) return false;
  const talk = [evidence, ...leansOn];
  if (talk.some(({ findings }) => findings.some(isOfHealth))) return false;
  // What led to it may stand further up than is remembered.
  if (evidence.carried?.from.some((index) => !leansOn.some(({ message }) => message.index === index))) return false;
  const said = [...sentences, ...leansOn.flatMap(({ message }) => sentencesOf(message.text))];
  return !said.some(({ text }) => reason.test(text) || /[0-9]/.test(text));
}

const isOfHealth = ({ category, confidence }: Finding): boolean => confidence >= HINT && HEALTH.test(category);

/** Its author had asked something about somebody's health, and nobody else wrote before the decision. */
function isAfterOpenQuestion({ evidence, before }: Placed): boolean {
  const { message } = evidence;
  for (const { message: earlier, findings } of before.toReversed()) {
    if (earlier.kind === 'system') continue;
    if (earlier.sender !== message.sender || !isSoon(earlier, message)) return false;
    const asks = sentencesOf(earlier.text).at(-1)?.asks ?? false;
    if (asks && findings.some(({ category }) => category.startsWith('patient.'))) return true;
  }
  return false;
}
