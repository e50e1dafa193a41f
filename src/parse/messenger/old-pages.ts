// Messenger as downloads held it until early 2018: all threads of the account on one page, messages.htm. That layout will not change any
// more, so it is read by the names of its classes.

import type { Conversation, DateOrder, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import { Cursor, type OfChat } from '../cursor.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { classesOf, type HtmlEvents, type Opening, readHtml } from '../html.ts';
import { LONGEST } from '../lines.ts';
import { issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import { NO_DATE, numbered, type RawMessage } from '../numbered.ts';
import { atOf, OrderEvidence, readSpokenDate } from '../spoken-dates.ts';
import { type FileText, fileText } from '../text.ts';
import { oldestFirst } from './page-messages.ts';
import { eventIn } from './system.ts';

const recognise = (head: string): number =>
  /<div class="message_header">\s*<span class="user">/.test(head) && /class="thread"/.test(head) ? 0.95 : 0;

/** A message as it stands on the page, with the thread it belongs to. */
interface OldMessage {
  readonly sender: string;
  readonly time: string;
  readonly text: string;
}

async function surveyPage(file: SourceFile, { shelf, dateOrder }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const evidence = new OrderEvidence();
  const threads: string[] = [];
  for await (const { item } of messagesIn(text, threads, noNotes())) {
    const date = readSpokenDate(item.time);
    if (date) evidence.note(date);
  }
  const { order, issues } = evidence.decide(dateOrder);
  const notes = noNotes();
  const cursor = new Cursor(() => messagesIn(text, [], notes));
  const chats: Conversation[] = [];
  for (const [at, names] of threads.entries()) {
    const own = noNotes();
    const first = [...text.issues, ...issues];
    chats.push(
      await conversationOf(
        {
          app: 'messenger',
          layout: 'messenger-htm',
          path: file.path,
          title: names,
          people: names.split(', '),
          dateOrder: order,
        },
        () => numbered(threadOf(cursor.of(at), order.order, own)),
        shelf,
        () => [...(at === 0 ? first : []), ...issuesOfNotes({ ...own, cut: notes.cut && at === threads.length - 1 })],
      ),
    );
  }
  return chats;
}

/** One thread is held at a time, to turn it round. */
async function* threadOf(
  messages: AsyncIterable<OldMessage>,
  order: DateOrder['order'],
  notes: ReadingNotes,
): AsyncGenerator<RawMessage> {
  Object.assign(notes, noNotes());
  const found: RawMessage[] = [];
  for await (const { sender, time, text } of messages) {
    const date = readSpokenDate(time);
    const at = date ? atOf(date, order) : NO_DATE;
    if (!date) notes.undated++;
    const system = eventIn({}, sender, text);
    const plain = { at, text, attachments: [], marks: [] };
    found.push(system ? { ...plain, kind: 'system', sender: '', system } : { ...plain, kind: 'said', sender });
  }
  yield* oldestFirst(found);
}

/** Messages in the order of the page; `threads` is given the people of each thread as they are met. */
async function* messagesIn(text: FileText, threads: string[], notes: ReadingNotes): AsyncGenerator<OfChat<OldMessage>> {
  const reader = new ThreadReader(threads);
  for await (const _ of readHtml(text.pieces(), reader, notes)) yield* reader.ready.splice(0);
  reader.end();
  yield* reader.ready;
}

type Part = 'names' | 'user' | 'meta' | 'text';

/** `thread` holds the names and then, in turn, a `message` (with `user` and `meta`) and the `p` with its text. */
class ThreadReader implements HtmlEvents {
  readonly ready: OfChat<OldMessage>[] = [];
  readonly #threads: string[];
  readonly #parts: (Part | undefined)[] = [];
  #pending: { user: string; meta: string; text: string } | undefined;

  constructor(threads: string[]) {
    this.#threads = threads;
  }

  open(opening: Opening): void {
    const classes = classesOf(opening);
    if (classes.includes('thread')) {
      this.end();
      this.#threads.push('');
    } else if (classes.includes('message')) {
      this.end();
      this.#pending = { user: '', meta: '', text: '' };
    }
    const part = this.#partOf(opening, classes);
    if (part === 'text' && this.#pending && this.#pending.text !== '') this.#pending.text += '\n';
    this.#parts.push(part);
  }

  #partOf({ name }: Opening, classes: readonly string[]): Part | undefined {
    if (classes.includes('thread')) return 'names';
    if (classes.includes('user')) return 'user';
    if (classes.includes('meta')) return 'meta';
    return name === 'p' || this.#parts.at(-1) === 'text' ? 'text' : undefined;
  }

  text(piece: string): void {
    const part = this.#parts.at(-1);
    if (part === 'names') this.#threads[this.#threads.length - 1] += piece;
    else if (part !== undefined && this.#pending) {
      this.#pending[part] = (this.#pending[part] + piece).slice(0, LONGEST);
    }
  }

  close(): void {
    this.#parts.pop();
  }

  /** The message at hand is whole. */
  end(): void {
    const last = this.#threads.length - 1;
    if (last >= 0) this.#threads[last] = (this.#threads[last] ?? '').replace(/\s+/g, ' ').trim();
    if (!this.#pending) return;
    const { user, meta, text } = this.#pending;
    const item = { sender: user.trim() || 'Facebook user', time: meta.trim(), text: text.trim() };
    this.ready.push({ chat: Math.max(last, 0), item });
    this.#pending = undefined;
  }
}

export const oldMessengerPages: ChatFormat = {
  id: 'messenger-htm',
  app: 'messenger',
  name: 'Messenger, HTML download until 2018',
  about: {
    handIn: 'messages.htm of an old download, all chats on one page',
    toldBy: "the page's own marks of threads, messages and users",
    limits: 'which message carried a picture or file',
    example: 'formats/messenger-htm',
  },
  recognise,
  survey: fileByFile(surveyPage),
};
