// A chat whose export says outright who sent what and when (JSON, XML, pages), as a conversation: one pass for its facts, and one
// more whenever its messages are asked for. WhatsApp, whose layout must be found out first, has a survey of its own.

import type { Conversation, DateOrder, Issue, Message } from '../model.ts';
import { count, emptyCensus, kindOf, participantsOf } from './census.ts';
import type { Shelf } from './media.ts';

/** What the export says of the chat as a whole. */
export interface ChatHead {
  readonly app: string;
  readonly layout: string;
  /** Of its (first) file. */
  readonly path: string;
  readonly title: string;
  /** Where the export says so; else it is told by the number of people. */
  readonly kind?: Conversation['kind'];
  /** People whom the export names, whether they wrote or not. */
  readonly people?: readonly string[];
  readonly dateOrder?: DateOrder;
}

/** Dates that are written as numbers of seconds, or year first, leave nothing to guess. */
const PLAIN_DATES: DateOrder = { order: 'year-first', certain: true, evidence: 'the export writes dates in full' };

/**
 * Reads the messages once for the facts. `read` gives them oldest first, each time from the start, and ends early where the file is
 * damaged; `issuesOf` is asked after the first pass for what was met on the way.
 */
export async function conversationOf(
  head: ChatHead,
  read: () => AsyncIterable<readonly Message[]>,
  shelf: Shelf,
  issuesOf: () => readonly Issue[],
): Promise<Conversation> {
  const census = emptyCensus();
  for (const name of head.people ?? []) if (name !== '') census.said.set(name, 0);
  for await (const batch of read()) for (const message of batch) count(census, message, shelf, head.path);
  const { records, system, attachments, missing, here } = census;
  return {
    app: head.app,
    layout: head.layout,
    path: head.path,
    title: head.title || census.title,
    // Where only one person is seen, the title may well be the other: it is shown only of what is plainly a group.
    kind: head.kind ?? (census.said.size < 2 && !census.isGroup ? 'direct' : kindOf(census)),
    dateOrder: head.dateOrder ?? PLAIN_DATES,
    participants: participantsOf(census),
    firstAt: census.first,
    lastAt: census.last,
    counts: { records, said: records - system, system, attachments },
    issues: [
      ...(records === 0 ? [{ code: 'no-messages' } as const] : []),
      ...issuesOf(),
      ...(missing > 0 ? [{ code: 'media-not-in-export', count: missing } as const] : []),
      ...(here > 0 ? [{ code: 'media-not-read', count: here } as const] : []),
    ],
    messages: read,
  };
}
