// Sheets of OpenDocument (.ods, .fods), read as a stream: one empty row can stand for a million, and only the styles say what is hidden.
// OASIS OpenDocument 1.3, part 3.

import type { Gathering } from '../gathering.ts';
import type { XmlListener } from '../office/xml.ts';
import type { ReadingLimits } from '../reader.ts';
import { Sheet, writtenDate } from './sheet.ts';

type Attributes = Readonly<Record<string, string>>;

interface Cell {
  readonly attributes: Attributes;
  readonly texts: string[];
}

const IS_HIDDEN = /^(?:collapse|filter)$/;
const CELLS = new Set(['table-cell', 'covered-table-cell']);

export class OpenSheets implements XmlListener {
  readonly #got: Gathering;
  readonly #limits: ReadingLimits;
  readonly #hiddenStyles = new Set<string>();
  #styleName = '';
  #sheets = 0;
  #sheet: Sheet | undefined;
  #row = 0;
  #column = 0;
  #rowAttributes: Attributes = {};
  #cells: string[] = [];
  #comments: string[] = [];
  #cell: Cell | undefined;
  /** The text of a comment or of a text box, while one is open. */
  #aside: { readonly name: string; text: string } | undefined;
  #text = '';

  constructor(got: Gathering, limits: ReadingLimits) {
    this.#got = got;
    this.#limits = limits;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'style') this.#styleName = attributes.name ?? '';
    else if (name === 'table-properties' && attributes.display === 'false') this.#hiddenStyles.add(this.#styleName);
    else if (name === 'table') this.#openSheet(attributes);
    else if (name === 'table-column') this.#noteColumn(attributes);
    else if (name === 'table-row') this.#openRow(attributes);
    else if (CELLS.has(name)) this.#cell = { attributes, texts: [] };
    else if (name === 'annotation' || name === 'text-box' || name === 'custom-shape') this.#aside = { name, text: '' };
    else if (name === 'p') this.#text = '';
    else if (name === 's' || name === 'tab' || name === 'line-break') this.#text += ' ';
    if (attributes.href && /^[a-z]{3,6}:/i.test(attributes.href)) this.#got.line('link', attributes.href);
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    if (name === 'p') this.#endParagraph();
    else if (name === 'creator' && this.#aside) this.#got.line('author of a change or comment', this.#text, 'told');
    else if (name === this.#aside?.name) this.#endAside();
    else if (CELLS.has(name)) this.#endCell();
    else if (name === 'table-row') this.#endRow();
    if (name === 'creator' || name === 'date') this.#text = '';
  }

  #openSheet(attributes: Attributes): void {
    this.#sheets++;
    this.#row = 0;
    this.#column = 0;
    this.#sheet = undefined;
    if (this.#sheets > this.#limits.sheets) {
      this.#got.unread('media-too-big', `sheet ${this.#limits.sheets + 1} and what follows`);
      return;
    }
    const isHidden = this.#hiddenStyles.has(attributes['style-name'] ?? '') || attributes.display === 'false';
    this.#sheet = new Sheet(attributes.name ?? `${this.#sheets}`, isHidden, this.#got, this.#limits);
  }

  #noteColumn(attributes: Attributes): void {
    const count = repeated(attributes['number-columns-repeated']);
    if (IS_HIDDEN.test(attributes.visibility ?? '')) {
      const end = Math.min(this.#column + count, this.#limits.columns);
      for (let column = this.#column; column < end; column++) this.#sheet?.hiddenColumns.add(column);
    }
    this.#column += count;
  }

  #openRow(attributes: Attributes): void {
    this.#rowAttributes = attributes;
    this.#cells = [];
    this.#comments = [];
  }

  #endParagraph(): void {
    const text = this.#text.trim();
    this.#text = '';
    if (text === '') return;
    if (this.#aside) this.#aside.text += this.#aside.text === '' ? text : `\n${text}`;
    else if (this.#cell) this.#cell.texts.push(text);
    else this.#got.line('text box', text);
  }

  #endAside(): void {
    const { name, text } = this.#aside ?? { name: '', text: '' };
    this.#aside = undefined;
    if (name === 'annotation') this.#comments.push(text);
    else if (text !== '') this.#got.line(`${this.#sheet?.place ?? 'sheet'}, text box`, text);
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell) return;
    const text = textOf(cell);
    // One column more than is taken, so that the sheet can say that there are more.
    const room = Math.max(0, this.#limits.columns + 1 - this.#cells.length);
    const count = Math.min(repeated(cell.attributes['number-columns-repeated']), text === '' ? room - 1 : room);
    for (let at = 0; at < count; at++) this.#cells.push(text);
  }

  #endRow(): void {
    const { visibility = '', ...attributes } = this.#rowAttributes;
    const number = this.#row + 1;
    this.#row += repeated(attributes['number-rows-repeated']);
    if (this.#cells.every((cell) => cell === '') && this.#comments.length === 0) return;
    const row = { number, cells: this.#cells, comments: this.#comments, isHidden: IS_HIDDEN.test(visibility) };
    this.#sheet?.row(row); // rows that repeat the same content are read once
  }
}

const repeated = (count: string | undefined): number => Math.max(1, Number.parseInt(count ?? '1', 10) || 1);

/** Dates and numbers as they are, not as they are shown: 9991079203 may be shown as 9.99E+09. */
function textOf({ attributes, texts }: Cell): string {
  const shown = texts.join(' ');
  const type = attributes['value-type'];
  if (type === 'date' && attributes['date-value']) {
    return (
      writtenDate(
        new Date(`${attributes['date-value'].replace(/Z$/, '')}${attributes['date-value'].includes('T') ? 'Z' : ''}`),
      ) || shown
    );
  }
  return type === 'float' && attributes.value ? attributes.value : shown;
}
