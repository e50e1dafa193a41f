// The messages of the pages of a thread, oldest first. One page is held at a time; Meta begins a new one after 10,000 messages.

import type { DateOrder, Mark } from '../../model.ts';
import { elementsIn, type HtmlElement, htmlRecords, isElement } from '../html.ts';
import { filesShown, shownText } from '../html-text.ts';
import type { Shelf } from '../media.ts';
import { noNotes, type ReadingNotes } from '../notes.ts';
import { NO_DATE, type RawMessage } from '../numbered.ts';
import { atOf, looksLikeDate, readSpokenDate } from '../spoken-dates.ts';
import type { FileText } from '../text.ts';
import type { PageLayout } from './page-layout.ts';
import { eventIn } from './system.ts';

/** A page of the thread, ready to be read. */
export interface Page {
  readonly path: string;
  readonly text: FileText;
  readonly layout: PageLayout;
}

/** Pages oldest first. */
export async function* messagesOf(
  pages: readonly Page[],
  order: DateOrder['order'],
  shelf: Shelf,
  notes: ReadingNotes,
): AsyncGenerator<RawMessage> {
  Object.assign(notes, noNotes());
  for (const { path, text, layout } of pages) {
    const found: RawMessage[] = [];
    for await (const record of htmlRecords(text.pieces(), layout.isMessage, notes)) {
      const message = messageOf(record, order, path, shelf);
      if (message) found.push(message);
      // Before the first message stand the title and who takes part.
      else if (found.length > 0 && shownText(record) !== '') notes.lost++;
    }
    notes.undated += found.filter(({ at }) => at === NO_DATE).length;
    yield* oldestFirst(found);
  }
}

/** Meta writes the newest message first; a page whose dates rise was turned round by somebody. */
export function oldestFirst(messages: RawMessage[]): RawMessage[] {
  const dated = messages.filter(({ at }) => at !== NO_DATE);
  const rises = (dated[0]?.at ?? '') < (dated.at(-1)?.at ?? '');
  return rises ? messages : messages.reverse();
}

/** Undefined when it is no message: too few parts for a sender, a text and a time. */
function messageOf(record: HtmlElement, order: DateOrder['order'], path: string, shelf: Shelf): RawMessage | undefined {
  const parts = elementsIn(record);
  const last = parts.at(-1);
  if (!last || parts.length < 2) return undefined;
  const written = shownText(last).replaceAll('\n', ' ');
  const isTime = isSingle(last) && looksLikeDate(written);
  const date = isTime ? readSpokenDate(written) : undefined;
  // With two parts there is no telling a sender from a text: better a text without a sender than a text not read.
  const body = parts.slice(parts.length > 2 ? 1 : 0, isTime ? -1 : undefined);
  const sender = (parts.length > 2 && parts[0] && shownText(parts[0]).replaceAll('\n', ' ')) || 'Facebook user';
  const text = body
    .map((part) => shownText(part, isReactions))
    .filter((line) => line !== '')
    .join('\n');
  const at = date ? atOf(date, order) : NO_DATE;
  const system = eventIn({}, sender, text);
  if (system) return { kind: 'system', at, sender: '', text, attachments: [], marks: [], system };
  const attachments = body.flatMap((part) => filesShown(part, path, shelf));
  return { kind: 'said', at, sender, text, attachments, marks: marksOf(text) };
}

/** A text by itself, with nothing beside it. */
function isSingle({ children }: HtmlElement): boolean {
  const inside = children.filter((child) => isElement(child) || child.trim() !== '');
  const [only] = inside;
  return inside.length <= 1 && (only === undefined || !isElement(only) || isSingle(only));
}

const marksOf = (text: string): Mark[] => (/^.{1,80} unsent a message\.?$/.test(text) ? ['deleted'] : []);

const LONGEST_REACTION = 120;

/** A list whose every line is an emoji and a name: who reacted to the message. */
function isReactions(element: HtmlElement): boolean {
  if (element.name !== 'ul') return false;
  const lines = elementsIn(element).map((line) => shownText(line));
  return lines.length > 0 && lines.every(isReaction);
}

const isReaction = (line: string): boolean =>
  line.length <= LONGEST_REACTION && /^(?:\p{Extended_Pictographic}|[\u2600-\u27bf])/u.test(line);
