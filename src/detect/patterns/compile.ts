// Makes pattern files ready to run: regexes, their gates, and one table of all the words that the patterns ask for.

import { ScanError } from '../../errors.ts';
import { VALIDATORS, type Validator } from '../validators/index.ts';
import { either, type Least, leastOf } from './gate.ts';
import type { PatternFile } from './schema.ts';
import { buildPhraseTable, type PhraseTable } from './words.ts';

/** Why a match is or is not believed, in words of the pack, with what it adds. Made once: a hostile text has many matches. */
export interface Point {
  readonly because: string;
  readonly points: number;
}

export interface Form {
  readonly name: string;
  readonly shape: Point;
  /** Made when it is first asked for: most chats call for few. */
  readonly regex: RegExp;
  readonly least: Least;
}

export interface CompiledPattern {
  readonly file: PatternFile;
  readonly forms: readonly Form[];
  /** Of the form that asks for least. */
  readonly least: Least;
  readonly noNames: ReadonlySet<string>;
  readonly validate?: Validator;
}

/** What a phrase of the pack means to a pattern: it speaks for it or against it, beside the match or as part of it. */
export interface Meaning {
  readonly role: 'word' | 'not';
  readonly beside: Point;
  readonly inside: Point;
}

/** Patterns with the words that they ask for: index i of `meanings` belongs to pattern i. */
export interface CompiledPatterns {
  readonly patterns: readonly CompiledPattern[];
  readonly phrases: PhraseTable;
  /** Phrase -> its meaning, for each pattern. */
  readonly meanings: readonly ReadonlyMap<number, Meaning>[];
  /** Phrase -> the patterns that need a word near and take this one. */
  readonly led: readonly (readonly number[])[];
  /** The patterns that need no word. */
  readonly free: readonly number[];
}

/** Throws ScanError when the validator does not exist, a keyword is required and none is named, or a group is missing. */
export function compilePattern(file: PatternFile, gates: Gates = {}): CompiledPattern {
  const forms = Object.entries(file.forms).map(([name, source]) => compileForm(file, name, source, gates));
  if (file.keyword === 'required' && file.context.words.length === 0) {
    throw faulty(file, 'needs a keyword but names none', 'List the keywords under context: words.');
  }
  const least = forms.map((form) => form.least).reduce(either);
  const noNames = new Set(file.noNames);
  if (noNames.size > 0 && !Object.values(file.forms).some((source) => source.includes('(?<name>'))) {
    throw faulty(file, 'lists noNames, but no form has a group "name"', 'Write (?<name>…) around the name in a form.');
  }
  if (file.validator === undefined) return { file, forms, least, noNames };
  const validate = VALIDATORS.get(file.validator);
  if (validate) return { file, forms, least, noNames, validate };
  throw faulty(file, `asks for the validator "${file.validator}"`, `Known ones: ${[...VALIDATORS.keys()].join(', ')}.`);
}

/** What each regex asks for at the least, by its source. */
export type Gates = Readonly<Record<string, Least>>;

/** Read off the regexes when the program is built; those that are not among them are read when they are compiled. */
export const gatesOf = (files: readonly PatternFile[]): Gates =>
  Object.fromEntries(files.flatMap(({ forms }) => Object.values(forms).map((source) => [source, leastOf(source)])));

function compileForm(file: PatternFile, name: string, source: string, gates: Gates): Form {
  const shape = { because: `shape of ${file.name}: ${name}`, points: file.confidence.base };
  let regex: RegExp | undefined;
  return {
    name,
    shape,
    least: (Object.hasOwn(gates, source) ? gates[source] : undefined) ?? leastOf(source),
    get regex() {
      regex ??= new RegExp(source, file.ignoreCase ? 'gi' : 'g');
      return regex;
    },
  };
}

const faulty = (file: PatternFile, what: string, hint: string): ScanError =>
  new ScanError(`Pattern ${file.id} ${what}.`, hint);

/** Compiles patterns that run together. Throws ScanError as `compilePattern` does. */
export function compilePatterns(files: readonly PatternFile[], gates: Gates = {}): CompiledPatterns {
  const patterns = files.map((file) => compilePattern(file, gates));
  const phrases = [...new Set(files.flatMap(({ context }) => [...context.words, ...context.not]).map(spelling))];
  const ids = new Map(phrases.map((phrase, id) => [phrase, id]));
  const meanings = files.map((file) => meaningsOf(file, ids));
  const isLed = (file: PatternFile | undefined): boolean => file?.keyword === 'required';
  return {
    patterns,
    phrases: buildPhraseTable(phrases),
    meanings,
    led: ledBy(
      meanings.map((own, index) => (isLed(files[index]) ? own : NO_MEANINGS)),
      phrases.length,
    ),
    free: files.flatMap((file, index) => (isLed(file) ? [] : [index])),
  };
}

const NO_MEANINGS: ReadonlyMap<number, Meaning> = new Map();

/** Phrase -> the patterns to which it is a word for them, in their order. */
function ledBy(meanings: readonly ReadonlyMap<number, Meaning>[], phrases: number): number[][] {
  const led: number[][] = Array.from({ length: phrases }, () => []);
  for (const [index, own] of meanings.entries()) {
    for (const [phrase, { role }] of own) if (role === 'word') led[phrase]?.push(index);
  }
  return led;
}

const spelling = (phrase: string): string => phrase.toLowerCase();

function meaningsOf(
  { context, confidence }: PatternFile,
  ids: ReadonlyMap<string, number>,
): ReadonlyMap<number, Meaning> {
  const meanings = new Map<number, Meaning>();
  const add = (role: Meaning['role'], words: readonly string[], points: number): void => {
    for (const word of words.map(spelling)) {
      const beside = { because: `"${word}" stands beside it`, points };
      const inside = { because: `it says "${word}"`, points };
      const id = ids.get(word);
      if (id !== undefined) meanings.set(id, { role, beside, inside });
    }
  };
  add('not', context.not, confidence.not);
  add('word', context.words, confidence.word);
  return meanings;
}
