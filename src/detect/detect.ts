// Conversation -> evidence: reads each message in its conversation and says what in it identifies somebody, what is about
// health, staff or the organisation, and whom it borrows its identity from. Evidence only; what it amounts to is the policy's.

import type { Aboutness, Category, Conversation, Evidence, Finding, Message, Power, Setting } from '../model.ts';
import { aboutnessReader } from './aboutness/aboutness.ts';
import { type Glimpse, glimpse } from './aboutness/glimpse.ts';
import type { Weights } from './aboutness/weights.ts';
import { type ChildReader, childReader } from './conversation/children.ts';
import { minutesOf } from './conversation/clock.ts';
import { type Episodes, episodes } from './conversation/episode.ts';
import { settingOf } from './conversation/setting.ts';
import { signalsOf } from './conversation/signals.ts';
import { type DecisionReader, decisionReader } from './decisions/decisions.ts';
import type { Phrases } from './decisions/phrases.ts';
import { type ConversationIdentifiers, conversationIdentifiers } from './identifiers/identifiers.ts';
import type { CompiledPatterns } from './patterns/compile.ts';
import { findPatterns } from './patterns/match.ts';
import { namesAsRead } from './people/as-read.ts';
import { type People, type PeopleTable, peopleOf } from './people/people.ts';
import { settle } from './settle.ts';
import { type NormalText, normalise } from './text.ts';
import { findTerms, type WordTable } from './words/table.ts';
import { type Token, tokenise } from './words/tokens.ts';

/** What detection needs of a conversation. */
export type Readable = Pick<Conversation, 'title' | 'kind' | 'participants' | 'messages'>;

/** Everything that detection knows, built once a run from the pack. */
export interface Detectors {
  readonly patterns: CompiledPatterns;
  readonly words: WordTable;
  readonly people: PeopleTable;
  readonly aboutness: Weights;
  readonly decisions: Phrases;
  readonly childWords: RegExp;
  readonly powerOf: (category: Category) => Power;
}

/**
 * Evidence on every message of a conversation, in order. A message comes out when the few that follow it are known, so batches
 * differ from those in which the messages come in.
 */
export async function* detect(conversation: Readable, detectors: Detectors): AsyncIterable<readonly Evidence[]> {
  const aboutness = aboutnessReader(detectors.aboutness);
  const last: LastReaders = {
    decisions: decisionReader(detectors.decisions),
    children: childReader(detectors.childWords),
  };
  const waiting: Seen[] = [];
  for await (const batch of see(conversation, detectors)) {
    const ready: Evidence[] = [];
    for (const seen of batch) {
      waiting.push(seen);
      ready.push(...joined(waiting, aboutness.next(seen.glimpse), last));
    }
    yield ready;
  }
  yield joined(waiting, aboutness.end(), last);
}

/** A message with all its evidence but what its neighbours add. */
export interface Seen {
  readonly evidence: Omit<Evidence, 'aboutness'>;
  readonly glimpse: Glimpse;
}

/** Reads the messages of a conversation in order, each by itself and beside those before it. */
export async function* see(conversation: Readable, detectors: Detectors): AsyncIterable<readonly Seen[]> {
  const names = conversation.participants.map(({ name }) => name);
  const reader: Reader = {
    detectors,
    setting: settingOf(conversation, detectors.words),
    people: peopleOf(detectors.people, names, conversation.kind === 'group' ? conversation.title : ''),
    identifiers: conversationIdentifiers(conversation.title),
    episodes: episodes(detectors.powerOf),
  };
  // A number may be split over two messages, so each is read when the next one is known.
  let held: Message | undefined;
  for await (const batch of conversation.messages()) {
    const seen: Seen[] = [];
    for (const message of batch) {
      if (held) seen.push(seeMessage(held, message, reader));
      held = message;
    }
    yield seen;
  }
  if (held) yield [seeMessage(held, undefined, reader)];
}

interface Reader {
  readonly detectors: Detectors;
  readonly setting: Setting;
  readonly people: People;
  readonly identifiers: ConversationIdentifiers;
  readonly episodes: Episodes;
}

function seeMessage(message: Message, following: Message | undefined, reader: Reader): Seen {
  const { detectors, setting, people, identifiers, episodes } = reader;
  const text = normalise(message.text);
  const tokens = message.kind === 'said' ? tokenise(text.text) : [];
  const own = message.kind === 'said' ? read(text, tokens, message.sender, detectors, people) : [];
  const findings = identifiers.next(
    message,
    following,
    own.map((finding) => placedIn(text, finding)),
  );
  const carried = episodes.next(message, findings);
  const signals = signalsOf(message, findings, detectors.powerOf);
  return {
    evidence: { message, setting, findings, signals, ...(carried ? { carried } : {}) },
    glimpse: glimpse(message, minutesOf(message.at), tokens, findings, detectors.aboutness.book),
  };
}

/** What is read of a message last, when all its other evidence is known. */
interface LastReaders {
  readonly decisions: DecisionReader;
  readonly children: ChildReader;
}

/** The oldest of those that wait, with what their neighbours add; the others are the messages that follow them. */
function joined(waiting: Seen[], known: readonly Aboutness[], { decisions, children }: LastReaders): Evidence[] {
  return known.flatMap((aboutness) => {
    const seen = waiting.shift();
    if (!seen) return [];
    const evidence = namesAsRead({ ...seen.evidence, aboutness });
    const following = waiting.map((one) => one.evidence);
    const decision = decisions.next(evidence, following);
    const isChild = children.isAboutChild(evidence);
    return [{ ...evidence, ...(decision ? { decision } : {}), ...(isChild ? { aboutChild: true } : {}) }];
  });
}

/**
 * Findings of a text by itself, sorted by place, offsets in the text as given. `people` remembers whom it met, so give it
 * the messages of one conversation in order.
 */
export function findingsIn(raw: string, sender: string, detectors: Detectors, people: People): Finding[] {
  const text = normalise(raw);
  return read(text, tokenise(text.text), sender, detectors, people).map((finding) => placedIn(text, finding));
}

/** Offsets in the normalised text. */
function read(
  text: NormalText,
  tokens: readonly Token[],
  sender: string,
  detectors: Detectors,
  people: People,
): Finding[] {
  if (text.text === '') return [];
  const shapes = findPatterns(text, detectors.patterns);
  const persons = people.find({ text, tokens, sender });
  return settle(shapes, persons, findTerms(text, tokens, detectors.words));
}

function placedIn(text: NormalText, finding: Finding): Finding {
  return text.raw === text.text
    ? finding
    : { ...finding, start: text.toRaw(finding.start), end: text.toRaw(finding.end) };
}
