// One message of Signal's export. What was deleted for all is marked; the earlier texts of an edited message are read as well, because
// others have read them.

import type { Attachment, Mark, MediaKind } from '../../model.ts';
import { isJson, type Json, linesFrom, numberAt, objectAt, objectsAt, textAt } from '../json-shape.ts';
import { cameAs, kindOfName, type Shelf } from '../media.ts';
import { datedOr, type ReadingNotes } from '../notes.ts';
import type { RawMessage } from '../numbered.ts';
import { utcOf } from '../utc-time.ts';
import type { Directory } from './directory.ts';
import { readUpdate } from './update.ts';

export interface ItemReading {
  readonly directory: Directory;
  readonly shelf: Shelf;
  /** Of the file. */
  readonly path: string;
  readonly notes: ReadingNotes;
}

interface Content {
  readonly text: string;
  readonly pointers?: readonly Json[];
  readonly kind?: MediaKind;
  readonly marks?: readonly Mark[];
}

/** Undefined for a kind of message that is not known. */
export function readItem(item: Json, reading: ItemReading): RawMessage | undefined {
  const sender = reading.directory.person(textAt(item, 'authorId'));
  const at = datedOr(reading.notes, utcOf(numberAt(item, 'dateSent')));
  if (isJson(item.updateMessage)) {
    const { event, text } = readUpdate(item.updateMessage, sender, reading.directory);
    return { kind: 'system', at, sender: '', text, attachments: [], marks: [], system: event };
  }
  const content = contentOf(item);
  if (!content) return undefined;
  const earlier = objectsAt(item, 'revisions').map((one) => contentOf(one)?.text ?? '');
  const marks = [...(content.marks ?? []), ...(earlier.length > 0 ? (['edited'] as const) : [])];
  const attachments = (content.pointers ?? []).map((pointer) => attachmentOf(pointer, content.kind, reading));
  return { kind: 'said', at, sender, text: linesFrom(content.text, ...earlier), attachments, marks };
}

function contentOf(item: Json): Content | undefined {
  for (const [key, read] of Object.entries(READERS)) if (isJson(item[key])) return read(item[key]);
  return undefined;
}

const READERS: Readonly<Record<string, (content: Json) => Content>> = {
  standardMessage: (content) => ({
    text: linesFrom(
      textAt(objectAt(content, 'text'), 'body'),
      ...objectsAt(content, 'linkPreview').flatMap((link) =>
        ['url', 'title', 'description'].map((key) => textAt(link, key)),
      ),
    ),
    pointers: [
      ...objectsAt(content, 'attachments'),
      ...(isJson(content.longText) ? [{ pointer: content.longText }] : []),
    ],
  }),
  contactMessage: (content) => ({
    text: linesFrom(...[objectAt(content, 'contact'), ...objectsAt(content, 'contact')].flatMap(wordsIn)),
    marks: ['contact-card'],
  }),
  stickerMessage: (content) => {
    const sticker = objectAt(content, 'sticker');
    return { text: '', pointers: [{ pointer: objectAt(sticker, 'data') }], kind: 'sticker-gif' };
  },
  viewOnceMessage: (content) => ({
    text: '',
    pointers: [objectAt(content, 'attachment')],
    kind: 'view-once',
    marks: ['view-once'],
  }),
  remoteDeletedMessage: () => ({ text: '', marks: ['deleted'] }),
  adminDeletedMessage: () => ({ text: '', marks: ['deleted'] }),
  directStoryReplyMessage: (content) => ({
    text: textAt(objectAt(objectAt(content, 'textReply'), 'text'), 'body') || textAt(content, 'emoji'),
  }),
  poll: (content) => ({
    text: linesFrom(textAt(content, 'question'), ...objectsAt(content, 'options').map((one) => textAt(one, 'option'))),
    marks: ['poll'],
  }),
  paymentNotification: (content) => ({ text: textAt(content, 'note') }),
  giftBadge: () => ({ text: '' }),
};

/** Names, numbers and addresses of a card; kinds of number and avatars are left out. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'type' || key === 'avatar' ? [] : wordsIn(part)));
}

/** A file stands under `files/` by the hash of its content; its own name, where it had one, is what people called it. */
function attachmentOf(attachment: Json, kind: MediaKind | undefined, { shelf, path }: ItemReading): Attachment {
  const pointer = objectAt(attachment, 'pointer');
  const hash = hexOf(textAt(objectAt(pointer, 'locatorInfo'), 'plaintextHash'));
  const own = textAt(pointer, 'fileName');
  const type = textAt(pointer, 'contentType');
  const stored = hash === '' ? [] : endingsOf(own, type).map((ending) => `${hash}${ending}`);
  const file = stored.map((name) => shelf.claim(name, path)).find((found) => found !== undefined);
  const name = own || (file ? file.path.slice(file.path.lastIndexOf('/') + 1) : '');
  const told = kind ?? kindOf(name, type, textAt(attachment, 'flag'));
  return { name, kind: told, ...cameAs(file) };
}

function kindOf(name: string, type: string, flag: string): MediaKind {
  if (flag === 'VOICE_MESSAGE') return 'voice-note';
  if (flag === 'GIF') return 'sticker-gif';
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('video/')) return 'video';
  if (type.startsWith('audio/')) return 'voice-note';
  return name === '' && type === '' ? 'omitted' : kindOfName(name);
}

const ENDINGS: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  quicktime: 'mov',
  mpeg: 'mp3',
  plain: 'txt',
  'x-signal-plain': 'txt',
};

/** What may stand behind the hash. */
function endingsOf(own: string, type: string): string[] {
  const subtype = /^\w+\/([\w.+-]{1,40})/.exec(type)?.[1] ?? '';
  const ending = /\.\w{1,8}$/.exec(own)?.[0] ?? '';
  return [...new Set([ending, `.${ENDINGS[subtype] ?? subtype}`, `.${subtype}`, '.bin', ''])];
}

/** The hash of a file in the name of the file; Signal writes it in base64 into the record. */
function hexOf(hash: string): string {
  if (/^[0-9a-f]{64}$/i.test(hash)) return hash.toLowerCase();
  if (!/^[\w+/-]{43}=?$/.test(hash)) return '';
  const bytes = atob(hash.replaceAll('-', '+').replaceAll('_', '/'));
  return Array.from(bytes, (sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
