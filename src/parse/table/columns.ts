// Which column of a table holds what: as the user says with --map, else as the words of its first row suggest. Never guessed from what
// stands below: a column of names may be that of the patients.

import { readDate } from '../written-dates.ts';

export const ROLES = [
  'sender',
  'date',
  'time',
  'text',
  'chat',
  'attachment',
  'type',
  'service',
  'subject',
  'answered',
] as const;
export type Role = (typeof ROLES)[number];

/** The column of each role, counted from 0. */
export type Columns = Readonly<Partial<Record<Role, number>>>;

/** What the user says: a column by its heading or by its number from 1. */
export type ColumnMap = Readonly<Partial<Record<Role, string>>>;

/** Headings in small letters without spaces and signs, the surest first. */
const HEADINGS: Readonly<Record<Role, string>> = {
  text: 'text message messagetext messagebody body content messagecontent textmessage chatmessage msg',
  date: 'messagedate datetime timestamp dateandtime datesent sentdate sentat senttime createdat createddatetime created date sent deliverytime time',
  time: 'time senttime messagetime',
  sender: 'sendername sender from fromname author sentby sendernumber username user displayname senderid name',
  chat: 'chatsession chatname conversation conversationname chat channel channelname groupname group thread room conversationid chatid threadid',
  attachment: 'attachment attachments attachmentname attachmentnames file filename media mediafile',
  type: 'type direction messagetype',
  service: 'service app platform',
  subject: 'subject',
  answered: 'replyingto replyto quote quotedmessage',
};

const plain = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The columns that headings name; undefined when they name no text, or neither who wrote it nor when. */
export function guessedColumns(headings: readonly string[]): Columns | undefined {
  const known = headings.map(plain);
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const taken = new Set(Object.values(columns));
    const at = HEADINGS[role]
      .split(' ')
      .map((word) => known.indexOf(word))
      .find((found) => found !== -1 && !taken.has(found));
    if (at !== undefined) columns[role] = at;
  }
  const isChat = columns.text !== undefined && (columns.sender !== undefined || columns.date !== undefined);
  return isChat && headings.length > 1 ? columns : undefined;
}

/** Viber writes no headings: day, time, name, number, text. */
export function headlessColumns(cells: readonly string[]): Columns | undefined {
  const [day = '', clock = '', , number = ''] = cells;
  const isViber = cells.length >= 5 && readDate(day) && /^\d{1,2}[:.]\d\d/.test(clock) && /^\+?[\d ]*$/.test(number);
  return isViber ? { date: 0, time: 1, sender: 2, text: 4 } : undefined;
}

/** The columns that the user named; undefined when one of them is not in the table, or no text was named. */
export function mappedColumns(headings: readonly string[], map: ColumnMap): Columns | undefined {
  const known = headings.map(plain);
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const wanted = map[role];
    if (wanted === undefined) continue;
    const byNumber = /^\d{1,3}$/.test(wanted) ? Number(wanted) - 1 : -1;
    const at = known.includes(plain(wanted)) ? known.indexOf(plain(wanted)) : byNumber;
    if (at < 0 || at >= headings.length) return undefined;
    columns[role] = at;
  }
  return columns.text === undefined ? undefined : columns;
}

/** The first row is a message, not headings, when its date is one. */
export const isHeadless = (cells: readonly string[], { date }: Columns): boolean =>
  date !== undefined && readDate(cells[date] ?? '') !== undefined;
