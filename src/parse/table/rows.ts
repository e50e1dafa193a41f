// Rows of a table that a program wrote as text: CSV (RFC 4180) with commas, semicolons, tabs or bars between the cells, quotation marks
// around what holds one of these or a line break. Read as it comes, a row at a time.

import { LONGEST } from '../lines.ts';

export interface Row {
  readonly cells: readonly string[];
  /** Line on which it begins, from 1. */
  readonly line: number;
}

const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The sign that stands most often between cells of the first row; Excel may name it in a line of its own. */
export function separatorOf(head: string): Separator {
  const named = /^\ufeff?sep=([,;\t|])\r?\n/.exec(head)?.[1];
  const found = SEPARATORS.find((sign) => sign === named);
  if (found) return found;
  const [first = ''] = head.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1);
  const counts = SEPARATORS.map((sign) => [sign, first.split(sign).length] as const);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** The rows of a text that is at hand. */
export const rowsIn = (text: string, separator: Separator): readonly Row[] => {
  const reader = new RowReader(separator, { long: 0 });
  return [...reader.read(text), ...reader.finish()];
};

/** All rows that are not blank; `notes.long` counts cells that were longer than may be held. */
export async function* rowsOf(
  pieces: AsyncIterable<string>,
  separator: Separator,
  notes: { long: number },
): AsyncGenerator<readonly Row[]> {
  const reader = new RowReader(separator, notes);
  for await (const piece of pieces) {
    const rows = reader.read(piece);
    if (rows.length > 0) yield rows;
  }
  const last = reader.finish();
  if (last.length > 0) yield last;
}

class RowReader {
  readonly #separator: Separator;
  readonly #notes: { long: number };
  #rows: Row[] = [];
  #cells: string[] = [];
  #cell = '';
  #quoted = false;
  /** A quotation mark inside quotation marks: the end, or half of a doubled one. */
  #afterQuote = false;
  #afterCr = false;
  #line = 1;
  #startLine = 1;
  #isFirst = true;

  constructor(separator: Separator, notes: { long: number }) {
    this.#separator = separator;
    this.#notes = notes;
  }

  read(piece: string): readonly Row[] {
    this.#rows = [];
    const text = this.#isFirst ? piece.replace(/^\ufeff/, '') : piece;
    this.#isFirst = false;
    for (const sign of text) this.#sign(sign);
    return this.#rows;
  }

  finish(): readonly Row[] {
    this.#rows = [];
    this.#endRow();
    return this.#rows;
  }

  #sign(sign: string): void {
    const isLf = sign === '\n';
    if (isLf || sign === '\r') {
      if (!(isLf && this.#afterCr)) this.#line++;
    }
    const follows = isLf && this.#afterCr;
    this.#afterCr = sign === '\r';
    if (this.#quoted && !this.#afterQuote) {
      if (sign === '"') this.#afterQuote = true;
      else this.#add(sign);
      return;
    }
    if (this.#afterQuote && sign === '"') {
      this.#afterQuote = false;
      this.#add('"');
      return;
    }
    if (this.#afterQuote) {
      this.#quoted = false;
      this.#afterQuote = false;
    }
    if (sign === '"' && this.#cell.trim() === '') {
      this.#cell = '';
      this.#quoted = true;
    } else if (sign === this.#separator) this.#endCell();
    else if (isLf || sign === '\r') {
      if (!follows) this.#endRow();
    } else this.#add(sign);
  }

  #add(sign: string): void {
    if (this.#cell.length === LONGEST) this.#notes.long++;
    if (this.#cell.length <= LONGEST) this.#cell += sign;
  }

  #endCell(): void {
    // Excel is told by ="+44…" that digits are text.
    this.#cells.push(this.#cell.replace(/^="([\s\S]*)"$/, '$1').trim());
    this.#cell = '';
    this.#quoted = false;
  }

  #endRow(): void {
    this.#endCell();
    const namesSeparator = this.#startLine === 1 && /^sep=.?$/.test(this.#cells[0] ?? '');
    if (!namesSeparator && this.#cells.some((cell) => cell !== ''))
      this.#rows.push({ cells: this.#cells, line: this.#startLine });
    this.#cells = [];
    this.#startLine = this.#line;
  }
}
