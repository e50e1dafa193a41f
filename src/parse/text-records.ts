// Text in which a line of a known form opens each message and all lines up to the next such line belong to it.

import { linesOf, type TextLine } from './line-batches.ts';
import { LONGEST } from './lines.ts';
import type { ReadingNotes } from './notes.ts';

export interface TextRecord<Header> {
  /** Undefined for what stands before the first header. */
  readonly header: Header | undefined;
  /** The lines after that of the header, without blank ones at the end. */
  readonly lines: readonly string[];
  /** Number of its first line, from 1. */
  readonly line: number;
}

/** Records in the order of the text. `headerOf` says what a line opens; undefined for a line that goes on. */
export async function* recordsIn<Header>(
  pieces: AsyncIterable<string>,
  headerOf: (line: string) => Header | undefined,
  notes: Pick<ReadingNotes, 'before' | 'long'>,
): AsyncGenerator<readonly TextRecord<Header>[]> {
  let open: Open<Header> = { header: undefined, lines: [], line: 1, length: 0, cut: false };
  const finished = (): TextRecord<Header>[] => {
    while (open.lines.at(-1)?.trim() === '') open.lines.pop();
    if (open.cut) notes.long++;
    if (open.header === undefined) notes.before = open.lines.filter((line) => line.trim() !== '').length;
    return open.header === undefined && open.lines.length === 0 ? [] : [open];
  };
  for await (const lines of linesOf(pieces)) {
    const records: TextRecord<Header>[] = [];
    for (const line of lines) {
      const header = headerOf(line.text);
      if (header === undefined) extend(open, line);
      else {
        records.push(...finished());
        open = { header, lines: [], line: line.number, length: 0, cut: line.cut };
      }
    }
    if (records.length > 0) yield records;
  }
  const last = finished();
  if (last.length > 0) yield last;
}

interface Open<Header> {
  readonly header: Header | undefined;
  readonly lines: string[];
  readonly line: number;
  length: number;
  cut: boolean;
}

function extend(open: Open<unknown>, { text, cut }: TextLine): void {
  open.length += text.length + 1;
  if (open.length > LONGEST) open.cut = true;
  else open.lines.push(text);
  open.cut ||= cut;
}
