// Rich Text Format (Microsoft's specification, version 1.9.1): words between control words, in groups. A group stands for a part of the
// document, such as its header or a comment, or for what is no text at all, such as its fonts.

import { decoderOf } from '../decoded.ts';
import type { Gathering } from '../gathering.ts';
import { TableRows } from '../table-rows.ts';

/** Parts with words in them, and where these stand. */
const PLACES: Readonly<Record<string, string>> = {
  ...{ header: 'page header', headerl: 'page header', headerr: 'page header', headerf: 'page header' },
  ...{ footer: 'page footer', footerl: 'page footer', footerr: 'page footer', footerf: 'page footer' },
  ...{ footnote: 'footnote', annotation: 'comment', shptxt: 'text box', title: 'title', subject: 'subject' },
  ...{ author: 'author', operator: 'last author', keywords: 'keywords', doccomm: 'comments on the file' },
};
const TOLD: ReadonlySet<string> = new Set([
  'title',
  'subject',
  'author',
  'last author',
  'keywords',
  'comments on the file',
]);
/** Parts without words, and those that repeat others for old programs. */
const WORDLESS: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl nonshppict fldinst sp xe tc bkmkstart bkmkend'.split(
    ' ',
  ),
);
/** Marked as "may be passed over", yet with words or pictures in them. */
const WORTH_READING: ReadonlySet<string> = new Set(['annotation', 'shpinst', 'shppict', 'nesttableprops']);
const SIGNS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
  ...{ emspace: ' ', enspace: ' ', '~': '\u00a0', _: '-', '{': '{', '}': '}', '\\': '\\' },
};
const BREAKS: ReadonlySet<string> = new Set(['par', 'line', 'sect', 'page', 'column', 'softline', '\n', '\r']);

/** A control word with its number, a sign given by its code, a bracket, or words. */
const TOKEN = /\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/g;

interface Group {
  readonly place: string;
  readonly skipped: boolean;
  /** Signs after a `\u` that stand for it in old programs. */
  readonly instead: number;
  readonly picture?: { readonly digits: string[]; isRead: boolean };
}

