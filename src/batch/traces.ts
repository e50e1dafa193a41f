// Traces: what a batch remembers of every message, so that the same message in another member's export is known again. A trace holds no
// text: the minute, a keyed fingerprint of the words, whether the message was reported, and whom it is about as keyed pseudonyms.
// Who sent it is left out, for every phone saves people under other names; so are lines of the app, which each phone words its own way.

import type { Decision, Evidence, Message } from '../model.ts';
import type { CaseKey } from '../report/case-key.ts';
import { plainText } from '../report/fingerprints.ts';
import { peopleIn } from '../report/people.ts';
import { isReportable } from '../report/record.ts';

/** Of one chat, its messages in order; the lists go together. */
export interface Traces {
  readonly chat: string;
  /** Minutes since 1970 on the clock of the phone; -1 where the time cannot be read. */
  readonly at: readonly number[];
  /** Keyed, ten signs of Crockford's base 32. */
  readonly words: readonly string[];
  /** Places in these lists of messages that were reported. */
  readonly reported: readonly number[];
  /** Whom reported messages are about: pseudonym, place in the lists, and whether the message decides or asks for something. */
  readonly about: readonly (readonly [person: string, message: number, decides: boolean])[];
}

export interface Tracer {
  /** To be told of every message of a chat, in order. */
  message(chat: string, evidence: Evidence, decision: Decision): void;
  /** One line of JSON a chat. */
  lines(): Iterable<string>;
}

/** Fingerprints of ten signs are 50 bits: among ten million messages the chance that any two agree by accident is 1 in 20. */
const SIGNS = 10;

export function tracer(key: CaseKey): Tracer {
  const chats = new Map<string, ReturnType<typeof chatTraces>>();
  return {
    message: (chat, evidence, decision) => {
      const traces = chats.get(chat) ?? chatTraces(chat, key);
      chats.set(chat, traces);
      traces.add(evidence, decision);
    },
    *lines() {
      for (const { traces } of chats.values()) yield `${JSON.stringify(traces)}\n`;
    },
  };
}

function chatTraces(chat: string, key: CaseKey) {
  const at: number[] = [];
  const words: string[] = [];
  const reported: number[] = [];
  const about: [string, number, boolean][] = [];
  const people = peopleIn(chat, key);
  const traces: Traces = { chat, at, words, reported, about };
  return {
    traces,
    add: (evidence: Evidence, decision: Decision) => {
      const { message } = evidence;
      const meant = people.of(evidence);
      if (!isSaid(message)) return;
      const place = at.push(minuteOf(message.at)) - 1;
      words.push(wordsOf(message, key));
      if (!isReportable(decision)) return;
      reported.push(place);
      for (const person of meant()) about.push([person, place, evidence.decision !== undefined]);
    },
  };
}

/** A message that was taken back is in some exports and not in others; what is left of it says nothing. */
const isSaid = ({ kind, marks }: Message): boolean => kind === 'said' && !marks.includes('deleted');

const minuteOf = (at: string): number => {
  const time = Date.parse(`${at.slice(0, 16)}Z`);
  return Number.isNaN(time) ? -1 : time / 60_000;
};

/** A photo without words has another name on every phone, or none where media were left out. */
function wordsOf({ text, attachments }: Message, key: CaseKey): string {
  const said = plainText(text.replace(MENTION, '@'));
  const what = said === '' ? ['nothing', attachments.length > 0] : ['words', said];
  return key.fingerprint('trace', JSON.stringify(what)).slice('igf1:'.length).slice(0, SIGNS);
}

/** A mention is written as the name that this phone knows. */
const MENTION = /@\u2068[^\u2069]{0,100}\u2069/gu;
