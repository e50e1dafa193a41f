// The messages of Telegram's pages. A message joined to the one before has its sender; lines of Telegram itself have no time, and stand
// at that of the message before.

import type { Attachment, MediaKind } from '../../model.ts';
import { elementsIn, findByClass, type HtmlElement, hasClass, htmlRecords } from '../html.ts';
import { filesShown, shownText } from '../html-text.ts';
import { endingOf, hasKnownEnding, kindOfName, type Shelf } from '../media.ts';
import { noNotes, type ReadingNotes } from '../notes.ts';
import { NO_DATE, type RawMessage } from '../numbered.ts';
import { atOf, readSpokenDate } from '../spoken-dates.ts';
import type { FileText } from '../text.ts';
import { pageEventIn } from './page-events.ts';

/** What a message takes from those before it. */
interface Before {
  sender: string;
  at: string;
}

/** Pages oldest first. */
export async function* messagesOf(
  pages: readonly { readonly path: string; readonly text: FileText }[],
  shelf: Shelf,
  notes: ReadingNotes,
): AsyncGenerator<RawMessage> {
  Object.assign(notes, noNotes());
  const before: Before = { sender: '', at: NO_DATE };
  for (const { path, text } of pages) {
    for await (const record of htmlRecords(text.pieces(), (opening) => hasClass(opening, 'message'), notes)) {
      notes.lost += messagesWithin(record);
      if (isDaySign(record, before)) continue;
      const message = hasClass(record, 'service')
        ? serviceLine(record, before)
        : messageOf(record, before, path, shelf);
      if (!message) notes.lost++;
      else if (message.at === NO_DATE) notes.undated++;
      if (message) yield message;
    }
  }
}

/** Telegram puts no message into another: the page is damaged, and what is inside may be taken for something else. */
const messagesWithin = (element: HtmlElement): number =>
  elementsIn(element).reduce((sum, part) => sum + (hasClass(part, 'message') ? 1 : 0) + messagesWithin(part), 0);

/** `3 December 2024` between the messages of two days: not a message. Its day is the best that is known until one follows. */
function isDaySign({ attributes, children }: HtmlElement, before: Before): boolean {
  if (!/^message-\d+$/.test(attributes.id ?? '')) return false;
  const text = children
    .map((child) => (typeof child === 'string' ? child : shownText(child)))
    .join('')
    .trim();
  const day = readSpokenDate(`${text}, 00:00`);
  if (day) before.at = atOf(day, 'day-first');
  return day !== undefined;
}

function serviceLine(record: HtmlElement, { at }: Before): RawMessage {
  const text = shownText(record);
  return { kind: 'system', at, sender: '', text, attachments: [], marks: [], system: pageEventIn(text) };
}

function messageOf(record: HtmlElement, before: Before, path: string, shelf: Shelf): RawMessage | undefined {
  const body = elementsIn(record).find((part) => hasClass(part, 'body'));
  if (!body) return undefined;
  const parts = elementsIn(body);
  const named = parts.find((part) => hasClass(part, 'from_name'));
  if (named) before.sender = shownText(named, isAside).replaceAll('\n', ' ');
  const written = parts.find((part) => hasClass(part, 'date'))?.attributes.title ?? '';
  const date = readSpokenDate(written);
  const at = date ? atOf(date, 'day-first') : NO_DATE;
  if (date) before.at = at;
  const isForwarded = parts.some((part) => hasClass(part, 'forwarded'));
  return {
    kind: 'said',
    at,
    sender: before.sender || 'Deleted account',
    text: shownText(body, isAside),
    attachments: attachmentsOf(body, path, shelf),
    marks: isForwarded ? ['forwarded'] : [],
  };
}

const ASIDE = new Set(
  'date from_name reply_to userpic_wrap reactions signature details_via video_duration gif_play'.split(' '),
);
/** Media whose words are Telegram's own: `Photo`, `Not included, change data exporting settings to download.` */
const FILES: Readonly<Record<string, MediaKind | undefined>> = {
  media_photo: 'image',
  media_video: 'video',
  media_voice_message: 'voice-note',
  media_audio_file: 'voice-note',
  media_file: undefined,
};

const fileClassOf = (element: HtmlElement): string | undefined =>
  Object.keys(FILES).find((name) => hasClass(element, name));

/** What stands in a message and is not content. */
function isAside(element: HtmlElement): boolean {
  const names = (element.attributes.class ?? '').split(/\s+/);
  const isDetail = element.name === 'span' && names.includes('details');
  return isDetail || names.some((name) => ASIDE.has(name)) || fileClassOf(element) !== undefined;
}

function attachmentsOf(body: HtmlElement, path: string, shelf: Shelf): Attachment[] {
  const media = elementsIn(body).flatMap((part) => (hasClass(part, 'forwarded') ? elementsIn(part) : [part]));
  return media
    .filter((part) => hasClass(part, 'media_wrap'))
    .flatMap((part) => [...filesShown(part, path, shelf), ...elementsIn(part).filter(isLeftOut).map(leftOut)]);
}

const isLeftOut = (element: HtmlElement): boolean => element.name !== 'a' && fileClassOf(element) !== undefined;

/** A file that was not exported, named by its title where that is its own name. */
function leftOut(element: HtmlElement): Attachment {
  const title = findByClass(element, 'title');
  const shown = title ? shownText(title) : '';
  const name = hasKnownEnding(shown) || endingOf(shown) !== '' ? shown : '';
  return { name, kind: FILES[fileClassOf(element) ?? ''] ?? (name === '' ? 'omitted' : kindOfName(name)) };
}
