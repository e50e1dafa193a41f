// Where a policy is milder than the strict reading: entries that lower the severity of a message and may drop its breach assessment.
// What they may never touch stands here and not in the policy files: colleagues, what the law keeps secret, danger, incidents, signs
// of destruction, outsiders who read along, and what becomes of the chat copy (that is decided before they are asked).

import type { Destination, Disposition, Severity } from '../model.ts';
import { isReported } from './chat-copy.ts';
import { holds } from './conditions.ts';
import { SEVERITIES } from './order.ts';
import type { Outline } from './rules.ts';
import type { Policy } from './schema.ts';

/** Facts that keep a message as grave as it is, whatever a policy says. */
export const NEVER_EASED = [
  'restricted',
  'safeguarding',
  'about-safeguarding',
  'offence',
  'death',
  'wrong-recipient',
  'reads-outsider',
  'staff-matter',
  'about-staff',
] as const;

/** A message that belongs anywhere else is more than care on the wrong channel. */
const CARE_ONLY: ReadonlySet<Destination> = new Set(['care-record', 'breach-assessment']);

export interface Eased {
  readonly severity: Severity;
  readonly dispositions: readonly Disposition[];
  /** Ids of the entries that were applied. */
  readonly lenient: readonly string[];
}

export function eased(
  facts: { has(id: string): boolean },
  { verdict, severity, subjects }: Outline,
  dispositions: readonly Disposition[],
  { lenient }: Pick<Policy, 'lenient'>,
): Eased {
  const untouched = { severity, dispositions, lenient: [] };
  if (!isReported(verdict) || subjects.includes('staff') || NEVER_EASED.some((fact) => facts.has(fact)))
    return untouched;
  if (!dispositions.every(({ destination }) => CARE_ONLY.has(destination))) return untouched;
  const applied = lenient.filter(({ when }) => holds(when, facts));
  const drops = new Set<Destination>(applied.flatMap((one) => one.drops));
  return {
    severity: mildest([severity, ...applied.map(({ atMost }) => atMost)]),
    dispositions: dispositions.filter(({ destination }) => !drops.has(destination)),
    lenient: applied.map(({ id }) => id),
  };
}

const mildest = (severities: readonly Severity[]): Severity =>
  SEVERITIES.findLast((level) => severities.includes(level)) ?? 'info';
