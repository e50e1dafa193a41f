// What becomes of the copy in the chat. Deletion is advised only after transfer, and only where a hold register was searched and
// nothing in the policy asks to keep it (FOIA s.77, DPA 2018 s.173, Inquiries Act 2005 s.35; NHS England, Using mobile messaging, tip 2).

import type { Destination, HoldStatus, Residual, Verdict } from '../model.ts';
import type { Disposal } from './dispose.ts';

export const isReported = (verdict: Verdict): boolean =>
  verdict === 'confirmed' || verdict === 'probable' || verdict === 'indirect';

/** Systems that can take the content over; a breach assessment or a look at it is no transfer. */
export const SYSTEMS: ReadonlySet<Destination> = new Set([
  'care-record',
  'staff-record',
  'corporate-record',
  'incident-system',
  'safeguarding',
  'secure-credential',
]);

/** The first reason that applies decides; the order is that of precedence.ts: a hold first, deletion last. */
export function residualOf(verdict: Verdict, { dispositions, retain }: Disposal, hold: HoldStatus): Residual {
  if (hold === 'matched' || retain === 'yes') return 'retain';
  if (dispositions.length === 0) return 'leave';
  if (hold === 'unknown') return 'do-not-delete-yet';
  if (retain === 'while-open') return 'retain';
  const moves = dispositions.some(({ destination }) => SYSTEMS.has(destination));
  const unsettled = dispositions.some(({ destination }) => destination === 'human-review');
  // What belongs nowhere but should not have been sent goes once the breach is assessed; what a person has yet to judge stays.
  return (moves || isReported(verdict)) && !unsettled ? 'delete-after-transfer' : 'do-not-delete-yet';
}
