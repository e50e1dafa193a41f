// One text message (`sms`) or multimedia message (`mms`) of the backup.

import type { Attachment, MediaKind } from '../../model.ts';
import type { Entry } from '../conversations.ts';
import { linesFrom } from '../json-shape.ts';
import { copyOf } from '../marks.ts';
import { kindOfName } from '../media.ts';
import { datedOr, type ReadingNotes } from '../notes.ts';
import type { RawMessage } from '../numbered.ts';
import { utcOf } from '../utc-time.ts';
import type { XmlTag } from '../xml-tags.ts';
import { type Attributes, chatKey, nameOf, OWNER, type PhoneBook, plainNumber, said } from './addresses.ts';

/** A multimedia message whose parts are being read. */
export interface OpenMms {
  readonly attributes: Attributes;
  readonly parts: XmlTag[];
  readonly addresses: Attributes[];
}

/** Of `type` and `msg_box`: 1 came in, 2 was sent, 4 and 6 wait to be sent; 3 is a draft, 5 failed. */
const RECEIVED = '1';
const NEVER_SENT: Readonly<Record<string, string>> = { '3': 'Draft, never sent', '5': 'Could not be sent' };

export function smsOf(attributes: Attributes, book: PhoneBook, notes: ReadingNotes): RawMessage {
  const box = said(attributes, 'type') || RECEIVED;
  const sender = box === RECEIVED ? nameOf(chatKey(attributes), book) : OWNER;
  const text = linesFrom(said(attributes, 'subject'), said(attributes, 'body'));
  return messageOf({ at: dateOf(attributes, notes), sender, text, box, attachments: [] });
}

export function mmsOf({ attributes, parts, addresses }: OpenMms, book: PhoneBook, notes: ReadingNotes): Entry {
  const box = said(attributes, 'msg_box') || RECEIVED;
  // 137 is the header From of WAP-209 (MMS encapsulation).
  const from = addresses.find((address) => said(address, 'type') === '137');
  const sender = box === RECEIVED ? nameOf(senderOf(from, attributes), book) : OWNER;
  const texts = parts.filter(isText).map(({ attributes: part }) => said(part, 'text'));
  const text = linesFrom(said(attributes, 'sub'), ...texts);
  const attachments = parts.filter((part) => !isText(part) && !isFrame(part)).map(attachmentOf);
  return {
    chat: chatKey(attributes),
    message: messageOf({ at: dateOf(attributes, notes), sender, text, box, attachments }),
  };
}

interface Said {
  readonly at: string;
  readonly sender: string;
  readonly text: string;
  readonly box: string;
  readonly attachments: readonly Attachment[];
}

function messageOf({ at, sender, text: own, box, attachments }: Said): RawMessage {
  const text = copyOf(own);
  const unsent = NEVER_SENT[box];
  if (unsent === undefined) return { kind: 'said', at, sender: copyOf(sender), text, attachments, marks: [] };
  const system = { type: 'other', members: [] } as const;
  return { kind: 'system', at, sender: '', text: `${unsent}: ${text}`, attachments, marks: [], system };
}

/** Milliseconds; some versions wrote seconds for multimedia messages. */
function dateOf(attributes: Attributes, notes: ReadingNotes): string {
  const date = Number(said(attributes, 'date'));
  return datedOr(notes, utcOf(date > 0 && date < 1e11 ? date * 1000 : date));
}

function senderOf(from: Attributes | undefined, attributes: Attributes): string {
  const address = from ? said(from, 'address') : '';
  // The phone's own number is hidden behind this word.
  return address === '' || address === 'insert-address-token' ? chatKey(attributes) : plainNumber(address);
}

const typeOf = ({ attributes }: XmlTag): string => said(attributes, 'ct').toLowerCase();
/** A text whose words stand in `text`; one that came as a file has none there. */
const isText = (part: XmlTag): boolean => typeOf(part).startsWith('text/plain') && said(part.attributes, 'text') !== '';
/** How the parts are laid out. */
const isFrame = (part: XmlTag): boolean => typeOf(part) === 'application/smil';

function attachmentOf(part: XmlTag): Attachment {
  const name = copyOf(['cl', 'fn', 'name'].map((key) => said(part.attributes, key)).find((one) => one !== '') ?? '');
  const encoded = part.skipped.get('data') ?? 0;
  return { name, kind: kindOf(typeOf(part), name), ...(encoded > 0 ? { bytes: Math.floor((encoded * 3) / 4) } : {}) };
}

function kindOf(type: string, name: string): MediaKind {
  if (type.startsWith('image/')) return type === 'image/gif' ? 'sticker-gif' : 'image';
  if (type.startsWith('video/')) return 'video';
  if (type.startsWith('audio/')) return 'voice-note';
  return /vcard/.test(type) ? 'contact-card' : kindOfName(name);
}
