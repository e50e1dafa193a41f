// Decisions and actions: which messages decide something, ask for it or take it on, and in what state. The Trust policy wants informal
// messages moved to formal systems so that others understand what was decided and what action follows; it warns of decisions on
// incomplete information, without detail or time for challenge. Indicators for a person to check; no text goes into a note.

import type { Category, DecisionKind, DecisionNote, DecisionRole, Evidence, Finding, Message } from '../../model.ts';
import { minutesOf } from '../conversation/clock.ts';
import { dueIn } from './due.ts';
import type { Phrases } from './phrases.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Neighbour, type Placed, signsOf } from './signs.ts';

export interface DecisionReader {
  /** Takes the messages in order, each with the few that follow it; gives what it decides, asks for or takes on. */
  next(evidence: Evidence, following: readonly Neighbour[]): DecisionNote | undefined;
}

/** How many messages before are remembered. */
const REMEMBERED = 6;
/** From here on a message counts as one about care, a colleague, or the organisation: the bounds of patterns/rules/facts.yaml. */
const ABOUT = { care: 0.38, hr: 0.35, staff: 0.4, corporate: 0.5 };
const SURE = 0.6;
/** Health information that may be the ground of a decision; a medicine or an operation is what is decided on. */
const GROUND =
  /^(patient\.clinical\.(diagnosis|symptom|observation|result|allergy|capacity|risk|mental-health|mha-status|substance|maternity|infection|code)|patient\.(restricted|social)|safeguarding|incident)\b/;

export function decisionReader(phrases: Phrases): DecisionReader {
  const before: Neighbour[] = [];
  return {
    next(evidence, following) {
      const kind = kindOf(evidence);
      const note = kind && noteOn({ evidence, kind, before, following }, phrases);
      before.push(evidence);
      if (before.length > REMEMBERED) before.shift();
      return note;
    },
  };
}

/** What the message would decide on, if it decides; undefined for ordinary talk. */
function kindOf({ message, aboutness, findings }: Evidence): DecisionKind | undefined {
  if (message.kind === 'system' || message.text === '') return undefined;
  const { care, hr, staff, corporate } = aboutness;
  if (corporate >= ABOUT.corporate && corporate >= care) {
    return findings.some(isStaffing) ? 'staffing' : 'corporate';
  }
  if (hr >= ABOUT.hr || (staff >= ABOUT.staff && staff > care)) return 'staffing';
  return care >= ABOUT.care ? 'clinical' : undefined;
}

const isStaffing = ({ category, confidence }: Finding): boolean =>
  category === 'corporate.staffing-safe-levels' && confidence >= SURE;

function noteOn(place: Omit<Placed, 'sentences' | 'basis' | 'leansOn'>, phrases: Phrases): DecisionNote | undefined {
  const { evidence, kind, before, following } = place;
  const sentences = sentencesOf(evidence.message.text);
  const answer = answerTo(evidence.message, following);
  const agreed = answer !== undefined && phrases.agreement.test(wholeOf(answer)) ? answer : undefined;
  const found = roleOf(place, sentences, agreed !== undefined, phrases);
  if (found === undefined) return undefined;
  const { role, said, isProposed } = found;
  const leansOn = leanedOn(evidence, before);
  const basis = basisOf([evidence, ...leansOn]);
  const signs = signsOf({ ...place, sentences, basis, leansOn }, role, isProposed ? agreed : undefined, phrases);
  const owner = ownerIn(sentences, role, phrases);
  const due = dueIn(said, phrases.due);
  const takenOn = role === 'action' ? undefined : following.find((one) => takesOn(one, evidence.message, phrases));
  return {
    kind,
    role,
    signs,
    basis,
    ...(owner ? { owner } : {}),
    ...(due && kind === 'clinical' ? { due } : {}),
    ...(takenOn ? { takenOn: { index: takenOn.message.index, sender: takenOn.message.sender } } : {}),
  };
}

/** The first message that somebody else writes after this one. */
const answerTo = ({ sender }: Message, following: readonly Neighbour[]): Message | undefined =>
  following.find(({ message }) => message.kind === 'said' && message.sender !== sender)?.message;

const wholeOf = ({ text }: Message): string =>
  sentencesOf(text)
    .map((one) => one.text)
    .join(' ');

