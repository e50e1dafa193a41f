// Sheets of Excel's own formats, old and new, through SheetJS. It is given bytes whose size was checked: it unpacks without limits itself.

import type { CellObject, read, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Gathering } from '../gathering.ts';
import type { ReadingLimits } from '../reader.ts';
import { Sheet, writtenDate } from './sheet.ts';

export type ReadWorkbook = typeof read;

/** Adds all sheets to `got`. Throws what SheetJS throws for a damaged or locked file. */
export function readWorkbook(bytes: Uint8Array, readBook: ReadWorkbook, got: Gathering, limits: ReadingLimits): void {
  const book = readBook(bytes, {
    type: 'buffer',
    cellDates: true,
    UTC: true,
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellStyles: true, // for which rows and columns are hidden
    sheetRows: limits.rows + 1,
  });
  for (const [at, name] of book.SheetNames.entries()) {
    if (at >= limits.sheets) got.unread('media-too-big', `sheet ${at + 1} and what follows`);
    if (at >= limits.sheets || got.isFull) return;
    readSheet(book, at, name, got, limits);
  }
  for (const [name, value] of Object.entries(book.Props ?? {})) {
    if (!/^(?:Author|LastAuthor|Title|Subject|Keywords|Comments|Manager|Company)$/.test(name)) continue;
    got.line(`property: ${name === 'LastAuthor' ? 'last changed by' : name.toLowerCase()}`, String(value), 'told');
    if (name === 'Author' || name === 'Title') got.fact(name === 'Author' ? 'author' : 'title', String(value));
  }
}

function readSheet(book: WorkBook, at: number, name: string, got: Gathering, limits: ReadingLimits): void {
  const content = book.Sheets[name];
  if (!content) {
    got.unread('media-damaged', `sheet ${at + 1}`);
    return;
  }
  const isHidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
  const sheet = new Sheet(name, isHidden, got, limits);
  for (const [column, settings] of (content['!cols'] ?? []).entries()) {
    if (settings?.hidden) sheet.hiddenColumns.add(column);
  }
  const rows: CellObject[][] = content['!data'] ?? [];
  rows.forEach((cells, row) => {
    const texts = textsOf(cells ?? [], limits);
    const comments = (cells ?? []).flatMap((cell) => (cell?.c ?? []).map(({ a, t }) => (a ? `${a}: ${t}` : t)));
    if (texts.length + comments.length === 0) return;
    sheet.row({ number: row + 1, cells: texts, comments, isHidden: content['!rows']?.[row]?.hidden === true });
  });
  if (isCut(content)) got.unread('media-too-big', `${sheet.place}, row ${limits.rows + 2} and what follows`);
}

/** Row 5 of a sheet that was cut there says in `!fullref` how far it went. */
const isCut = (content: WorkSheet & { readonly '!fullref'?: string }): boolean =>
  content['!fullref'] !== undefined && content['!fullref'] !== content['!ref'];

function textsOf(cells: readonly (CellObject | undefined)[], limits: ReadingLimits): string[] {
  const texts: string[] = [];
  cells.forEach((cell, column) => {
    if (column > limits.columns || cell === undefined) return;
    const text = textOf(cell);
    if (text === '') return;
    while (texts.length < column) texts.push('');
    texts.push(text);
  });
  return texts;
}

function textOf({ t, v, l }: CellObject): string {
  const link = l?.Target && !l.Target.startsWith('#') && l.Target !== v ? ` (${l.Target})` : '';
  if (v === undefined || v === null || t === 'e') return link.trim();
  return (v instanceof Date ? writtenDate(v) : String(v)) + link;
}
