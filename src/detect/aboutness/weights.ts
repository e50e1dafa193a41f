// The fitted weights (patterns/aboutness/*.tsv): one row a clue or feature, one column a topic. They come from the labelled
// chats of benchmark/ by scripts/fit-aboutness.mjs, and can be read: a positive weight speaks for the topic. A row of the first
// table is read when its clue is first met in a chat.

import { TOPICS } from '../../topics.ts';
import { asWordFile, findJoined, valueAt, type Words } from '../words/word-file.ts';
import { type ClueBook, clueBook, type WordBook, type WordClues } from './clue-book.ts';
import { FEATURES } from './neighbours.ts';

/** The two files, as they are stored in the pack. */
export interface AboutnessFiles<Lines extends Words = Words> {
  readonly firstLook: Lines;
  readonly secondLook: string;
}

/** One weight a topic, in the order of TOPICS. */
type Row = Float64Array;

export interface Weights {
  readonly book: ClueBook;
  /** By a clue's number. */
  readonly first: readonly Row[];
  /** By a feature's place in FEATURES; a feature without a row has no weight. */
  readonly second: readonly (Row | undefined)[];
  /** By a clue's number; for reasons. */
  readonly clues: readonly { readonly kind: string; readonly clue: string }[];
}

/** Words kept looked up; beyond it the memory starts anew, so that hostile text cannot fill it. */
const MOST_KEPT = 100_000;
/** A longer one is seldom met twice. */
const LONGEST_KEPT = 40;

/** Reads the tables; throws RangeError, at once or when a clue is met, on a row that has not one number a topic. */
export function parseWeights({ firstLook, secondLook }: AboutnessFiles): Weights {
  const first: Row[] = [];
  const clues: { kind: string; clue: string }[] = [];
  const lines = asWordFile(firstLook);
  /** By where their rows stand. */
  const numbers = new Map<number, number>();
  const numberOf: NumberOfJoined = (kind, ...clue) => {
    const at = findJoined(lines, [kind, ': ', ...clue]);
    if (at < 0) return -1;
    const known = numbers.get(at);
    if (known !== undefined) return known;
    clues.push({ kind, clue: clue.join('') });
    numbers.set(at, first.push(rowOf(valueAt(lines, at))) - 1);
    return first.length - 1;
  };
  const second = secondLook
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
  const rows = new Map(second.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]));
  return {
    book: clueBook(numberOf, wordsOf(numberOf)),
    first,
    second: FEATURES.map((feature) => {
      const row = rows.get(feature);
      return row === undefined ? undefined : rowOf(row);
    }),
    clues,
  };
}

/** A clue may be given in parts. */
type NumberOfJoined = (kind: string, ...clue: readonly string[]) => number;

/** Clues of words as chats bring them; those without a row are remembered too, so that they are looked for once. */
function wordsOf(numberOf: NumberOfJoined): WordBook {
  const words = remembered((word): WordClues | undefined => {
    const clues = { now: numberOf('word', word), before: numberOf('word before', word) };
    return clues.now < 0 && clues.before < 0 ? undefined : clues;
  });
  // Most pairs are met once, so there is no use in remembering them.
  return { word: words, pair: (first, second) => numberOf('pair of words', first, ' ', second) };
}

function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const found = find(text);
    if (known.size >= MOST_KEPT) known.clear();
    if (text.length <= LONGEST_KEPT) known.set(text, found);
    return found;
  };
}

function rowOf(line: string): Row {
  const numbers = line.split('\t');
  if (numbers.length !== TOPICS.length)
    throw new RangeError('a row of the aboutness weights has not one number a topic');
  const row = new Float64Array(TOPICS.length);
  for (let at = 0; at < row.length; at++) row[at] = Number(numbers[at]);
  return row;
}

/** Adds the weights of a clue or feature to the sums, one a topic. One without a row adds nothing. */
export function addWeights(sums: Float64Array, row: Row | undefined, amount: number): void {
  if (!row) return;
  for (let at = 0; at < TOPICS.length; at++) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0) * amount;
}
