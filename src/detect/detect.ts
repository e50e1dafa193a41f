// Conversation -> evidence: reads each message in its conversation and says what in it identifies somebody, what is about
// health, staff or the organisation, and whom it borrows its identity from. Evidence only; what it amounts to is the policy's.

import type { Category, Conversation, Evidence, Finding, Message, Power, Setting } from '../model.ts';
import { type Episodes, episodes } from './conversation/episode.ts';
import { settingOf } from './conversation/setting.ts';
import { signalsOf } from './conversation/signals.ts';
import type { CompiledPatterns } from './patterns/compile.ts';
import { findPatterns } from './patterns/match.ts';
import { type People, type PeopleTable, peopleOf } from './people/people.ts';
import { settle } from './settle.ts';
import { type NormalText, normalise } from './text.ts';
import { findTerms, type WordTable } from './words/table.ts';
import { tokenise } from './words/tokens.ts';

/** Everything that detection knows, built once a run from the pack. */
export interface Detectors {
  readonly patterns: CompiledPatterns;
  readonly words: WordTable;
  readonly people: PeopleTable;
  readonly powerOf: (category: Category) => Power;
}

/** Evidence on every message of a conversation, in order, in the batches in which the messages come. */
export async function* detect(conversation: Conversation, detectors: Detectors): AsyncIterable<readonly Evidence[]> {
  const reader: Reader = {
    detectors,
    setting: settingOf(conversation, detectors.words),
    people: peopleOf(
      detectors.people,
      conversation.participants.map(({ name }) => name),
    ),
    episodes: episodes(detectors.powerOf),
  };
  for await (const batch of conversation.messages()) yield batch.map((message) => read(message, reader));
}

interface Reader {
  readonly detectors: Detectors;
  readonly setting: Setting;
  readonly people: People;
  readonly episodes: Episodes;
}

function read(message: Message, { detectors, setting, people, episodes }: Reader): Evidence {
  const findings = message.kind === 'said' ? findingsIn(message.text, message.sender, detectors, people) : [];
  const carried = episodes.next(message, findings);
  const signals = signalsOf(message, findings, detectors.powerOf);
  return { message, setting, findings, signals, ...(carried ? { carried } : {}) };
}

/**
 * Findings of a text by itself, sorted by place, offsets in the text as given. `people` remembers whom it met, so give it
 * the messages of one conversation in order.
 */
export function findingsIn(raw: string, sender: string, detectors: Detectors, people: People): Finding[] {
  if (raw === '') return [];
  const text = normalise(raw);
  const tokens = tokenise(text.text);
  const shapes = findPatterns(text, detectors.patterns);
  const persons = people.find({ text, tokens, sender });
  const terms = findTerms(text, tokens, detectors.words);
  return settle(shapes, persons, terms).map((finding) => placedIn(text, finding));
}

function placedIn(text: NormalText, finding: Finding): Finding {
  return text.raw === text.text
    ? finding
    : { ...finding, start: text.toRaw(finding.start), end: text.toRaw(finding.end) };
}
