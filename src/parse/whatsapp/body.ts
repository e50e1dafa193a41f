// The text of a message: what the sender typed, what the app put in its place, and what that says (deleted, edited, a
// poll, a place …).

import type { Attachment, Mark, MediaKind } from '../../model.ts';
import { type AttachmentContext, readAttachment } from './attachments.ts';
import { EDITED, isDeleted, UNDECRYPTED, VIEW_ONCE } from './placeholders.ts';

export interface Body {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly marks: readonly Mark[];
}

export interface BodyContext extends AttachmentContext {
  readonly android: boolean;
  readonly web: boolean;
}

const NONE: readonly never[] = [];
const only = (text: string, mark: Mark): Body => ({ text, attachments: NONE, marks: [mark] });
const MARK_OF: Partial<Record<MediaKind, Mark>> = {
  'contact-card': 'contact-card',
  'view-once': 'view-once',
  location: 'location',
};

/** Longest text that can be a sentence of the app. */
const LONGEST_NOTICE = 300;

/** Reads the text behind the sender, without the mark in front of it. */
export function readBody(body: string, context: BodyContext): Body {
  if (body.length < LONGEST_NOTICE) {
    const notice = readNotice(body, context);
    if (notice) return notice;
  }
  const forwarded = context.web ? /^\[Forwarded(?: many times)?\] /.exec(body)?.[0] : undefined;
  const read = readAttachment(forwarded === undefined ? body : body.slice(forwarded.length), context);
  const typed = read?.caption ?? (forwarded === undefined ? body : body.slice(forwarded.length));
  const text = typed.includes('>', typed.length - 3) ? typed.replace(EDITED, '') : typed;
  const attachments = read ? [read.attachment] : NONE;
  const marks: Mark[] = [];
  if (forwarded !== undefined) marks.push('forwarded');
  if (text.length !== typed.length) marks.push('edited');
  const mark = read && MARK_OF[read.attachment.kind];
  if (mark) marks.push(mark);
  if (marks.length > 0 || read) return { text, attachments, marks };
  return readPlace(text, context) ?? { text, attachments: NONE, marks: NONE };
}

/** A sentence of the app in place of a message. */
function readNotice(body: string, context: BodyContext): Body | undefined {
  const first = body.charCodeAt(0);
  if (first === 0x6e) return context.android && body === 'null' ? missing('omitted') : undefined;
  if (first === 0x3c || first === 0x59) {
    if (VIEW_ONCE.test(body)) return missing('view-once');
  }
  if (first === 0x57 && UNDECRYPTED.test(body)) return only('', 'undecrypted');
  return isDeleted(body) ? only('', 'deleted') : undefined;
}

const missing = (kind: MediaKind): Body => {
  const mark = MARK_OF[kind];
  return { text: '', attachments: [{ name: '', kind }], marks: mark ? [mark] : NONE };
};

const LOCATION = /^(?:[Ll]ive location shared|Live location$|(?:Live location|[Ll]ocation): (?:https:\/\/|-?\d))/;
const VENUE = /: https:\/\/foursquare\.com\/v\/\w{1,64}$/;
const POLL = /^(?:POLL|ENCUESTA|UMFRAGE|SONDAGE|SONDAGGIO|ENQUETE):\s{0,2}\n/;
const WEB_POLL = /^Poll: [^\n]{0,300}\n {4}- /;
const WEB_CONTACT = /^(?:Contact: |\d{1,3} contacts shared$)/;

/** Places, polls and contacts stand in the text; it is kept whole, for what they say counts. */
function readPlace(text: string, { web, marked }: BodyContext): Body | undefined {
  const first = text.charCodeAt(0);
  if ((first === 0x4c || first === 0x6c) && LOCATION.test(text)) return withAttachment(text, 'location');
  if (text.length < LONGEST_NOTICE && text.includes('foursquare.com') && VENUE.test(text))
    return withAttachment(text, 'location');
  if (POLL.test(text) || (marked && text.startsWith('POLL:')) || (web && WEB_POLL.test(text)))
    return only(text, 'poll');
  return web && WEB_CONTACT.test(text) ? withAttachment(text, 'contact-card') : undefined;
}

const withAttachment = (text: string, kind: MediaKind): Body => ({ ...missing(kind), text });
