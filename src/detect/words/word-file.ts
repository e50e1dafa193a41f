// Looks a word up in a file of lines `word<TAB>value` without reading the file into a table first: a scan of a small chat needs a few
// hundred of its 120,000 words, and filling a Map with all of them took longer than such a scan. The file stays bytes; beside it stand
// slots, which say where the line of a word begins. A word's slot follows from its letters; where two words share one, the second
// stands in the next that is free. The build makes both once, so that a look-up is a few steps however long the file is.

/** Lines in ASCII with their slots; signs beyond ASCII are escaped in words, and there are none in values. */
export interface WordFile {
  readonly bytes: Uint8Array;
  /** 32-bit numbers, the low byte first: where a line begins, counted from 1; 0 for a free slot. A power of two of them. */
  readonly slots: DataView;
}

/** A word file, or its text, which costs the work of the build. */
export type Words = string | WordFile;

const TAB = 9;
const NEWLINE = 10;
const BACKSLASH = 92;
const SLOT = 4;
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
/** At least so many slots a line: with fewer, words are in each other's way; with more, a scan reads more than it needs. */
const ROOM = 1.5;

export const asWordFile = (words: Words): WordFile => (typeof words === 'string' ? wordFile(words) : words);

/** Of a text of lines `word<TAB>value`, each ended by a new line. Of two lines of one word the first is found. Throws RangeError where a value is not ASCII. */
export function wordFile(text: string): WordFile {
  const lines = text.split('\n').filter((line) => line !== '');
  const plain = lines.map((line) => {
    const end = line.indexOf('\t');
    return end < 0 ? plainKey(line) : plainKey(line.slice(0, end)) + line.slice(end);
  });
  const bytes = asciiBytes(plain.map((line) => `${line}\n`).join(''));
  const slots = new DataView(new ArrayBuffer(SLOT * 2 ** Math.ceil(Math.log2(ROOM * lines.length + 2))));
  const file = { bytes, slots };
  let start = 0;
  for (const line of plain) {
    const key = line.split('\t', 1)[0] ?? '';
    const slot = slotOf(file, hashOf(key, SEED), [key]);
    if (slots.getInt32(slot, true) === 0) slots.setInt32(slot, start + 1, true);
    start += line.length + 1;
  }
  return file;
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length !== text.length) throw new RangeError('a value in a word file is not ASCII');
  return bytes;
}

/** Where in `bytes` the value of a word begins; -1 when the word is not there. */
export const findWord = (file: WordFile, word: string): number => findJoined(file, [word]);

/** The same for a word given in parts, which costs less than to join them. */
export function findJoined(file: WordFile, parts: readonly string[]): number {
  const key = parts.every(isPlain) ? parts : [plainKey(parts.join(''))];
  let hash = SEED;
  let length = 0;
  for (const part of key) {
    hash = hashOf(part, hash);
    length += part.length;
  }
  const start = file.slots.getInt32(slotOf(file, hash, key), true) - 1;
  return start < 0 ? -1 : start + length + 1;
}

/** The value that begins at a place, as text. */
export function valueAt({ bytes }: WordFile, start: number): string {
  const end = bytes.indexOf(NEWLINE, start);
  return ASCII.decode(bytes.subarray(start, end));
}

const ASCII = new TextDecoder();

/** The slot that holds a word, or the free one in which it would stand. */
function slotOf({ bytes, slots }: WordFile, hash: number, key: readonly string[]): number {
  const last = slots.byteLength - SLOT;
  let slot = (Math.imul(hash ^ (hash >>> 15), SLOT) & last) >>> 0;
  for (;;) {
    const start = slots.getInt32(slot, true);
    if (start === 0 || begins(bytes, start - 1, key)) return slot;
    slot = (slot + SLOT) & last;
  }
}

function begins(bytes: Uint8Array, start: number, key: readonly string[]): boolean {
  let place = start;
  for (const part of key) {
    for (let at = 0; at < part.length; at++) if (bytes[place++] !== part.charCodeAt(at)) return false;
  }
  return bytes[place] === TAB || bytes[place] === NEWLINE;
}

function hashOf(part: string, before: number): number {
  let hash = before;
  for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), PRIME);
  return hash;
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit > 127 || unit === BACKSLASH || unit === TAB || unit === NEWLINE) return false;
  }
  return true;
}

/** Backslashes are escaped too, and what ends words and lines, so that no two words become one. */
const plainKey = (word: string): string =>
  word.replace(/[\\\t\n\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
