// Messages by month, so that a practice that grew in a certain time (the pandemic, a winter) shows; and what ordinary messages were
// about, because messaging apps are of use as well, and a report that hides that is not fair.

import type { Category, Decision, Finding, Message, MonthCounts } from '../model.ts';
import { isReported } from '../policy/chat-copy.ts';
import { isReportable } from './record.ts';

export interface Timeline {
  /** Of every message, reported or not. */
  message(decision: Decision, message: Pick<Message, 'kind' | 'at'>, findings: readonly Finding[]): void;
  months(): readonly MonthCounts[];
  ordinaryUse(): Readonly<Record<Category, number>>;
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])/;
/** A chat with hostile dates must not fill the memory: a hundred years. */
const MOST_MONTHS = 1200;
const SURE = 0.6;

export function timeline(): Timeline {
  const months = new Map<string, { messages: number; confidential: number; ordinary: number }>();
  const uses = new Map<Category, number>();
  return {
    message: (decision, { kind, at }, findings) => {
      const isOrdinary = kind === 'said' && !isReportable(decision);
      const use = isOrdinary ? useOf(findings) : undefined;
      if (use !== undefined) uses.set(use, (uses.get(use) ?? 0) + 1);
      const month = at.slice(0, 7);
      let row = months.get(month);
      if (!row) {
        // A date that does not exist belongs to no month.
        if (months.size >= MOST_MONTHS || !MONTH.test(month)) return;
        row = { messages: 0, confidential: 0, ordinary: 0 };
        months.set(month, row);
      }
      row.messages += 1;
      if (isReported(decision.verdict)) row.confidential += 1;
      if (isOrdinary) row.ordinary += 1;
    },
    months: () => [...months].map(([month, row]) => ({ month, ...row })).sort((a, b) => (a.month < b.month ? -1 : 1)),
    ordinaryUse: () => Object.fromEntries([...uses].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The surest ordinary matter that it speaks of. */
function useOf(findings: readonly Finding[]): Category | undefined {
  let surest: Finding | undefined;
  for (const finding of findings) {
    if (finding.confidence < SURE || !finding.category.startsWith('ops.')) continue;
    if (!surest || finding.confidence > surest.confidence) surest = finding;
  }
  return surest?.category;
}
