// What was not examined, grouped by the reason: nobody should have to read 4,000 lines to learn that 4,000 photos were not
// looked at.

import type { IssueCode } from '../issues.ts';
import type { NotExamined, NotExaminedRecord } from '../model.ts';

export interface LedgerGroup {
  readonly reason: IssueCode;
  /** How many of each kind, in order of first appearance. */
  readonly kinds: Map<NotExamined['kind'], number>;
  /** The first rows of the group. */
  readonly rows: NotExaminedRecord[];
}

export interface Ledger {
  add(row: NotExaminedRecord): void;
  readonly groups: ReadonlyMap<IssueCode, LedgerGroup>;
}

/** Keeps at most `rowsKept` rows a group; counts all. */
export function ledger(rowsKept: number): Ledger {
  const groups = new Map<IssueCode, LedgerGroup>();
  return {
    groups,
    add: (row) => {
      const group: LedgerGroup = groups.get(row.reason) ?? { reason: row.reason, kinds: new Map(), rows: [] };
      groups.set(row.reason, group);
      group.kinds.set(row.kind, (group.kinds.get(row.kind) ?? 0) + 1);
      if (group.rows.length < rowsKept) group.rows.push(row);
    },
  };
}

/** Kinds of all groups added up. */
export function kindsOf(groups: Iterable<LedgerGroup>): ReadonlyMap<NotExamined['kind'], number> {
  const kinds = new Map<NotExamined['kind'], number>();
  for (const group of groups) {
    for (const [kind, count] of group.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  }
  return kinds;
}

export function rowCount({ kinds }: LedgerGroup): number {
  return [...kinds.values()].reduce((sum, count) => sum + count, 0);
}
