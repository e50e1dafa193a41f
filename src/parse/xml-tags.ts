// XML that keeps everything in attributes, as phones back up their text messages: tags one at a time, from a file of any size. Values
// that nobody wants (pictures in base64) are passed over without being held. No declaration or external entity is ever followed.

import { LONGEST } from './lines.ts';

export interface XmlTag {
  readonly name: string;
  /** `</name>`; it has no attributes. */
  readonly closes: boolean;
  /** `<name/>` */
  readonly isEmpty: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Lengths of the values that were passed over. */
  readonly skipped: ReadonlyMap<string, number>;
}

export interface XmlNotes {
  /** Values that were longer than may be held. */
  long: number;
  /** The text ended within a tag, or before its outermost element did. */
  cut: boolean;
}

/** All tags in the order of the text. `isWanted` says of an attribute whether its value is needed. */
export async function* xmlTags(
  pieces: AsyncIterable<string>,
  isWanted: (attribute: string) => boolean,
  notes: XmlNotes,
): AsyncGenerator<readonly XmlTag[]> {
  const reader = new TagReader(isWanted, notes);
  for await (const piece of pieces) {
    const tags = reader.read(piece);
    if (tags.length > 0) yield tags;
  }
  notes.cut = !reader.isAtEnd();
}

/** Name of a tag or attribute at most. */
const LONGEST_NAME = 200;

class TagReader {
  readonly #isWanted: (attribute: string) => boolean;
  readonly #notes: XmlNotes;
  #state: 'text' | 'opening' | 'tag' | 'value' | 'aside' | 'comment' = 'text';
  /** The word at hand: the name of the tag, then of an attribute. */
  #word = '';
  #name = '';
  #quote = '';
  #value: string[] = [];
  #length = 0;
  #attributes = new Map<string, string>();
  #skipped = new Map<string, number>();
  #depth = 0;
  #seen = false;
  #tags: XmlTag[] = [];

  constructor(isWanted: (attribute: string) => boolean, notes: XmlNotes) {
    this.#isWanted = isWanted;
    this.#notes = notes;
  }

  read(piece: string): readonly XmlTag[] {
    this.#tags = [];
    let at = 0;
    while (at < piece.length) {
      if (this.#state === 'text') at = this.#text(piece, at);
      else if (this.#state === 'value') at = this.#inValue(piece, at);
      else this.#sign(piece.charAt(at++));
    }
    return this.#tags;
  }

  isAtEnd(): boolean {
    return this.#seen && this.#depth <= 0 && this.#state === 'text';
  }

  #text(piece: string, from: number): number {
    const at = piece.indexOf('<', from);
    if (at === -1) return piece.length;
    this.#state = 'opening';
    this.#word = '';
    return at + 1;
  }

  #sign(sign: string): void {
    if (this.#state === 'comment') {
      this.#word = (this.#word + sign).slice(-3);
      if (this.#word === '-->') this.#state = 'text';
    } else if (this.#state === 'aside') {
      if (sign === '>') this.#state = 'text';
    } else if (this.#state === 'opening') this.#opening(sign);
    else this.#inTag(sign);
  }

  /** The first signs of a tag tell what it is: `<?`, `<!`, `<!--`, `</`, `<name`. */
  #opening(sign: string): void {
    this.#word += sign;
    if (this.#word === '!--') {
      this.#state = 'comment';
      this.#word = '';
    } else if (/^[?!]/.test(this.#word) && !'!--'.startsWith(this.#word)) {
      this.#state = sign === '>' ? 'text' : 'aside';
    } else if (!/^!/.test(this.#word)) {
      this.#state = 'tag';
      this.#name = '';
      this.#word = '';
      this.#attributes = new Map();
      this.#skipped = new Map();
      this.#inTag(sign);
    }
  }

  #inTag(sign: string): void {
    if (sign === '>') this.#finish();
    else if (sign === '"' || sign === "'") {
      this.#quote = sign;
      this.#value = [];
      this.#length = 0;
      this.#state = 'value';
    } else if (/\s/.test(sign)) {
      if (this.#name !== '') return;
      this.#name = this.#word;
      this.#word = '';
    } else if (sign !== '=' && this.#word.length < LONGEST_NAME) this.#word += sign;
  }

  #inValue(piece: string, from: number): number {
    const end = piece.indexOf(this.#quote, from);
    const to = end === -1 ? piece.length : end;
    this.#length += to - from;
    if (this.#length <= LONGEST && this.#isWanted(this.#word)) this.#value.push(piece.slice(from, to));
    if (end === -1) return to;
    if (!this.#isWanted(this.#word)) this.#skipped.set(this.#word, this.#length);
    else this.#attributes.set(this.#word, unescaped(this.#value.join('')));
    if (this.#length > LONGEST && this.#isWanted(this.#word)) this.#notes.long++;
    this.#word = '';
    this.#state = 'tag';
    return end + 1;
  }

  #finish(): void {
    this.#state = 'text';
    const isEmpty = this.#word.endsWith('/');
    const name = (this.#name || this.#word).replace(/\/$/, '');
    const closes = name.startsWith('/');
    if (closes) this.#depth--;
    else if (!isEmpty) this.#depth++;
    this.#seen = true;
    this.#tags.push({
      name: name.slice(closes ? 1 : 0),
      closes,
      isEmpty,
      attributes: this.#attributes,
      skipped: this.#skipped,
    });
  }
}

const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** References to text. Some programs write an emoji as two references to halves of it, which XML forbids; together they are one sign. */
function unescaped(value: string): string {
  if (!value.includes('&')) return value;
  const text = value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0xffff ? String.fromCharCode(code) : code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
  return text.replace(LONE_HALF, '\ufffd');
}
