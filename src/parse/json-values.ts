// Values out of a JSON file of any size, one at a time: the file is never held, only the value at hand. A file that is cut short gives
// all values before the cut; one that is broken inside a value loses that value and goes on. What was lost is counted, never passed over.

/** A value that was asked for. */
export interface JsonValue {
  /** Which of the wanted paths it is at. */
  readonly wanted: string;
  /** The keys and indexes that lead to it. */
  readonly steps: readonly string[];
  readonly value: unknown;
}

/** What went wrong while reading. */
export interface JsonNotes {
  /** Values that are not JSON, or longer than may be held. */
  lost: number;
  /** The text ended before its outermost value did. */
  cut: boolean;
}

/** Signs that one wanted value may have: more is no message. */
const LONGEST_VALUE = 8_000_000;
/** Keys longer than this are told apart by their beginning. */
const LONGEST_KEY = 500;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Values at the wanted paths in the order of the file. A path is written with dots, `*` for any key or index: `title`,
 * `messages.*`, `chats.list.*.name`. No wanted path may lie inside another. Throws what `text` throws.
 */
export async function* jsonValues(
  text: AsyncIterable<string>,
  wanted: readonly string[],
  notes: JsonNotes,
): AsyncGenerator<JsonValue> {
  const walker = new Walker(wanted, notes);
  for await (const piece of text) yield* walker.read(piece);
  yield* walker.end();
}

/** An object or array that is open. */
interface Level {
  readonly isObject: boolean;
  /** Key or index of the value at hand. */
  step: string;
  index: number;
  /** In an object: the next string is a key. */
  atKey: boolean;
}

/** A wanted value that is being read. */
interface Capture extends Omit<JsonValue, 'value'> {
  /** How many levels are open around it. */
  readonly depth: number;
  tooLong: boolean;
}

/** Goes through the signs of the text once; only wanted values are kept and parsed. */
class Walker {
  readonly #paths: readonly { readonly path: string; readonly parts: readonly string[] }[];
  readonly #notes: JsonNotes;
  readonly #levels: Level[] = [];
  readonly #string = { open: false, isKey: false, escaped: false };
  #capture: Capture | undefined;
  /** Inside a number or word. */
  #plain = false;
  #empty = true;
  /** Beginning of the value or key at hand, from the pieces before; and where it begins in the piece, -1 when nothing is kept. */
  #kept = '';
  #from = -1;

  constructor(wanted: readonly string[], notes: JsonNotes) {
    this.#paths = wanted.map((path) => ({ path, parts: path.split('.') }));
    this.#notes = notes;
  }

  *read(piece: string): Generator<JsonValue> {
    const text = this.#kept + piece;
    this.#from = this.#kept === '' ? -1 : 0;
    for (let at = this.#kept.length; at < text.length; at++) {
      if (this.#string.open) {
        at = this.#endOfString(text, at);
        continue;
      }
      const sign = text.charCodeAt(at);
      if (sign <= 0x20 || sign === 0xfeff) continue;
      if (sign !== COMMA && sign !== CLOSE_OBJECT && sign !== CLOSE_ARRAY) {
        this.#open(sign, at);
        continue;
      }
      if (this.#capture && this.#capture.depth === this.#levels.length) yield* this.#finish(text.slice(this.#from, at));
      this.#plain = false;
      if (sign === COMMA) toNext(this.#levels.at(-1));
      else this.#levels.pop();
    }
    this.#keep(text);
  }

  /** A value that is whole counts though the file breaks off right behind it; a number may go on. */
  *end(): Generator<JsonValue> {
    this.#notes.cut = this.#empty || this.#levels.length > 0 || this.#string.open;
    const isWhole = this.#capture?.depth === this.#levels.length && !this.#string.open && !this.#plain;
    if (isWhole) yield* this.#finish(this.#kept);
    else if (this.#capture) this.#notes.lost++;
  }

  /** A sign with which something begins. */
  #open(sign: number, at: number): void {
    const level = this.#levels.at(-1);
    if (sign === COLON) {
      if (level) level.atKey = false;
    } else if (sign === QUOTE) {
      this.#string.open = true;
      this.#string.isKey = !this.#capture && level?.isObject === true && level.atKey;
      if (this.#string.isKey) this.#from = at;
      else this.#begin(at);
    } else if (sign === OPEN_OBJECT || sign === OPEN_ARRAY) {
      this.#begin(at);
      this.#levels.push({ isObject: sign === OPEN_OBJECT, step: '0', index: 0, atKey: true });
    } else if (!this.#plain) {
      this.#plain = true;
      this.#begin(at);
    }
  }

  /** A value begins; it is kept when it was asked for. */
  #begin(at: number): void {
    this.#empty = false;
    if (this.#capture) return;
    const depth = this.#levels.length;
    const found = this.#paths.find(
      ({ parts }) => parts.length === depth && parts.every((part, i) => part === '*' || part === this.#levels[i]?.step),
    );
    if (!found) return;
    this.#capture = { wanted: found.path, steps: this.#levels.map(({ step }) => step), depth, tooLong: false };
    this.#from = at;
  }

  /** From inside a string to its closing quotation mark; to the end of the text when it is not there yet. */
  #endOfString(text: string, start: number): number {
    const string = this.#string;
    for (let at = start; at < text.length; at++) {
      const sign = text.charCodeAt(at);
      if (string.escaped) string.escaped = false;
      else if (sign === BACKSLASH) string.escaped = true;
      else if (sign === QUOTE) {
        this.#closeString(text, at);
        return at;
      }
    }
    return text.length;
  }

  #closeString(text: string, at: number): void {
    this.#string.open = false;
    if (!this.#string.isKey) return;
    const level = this.#levels.at(-1);
    if (level) level.step = keyOf(text.slice(this.#from, at + 1));
    this.#string.isKey = false;
    this.#from = -1;
  }

  *#finish(raw: string): Generator<JsonValue> {
    const done = this.#capture;
    this.#capture = undefined;
    this.#from = -1;
    const value = !done || done.tooLong ? undefined : parsed(raw);
    if (done && value !== undefined) yield { wanted: done.wanted, steps: done.steps, value };
    else this.#notes.lost++;
  }

  #keep(text: string): void {
    this.#kept = this.#from === -1 || this.#capture?.tooLong ? '' : text.slice(this.#from);
    if (this.#kept.length <= LONGEST_VALUE) return;
    if (this.#capture) this.#capture.tooLong = true;
    this.#kept = '';
  }
}

function toNext(level: Level | undefined): void {
  if (!level) return;
  if (level.isObject) {
    level.atKey = true;
  } else {
    level.index++;
    level.step = String(level.index);
  }
}

/** The key that stands between quotation marks in `raw`. */
function keyOf(raw: string): string {
  const key = raw.length > LONGEST_KEY ? undefined : parsed(raw);
  return typeof key === 'string' ? key : raw.slice(1, LONGEST_KEY);
}

/** Undefined for what is no JSON. Some exporters write control characters as they are, which JSON forbids. */
function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return withoutControls(raw);
  }
}

const CONTROLS = /\p{Cc}/gu;

function withoutControls(raw: string): unknown {
  try {
    return JSON.parse(raw.replace(CONTROLS, ' '));
  } catch {
    return undefined;
  }
}
