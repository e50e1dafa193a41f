// One glance over a text: how many digits and @ it holds, how many digits in a row, and where the words of the patterns stand in it ("nhs no",
// "key safe"). Everything the gates and the context of the patterns need, in one pass of linear cost.

/** A word or phrase of the pack at a place of the text, whole words only. */
export interface PhraseHit {
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
}

export interface Glance {
  readonly digits: number;
  /** The longest row of digits. */
  readonly row: number;
  readonly ats: number;
  /** In order of their start. */
  readonly hits: readonly PhraseHit[];
}

interface Phrase {
  readonly id: number;
  readonly words: readonly string[];
}

export interface PhraseTable {
  /** As written in the pattern files; a hit's `phrase` is an index into it. */
  readonly phrases: readonly string[];
  /** By the hash of the first word. Two words of the same hash are told apart when they are compared. */
  readonly byFirst: ReadonlyMap<number, readonly Phrase[]>;
  /** One mark for each first word: most words of a chat are turned away here. */
  readonly marks: Uint8Array;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const AT = 0x40;
const MARKS = 0x3fff;

/** Between two words of a phrase: "nhs no", "nhs-no", "h&c", "d.o.b", "nhs. no". */
const GAP = 2;

/** Letters and digits take turns, so "bed4" is two words; accented letters are letters, emoji are not. */
function kindOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  const folded = code | 0x20;
  if (folded >= 0x61 && folded <= 0x7a) return LETTER;
  return code >= 0xc0 && (code < 0x2000 || (code > 0x3000 && code < 0xd800)) ? LETTER : OTHER;
}

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code | 0x20 : code);
const mix = (hash: number, code: number): number => Math.imul(hash ^ lower(code), 16777619);
const SEED = 0x811c9dc5 | 0;

function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

/** Phrases are of letters and digits; whatever stands between them is a gap. */
const wordsOf = (phrase: string): readonly string[] => phrase.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];

/** @param phrases distinct, each with a letter or digit in it */
export function buildPhraseTable(phrases: readonly string[]): PhraseTable {
  const byFirst = new Map<number, Phrase[]>();
  const marks = new Uint8Array(MARKS + 1);
  phrases.forEach((shown, id) => {
    const words = wordsOf(shown);
    const hash = hashOf(words[0] ?? '');
    const same = byFirst.get(hash) ?? [];
    same.push({ id, words });
    byFirst.set(hash, same);
    marks[hash & MARKS] = 1;
  });
  return { phrases, byFirst, marks };
}

export function glance(text: string, table: PhraseTable): Glance {
  const hits: PhraseHit[] = [];
  let digits = 0;
  let row = 0;
  let ats = 0;
  let at = 0;
  while (at < text.length) {
    const start = at;
    let code = text.charCodeAt(at);
    const kind = kindOf(code);
    at++;
    if (kind === OTHER) {
      if (code === AT) ats++;
      continue;
    }
    let hash = mix(SEED, code);
    while (at < text.length) {
      code = text.charCodeAt(at);
      if (kindOf(code) !== kind) break;
      hash = mix(hash, code);
      at++;
    }
    if (kind === DIGIT) {
      digits += at - start;
      if (at - start > row) row = at - start;
    }
    if (table.marks[hash & MARKS] === 1) collect(text, start, table.byFirst.get(hash), hits);
  }
  return { digits, row, ats, hits };
}

function collect(text: string, start: number, phrases: readonly Phrase[] | undefined, hits: PhraseHit[]): void {
  for (const phrase of phrases ?? []) {
    const end = endOfPhrase(text, start, phrase.words);
    if (end > start) hits.push({ phrase: phrase.id, start, end });
  }
}

/** Where the phrase that starts at `start` ends; -1 if it does not stand there. */
function endOfPhrase(text: string, start: number, words: readonly string[]): number {
  let end = start;
  for (const word of words) {
    const from = end === start ? start : skipGap(text, end);
    end = endOfWord(text, from, word);
    if (end < 0) return -1;
  }
  return end;
}

function endOfWord(text: string, from: number, word: string): number {
  for (let index = 0; index < word.length; index++) {
    if (lower(text.charCodeAt(from + index)) !== word.charCodeAt(index)) return -1;
  }
  const end = from + word.length;
  return end < text.length && kindOf(text.charCodeAt(end)) === kindOf(text.charCodeAt(end - 1)) ? -1 : end;
}

function skipGap(text: string, from: number): number {
  let at = from;
  while (at < from + GAP && at < text.length && kindOf(text.charCodeAt(at)) === OTHER) at++;
  return at;
}
