// The words of a web page or of another text in tags (XML): all that can be read, and what is hidden too: titles, names of pictures, what was
// typed into fields. Rows of tables come with their headings. Nothing is fetched or run; style sheets, scripts and comments are passed over.

import { Parser } from 'htmlparser2';
import { isBlock } from '../parse/html-events.ts';
import type { Gathering } from './gathering.ts';
import { TableRows } from './table-rows.ts';

type Attributes = Readonly<Record<string, string>>;

const CODE: ReadonlySet<string> = new Set(['script', 'style']);
/** Attributes of a page whose value is read to the user or typed by one. */
const WORDS: ReadonlySet<string> = new Set([
  'alt',
  'title',
  'aria-label',
  'placeholder',
  'label',
  'summary',
  'content',
]);
const EMBEDDED = /^data:(?:image|audio|video|application|text)\/[^,]*;base64,/i;
const MOST_SPANNED = 50;

/** True where the tags are those of some other language than HTML. */
const isXml = (text: string): boolean => /^\ufeff?\s*<\?xml/.test(text) && !/<html[\s>]/i.test(text.slice(0, 4096));

interface Table {
  readonly rows: TableRows;
  cells: string[];
  /** What stood before the cell that is being read, and how many columns that takes. */
  readonly open: { readonly before: string; readonly span: number }[];
}

/** Puts the words of the page into `gathering`; `place` says where the page stands. */
export function readPage(text: string, gathering: Gathering, place: string): void {
  const page = isXml(text) ? new OtherXml(gathering, place) : new Page(gathering, place);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.opens(name, attributes),
      ontext: (more) => page.text(more),
      onclosetag: (name) => page.closes(name),
    },
    { xmlMode: isXml(text) },
  );
  parser.end(text);
  page.endLine();
}

class Page {
  protected readonly gathering: Gathering;
  protected readonly place: string;
  protected line = '';
  private code = 0;
  private readonly tables: Table[] = [];
  private pictures = 0;

  constructor(gathering: Gathering, place: string) {
    this.gathering = gathering;
    this.place = place;
  }

  opens(name: string, attributes: Attributes): void {
    if (CODE.has(name)) this.code += 1;
    if (name === 'table') this.tables.push({ rows: new TableRows(), cells: [], open: [] });
    else if (name === 'td' || name === 'th') this.beginCell(attributes.colspan);
    else if (this.breaks(name)) this.breakLine();
    this.attributes(name, attributes);
  }

  text(more: string): void {
    if (this.code === 0) this.line += more;
  }

  closes(name: string): void {
    const table = this.tables.at(-1);
    if (CODE.has(name)) this.code -= 1;
    else if (name === 'td' || name === 'th') this.endCell();
    else if (name === 'tr' && table) this.endRow(table);
    else if (name === 'table' && table) {
      this.endRow(table);
      this.tables.pop();
    } else if (this.breaks(name)) this.breakLine();
  }

  endLine(): void {
    this.gathering.line(this.place, tidy(this.line));
    this.line = '';
  }

  protected breaks(name: string): boolean {
    return isBlock(name) || name === 'title' || name === 'option' || name === 'dd' || name === 'dt';
  }

  protected attributes(name: string, attributes: Attributes): void {
    for (const [attribute, value] of Object.entries(attributes)) {
      if (EMBEDDED.test(value)) this.embedded(value);
      else if (this.hasWords(name, attribute, attributes)) this.say(`${attribute}: ${value}`, value);
      else if (attribute === 'href' && /^(?:mailto|tel|sms):/i.test(value)) this.say(decodedUri(value), value);
    }
  }

  protected say(words: string, value: string): void {
    if (value.trim() !== '') this.gathering.line(this.place, tidy(words));
  }

  private hasWords(name: string, attribute: string, attributes: Attributes): boolean {
    if (attribute === 'content') return name === 'meta' && attributes.name !== 'viewport' && !attributes['http-equiv'];
    if (attribute === 'value') return name === 'input' || name === 'data';
    return WORDS.has(attribute);
  }

  private embedded(value: string): void {
    this.pictures += 1;
    const bytes = new Uint8Array(Buffer.from(value.slice(value.indexOf(',') + 1), 'base64'));
    this.gathering.inner(`${this.place}, file ${this.pictures} in it`, bytes);
  }

  /** A new line; within a cell only a space, as the row is one line. */
  private breakLine(): void {
    if (this.tables.some(({ open }) => open.length > 0)) this.line += ' ';
    else this.endLine();
  }

  private beginCell(colspan: string | undefined): void {
    const table = this.tables.at(-1);
    if (!table) {
      this.breakLine();
      return;
    }
    const span = Math.min(Math.max(Number.parseInt(colspan ?? '1', 10) || 1, 1), MOST_SPANNED);
    table.open.push({ before: this.line, span });
    this.line = '';
  }

  private endCell(): void {
    const table = this.tables.at(-1);
    const cell = table?.open.pop();
    if (!table || !cell) {
      this.breakLine();
      return;
    }
    table.cells.push(tidy(this.line), ...Array<string>(cell.span - 1).fill(''));
    this.line = cell.before;
  }

  private endRow(table: Table): void {
    if (table.cells.length > 0) this.gathering.line(this.place, table.rows.line(table.cells));
    table.cells = [];
  }
}

/** Other languages hold what they say in any element and any attribute: a health record gives a birthday as `<birthDate value="…"/>`. */
class OtherXml extends Page {
  private isDrawing = false;

  override opens(name: string, attributes: Attributes): void {
    if (name === 'svg') this.isDrawing = true;
    super.opens(name, attributes);
  }

  protected override breaks(name: string): boolean {
    return name !== 'tspan';
  }

  protected override attributes(name: string, attributes: Attributes): void {
    if (this.isDrawing) super.attributes(name, attributes);
    else
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!attribute.startsWith('xmlns') && !attribute.includes('schemaLocation'))
          this.say(`${attribute === 'value' ? name : attribute}: ${value}`, value);
      }
  }
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

function decodedUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
