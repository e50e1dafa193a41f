// A text that holds what the app put there for a file: which file, of what kind, and what the sender typed with it.
// English words, those of other languages that were seen, and where words fail the shape: a mark in front, brackets around.

import type { Attachment, MediaKind } from '../../model.ts';
import { LRM, withoutMarks } from '../marks.ts';
import { endingOf, hasKnownEnding, kindOfName } from '../media.ts';
import { ATTACHED, ATTACHED_WORD, bracketedKind, omittedKind } from './placeholders.ts';

export interface ReadAttachment {
  readonly attachment: Attachment;
  /** What the sender typed with the file. */
  readonly caption: string;
}

export interface AttachmentContext {
  /** The text began with the app's mark, which is taken off already. */
  readonly marked: boolean;
  readonly ios: boolean;
  /** True when a file of that name came with the chat. */
  isPresent(name: string): boolean;
}

/** As file systems allow. */
const LONGEST_NAME = 255;

const found = (name: string, kind: MediaKind, caption: string): ReadAttachment => ({
  attachment: { name, kind },
  caption,
});

/** The attachment of a text, or undefined when it is only text. */
export function readAttachment(body: string, context: AttachmentContext): ReadAttachment | undefined {
  const first = body.charCodeAt(0);
  if (first === 0x3c) return bracketed(body, context) ?? oldIos(body);
  if (body.includes(LRM)) {
    const behind = afterMark(body);
    if (behind) return behind;
  }
  if (context.marked || context.ios) {
    const omitted = omittedKind(firstLine(body).trim());
    if (omitted) return found('', omitted, captionAfter(body, firstLine(body).length));
  }
  return parenthesised(body, context) ?? oldIos(body);
}

function firstLine(body: string): string {
  const end = body.indexOf('\n');
  return end === -1 ? body : body.slice(0, end);
}

/** The caption follows after one space (iPhone, Web) or one line break (Android). */
function captionAfter(body: string, index: number): string {
  const next = body.charAt(index);
  return body.slice(next === ' ' || next === '\n' ? index + 1 : index);
}

/** What stands between brackets at the start of a text. A name of a file may hold `>`; its ending tells where it stops. */
const insideBrackets = (text: string): string | undefined =>
  (/^<([^:：<>\n]{2,30}[:：] ?[^\n]{1,255}?\.\w{1,8})>(?=[ \n]|$)/.exec(text) ?? /^<([^<>\n]{2,300})>/.exec(text))?.[1];

/** `<attached: NAME>`, `<Media omitted>`, `<image omitted> caption` */
function bracketed(body: string, context: AttachmentContext): ReadAttachment | undefined {
  const inside = insideBrackets(body);
  if (inside === undefined) return undefined;
  const caption = captionAfter(body, inside.length + 2);
  const name = attachedName(inside, context.marked);
  if (name !== undefined) return found(name, kindOfName(name), caption);
  const known = bracketedKind(inside);
  if (known) return found('', known, caption);
  // Another language perhaps; a person may have typed the brackets, so the text is kept.
  const isPlaceholder =
    inside.length <= 40 && /^\p{L}[\p{L}\p{M}]*(?: [\p{L}\p{M}]+){1,4}$/u.test(inside) && caption === '';
  return isPlaceholder && /(?:omi|ausge|wegge|ocult|vynech|udel|utel|pomini|hariç|elhagy)/i.test(inside)
    ? found('', 'omitted', body)
    : undefined;
}

/** `attached: 00000042-PHOTO-….jpg`, `angehängt: …`, Turkish `… eklendi` */
function attachedName(inside: string, marked: boolean): string | undefined {
  const match = /^([^:：]{2,30}?)[ \u00a0]?[:：] ?(.{1,255})$/.exec(inside);
  const word = match?.[1];
  const name = match?.[2];
  if (word !== undefined && name !== undefined) {
    return ATTACHED_WORD.has(word) || (marked && endingOf(name) !== '') ? withoutMarks(name) : undefined;
  }
  const behind = /^(.{1,255}) eklendi$/.exec(inside)?.[1];
  return behind !== undefined && hasKnownEnding(behind) ? withoutMarks(behind) : undefined;
}

/** `Name.pdf • <LRM>2 pages <LRM><attached: …>`, `Name.pdf • 1 page <LRM>document omitted`, `caption <LRM><attached: …>` */
function afterMark(body: string): ReadAttachment | undefined {
  const bracket = body.indexOf(`${LRM}<`);
  if (bracket > 0) {
    const inside = insideBrackets(body.slice(bracket + 1, bracket + 304));
    const name = inside === undefined ? undefined : attachedName(inside, true);
    if (inside === undefined || name === undefined) return undefined;
    const before = typedBefore(body.slice(0, bracket), name);
    const after = captionAfter(body, bracket + inside.length + 3);
    return found(name, kindOfName(name), before === '' || after === '' ? before + after : `${before}\n${after}`);
  }
  const line = firstLine(body);
  const mark = line.lastIndexOf(LRM);
  const kind = omittedKind(line.slice(mark + 1).trim());
  if (mark <= 0 || kind !== 'document') return undefined;
  const name = withoutMarks(line.slice(0, mark)).replace(PAGES, '').trim();
  return found(name, kind, captionAfter(body, line.length));
}

/** ` • 2 pages`, ` • 14 kB` */
const PAGES = / ?• ?\u200e?\d[^\n•]{0,30}$/;

/** What stands before the bracket is the document's name, or (newer apps) the caption. */
function typedBefore(before: string, name: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (PAGES.test(line)) return before.slice(0, before.length - line.length).trim();
  const text = before.trim();
  return hasKnownEnding(text) && name.endsWith(withoutMarks(text)) ? '' : text;
}

/** `2015-08-04-PHOTO-00004762.jpg <attached>` */
function oldIos(body: string): ReadAttachment | undefined {
  const match = /^(\S{3,120}) <([^<>:\n]{3,30})>/.exec(body);
  const name = match?.[1];
  if (!match || name === undefined || !hasKnownEnding(name)) return undefined;
  return found(name, kindOfName(name), captionAfter(body, match[0].length));
}

/** `IMG-20241203-WA0003.jpg (file attached)`, on the Web with the caption on the same line; `GIF attached` */
function parenthesised(body: string, context: AttachmentContext): ReadAttachment | undefined {
  const line = firstLine(body);
  if (line === 'GIF attached') return found('', 'sticker-gif', captionAfter(body, line.length));
  for (let at = line.indexOf(' ('); at > 0 && at <= LONGEST_NAME; at = line.indexOf(' (', at + 2)) {
    const close = line.indexOf(')', at);
    if (close === -1) return undefined;
    const name = withoutMarks(line.slice(0, at));
    if (isAttachedWord(line.slice(at + 2, close), name, close === line.length - 1, context)) {
      return found(name, kindOfName(name), captionAfter(body, close + 1));
    }
  }
  return undefined;
}

/** A person may type brackets too: what is no known word counts only beside a name that WhatsApp made or a file that is there. */
function isAttachedWord(word: string, name: string, ends: boolean, context: AttachmentContext): boolean {
  if (ATTACHED.has(word))
    return endingOf(name) !== '' || name.endsWith('.') || context.marked || context.isPresent(name);
  if (!ends || word.length > 40 || /\d/.test(word)) return false;
  return /^[A-Z]{3}-\d{8}-WA\d{4}\.\w{2,5}$/.test(name) || (endingOf(name) !== '' && context.isPresent(name));
}
