// Records to messages: who says what, or what the app says. Used by the survey that counts and by every later reading,
// so that the counts are those of the messages.

import type { Attachment, Message, SystemEvent } from '../../model.ts';
import { LRM } from '../marks.ts';
import type { Shelf } from '../media.ts';
import { cameAs } from '../media.ts';
import { readBody } from './body.ts';
import type { Cast } from './cast.ts';
import { type Reading as DateReading, type Stamp, stampOf } from './dates.ts';
import type { Header } from './header.ts';
import type { RawRecord } from './records.ts';
import { readSystemLine } from './system.ts';

/** What is known of the chat when its messages are read. */
export interface Reading {
  readonly cast: Cast;
  readonly web: boolean;
  readonly shelf: Shelf;
  /** Of the chat inside its source. */
  readonly path: string;
  isPresent(name: string): boolean;
  orderOf(shape: number): DateReading;
}

export interface ReadMessage {
  readonly message: Message;
  /** False when its date is in no calendar in the order chosen. */
  readonly possible: boolean;
}

type Base = Pick<Message, 'index' | 'at' | 'line'>;

const NOTHING: readonly never[] = [];
const UNKNOWN_EVENT: SystemEvent = { type: 'other', members: NOTHING };

/** A function that makes messages of records, to be called in their order. */
export function createMessageReader(reading: Reading): (record: RawRecord) => ReadMessage {
  const stamp = createClock(reading);
  let index = 0;
  return (record) => {
    index++;
    const { at, possible } = stamp(record.header);
    return { message: readRecord(record, { index, at, line: record.line }, reading), possible };
  };
}

/** Most messages are sent in the minute of the one before. */
function createClock(reading: Reading): (header: Header) => Stamp {
  let last: Header | undefined;
  let stamp: Stamp = { at: '', possible: true };
  return (header) => {
    if (last && isSameTime(last, header)) return stamp;
    last = header;
    stamp = stampOf(header, reading.orderOf(header.shape));
    return stamp;
  };
}

const isSameTime = (x: Header, y: Header): boolean =>
  x.minute === y.minute &&
  x.hour === y.hour &&
  x.second === y.second &&
  x.a === y.a &&
  x.b === y.b &&
  x.year === y.year &&
  x.shape === y.shape;

function readRecord(record: RawRecord, base: Base, reading: Reading): Message {
  const { text, header } = record;
  if (record.untimed || header.form.name === 'web-system') return system(base, text, eventOf(text, reading));
  const end = text.indexOf('\n');
  const split = reading.cast.split(end === -1 ? text : text.slice(0, end));
  if (!split) return system(base, text, eventOf(text, reading));

  const body = text.slice(split.body);
  const marked = body.startsWith(LRM);
  const inner = marked ? body.slice(1) : body;
  const ios = header.form.family === 'bracket' && !reading.web;
  const { web, isPresent, cast } = reading;
  const {
    text: typed,
    attachments,
    marks,
  } = readBody(inner, { marked, ios, web, android: header.form.family === 'dash', isPresent });
  if (attachments.length > 0) return said(base, split.sender, typed, withSizes(attachments, reading), marks);
  const ofGroup = ios && marked && cast.isVoiceless(split.sender);
  if (marks.length > 0 && !ofGroup) return said(base, split.sender, typed, NOTHING, marks);
  if (!ios) return said(base, split.sender, body, NOTHING, NOTHING);

  const event = appEvent(split.sender, inner, marked, cast);
  if (event) return system(base, inner, event);
  // iPhones mark the line before media and the text before their own words: media, in a language that is not known here.
  const unknownMedia = marked && header.marked && inner.length <= 60 && !inner.includes('\n');
  return said(base, split.sender, inner, unknownMedia ? [{ name: '', kind: 'omitted' }] : NOTHING, NOTHING);
}

function said(
  { index, at, line }: Base,
  sender: string,
  text: string,
  attachments: Message['attachments'],
  marks: Message['marks'],
): Message {
  return { index, kind: 'said', at, sender, text, attachments, marks, line };
}

function system({ index, at, line }: Base, text: string, event: SystemEvent): Message {
  const shown = text.startsWith(LRM) ? text.slice(1) : text;
  return {
    index,
    kind: 'system',
    at,
    sender: '',
    text: shown,
    attachments: NOTHING,
    marks: NOTHING,
    system: event,
    line,
  };
}

const withSizes = (attachments: readonly Attachment[], { shelf, path }: Reading): Attachment[] =>
  attachments.map(({ name, kind }) => {
    const file = name === '' ? undefined : shelf.find(name, path);
    return { name, kind, ...cameAs(file) };
  });

function firstLine(text: string): string {
  const from = text.startsWith(LRM) ? 1 : 0;
  const end = text.indexOf('\n');
  return text.slice(from, end === -1 ? undefined : end);
}

const eventOf = (text: string, { cast }: Reading): SystemEvent =>
  readSystemLine(firstLine(text), cast.isPerson)?.event ?? UNKNOWN_EVENT;

/**
 * Since 2021 iPhones put a sender before the lines of the app: the name of the group, or of the person who did it. What
 * tells them from messages is the mark in front of the text, and the wording.
 */
function appEvent(sender: string, text: string, marked: boolean, cast: Cast): SystemEvent | undefined {
  if (!marked && !(cast.marksLost && (cast.isTitle(sender) || text.startsWith(sender)))) return undefined;
  const event = readSystemLine(firstLine(text), cast.isPerson)?.event;
  if (marked) {
    if (event) return withActor(event, sender, cast);
    return cast.isVoiceless(sender) || text.startsWith(`${sender} `)
      ? withActor(UNKNOWN_EVENT, sender, cast)
      : undefined;
  }
  // The marks were lost when the file was saved elsewhere: only a known person doing something in known words will do.
  const { actor } = event ?? {};
  return actor === undefined || actor === sender || actor === 'You' || cast.isPerson(actor) ? event : undefined;
}

const withActor = (event: SystemEvent, sender: string, cast: Cast): SystemEvent =>
  event.actor !== undefined || cast.isTitle(sender)
    ? event
    : {
        type: event.type,
        actor: sender,
        members: event.members,
        ...(event.value === undefined ? {} : { value: event.value }),
      };
