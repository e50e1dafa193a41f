// Lines to records: a header starts a message, the lines after it belong to it. On iPhones a record ends with CRLF and
// a line inside it with LF, so that a chat pasted into a message stays in that message.

import { SourceError } from '../../errors.ts';
import type { IssueCode } from '../../issues.ts';
import type { SourceFile } from '../../model.ts';
import { createLineSplitter, type LineEnd, LONGEST, type TakeLine } from '../lines.ts';
import { withoutMarks } from '../marks.ts';
import { type Encoding, textOf } from '../text.ts';
import type { Header } from './header.ts';
import { createHeaderReader } from './read-header.ts';
import { isEncryptionNotice } from './system.ts';

/** How one file divides into records, as its outline showed. */
export interface Layout {
  /** False for a header that was pasted into a message: of another export, or behind a line end that ends no record. */
  accepts(header: Header, before: LineEnd): boolean;
}

export interface RawRecord {
  /** Of the first line in the file, from 1. */
  readonly line: number;
  readonly header: Header;
  /** A line that the app put before the first header, without a time of its own; it takes that of the first header. */
  readonly untimed: boolean;
  /** Text after the header, lines joined by LF. */
  text: string;
  lines: number;
}

/** What a reading passed by; grows while it goes on. */
export interface ReadingNotes {
  lines: number;
  /** Lines before the first header, and those of them that are not blank. */
  unattributed: number;
  unattributedWords: number;
  /** First lines of records that were cut, the first few. */
  cutAt: number[];
  cut: number;
  damage: IssueCode | undefined;
}

export const noNotes = (): ReadingNotes => ({
  lines: 0,
  unattributed: 0,
  unattributedWords: 0,
  cutAt: [],
  cut: 0,
  damage: undefined,
});

/** Lines of the Web export that stand before its first header. */
export const isUntimedNotice = (text: string): boolean =>
  isEncryptionNotice(text) || text.startsWith('Some earlier messages may not be available');

/**
 * The records of a file, one array for each piece read. Bytes that cannot be read end it there; `notes` then holds the
 * code. Never holds more than a piece and one record.
 */
export async function* recordsOf(
  file: SourceFile,
  encoding: Encoding,
  layout: Layout,
  notes: ReadingNotes,
): AsyncGenerator<RawRecord[]> {
  let done: RawRecord[] = [];
  const gather = createGatherer(layout, notes, (record) => done.push(record));
  const splitter = createLineSplitter(gather.add);
  try {
    for await (const text of textOf(file, encoding)) {
      splitter.push(text);
      yield done;
      done = [];
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    notes.damage = error.code;
  }
  splitter.finish();
  gather.finish();
  yield done;
}

function createGatherer(layout: Layout, notes: ReadingNotes, hand: (record: RawRecord) => void) {
  const readHeader = createHeaderReader();
  const early: { text: string; line: number }[] = [];
  let open: RawRecord | undefined;
  let previous: LineEnd = 'none';
  let isCut = false;

  const close = (record: RawRecord): void => {
    hand(record);
    if (!isCut) return;
    notes.cut++;
    if (notes.cutAt.length < 5) notes.cutAt.push(record.line);
    isCut = false;
  };

  const start = (header: Header, text: string): RawRecord => {
    if (open) close(open);
    for (const { text: notice, line } of early.splice(0)) hand({ line, header, untimed: true, text: notice, lines: 1 });
    return { line: notes.lines, header, untimed: false, text: text.slice(header.rest), lines: 1 };
  };

  const extend = (record: RawRecord, text: string): void => {
    record.lines++;
    if (record.text.length + text.length < LONGEST) record.text += `\n${text}`;
    else isCut = true;
  };

  const noteEarly = (text: string): void => {
    if (early.length < 5 && isUntimedNotice(withoutMarks(text))) {
      early.push({ text, line: notes.lines });
      return;
    }
    notes.unattributed++;
    if (text.trim() !== '') notes.unattributedWords++;
  };

  const add: TakeLine = (text, end, cut) => {
    notes.lines++;
    const header = readHeader(text);
    if (header && layout.accepts(header, previous)) open = start(header, text);
    else if (open) extend(open, text);
    else noteEarly(text);
    isCut ||= cut && open !== undefined;
    previous = end;
  };

  const finish = (): void => {
    if (open) close(open);
    notes.unattributed += early.length;
    notes.unattributedWords += early.length;
  };
  return { add, finish };
}
