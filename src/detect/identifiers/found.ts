// What the readers of this folder have in common: a finding made from neighbouring messages, and which one stands where two
// lie on the same characters.

import type { Category, Finding } from '../../model.ts';
import { spanIndex } from '../spans.ts';

/** A place in a message's text as typed. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What is found at a place, whatever the place is. */
export interface Kind {
  readonly pattern: string;
  readonly category: Category;
  readonly confidence: number;
  readonly because: string;
}

export function findingAt({ start, end }: Place, { because, ...kind }: Kind): Finding {
  return { ...kind, start, end, because: [because] };
}

/** An identifier this sure is left alone; a weaker one gives way to what the neighbours say. */
const SURE = 0.5;

/** Not names: "Cavell 4" may read as one until the chat shows that Cavell is a ward. */
const isIdentifier = ({ category }: Finding): boolean =>
  /\.identifier\.(?!name)|\.finance\.|^credential\./.test(category);

/**
 * Findings of a message with those that its neighbours add, sorted by place. Where they overlap, a sure identifier that was there stands
 * and everything weaker goes. Of two additions on the same characters the first stands.
 */
export function mergeFindings(there: readonly Finding[], added: readonly Finding[]): Finding[] {
  if (added.length === 0) return [...there];
  const sureOn = spanIndex(there.filter((found) => found.confidence >= SURE && isIdentifier(found)));
  const taken = new Uint8Array(added.reduce((longest, { end }) => Math.max(longest, end), 0));
  const kept = added.filter(({ start, end }) => {
    const stands = sureOn({ start, end }).length === 0 && !taken.subarray(start, end).includes(1);
    if (stands) taken.fill(1, start, end);
    return stands;
  });
  const keptOn = spanIndex(kept);
  return [...there.filter((found) => keptOn(found).length === 0), ...kept].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}
