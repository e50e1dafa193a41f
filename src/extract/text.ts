// Plain text: every line is a passage. A table (CSV) is a text too: each of its rows is a passage, in which every cell stands with its
// heading.

import { rowsIn, separatorOf } from '../parse/table/rows.ts';
import { columnCount } from '../parse/table/table.ts';
import { decoded } from './decoded.ts';
import { Gathering } from './gathering.ts';
import type { Reader, Reading, ReadingLimits } from './reader.ts';
import { TableRows } from './table-rows.ts';

export const textReader: Reader = {
  kind: 'text',
  title: 'plain text and CSV',
  packages: [],
  ready: async (limits) => ({
    read: async (bytes, name) => {
      const text = decoded(bytes);
      return isTable(text, name) ? rowsOf(text, limits) : linesOf(text, limits.characters);
    },
  }),
  sample: () => ({ bytes: new TextEncoder().encode('Ward round\n'), name: 'sample.txt', word: 'round' }),
};

/** Fewer columns are no sign of a table: "Smith, Jane" stands in many a list. */
const COLUMNS_OF_A_TABLE = 3;

const isTable = (text: string, name: string): boolean =>
  /\.(?:csv|tsv|tab)$/i.test(name) || columnCount(text) >= COLUMNS_OF_A_TABLE;

function linesOf(text: string, most: number): Reading {
  const isCut = text.length > most;
  const lines = text.slice(0, most).split(/\r\n|\r|\n/);
  return {
    // Empty lines too, so that places and offsets are those of the file.
    passages: lines.map((line, at) => ({ place: `line ${at + 1}`, text: line, by: 'typed' })),
    facts: [],
    inner: [],
    unread: isCut ? [{ reason: 'media-partly-read', place: `after line ${lines.length}` }] : [],
  };
}

function rowsOf(text: string, limits: ReadingLimits): Reading {
  const gathering = new Gathering(limits);
  const rows = rowsIn(text.slice(0, limits.characters), separatorOf(text));
  const table = new TableRows();
  for (const { cells, line } of rows.slice(0, limits.rows))
    gathering.passage(`line ${line}`, table.line(cells.slice(0, limits.columns)));
  const after = (line: number | undefined) => gathering.unread('media-partly-read', `after line ${line ?? 0}`);
  if (rows.length > limits.rows) after(rows[limits.rows - 1]?.line);
  else if (text.length > limits.characters) after(rows.at(-1)?.line);
  if (rows.some(({ cells }) => cells.length > limits.columns))
    gathering.unread('media-partly-read', `columns after number ${limits.columns}`);
  return gathering.done();
}
