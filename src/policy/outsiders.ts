// Who among the readers of a message is not on the staff list, or had left the Trust by then. Facts for a person to follow up: whoever
// is missing from a list may be its gap, and nobody is called an outsider.

import type { Conversation, Membership, Standing } from '../model.ts';
import type { StandingsIn } from './standing.ts';

export interface StaffWatch {
  /** Of those inside when a message was sent. To be asked of every message, in order. */
  among(inside: ReadonlySet<string>, at: string): { readonly outsiders: number; readonly leavers: number };
  /** Different people so far. */
  totals(): Pick<Membership, 'outsiders' | 'leavers' | 'unplaced'>;
  /** Of each participant, in their order. */
  readonly standings: readonly Standing[];
}

export function staffWatch(
  { participants, dateOrder }: Pick<Conversation, 'participants' | 'dateOrder'>,
  standingsIn: StandingsIn,
): StaffWatch {
  const standings = standingsIn(participants);
  const named = participants.map(({ name }, at) => ({ name, ...(standings[at] ?? { status: 'unknown' as const }) }));
  const groups = {
    outsiders: named.filter(({ status }) => status === 'unlisted'),
    leavers: named.filter(({ status }) => status === 'left'),
    unplaced: named.filter(({ status }) => status === 'unknown'),
  };
  const met = { outsiders: new Set<string>(), leavers: new Set<string>(), unplaced: new Set<string>() };
  let last = { key: '', counts: { outsiders: 0, leavers: 0 } };
  return {
    standings,
    among: (inside, at) => {
      // A message brings people or takes them away, never both, so a count that stays says that the people stay.
      const key = `${inside.size} ${at.slice(0, 10)}`;
      if (key === last.key) return last.counts;
      const note = (what: keyof typeof met, holds: (person: Standing) => boolean): number => {
        const here = groups[what].filter((person) => inside.has(person.name) && holds(person));
        for (const { name } of here) met[what].add(name);
        return here.length;
      };
      note('unplaced', () => true);
      const leavers = note('leavers', ({ leftOn = '' }) => isSurelyAfter(at, leftOn, dateOrder.certain));
      last = { key, counts: { outsiders: note('outsiders', () => true), leavers } };
      return last.counts;
    },
    totals: () => ({ outsiders: met.outsiders.size, leavers: met.leavers.size, unplaced: met.unplaced.size }),
  };
}

/** Whether a message was sent after a day; where day and month could be swapped, both readings must say so. */
function isSurelyAfter(at: string, day: string, certain: boolean): boolean {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(at) ?? [];
  if (year === undefined || year === '0000') return false;
  return `${year}-${month}-${date}` > day && (certain || `${year}-${date}-${month}` > day);
}
