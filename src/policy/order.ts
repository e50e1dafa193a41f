// The contract's words in the order that decides: strictest, gravest and most urgent first.

import type { Destination, HoldKind, Severity, Subject, Verdict } from '../model.ts';

/** What a rule can find; `none` is what is left when no rule applies. */
export const VERDICTS = ['confirmed', 'probable', 'indirect', 'possible'] as const satisfies readonly Verdict[];
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];
export const SUBJECTS = [
  'patient',
  'staff',
  'relative',
  'third-party',
  'unknown',
] as const satisfies readonly Subject[];
export const DESTINATIONS = [
  'safeguarding',
  'secure-credential',
  'incident-system',
  'care-record',
  'staff-record',
  'corporate-record',
  'breach-assessment',
  'human-review',
] as const satisfies readonly Destination[];
/** What a hold is for; each has its own law and warning (patterns/rules/hold-kinds.yaml). */
export const HOLD_KINDS = [
  'foi',
  'sar',
  'inquiry',
  'inquest',
  'claim',
  'complaint',
  'regulator',
  'police',
  'other',
] as const satisfies readonly HoldKind[];
/** Time limits, the shortest first: where several reasons send a message to one place, the shortest counts. */
export const DUES = [
  'at once',
  'same shift',
  'same day',
  'next working day',
  '72 hours from awareness',
  'as soon as practicable',
] as const;
/** Whether the chat copy stays as evidence: always, while the case it belongs to is open, or not. */
export const RETAIN = ['yes', 'while-open', 'no'] as const;
export type Retain = (typeof RETAIN)[number];
