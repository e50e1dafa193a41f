// Keeps the most serious messages up to a number, so that a report for the eye stays readable and its memory bounded however
// many there are. The JSON report always has them all.

import type { MessageRecord, Severity, Verdict } from '../model.ts';
import { isDanger } from '../policy/precedence.ts';
import { isUrgent } from './urgent.ts';
import { idsOf, SEVERITIES, VERDICTS } from './words.ts';

const VERDICT_ORDER: readonly Verdict[] = idsOf(VERDICTS);
const SEVERITY_ORDER: readonly Severity[] = idsOf(SEVERITIES);

/** 0 for danger to a person, 1 for what else is urgent, then by severity, then by verdict; lower is more serious. */
function rankOf(record: MessageRecord): number {
  if (isUrgent(record)) return isDanger(record) ? 0 : 1;
  return 2 + SEVERITY_ORDER.indexOf(record.severity) * VERDICT_ORDER.length + VERDICT_ORDER.indexOf(record.verdict);
}

export interface MostSerious<Kept extends MessageRecord = MessageRecord> {
  add(record: Kept): void;
  /** Most serious first, equals in the order in which they came. */
  byRank(): readonly Kept[];
  /** In the order in which they came: by chat, then by time. */
  inOrder(): readonly Kept[];
  /** How many were left out for the limit, by severity. */
  readonly leftOut: ReadonlyMap<Severity, number>;
}

interface Placed<Kept> {
  readonly record: Kept;
  readonly place: number;
}

export function mostSerious<Kept extends MessageRecord>(limit: number): MostSerious<Kept> {
  const buckets: Placed<Kept>[][] = Array.from({ length: 2 + SEVERITY_ORDER.length * VERDICT_ORDER.length }, () => []);
  const leftOut = new Map<Severity, number>();
  let kept = 0;
  let place = 0;
  return {
    leftOut,
    add: (record) => {
      buckets[rankOf(record)]?.push({ record, place: place++ });
      if (kept < limit) {
        kept += 1;
        return;
      }
      // One too many: the last of the least serious goes.
      const { severity } = buckets.findLast((bucket) => bucket.length > 0)?.pop()?.record ?? record;
      leftOut.set(severity, (leftOut.get(severity) ?? 0) + 1);
    },
    byRank: () => buckets.flat().map(({ record }) => record),
    inOrder: () =>
      buckets
        .flat()
        .sort((a, b) => a.place - b.place)
        .map(({ record }) => record),
  };
}
