// A row of a table as a message. What is not in the columns that were told apart is not lost: a row that does not fit is read whole.

import type { Attachment } from '../../model.ts';
import { SOMEBODY } from '../census.ts';
import type { Entry } from '../conversations.ts';
import { linesFrom } from '../json-shape.ts';
import { baseName, cameAs, kindOfName, type Shelf } from '../media.ts';
import { datedOr, type ReadingNotes } from '../notes.ts';
import { utcOf } from '../utc-time.ts';
import { type DateReading, readDate, type WrittenDate } from '../written-dates.ts';
import type { Columns, Role } from './columns.ts';
import type { Row } from './rows.ts';

type Cells = readonly string[];

const cellOf = (cells: Cells, columns: Columns, role: Role): string => {
  const at = columns[role];
  return at === undefined ? '' : (cells[at] ?? '');
};

/** As written; as UTC where it is a count of seconds or milliseconds; undefined where there is none. */
export function dateIn(cells: Cells, columns: Columns): WrittenDate | string | undefined {
  const date = cellOf(cells, columns, 'date');
  const time = cellOf(cells, columns, 'time');
  if (/^\d{10}(?:\.\d+)?$/.test(date)) return utcOf(Number(date) * 1000);
  if (/^\d{13}$/.test(date)) return utcOf(Number(date));
  return (time === '' ? undefined : readDate(`${date} ${time}`)) ?? readDate(date);
}

/** iMazing names the app of each message. */
export function appOf(cells: Cells, columns: Columns): string | undefined {
  const service = cellOf(cells, columns, 'service').toLowerCase();
  return ['whatsapp', 'imessage', 'sms', 'viber', 'signal', 'telegram', 'messenger', 'line'].find((app) =>
    service.includes(app),
  );
}

/** Columns that nobody asked for and that hold sentences. */
export function unreadIn(cells: Cells, columns: Columns): number[] {
  const used = new Set(Object.values(columns));
  return cells.flatMap((cell, at) => (!used.has(at) && /^\S+(?:\s+\S+){3}/.test(cell) && !readDate(cell) ? [at] : []));
}

export interface Reading {
  readonly dates: DateReading;
  readonly notes: ReadingNotes;
  readonly shelf: Shelf;
  /** Of the file. */
  readonly path: string;
}

interface Shape {
  readonly columns: Columns;
  readonly width: number;
  readonly separator: string;
}

export function entryOf({ cells, line }: Row, { columns, width, separator }: Shape, reading: Reading): Entry {
  const textAt = columns.text ?? 0;
  if (cells.length <= textAt) return wholeRow(cells, separator, line, reading);
  const date = dateIn(cells, columns);
  const at = datedOr(reading.notes, date && (typeof date === 'string' ? date : reading.dates.at(date)));
  // A program that puts no quotation marks around commas makes the last cell fall apart.
  const isTorn = cells.length > width && textAt === width - 1;
  const said = isTorn ? cells.slice(textAt).join(separator) : (cells[textAt] ?? '');
  const text = linesFrom(cellOf(cells, columns, 'subject'), said);
  const chat = cellOf(cells, columns, 'chat');
  const type = cellOf(cells, columns, 'type').toLowerCase();
  if (type === 'notification' || type === 'system') {
    const system = { type: 'other', members: [] } as const;
    return { chat, message: { kind: 'system', at, sender: '', text, attachments: [], marks: [], system, line } };
  }
  const sender = cellOf(cells, columns, 'sender') || (/^(?:outgoing|sent)$/.test(type) ? 'You' : SOMEBODY);
  const attachments = attachmentsIn(cellOf(cells, columns, 'attachment'), reading);
  return { chat, message: { kind: 'said', at, sender, text, attachments, marks: [], line } };
}

/** Too short to have a text: the rest of a message that was broken over lines, perhaps. */
function wholeRow(cells: Cells, separator: string, line: number, { notes }: Reading): Entry {
  const at = datedOr(notes, undefined);
  const text = cells.join(`${separator} `);
  return { chat: '', message: { kind: 'said', at, sender: SOMEBODY, text, attachments: [], marks: [], line } };
}

function attachmentsIn(cell: string, { shelf, path }: Reading): Attachment[] {
  const names = cell.split(/[;|\n]/).map((name) => baseName(name.trim().replaceAll('\\', '/')));
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const file = shelf.find(name, path);
      return { name, kind: kindOfName(name), ...cameAs(file) };
    });
}
