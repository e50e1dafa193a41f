// Text of a document as it comes out of its XML, put together into lines: paragraphs within paragraphs, cells within rows, and words
// that stand in another place than the paragraph around them (deleted, hidden).

import type { Gathering } from '../gathering.ts';
import { TableRows } from '../table-rows.ts';

interface Paragraph {
  /** What stands in each place, in the order in which they came up. */
  readonly texts: Map<string, string>;
}

interface Table {
  readonly rows: TableRows;
  cells: string[];
  /** The cell that is open, as far as it is filled, and how many columns it takes. */
  cell: { place: string; text: string; columns: number } | undefined;
}

/** Word allows 63. */
const MOST_COLUMNS = 63;
/** A cell or paragraph at most: one of some megabytes is none that a person wrote. */
const LONGEST_LINE = 1 << 16;

export class Lines {
  readonly #got: Gathering;
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Table[] = [];
  /** Text outside every paragraph, as it stands in properties and comments. */
  #loose = '';
  /**
   * Word writes a text box twice, for new programs and for old ones. While the first is read its lines are noted; while the
   * second is read those lines are passed over.
   */
  alternative: 'new' | 'old' | undefined;
  readonly #written = new Set<string>();

  constructor(got: Gathering) {
    this.#got = got;
  }

  text(place: string, text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) this.#loose += text;
    else this.#add(paragraph, place, text);
  }

  openParagraph(): void {
    this.#paragraphs.push({ texts: new Map() });
  }

  closeParagraph(): void {
    const closed = this.#paragraphs.pop();
    for (const [place, text] of closed?.texts ?? []) this.#line(place, text);
  }

  /** Ends text outside of paragraphs; what it was is given back to whoever wants to place it. */
  takeLoose(): string {
    const text = this.#loose.trim();
    this.#loose = '';
    return text;
  }

  openTable(): void {
    this.#tables.push({ rows: new TableRows(), cells: [], cell: undefined });
  }

  openCell(place: string): void {
    const table = this.#tables.at(-1);
    if (table) table.cell = { place, text: '', columns: 1 };
  }

  /** The cell that is open takes so many columns. */
  widenCell(columns: number): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell && columns > 1 && columns <= MOST_COLUMNS) cell.columns = columns;
  }

  closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.cells.push(table.cell?.text ?? '', ...Array<string>((table.cell?.columns ?? 1) - 1).fill(''));
    table.cell = undefined;
  }

  closeRow(place: string): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    const line = table.rows.line(table.cells);
    table.cells = [];
    table.cell = undefined;
    // A table in a cell of another is a part of that cell.
    this.#line(place, line, this.#tables.at(-2));
  }

  closeTable(): void {
    this.#tables.pop();
  }

  #add(paragraph: Paragraph, place: string, text: string): void {
    const before = paragraph.texts.get(place) ?? '';
    if (before.length + text.length <= LONGEST_LINE) {
      paragraph.texts.set(place, before + text);
      return;
    }
    this.#line(place, before);
    paragraph.texts.set(place, text);
  }

  #line(place: string, text: string, table: Table | undefined = this.#tables.at(-1)): void {
    if (this.alternative === 'old' && this.#written.has(text)) return;
    if (this.alternative === 'new') this.#written.add(text);
    const cell = table?.cell;
    if (cell?.place !== place || cell.text.length + text.length > LONGEST_LINE) this.#got.line(place, text);
    else cell.text += cell.text === '' ? text : ` ${text}`;
  }
}
