// One message of Telegram's JSON. Text is a string or a list of pieces; what is shared with a message (a contact, a place, a poll) is
// content like what was typed.

import type { Attachment, Mark, MediaKind } from '../../model.ts';
import { linesOf } from '../json-chats.ts';
import { isJson, type Json, listAt, numberAt, textAt, wordsAt } from '../json-shape.ts';
import { baseName, cameAs, kindOfName, type Shelf } from '../media.ts';
import { NO_DATE, type RawMessage } from '../numbered.ts';
import { eventOf } from './service.ts';

/** Undefined for what is no message, or one of a kind that Telegram itself says it cannot export. */
export function readMessage(value: unknown, path: string, shelf: Shelf): RawMessage | undefined {
  if (!isJson(value) || value.type === 'unsupported') return undefined;
  const at = timeOf(value);
  const text = linesOf([typed(value.text), ...shared(value)]);
  if (value.type === 'service') {
    const actor = wordsAt(value, 'actor') || wordsAt(value, 'actor_id') || wordsAt(value, 'from');
    const { event, says } = eventOf(value, actor);
    const said = linesOf([says, text]);
    return { kind: 'system', at, sender: '', text: said, attachments: [], marks: [], system: event };
  }
  const sender = wordsAt(value, 'from') || wordsAt(value, 'from_id') || 'Deleted account';
  return { kind: 'said', at, sender, text, attachments: attachmentsOf(value, path, shelf), marks: marksOf(value) };
}

/** The clock of the exporting computer; since 2022 the time is given in UTC as well, which tells the zone of that clock. */
function timeOf(value: Json): string {
  const date = wordsAt(value, 'date');
  const local = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)$/.exec(date);
  if (!local) return NO_DATE;
  const utc = numberAt(value, 'date_unixtime') * 1000;
  const offset = Math.round((Date.parse(`${date}Z`) - utc) / 60_000);
  if (!Number.isFinite(offset) || offset % 15 !== 0 || Math.abs(offset) > 14 * 60) return date;
  const distance = Math.abs(offset);
  return `${date}${offset < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Pieces are strings or objects with a text, a link hidden behind words with its address. */
function typed(text: unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text
    .map((piece: unknown) => {
      if (typeof piece === 'string') return piece;
      if (!isJson(piece)) return '';
      const address = wordsAt(piece, 'href');
      return wordsAt(piece, 'text') + (address === '' ? '' : ` ${address}`);
    })
    .join('');
}

function shared(value: Json): string[] {
  const { contact_information: contact, location_information: place, poll, invoice_information: bill } = value;
  return [
    ...(isJson(contact)
      ? [`${wordsAt(contact, 'first_name')} ${wordsAt(contact, 'last_name')}`.trim(), wordsAt(contact, 'phone_number')]
      : []),
    wordsAt(value, 'place_name'),
    wordsAt(value, 'address'),
    isJson(place) ? `${textAt(place, 'latitude')}, ${textAt(place, 'longitude')}` : '',
    ...(isJson(poll)
      ? [typed(poll.question), ...listAt(poll, 'answers').map((one) => (isJson(one) ? typed(one.text) : ''))]
      : []),
    ...(isJson(bill) ? [wordsAt(bill, 'title'), wordsAt(bill, 'description')] : []),
    wordsAt(value, 'game_title'),
    wordsAt(value, 'game_description'),
    // Of a recording that was sent as a file.
    value.type === 'message' ? `${wordsAt(value, 'performer')} ${wordsAt(value, 'title')}`.trim() : '',
  ];
}

const KINDS: Readonly<Record<string, MediaKind>> = {
  sticker: 'sticker-gif',
  animation: 'sticker-gif',
  video_message: 'video',
  video_file: 'video',
  voice_message: 'voice-note',
  audio_file: 'voice-note',
};

function attachmentsOf(value: Json, path: string, shelf: Shelf): Attachment[] {
  const kind = KINDS[wordsAt(value, 'media_type')];
  return [
    ...attachmentAt(value, 'photo', 'image', path, shelf),
    ...attachmentAt(value, 'file', kind, path, shelf),
    ...attachmentAt(value, 'contact_vcard', 'contact-card', path, shelf),
  ];
}

/** The path of a file, or a sentence in brackets that says why it was left out. */
function attachmentAt(value: Json, key: string, kind: MediaKind | undefined, path: string, shelf: Shelf): Attachment[] {
  const uri = wordsAt(value, key);
  if (uri === '') return [];
  const isThere = !/\(File [^)]*\)$/.test(uri);
  const name = (key === 'file' && wordsAt(value, 'file_name')) || (isThere ? baseName(uri) : '');
  const file = isThere ? (shelf.find(baseName(uri), path) ?? shelf.find(name, path)) : undefined;
  // The small copy of a file that came along needs no look of its own.
  if (file && key === 'file') shelf.claim(baseName(wordsAt(value, 'thumbnail')), path);
  const own = file ? baseName(file.path) : name;
  return [{ name: own, kind: kind ?? (own === '' ? 'omitted' : kindOfName(own)), ...cameAs(file) }];
}

function marksOf(value: Json): Mark[] {
  return [
    ...(value.edited === undefined ? [] : (['edited'] as const)),
    ...(value.forwarded_from === undefined ? [] : (['forwarded'] as const)),
    ...(isJson(value.poll) ? (['poll'] as const) : []),
    ...(isJson(value.location_information) ? (['location'] as const) : []),
    ...(isJson(value.contact_information) ? (['contact-card'] as const) : []),
  ];
}
