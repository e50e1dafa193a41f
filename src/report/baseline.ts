// The baseline: messages that somebody has looked at and accepted. They stay in every report, marked, and no longer make the program end
// with 1. Nothing is silenced for good: an entry ends on its day, a message that has grown worse counts again, and what is urgent or
// under a hold always counts.

import type { Accepted, BaselineEntry, BaselineSummary, MessageRecord, Severity, StillCounts } from '../model.ts';
import { isUrgent } from './urgent.ts';
import { idsOf, SEVERITIES, STILL_COUNTS } from './words.ts';

export interface Baseline {
  /** The record, with what the baseline says of it. */
  mark(record: MessageRecord): MessageRecord;
  summary(): BaselineSummary;
}

const SEVERITY_ORDER: readonly Severity[] = idsOf(SEVERITIES);

/** `today` (YYYY-MM-DD) decides only which entries have expired; `shown` masks what an officer wrote. */
export function baselineOf(
  entries: readonly BaselineEntry[],
  today: string,
  shown: (remark: string) => string,
): Baseline {
  const byFingerprint = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  const used = new Set<string>();
  const silenced = Object.fromEntries(SEVERITY_ORDER.map((id) => [id, 0])) as Record<Severity, number>;
  const stillCounts = Object.fromEntries(idsOf(STILL_COUNTS).map((id) => [id, 0])) as Record<StillCounts, number>;
  let accepted = 0;
  return {
    mark: (record) => {
      const entry = byFingerprint.get(record.fingerprint ?? '');
      if (!entry) return record;
      used.add(entry.fingerprint);
      accepted += 1;
      const counts = reasonToCount(record, entry, today);
      if (counts) stillCounts[counts] += 1;
      else silenced[record.severity] += 1;
      return { ...record, accepted: acceptedAs(entry, counts, shown) };
    },
    summary: () => {
      const unused = [...byFingerprint.keys()].filter((fingerprint) => !used.has(fingerprint)).sort();
      return { entries: byFingerprint.size, accepted, silenced, stillCounts, unused };
    },
  };
}

/** Undefined where the message need not count. Danger to a person comes first, whatever anybody has accepted. */
function reasonToCount(record: MessageRecord, { until, worst }: BaselineEntry, today: string): StillCounts | undefined {
  if (isUrgent(record)) return 'urgent';
  if (record.hold.status === 'matched') return 'held';
  if (SEVERITY_ORDER.indexOf(record.severity) < SEVERITY_ORDER.indexOf(worst)) return 'worse';
  return today > until ? 'expired' : undefined;
}

function acceptedAs(
  { state, reason, owner, until, worst }: BaselineEntry,
  counts: StillCounts | undefined,
  shown: (remark: string) => string,
): Accepted {
  const words = { reason: shown(reason), owner: shown(owner) };
  return { state, ...words, until, worst, ...(counts ? { stillCounts: counts } : {}) };
}
