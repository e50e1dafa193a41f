// The fitted weights (patterns/aboutness/*.tsv): one row a clue or feature, one column a topic. They come from the labelled
// chats of benchmark/ by scripts/fit-aboutness.mjs, and can be read: a positive weight speaks for the topic.

import { FEATURES, TOPICS } from './neighbours.ts';

/** The two files as text, so that they can be stored in the pack. */
export interface AboutnessFiles {
  readonly firstLook: string;
  readonly secondLook: string;
}

export interface Weights {
  /** Kind of clue, then clue, then one weight a topic. */
  readonly first: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;
  /** By a feature's place in FEATURES; a feature without a row has no weight. */
  readonly second: readonly (Float64Array | undefined)[];
}

/** Reads the two tables; throws RangeError on a row that has not one number a topic. */
export function parseWeights({ firstLook, secondLook }: AboutnessFiles): Weights {
  const first = new Map<string, Map<string, Float64Array>>();
  for (const [kind = '', clue = '', ...numbers] of rowsOf(firstLook)) {
    const clues = first.get(kind) ?? new Map<string, Float64Array>();
    first.set(kind, clues);
    clues.set(clue, weightsOf(numbers));
  }
  const rows = new Map(rowsOf(secondLook).map(([feature = '', ...numbers]) => [feature, weightsOf(numbers)]));
  return { first, second: FEATURES.map((feature) => rows.get(feature)) };
}

/** Rows after the heading line. */
function rowsOf(table: string): string[][] {
  return table
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

function weightsOf(numbers: readonly string[]): Float64Array {
  if (numbers.length !== TOPICS.length)
    throw new RangeError('a row of the aboutness weights has not one number a topic');
  return Float64Array.from(numbers, Number);
}
