// The names in front of messages, gathered in a first pass, so that the split of a line into sender and text never depends
// on the lines before it. What they come to is in cast.ts.

import { cleanName, copyOf, LRM } from '../marks.ts';
import { canBeSystemText, isEncryptionNotice, readSystemLine } from './system.ts';

/** Longer "senders" are sentences with a colon. */
export const LONGEST_SENDER = 200;

export interface Candidate {
  readonly name: string;
  /** Messages whose text is the person's own, and messages whose text begins with the app's mark. */
  plain: number;
  marked: number;
  /** What stands before the next colon, while it is the same in all messages: then it may belong to the name. */
  next: string | undefined;
  /** A message proved that `next` belongs to the name: the text of the app begins behind it. */
  proved: boolean;
  /** It may be the beginning of a line of the app. */
  readonly system: boolean;
}

export interface SenderTally {
  readonly byText: Map<string, Candidate>;
  /** Names with a colon that system lines tell of. */
  readonly named: Set<string>;
  /** Senders of the encryption notice, and of lines of the app about others: on iPhones the name of the group. */
  readonly titles: Set<string>;
  readonly hosts: Set<string>;
  /** Lines with `: `, and lines with only a bare colon. */
  spaced: number;
  readonly unspaced: Map<string, number>;
}

export const noSenders = (): SenderTally => ({
  byText: new Map(),
  named: new Set(),
  titles: new Set(),
  hosts: new Set(),
  spaced: 0,
  unspaced: new Map(),
});

const nobody = (): boolean => false;
/** What only the app writes at the start of a text; it shows where the sender ends. */
const APP_TEXT =
  /^(?:\u200e|<[A-Z\u00c0-\u024f]|(?:IMG|VID|PTT|AUD|STK|DOC)-\d{8}-WA|null$|This message was deleted|$)/;

/** Adds what the text after one header shows; `bracket` is true for headers of iPhones and the Web. */
export function noteSender(seen: SenderTally, rest: string, bracket: boolean): void {
  if (bracket && noteNotice(seen, rest)) return;
  const colon = rest.indexOf(': ');
  if (colon <= 0 || colon > LONGEST_SENDER) {
    if (colon === -1) noteUnspaced(seen, rest);
    return;
  }
  seen.spaced++;
  const text = rest.slice(0, colon);
  let candidate = seen.byText.get(text);
  if (!candidate) {
    candidate = {
      name: copyOf(cleanName(text)),
      plain: 0,
      marked: 0,
      next: nextOf(rest, colon),
      proved: false,
      system: canBeSystemText(text),
    };
    seen.byText.set(copyOf(text), candidate);
  }
  if (rest.startsWith(LRM, colon + 2)) candidate.marked++;
  else candidate.plain++;
  if (candidate.next !== undefined) noteNext(candidate, rest, colon);
  if (candidate.system || candidate.marked > 0) noteNamed(seen, candidate, rest, colon);
}

const nextOf = (rest: string, colon: number): string | undefined => {
  const second = rest.indexOf(': ', colon + 2);
  return second > colon + 2 && second <= LONGEST_SENDER ? copyOf(rest.slice(colon + 2, second)) : undefined;
};

function noteNext(candidate: Candidate, rest: string, colon: number): void {
  const next = candidate.next ?? '';
  if (!rest.startsWith(`${next}: `, colon + 2)) candidate.next = undefined;
  else if (APP_TEXT.test(rest.slice(colon + next.length + 4, colon + next.length + 40))) candidate.proved = true;
}

function noteNotice(seen: SenderTally, rest: string): boolean {
  const mark = rest.indexOf(`: ${LRM}`);
  const colon = mark === -1 ? rest.indexOf(': Messages ') : mark;
  if (colon <= 0 || colon > LONGEST_SENDER || rest.startsWith('<', colon + 3)) return false;
  if (!isEncryptionNotice(rest.slice(colon + (mark === -1 ? 2 : 3)))) return false;
  seen.titles.add(copyOf(rest.slice(0, colon)));
  return true;
}

function noteNamed(seen: SenderTally, candidate: Candidate, rest: string, colon: number): void {
  const marked = rest.startsWith(LRM, colon + 2);
  if (marked ? rest.startsWith('<', colon + 3) : !candidate.system) return;
  const event = readSystemLine(marked ? rest.slice(colon + 3) : rest, nobody)?.event;
  for (const name of event?.members ?? []) if (name.includes(': ')) seen.named.add(copyOf(name));
  const actor = event?.actor;
  if (marked && actor !== undefined && actor !== candidate.name && actor !== 'You') seen.hosts.add(candidate.name);
}

function noteUnspaced(seen: SenderTally, rest: string): void {
  const colon = rest.indexOf(':');
  if (colon <= 0 || colon > 60 || colon === rest.length - 1) return;
  const text = rest.slice(0, colon);
  const before = seen.unspaced.get(text);
  if (before !== undefined) seen.unspaced.set(text, before + 1);
  else if (seen.unspaced.size < 10_000) seen.unspaced.set(copyOf(text), 1);
}