/** What a message does, and the sentences that do it. */
interface Found {
  readonly role: DecisionRole;
  readonly said: readonly Sentence[];
  /** It was only proposed; somebody else agreed. */
  readonly isProposed?: boolean;
}

function roleOf(
  { evidence, kind, before }: Pick<Placed, 'evidence' | 'kind' | 'before'>,
  sentences: readonly Sentence[],
  isAgreed: boolean,
  phrases: Phrases,
): Found | undefined {
  const whole = wholeOf(evidence.message);
  // Who only says yes has added nothing to what was proposed: the proposal is the decision.
  if (phrases.agreement.test(whole)) return undefined;
  const decided = sentences.filter((one) => !one.asks && decides(one.text, kind, phrases));
  if (decided.length > 0) return { role: 'decision', said: decided };
  const proposed = isAgreed ? sentences.filter((one) => proposes(one, kind, phrases)) : [];
  if (proposed.length > 0) return { role: 'decision', said: proposed, isProposed: true };
  const asked = sentences.filter(({ text }) => phrases.request.test(text));
  if (asked.length > 0) return { role: 'request', said: asked };
  const offered = sentences.filter(({ text, asks }) => !asks && phrases.action.test(text));
  if (offered.length > 0) return { role: 'action', said: offered };
  const asking = before.findLast(({ message }) => message.sender !== evidence.message.sender);
  const isReply = asking !== undefined && isNear(asking.message, evidence.message, TAKES_ON_MINUTES);
  return isReply && phrases.takesOn.test(whole) && asksFor(asking.message, phrases)
    ? { role: 'action', said: sentences }
    : undefined;
}

function decides(text: string, kind: DecisionKind, phrases: Phrases): boolean {
  return isSaid(text, phrases[kind], phrases) || (kind === 'clinical' && isSaid(text, phrases.order, phrases));
}

/** The phrase stands there, and is no news, wish or doubt ("not agreed", "if approved", "who decided"). */
function isSaid(text: string, phrase: RegExp, { report }: Phrases): boolean {
  const at = text.search(phrase);
  return at >= 0 && !report.test(text.slice(Math.max(0, at - 30), at));
}

const proposes = ({ text, asks }: Sentence, kind: DecisionKind, phrases: Phrases): boolean =>
  phrases.proposal.test(text) || (asks && decides(text, kind, phrases));

const asksFor = ({ text }: Message, phrases: Phrases): boolean =>
  sentencesOf(text).some((one) => one.asks || phrases.request.test(one.text));

const TAKES_ON_MINUTES = 15;

function takesOn({ message }: Neighbour, asked: Message, phrases: Phrases): boolean {
  if (message.kind === 'system' || message.sender === asked.sender) return false;
  if (!isNear(asked, message, TAKES_ON_MINUTES)) return false;
  const sentences = sentencesOf(message.text);
  return sentences.some(({ text, asks }) => !asks && (phrases.takesOn.test(text) || phrases.action.test(text)));
}

const isNear = (a: Message, b: Message, minutes: number): boolean => {
  const apart = minutesOf(b.at) - minutesOf(a.at);
  return apart >= 0 && apart <= minutes;
};

function ownerIn(sentences: readonly Sentence[], role: DecisionRole, phrases: Phrases): DecisionNote['owner'] {
  const says = (phrase: RegExp) => sentences.some(({ text }) => phrase.test(text));
  if (role === 'action') return 'sender';
  if (says(phrases.anyone)) return 'anyone';
  if (says(phrases.request)) return 'reader';
  return says(phrases.action) ? 'sender' : undefined;
}

function leanedOn({ carried, aboutness }: Evidence, before: readonly Neighbour[]): Neighbour[] {
  const indexes = new Set([...(carried?.from ?? []), ...aboutness.leansOn]);
  return indexes.size === 0 ? [] : before.filter(({ message }) => indexes.has(message.index));
}

/** Kinds of health information in some messages. */
function basisOf(messages: readonly Neighbour[]): Category[] {
  const grounds = messages
    .flatMap(({ findings }) => findings)
    .filter(({ category, confidence }) => confidence >= SURE && GROUND.test(category));
  return [...new Set(grounds.map(({ category }) => category))].sort();
}
