// A message laid out for reading names: its tokens, what is known of each, and what capitals mean in it.

import type { Token } from '../words/tokens.ts';
import { englishLevel, type FixedPhrase, isListed, type PeopleTable } from './table.ts';

/** A message as the name detector wants it: normalised text (text.ts) and the tokens cut from it. */
export interface SpokenMessage {
  readonly text: { readonly text: string };
  readonly tokens: readonly Token[];
  readonly sender: string;
}

export interface Reading {
  readonly table: PeopleTable;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Table code of each token, 0 for numbers and symbols. */
  readonly codes: Int32Array;
  /** True when ordinary words have capitals too, so that capitals tell nothing: A SHOUTED MESSAGE, or One Like This. */
  readonly shouted: boolean;
  /** Token indexes inside a phrase where a possible name is none ("will do"), and small words of another language. */
  readonly fixed: ReadonlySet<number>;
}

const NEWLINE = 10;
const NO_INDEXES: ReadonlySet<number> = new Set();

export function layOut(table: PeopleTable, message: SpokenMessage): Reading {
  const { tokens } = message;
  const text = message.text.text;
  const codes = new Int32Array(tokens.length);
  let fixed: Set<number> | undefined;
  const foreign: number[] = [];
  let words = 0;
  let capitals = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    codes[i] = table.look(token.word);
    if (token.typed === 'lower' && table.foreign.has(token.word)) foreign.push(i);
    const code = codes[i] ?? 0;
    if (isListed(code)) {
      const phrases = table.fixed.get(token.word);
      if (phrases) fixed = markPhrases(phrases, tokens, i, fixed);
    } else if (englishLevel(code) > 0 && token.word.length > 1) {
      words++;
      if (token.typed === 'capital' || token.typed === 'upper') capitals++;
    }
  }
  if (foreign.length > 1) fixed = new Set([...(fixed ?? []), ...foreign]);
  return { table, text, tokens, codes, shouted: words >= 3 && capitals > words * 0.7, fixed: fixed ?? NO_INDEXES };
}

function markPhrases(
  phrases: readonly FixedPhrase[],
  tokens: readonly Token[],
  at: number,
  marked: Set<number> | undefined,
): Set<number> | undefined {
  let result = marked;
  for (const { words, anchor } of phrases) {
    const start = at - anchor;
    if (!words.every((word, step) => tokens[start + step]?.word === word)) continue;
    result ??= new Set();
    for (let step = 0; step < words.length; step++) result.add(start + step);
  }
  return result;
}

export const wordAt = (reading: Reading, index: number): string => reading.tokens[index]?.word ?? '';
export const codeAt = (reading: Reading, index: number): number => reading.codes[index] ?? 0;
export const has = (reading: Reading, index: number, flags: number): boolean => (codeAt(reading, index) & flags) !== 0;
export const isNumber = (reading: Reading, index: number): boolean => reading.tokens[index]?.kind === 'number';

/** Typed with a capital that means something; capitals of four letters and more ("pt SMITH") count too. */
export function isCapital(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (!token || reading.shouted) return false;
  return token.typed === 'capital' || (token.typed === 'upper' && token.word.length > 3);
}

/** A single letter, typed as a capital: an initial, if a name stands beside it. */
export const isInitial = (reading: Reading, index: number): boolean => {
  const token = reading.tokens[index];
  return token?.kind === 'word' && token.word.length === 1 && token.typed === 'capital';
};

/** True at the first word of the message, of a line or of a sentence, and after a list mark. */
export function startsSentence(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  const before = reading.tokens[index - 1];
  if (!token || !before) return true;
  if (isLineBetween(reading, before.end, token.start)) return true;
  if (before.kind !== 'symbol') return false;
  return before.word === '.' ? !isInitial(reading, index - 2) : !WITHIN_SENTENCE.has(before.word);
}

const WITHIN_SENTENCE = new Set([',', "'", '"', '&', '/', '@', '+', '(', ')', '-']);

/** Two tokens are hardly ever far apart, so a loop is quicker than cutting out what is between them. */
function isLineBetween(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (reading.text.charCodeAt(i) === NEWLINE) return true;
  return false;
}

/** Nothing but one space or a hyphen between two tokens. */
export function adjoin(reading: Reading, left: number, right: number): boolean {
  const [a, b] = [reading.tokens[left], reading.tokens[right]];
  if (!a || !b) return false;
  const gap = b.start - a.end;
  return gap === 0 ? a.kind === 'symbol' : gap === 1 && reading.text.charCodeAt(a.end) !== NEWLINE;
}

const PASSED_OVER = new Set([':', '(', '"', '*', '_', '~', '?', '‘', '“', '-']);

/** Index of the word before `index`; brackets, colons and dashes are passed over, a new line is not. -1 when there is none. */
export function before(reading: Reading, index: number): number {
  for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
    const token = reading.tokens[i];
    const next = reading.tokens[i + 1];
    if (!token || !next || isLineBetween(reading, token.end, next.start)) return -1;
    if (token.kind !== 'symbol') return i;
    if (!PASSED_OVER.has(token.word)) return -1;
  }
  return -1;
}

/** Marks between a name or initials and what is told of them. */
export const LEADS_ON = new Set(['(', ',', ':', '-']);

/** Index of the word after `index`, passing over a bracket, a dash or a comma. -1 when there is none. */
export function after(reading: Reading, index: number): number {
  for (let i = index + 1; i <= index + 3; i++) {
    const token = reading.tokens[i];
    const previous = reading.tokens[i - 1];
    if (!token || !previous || isLineBetween(reading, previous.end, token.start)) return -1;
    if (token.kind !== 'symbol') return i;
    if (!LEADS_ON.has(token.word)) return -1;
  }
  return -1;
}

const SEX = /^(m|f|male|female|yo|y|yr|yrs|years|yof|yom)$/;

/** A number at `index` that reads as an age, with sex or "yrs" behind it: "72F", "24yo M", "88 yrs". */
export function isAgeAndSex(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token?.kind !== 'number' || token.word.length > 3 || Number(token.word) > 115) return false;
  return (
    SEX.test(wordAt(reading, index + 1)) ||
    (reading.tokens[index + 1]?.kind === 'symbol' && SEX.test(wordAt(reading, index + 2)))
  );
}

/** "Bay, 67F": a word that opens the message and is followed by a comma, an age and a sex. */
export const opensWithAge = (reading: Reading, index: number): boolean =>
  index === 0 && wordAt(reading, 1) === ',' && isAgeAndSex(reading, 2);
