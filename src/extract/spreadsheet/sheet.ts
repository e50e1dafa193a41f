// One sheet as lines of text: a passage for each row, with what is hidden said in its place.

import type { Gathering } from '../gathering.ts';
import type { ReadingLimits } from '../reader.ts';
import { TableRows } from '../table-rows.ts';

export interface SheetRow {
  /** From 1, as the program shows it. */
  readonly number: number;
  /** Text of each cell from column A on; '' for an empty one. */
  readonly cells: readonly string[];
  readonly comments: readonly string[];
  readonly isHidden: boolean;
}

/** Excel allows 31 characters. */
const LONGEST_NAME = 60;
/** Hidden columns that are named one by one. */
const MOST_NAMED = 5;

export class Sheet {
  /** 'sheet "Ward list" (hidden)' */
  readonly place: string;
  readonly #got: Gathering;
  readonly #limits: ReadingLimits;
  readonly #rows = new TableRows();
  #taken = 0;
  /** Columns that are not shown, from 0. */
  readonly hiddenColumns = new Set<number>();

  constructor(name: string, isHidden: boolean, got: Gathering, limits: ReadingLimits) {
    this.place = `sheet "${name.slice(0, LONGEST_NAME)}"${isHidden ? ' (hidden)' : ''}`;
    this.#got = got;
    this.#limits = limits;
    got.line('names of sheets', name);
    if (isHidden) got.fact('hidden', this.place);
  }

  /** True once no further row is taken. */
  get isFull(): boolean {
    return this.#taken >= this.#limits.rows || this.#got.isFull;
  }

  row({ number, cells, comments, isHidden }: SheetRow): void {
    const place = `${this.place}, row ${number}${isHidden ? ' (hidden)' : ''}`;
    if (this.isFull) {
      this.#got.unread('media-too-big', `${this.place}: some of its rows`);
      return;
    }
    this.#taken++;
    if (cells.length > this.#limits.columns) {
      this.#got.unread('media-too-big', `${this.place}: columns beyond ${columnName(this.#limits.columns - 1)}`);
    }
    const kept = cells.slice(0, this.#limits.columns);
    this.#got.passage(`${place}${this.#hiddenIn(kept)}`, this.#rows.line(kept));
    for (const comment of comments) this.#got.passage(`${place}, comment`, comment);
  }

  #hiddenIn(cells: readonly string[]): string {
    const hidden = [...this.hiddenColumns].filter((column) => (cells[column] ?? '') !== '');
    if (hidden.length === 0) return '';
    if (hidden.length > MOST_NAMED) return ', hidden columns among them';
    const names = hidden.sort((a, b) => a - b).map(columnName);
    return `, hidden column${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
  }
}

/** 0 → 'A', 27 → 'AB'. */
function columnName(column: number): string {
  const letter = String.fromCharCode(0x41 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** As people in the UK write dates, so that a date of birth is read as one; with the time where there is one. */
export function writtenDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const two = (part: number): string => String(part).padStart(2, '0');
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  // Spreadsheets count days from the end of 1899: a time of day alone is a part of day 0.
  if (date.getUTCFullYear() < 1900) return time;
  const day = `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
  return time === '00:00' ? day : `${day} ${time}`;
}
