// How often reported messages bear a category: what the two summaries say about causes and harm. Counted over messages, never over people.

import type { Category, MessageRecord } from '../../model.ts';

export interface Signs {
  /** Messages with this category, or one below it. */
  count(category: Category): number;
  /** The most frequent categories below `root`, with their counts. */
  most(root: Category, limit: number): readonly (readonly [Category, number])[];
}

export function signTally(): Signs & { add(record: MessageRecord): void } {
  const counts = new Map<Category, number>();
  return {
    add: ({ findings, flags }) => {
      const categories = [...findings.map(({ category }) => category), ...flags];
      for (const one of new Set(categories.flatMap(selfAndAbove))) counts.set(one, (counts.get(one) ?? 0) + 1);
    },
    count: (category) => counts.get(category) ?? 0,
    most: (root, limit) =>
      [...counts]
        .filter(([category]) => category.startsWith(`${root}.`))
        .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
        .slice(0, limit),
  };
}

/** `a.b.c` as `a`, `a.b`, `a.b.c`. */
function selfAndAbove(category: Category): readonly Category[] {
  const parts = category.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}
