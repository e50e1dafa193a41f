// One file with any number of chats, their messages mixed or in any order: read once for all chats together. Messages of small chats
// are kept meanwhile; the file is read again only for a chat that is too big to keep.

import type { Conversation, Issue, Message } from '../model.ts';
import { type ChatHead, conversationOf } from './conversation.ts';
import type { Shelf } from './media.ts';
import { numbering, type RawMessage } from './numbered.ts';

export interface Entry {
  /** Tells the chats of the file apart. */
  readonly chat: string;
  readonly message: RawMessage;
}

export interface ChatsFile {
  /** Everything that was said, each time from the start of the file. */
  read(): AsyncIterable<readonly Entry[]>;
  /** Asked after the first reading; `chat` is '' when there was no message at all. */
  headOf(chat: string): ChatHead;
  /** What was met while reading; asked after the first reading. */
  issues(): readonly Issue[];
  /** What must be said of each chat. */
  readonly eachIssue?: readonly Issue[];
  readonly shelf: Shelf;
}

/** UTF-16 units that may be kept of all chats together; a message costs more than its text. */
const KEPT = 60_000_000;
const COST_OF_ONE = 300;
/** Messages handed out at a time. */
const BATCH = 400;

/** What the first reading learns of one chat. */
interface Pile {
  readonly chat: string;
  size: number;
  last: string;
  /** Oldest first in the file. */
  inOrder: boolean;
  /** People who came while the chat was going on. */
  readonly came: Set<string>;
  /** Undefined when it grew too big to keep. */
  kept: RawMessage[] | undefined;
}

/** The chats of a file in order of appearance, each oldest first; one without messages when nothing was said in any. */
export async function conversationsOf(file: ChatsFile): Promise<Conversation[]> {
  const piles = await sorted(file);
  const chats: Conversation[] = [];
  for (const pile of piles.length === 0 ? [emptyPile('')] : piles) {
    const head = file.headOf(pile.chat);
    const people = head.people?.filter((name) => !pile.came.has(name));
    const issues: Issue[] = [...(file.eachIssue ?? [])];
    if (chats.length === 0) issues.push(...file.issues());
    if (isTooBigToSort(pile)) issues.push({ code: 'messages-out-of-order' });
    const read = () => messagesOf(pile, file);
    chats.push(await conversationOf({ ...head, ...(people ? { people } : {}) }, read, file.shelf, () => issues));
  }
  return chats;
}

const emptyPile = (chat: string): Pile => ({ chat, size: 0, last: '', inOrder: true, came: new Set(), kept: [] });

async function sorted(file: ChatsFile): Promise<Pile[]> {
  const piles = new Map<string, Pile>();
  let kept = 0;
  for await (const batch of file.read()) {
    for (const { chat, message } of batch) {
      const pile = piles.get(chat) ?? emptyPile(chat);
      if (pile.size === 0) piles.set(chat, pile);
      kept += put(pile, message);
    }
    while (kept > KEPT) kept -= dropBiggest(piles);
  }
  return [...piles.values()];
}

/** Gives what keeping the message costs. */
function put(pile: Pile, message: RawMessage): number {
  const cost = COST_OF_ONE + message.text.length;
  pile.size += cost;
  if (isDated(message)) {
    if (message.at < pile.last) pile.inOrder = false;
    pile.last = message.at;
  }
  const type = message.system?.type;
  if (type === 'added' || type === 'joined') for (const name of message.system?.members ?? []) pile.came.add(name);
  pile.kept?.push(message);
  return pile.kept ? cost : 0;
}

function dropBiggest(piles: ReadonlyMap<string, Pile>): number {
  const biggest = [...piles.values()].reduce((big, pile) =>
    pile.kept && (!big.kept || pile.size > big.size) ? pile : big,
  );
  biggest.kept = undefined;
  return biggest.size;
}

const isTooBigToSort = ({ kept, inOrder, size }: Pile): boolean => !kept && !inOrder && size > KEPT;

async function* messagesOf(pile: Pile, file: ChatsFile): AsyncGenerator<readonly Message[]> {
  const number = numbering();
  if (!pile.kept && (pile.inOrder || isTooBigToSort(pile))) {
    for await (const batch of ofChat(pile.chat, file)) yield batch.map(number);
    return;
  }
  let messages = pile.kept;
  if (!messages) {
    messages = [];
    for await (const batch of ofChat(pile.chat, file)) messages.push(...batch);
  }
  const ordered = pile.inOrder ? messages : oldestFirst(messages);
  for (let at = 0; at < ordered.length; at += BATCH) yield ordered.slice(at, at + BATCH).map(number);
}

async function* ofChat(wanted: string, file: ChatsFile): AsyncGenerator<readonly RawMessage[]> {
  for await (const batch of file.read()) {
    const own = batch.flatMap(({ chat, message }) => (chat === wanted ? [message] : []));
    if (own.length > 0) yield own;
  }
}

/** What has no date stays behind what it followed. Some apps write the newest first: what is of one minute is turned round as well. */
function oldestFirst(messages: readonly RawMessage[]): RawMessage[] {
  const dates = messages.filter(isDated);
  const newestFirst = (dates[0]?.at ?? '') > (dates.at(-1)?.at ?? '');
  let last = '';
  const dated = (newestFirst ? messages.toReversed() : messages).map((message) => {
    if (isDated(message)) last = message.at;
    return { message, at: last };
  });
  return dated.sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0)).map(({ message }) => message);
}

const isDated = ({ at }: RawMessage): boolean => !at.startsWith('0000');
