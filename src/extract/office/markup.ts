// What the elements of Word, PowerPoint, drawings and OpenDocument mean for the text in them: where it stands, and where a line ends.
// Every text is taken, what an element means is only needed to say where: ECMA-376 (Office Open XML), OASIS OpenDocument 1.3.

import type { Gathering } from '../gathering.ts';
import { Lines } from './lines.ts';
import type { XmlListener } from './xml.ts';

/** Elements that say where their text stands, whatever is around them. */
const PLACES: Readonly<Record<string, string>> = {
  del: 'deleted text',
  moveFrom: 'deleted text',
  deletion: 'deleted text',
  txbxContent: 'text box',
  instrText: 'field code',
  delInstrText: 'deleted text',
  annotation: 'comment',
  note: 'footnote',
  'hidden-text': 'hidden text',
  'hidden-paragraph': 'hidden text',
  header: 'page header',
  'header-left': 'page header',
  'header-first': 'page header',
  footer: 'page footer',
  'footer-left': 'page footer',
  'footer-first': 'page footer',
  'master-page': 'slide master',
  desc: 'description of a picture',
};

/** Attributes that hold words of the writer. */
const WORDS: Readonly<Record<string, string>> = {
  descr: 'description of a picture',
  title: 'description of a picture',
  alt: 'description of a picture',
  tooltip: 'link',
  string: 'text box', // WordArt
  instr: 'field code',
  'string-value': 'hidden text',
  description: 'description of a picture',
};
/** Attributes that hold a person's name. */
const AUTHORS = new Set(['author', 'userId']);
/** Where a picture is placed, how a number is written, program code. */
const NO_TEXT = new Set(
  `posOffset pctWidth pctHeight pctPosHOffset pctPosVOffset script event-listeners
   number-style date-style time-style currency-style percentage-style boolean-style text-style`.split(/\s+/),
);
const PARAGRAPHS = new Set(['p', 'h']);
const TABLES = new Set(['tbl', 'table']);
const ROWS = new Set(['tr', 'table-row']);
const CELLS = new Set(['tc', 'table-cell', 'covered-table-cell']);
const WEB_ADDRESS = /^(?:https?|ftp|mailto|file|tel|sms):|^\\\\/i;

/** A pivot table keeps a copy of all rows that it was made from, in attributes, even where their sheet was deleted. */
export const PIVOT_MEMORY = 'memory of a pivot table';

interface Element {
  readonly name: string;
  place: string;
  /** Text in it is passed over. */
  readonly isSkipped: boolean;
}

/** How many spaces one element of OpenDocument may stand for. */
const MOST_SPACES = 100;

export class Markup implements XmlListener {
  readonly #got: Gathering;
  readonly #lines: Lines;
  readonly #elements: Element[] = [];
  readonly #base: string;
  /** OpenDocument styles whose text is not shown. */
  readonly #hiddenStyles = new Set<string>();
  #styleName = '';
  #slide = 0;
  #base64 = '';
  readonly #authors = new Set<string>();

  /** `base`: where text stands that no element places elsewhere. */
  constructor(base: string, got: Gathering) {
    this.#base = base;
    this.#got = got;
    this.#lines = new Lines(got);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const outer = this.#elements.at(-1);
    this.#endLoose(outer);
    const place = this.#placeOf(name, attributes) ?? outer?.place ?? this.#base;
    const isSkipped = outer?.isSkipped === true || NO_TEXT.has(name);
    const element = { name, place, isSkipped };
    this.#elements.push(element);
    this.#noteHidden(name, attributes);
    this.#words(name, place, attributes);
    if (PARAGRAPHS.has(name)) this.#lines.openParagraph();
    else if (TABLES.has(name)) this.#lines.openTable();
    else if (CELLS.has(name)) this.#lines.openCell(place);
    else if (name === 'br' || name === 'cr' || name === 'line-break') this.#lines.text(place, '\n');
    else if (name === 'tab' && outer?.name !== 'tabs') this.#lines.text(place, '\t');
    else if (name === 's') this.#lines.text(place, ' '.repeat(Math.min(MOST_SPACES, Number(attributes.c) || 1)));
    else if (name === 'noBreakHyphen') this.#lines.text(place, '-');
    else if (name === 'gridSpan') this.#lines.widenCell(Number(attributes.val));
    else if (name === 'Choice') this.#lines.alternative = 'new';
    else if (name === 'Fallback') this.#lines.alternative = 'old';
  }

  text(text: string): void {
    const element = this.#elements.at(-1);
    if (!element || element.isSkipped) return;
    if (element.name === 'binary-data') this.#base64 += text;
    else if (element.name === 'creator' || element.name === 'sender-initials') this.#author(text.trim());
    else if (element.name !== 'date') this.#lines.text(element.place, text);
  }

  close(name: string): void {
    const element = this.#elements.at(-1);
    this.#endLoose(element);
    this.#elements.pop();
    const place = element?.place ?? this.#base;
    if (PARAGRAPHS.has(name)) this.#lines.closeParagraph();
    else if (CELLS.has(name)) this.#lines.closeCell();
    else if (ROWS.has(name)) this.#lines.closeRow(this.#elements.at(-1)?.place ?? place);
    else if (TABLES.has(name)) this.#lines.closeTable();
    else if (name === 'binary-data') this.#endPicture();
    else if (name === 'Choice' || name === 'Fallback') this.#lines.alternative = undefined;
  }

  /** Ends text outside of paragraphs at the next tag. */
  #endLoose(element: Element | undefined): void {
    const text = this.#lines.takeLoose();
    if (text !== '' && element) this.#got.line(element.place, text);
  }

  #placeOf(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
    if (name === 'page' && attributes['master-page-name'] !== undefined) return `slide ${++this.#slide}`;
    if (name === 'notes') return this.#slide === 0 ? undefined : `notes of slide ${this.#slide}`;
    if (name === 'title' && this.#elements.length > 1) return 'description of a picture';
    if (this.#hiddenStyles.has(attributes['style-name'] ?? '')) return 'hidden text';
    return Object.hasOwn(PLACES, name) ? PLACES[name] : undefined;
  }

  /** Word hides a run by a mark in it, OpenDocument by the style that a text names. */
  #noteHidden(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'style') this.#styleName = attributes.name ?? '';
    if (name === 'text-properties' && attributes.display === 'none') this.#hiddenStyles.add(this.#styleName);
    if (name !== 'vanish' || /^(?:0|false|off)$/.test(attributes.val ?? '')) return;
    const run = this.#elements.at(-3);
    if (run?.name === 'r') run.place = 'hidden text';
  }

  #words(name: string, place: string, attributes: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(attributes)) {
      if (value.trim() === '' || key.includes(':')) continue;
      if (AUTHORS.has(key)) this.#author(value);
      else if (Object.hasOwn(WORDS, key)) this.#got.line(WORDS[key] ?? place, value);
      else if (key === 'href' && WEB_ADDRESS.test(value)) this.#got.line('link', value);
      else if (key === 'v' && this.#base === PIVOT_MEMORY) this.#got.line(place, value);
      else if (key === 'val' && name === 'docVar') this.#got.line('hidden text', `${attributes.name ?? ''}: ${value}`);
    }
  }

  #author(name: string): void {
    if (name === '' || this.#authors.has(name)) return;
    this.#authors.add(name);
    this.#got.line('author of a change or comment', name, 'told');
  }

  #endPicture(): void {
    this.#got.inner('picture', Buffer.from(this.#base64, 'base64'));
    this.#base64 = '';
  }
}
