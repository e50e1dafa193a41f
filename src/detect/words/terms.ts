// The terms of all lexicons as lines of text, sorted by first word, so that a scan starts without making 28,000 objects: a line
// is read when its word is first met in a chat. The build makes these lines once (dist/terms.txt).

import { asciiJson } from '../../ascii-json.ts';
import type { LexiconFile } from './lexicon.ts';
import { words } from './tokens.ts';
import { findWord, valueAt, type WordFile } from './word-file.ts';

export interface Lexicon {
  readonly id: string;
  /** Its place in the list of lexicons. */
  readonly at: number;
  readonly category: string;
  readonly cancels: readonly string[];
  readonly scope: 'span' | 'message';
}

export interface Term {
  readonly lexicon: Lexicon;
  /** Names the term as the lexicon spells it: what reports show in place of what was typed. */
  readonly because: readonly string[];
  readonly confidence: number;
  /** The words after its second; after its first, if a gap stands there. */
  readonly rest: readonly string[];
  /** The exact characters, when the term counts only as typed; else ''. */
  readonly exact: string;
  /** Phrases: one of `needs`, if there are any, and none of `not` must stand in the same message. */
  readonly needs: readonly (readonly string[])[];
  readonly not: readonly (readonly string[])[];
}

/** The terms that begin with one word, shorter ones first. */
export interface Branch {
  /** As the lines hold it. */
  readonly word: string;
  /** Those of one word, or with a gap after it. */
  readonly terms: readonly Term[];
  /** The others that go on with `second`. */
  longer(second: string): readonly Term[];
}

/** How sure a term makes us by itself. A weak term is ordinary English too and counts only beside other evidence. */
export const TERM_CONFIDENCE = { strong: 0.9, weak: 0.4 } as const;

/** In a term: up to `MOST_BETWEEN` words of the same sentence may stand here. */
export const GAP = '...';
export const MOST_BETWEEN = 4;

/** `(take, took) it down`: one of these. Brackets without a comma are part of a word: `5(2)`. */
const CHOICE = /\(([^()]*,[^()]*)\)/;

/** `sepsis | septic` -> its spellings, the shown one first. */
export const spellingsOf = (line: string): string[] => line.split('|').flatMap(choices);

function choices(spelling: string): string[] {
  const choice = CHOICE.exec(spelling);
  if (!choice) return [spelling.replaceAll(/\s+/g, ' ').trim()];
  const [whole, words = ''] = choice;
  return words.split(',').flatMap((word) => choices(spelling.replace(whole, word)));
}

/** A choice that ends a term behind a gap. */
const LAST_CHOICE = /^(.*\.\.\. ?)\(([^()]*,[^()]*)\)$/;

/** A spelling with its words, gaps among them. After a gap the last may be several with commas between, one of which must stand there. */
type Spelled = readonly [spelling: string, words: string[]];

/** What a line says, as few rows as hold it: a long choice at the end of a term stays together. */
function spelledOut(line: string): Spelled[] {
  return line.split('|').flatMap((spelling) => {
    const [, head, ends = ''] = LAST_CHOICE.exec(spelling.trim()) ?? [];
    if (head === undefined) return choices(spelling).map((one): Spelled => [one, wordsAndGaps(one)]);
    const all = ends.split(',').map(words);
    const single = all.filter(({ length }) => length === 1).flat();
    const last = [...(single.length > 0 ? [[single.join(',')]] : []), ...all.filter(({ length }) => length > 1)];
    return choices(head).flatMap((one) =>
      last.map((end): Spelled => [`${one} ${end.join(' ').split(',')[0]}`, [...wordsAndGaps(one), ...end]]),
    );
  });
}

const wordsAndGaps = (spelling: string): string[] =>
  spelling.split(GAP).flatMap((part, at) => (at > 0 ? [GAP, ...words(part)] : words(part)));

/** One spelling of a term: its second word ('' if there is none or a gap comes first), lexicon, 1 if strong, spelling, other words; for special terms the rest. */
type Row = readonly [string, number, 0 | 1, string, string, ...(Special | [])];
type Special = readonly [exact: 0 | 1, needs: readonly string[], not: readonly string[]];

/** Lines `first word<TAB>rows in JSON`, sorted by UTF-16 unit; in a line shorter terms first, then in the order of the files. */
export function termLines(files: readonly LexiconFile[]): string {
  const lines = new Map<string, Row[]>();
  const add = (line: string, lexicon: number, isStrong: 0 | 1, special: Special | [] = []): void => {
    for (const [spelling, [first, ...others]] of spelledOut(line)) {
      if (first === undefined) continue;
      const second = others[0] === GAP ? '' : (others.shift() ?? '');
      const rows = lines.get(first) ?? [];
      rows.push([second, lexicon, isStrong, spelling, others.join(' '), ...special]);
      lines.set(first, rows);
    }
  };
  for (const [at, { strong, weak, special }] of files.entries()) {
    for (const line of strong) add(line, at, 1);
    for (const line of weak) add(line, at, 0);
    for (const one of special) {
      add(one.term, at, one.weight === 'strong' ? 1 : 0, [one.case === 'exact' ? 1 : 0, one.needs, one.not]);
    }
  }
  return [...lines]
    .map(([first, rows]) => `${first}\t${asciiJson(rows.sort(byLength))}\n`)
    .sort()
    .join('');
}

const byLength = (a: Row, b: Row): number => wordsIn(a[4]).length - wordsIn(b[4]).length;

const wordsIn = (rest: string): readonly string[] => (rest === '' ? NO_WORDS : rest.split(' '));

const NO_WORDS: readonly string[] = [];
const NO_TERMS: readonly Term[] = [];
const NO_PHRASES: readonly (readonly string[])[] = [];

/** What begins with a word; undefined when no term does. */
export function branchOf(word: string, lines: WordFile, lexicons: readonly Lexicon[]): Branch | undefined {
  const at = findWord(lines, word);
  if (at < 0) return undefined;
  const unread: readonly Row[] = JSON.parse(valueAt(lines, at));
  const rows = new Map<string, Row[]>();
  for (const row of unread) {
    const same = rows.get(row[0]);
    if (same) same.push(row);
    else rows.set(row[0], [row]);
  }
  const read = new Map<string, readonly Term[]>();
  const longer = (second: string): readonly Term[] => {
    const known = read.get(second);
    if (known) return known;
    const terms = rows.get(second)?.flatMap((row) => termOf(row, lexicons));
    if (!terms) return NO_TERMS;
    read.set(second, terms);
    return terms;
  };
  return { word: ownCopy(word), terms: longer(''), longer };
}

/** A piece of a string keeps the whole string alive in V8, and so the message that it was cut from. */
const ownCopy = (word: string): string => JSON.parse(JSON.stringify(word));

function termOf([, at, isStrong, spelling, rest, exact, needs, not]: Row, lexicons: readonly Lexicon[]): Term[] {
  const lexicon = lexicons[at];
  if (!lexicon) return [];
  const term: Term = {
    lexicon,
    because: [`word "${spelling}"`],
    confidence: isStrong ? TERM_CONFIDENCE.strong : TERM_CONFIDENCE.weak,
    rest: wordsIn(rest),
    exact: exact ? spelling : '',
    needs: needs ? needs.map(words) : NO_PHRASES,
    not: not ? not.map(words) : NO_PHRASES,
  };
  return [term];
}