export function readRtf(bytes: Uint8Array, gathering: Gathering): void {
  new RtfText(gathering).read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

class RtfText {
  readonly #gathering: Gathering;
  #group: Group = { place: 'text', skipped: false, instead: 1 };
  readonly #outer: Group[] = [];
  readonly #texts = new Map<string, string>();
  #decoder = decoderOf('windows-1252');
  #codes: number[] = [];
  #cells: string[] = [];
  #isInTable = false;
  #table = new TableRows();
  #ignore = 0;
  #mayBePassed = false;
  #pictures = 0;

  constructor(gathering: Gathering) {
    this.#gathering = gathering;
  }

  read(rtf: string): void {
    TOKEN.lastIndex = 0;
    for (let found = TOKEN.exec(rtf); found; found = TOKEN.exec(rtf)) {
      const [, code, word, number, symbol, bracket, plain] = found;
      if (code !== undefined) this.#code(Number.parseInt(code, 16));
      else if (word === 'bin') TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
      else if (word !== undefined) this.#word(word, number);
      else if (symbol !== undefined) this.#symbol(symbol);
      else if (bracket === '{') this.#open();
      else if (bracket === '}') this.#close();
      else if (plain !== undefined) this.#plain(plain);
    }
    if (this.#outer.length > 0) this.#gathering.unread('media-damaged', 'its end is missing');
    while (this.#outer.length > 0) this.#close();
    this.#endLines();
  }

  #open(): void {
    this.#endCodes();
    this.#outer.push(this.#group);
    this.#mayBePassed = false;
  }

  #close(): void {
    this.#endCodes();
    const closed = this.#group;
    this.#group = this.#outer.pop() ?? closed;
    if (closed.picture && closed.picture !== this.#group.picture) this.#endPicture(closed.picture);
    if (closed.place !== this.#group.place) this.#endLine(closed.place);
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#mayBePassed = true;
    else this.#word(symbol, undefined);
  }

  #word(word: string, number: string | undefined): void {
    this.#endCodes();
    if (this.#mayBePassed && !WORTH_READING.has(word)) this.#change({ skipped: true });
    this.#mayBePassed = false;
    const place = PLACES[word];
    if (place !== undefined) this.#change({ place });
    else if (WORDLESS.has(word)) this.#change({ skipped: true });
    else if (word === 'pict') this.#change({ picture: { digits: [], isRead: false } });
    else if ((word === 'pngblip' || word === 'jpegblip') && this.#group.picture) this.#group.picture.isRead = true;
    else if (word === 'objdata') this.#object();
    else if (word === 'uc') this.#change({ instead: Math.min(Math.max(Number(number ?? 1), 0), 16) });
    else if (word === 'ansicpg') this.#decoder = decoderOf(`windows-${number}`);
    else if (word === 'u') this.#unicode(Number(number ?? 0));
    else if (word === 'cell' || word === 'nestcell') this.#endCell();
    else if (word === 'row' || word === 'nestrow') this.#endRow();
    else if (word === 'trowd' || word === 'intbl') this.#isInTable = true;
    else if (word === 'pard') this.#isInTable = false;
    else if (BREAKS.has(word)) this.#paragraph();
    else this.#say(SIGNS[word] ?? '');
  }

  #change(change: Partial<Group>): void {
    this.#group = { ...this.#group, ...change };
  }

  #unicode(code: number): void {
    this.#say(String.fromCharCode(code & 0xffff));
    this.#ignore = this.#group.instead;
  }

  /** Signs of Chinese or Japanese take two codes, so they are decoded together. */
  #code(code: number): void {
    if (this.#ignore > 0) this.#ignore -= 1;
    else this.#codes.push(code);
  }

  #endCodes(): void {
    this.#ignore = 0;
    if (this.#codes.length === 0) return;
    this.#say(this.#decoder.decode(Uint8Array.from(this.#codes)));
    this.#codes = [];
  }

  #plain(text: string): void {
    const kept = text.slice(this.#ignore);
    this.#endCodes();
    if (this.#group.picture) this.#group.picture.digits.push(kept);
    // Words as they stand have the encoding of the file too.
    else this.#say(/[\x80-\xff]/.test(kept) ? this.#decoder.decode(Buffer.from(kept, 'latin1')) : kept);
  }

  #say(text: string): void {
    const { place, skipped, picture } = this.#group;
    if (!skipped && !picture && text !== '') this.#texts.set(place, (this.#texts.get(place) ?? '') + text);
  }

  #paragraph(): void {
    if (this.#isInTable) this.#say(' ');
    else this.#endLine(this.#group.place);
  }

  #endCell(): void {
    if (this.#group.skipped) return;
    const { place } = this.#group;
    this.#cells.push(this.#texts.get(place) ?? '');
    this.#texts.delete(place);
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#gathering.line(this.#group.place, this.#table.line(this.#cells));
    this.#cells = [];
    this.#isInTable = false;
  }

  #endLine(place: string): void {
    const text = (this.#texts.get(place) ?? '').trim();
    this.#texts.delete(place);
    if (text === '') return;
    if (place === 'text') this.#table = new TableRows();
    if (place === 'title' || place === 'author') this.#gathering.fact(place, text);
    this.#gathering.line(place, text, TOLD.has(place) ? 'told' : 'typed');
  }

  #endLines(): void {
    this.#endRow();
    for (const place of [...this.#texts.keys()]) this.#endLine(place);
  }

  #endPicture({ digits, isRead }: NonNullable<Group['picture']>): void {
    if (this.#group.skipped) return;
    this.#pictures += 1;
    const name = `picture ${this.#pictures}`;
    const bytes = Buffer.from(digits.join('').replace(/[^0-9a-fA-F]/g, ''), 'hex');
    if (isRead && bytes.length > 0) this.#gathering.inner(name, new Uint8Array(bytes));
    else this.#gathering.unread('media-partly-read', name);
  }

  #object(): void {
    if (!this.#group.skipped || this.#outer.at(-1)?.skipped === false)
      this.#gathering.unread('media-partly-read', 'files placed in it');
    this.#change({ skipped: true });
  }
}
