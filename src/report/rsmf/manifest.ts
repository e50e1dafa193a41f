// rsmf_manifest.json: the people, the chat and the messages of one chat and day, as the schema of RSMF 2.0.0 asks for them.
//
// Times. An export states no time zone, so each timestamp is ISO 8601 local time, `2024-12-03T09:14:00`, as in the examples of the schema:
// never with `Z` or an offset, which would claim what nobody knows. A first event of type `disclaimer` tells the reviewer.
//
// People. Only those who wrote a message of the file are listed, which is what the schema means by a participant; how many could read a
// message is one of its fields. The custodian is whose phone made the export: known only in a chat of two, which is named after the other.

import type { ChatRecord, MessageRecord, ToolRecord } from '../../model.ts';
import { cellOf, columnsOf } from '../columns.ts';
import { appName, dateReading } from '../describe.ts';
import { forTerminal } from '../escape.ts';
import { jsonLine } from '../record-json.ts';
import type { Wording } from '../report.ts';
import { isUrgent } from '../urgent.ts';

/** A message whose text may be shown. */
export type Revealed = MessageRecord & Required<Pick<MessageRecord, 'revealed'>>;

/** What one .rsmf file holds. */
export interface Slice {
  readonly chat: ChatRecord;
  readonly messages: readonly Revealed[];
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

export interface Manifest {
  readonly json: string;
  readonly events: number;
  /** Names as the export shows them. */
  readonly participants: readonly string[];
  readonly custodian?: string;
  /** The note on how the extract was made. */
  readonly note: string;
}

export function manifestOf(slice: Slice, tool: ToolRecord, wording: Wording): Manifest {
  const { chat, messages } = slice;
  const people = peopleOf(slice);
  const custodian = custodianOf(chat);
  const note = noteOn(slice, tool);
  const disclaimer = {
    type: 'disclaimer',
    conversation: chat.id,
    timestamp: isoTime(messages[0]?.at ?? ''),
    body: note,
  };
  const events = [disclaimer, ...messages.map((record) => eventOf(record, wording))];
  const conversation = {
    id: chat.id,
    display: titleOf(chat),
    platform: chat.app,
    type: chat.kind === 'group' ? 'channel' : 'direct',
    participants: people.map(({ id }) => id),
    custodian: custodian?.id,
    custom: custom([
      ['Time zone', 'not stated in the export'],
      ['Dates', dateReading(chat)],
      ['Source', chat.source],
    ]),
  };
  const json = {
    version: '2.0.0',
    eventcollectionid: chat.id,
    participants: people,
    conversations: [conversation],
    events,
  };
  return {
    json: jsonLine(json),
    events: events.length,
    participants: people.map(({ display }) => display),
    ...(custodian && { custodian: custodian.display }),
    note,
  };
}

/** The title as the export has it. */
export const titleOf = (chat: ChatRecord): string => forTerminal(chat.revealed?.title ?? chat.title);

/** `2024-12-03T09:14` -> `2024-12-03T09:14:00`; never a zone. */
export const isoTime = (at: string): string => (at.length === 16 ? `${at}:00` : at);

interface Person {
  readonly id: string;
  readonly display: string;
}

/** Those who wrote a message of the slice; in a chat of two both. */
function peopleOf({ chat, messages }: Slice): Person[] {
  const names = new Map(messages.map(({ sender, revealed }) => [sender, revealed.sender]));
  names.delete('');
  if (chat.kind === 'direct') for (const { id, display } of everybody(chat)) names.set(id, display);
  return [...names].map(([id, name]) => ({ id, display: forTerminal(name) || id }));
}

const everybody = ({ participants, revealed }: ChatRecord): Person[] =>
  participants.map(({ id }, index) => ({ id, display: forTerminal(revealed?.names[index] ?? id) }));

function custodianOf(chat: ChatRecord): Person | undefined {
  const others = everybody(chat).filter(({ display }) => display !== titleOf(chat));
  return chat.kind === 'direct' && chat.participants.length === 2 && others.length === 1 ? others[0] : undefined;
}

function eventOf(record: Revealed, wording: Wording) {
  const { id, chat, at, sender, revealed } = record;
  return {
    id,
    // A line that the app wrote; the record does not say what kind.
    type: sender === '' ? 'unknown' : 'message',
    participant: sender === '' ? undefined : sender,
    conversation: chat,
    timestamp: isoTime(at),
    body: revealed.text,
    importance: isUrgent(record) ? 'high' : 'normal',
    custom: custom([
      ['Record', id],
      ...FIELDS.map((column) => [column.title, String(cellOf(column, record, wording))] as const),
    ]),
  };
}

/** What an event of RSMF says itself is not said twice. */
const SAID_BY_EVENT = ['Chat', 'Message', 'Date', 'Day', 'Time', 'Sent by'];
// The words themselves are the body of the event.
const FIELDS = columnsOf({}).filter(({ title }) => !SAID_BY_EVENT.includes(title));

/** The schema allows no empty value. */
const custom = (pairs: readonly (readonly [name: string, value: string])[]) =>
  pairs.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }));

function noteOn({ chat, messages, part, parts }: Slice, { version }: ToolRecord): string {
  return [
    `Extract of a ${appName(chat.app)} chat made by ig-scan ${version}: the ${messages.length} messages of this day that were reported${parts > 1 ? `, part ${part} of ${parts}` : ''}.`,
    'What else was said is left out, and so are photos and other attachments.',
    'Times are the wall clock of the export, which states no time zone; where it gives no seconds they read 00.',
    `Dates were read ${dateReading(chat)}.`,
    'The verdicts are a program’s: a person checks each message in the chat itself.',
  ].join(' ');
}
