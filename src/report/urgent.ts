// Which messages a person must read now. The number in the summary and the lists in the reports both ask here.

import type { Category, Decision } from '../model.ts';

// Danger to a person comes first; then talk of destroying or hiding evidence, to be answered while there is something left.
const URGENT_FLAGS: ReadonlySet<Category> = new Set([
  'context.urgent',
  'governance.destruction-intent',
  'governance.concealment',
]);

export function isUrgent({ dispositions, flags }: Pick<Decision, 'dispositions' | 'flags'>): boolean {
  return (
    dispositions.some(({ destination }) => destination === 'safeguarding') ||
    flags.some((flag) => URGENT_FLAGS.has(flag))
  );
}
