// A message with what stands in its attachments: they are one piece of evidence, as "see pic" and the photo of a patient list are one act.

import type { Category, Evidence, Power } from '../../model.ts';
import { signalsOf } from '../conversation/signals.ts';
import { type AttachedEvidence, strongest } from './attached.ts';

/** An attachment of the message, with its evidence if it was read. */
export interface Attached extends AttachedEvidence {
  /** As findings shall name it. */
  readonly name: string;
  /** Read to its end, and all that it says is text. What a photo without text shows, nobody has looked at. */
  readonly isExhausted: boolean;
}

/** Words of the message itself that make its attachments suspect, whatever was read in them. */
const OF_PATIENTS = /^(patient\.|context\.care|safeguarding\b)/;

/** `all`: of every attachment of the message, read or not. */
export function joined(evidence: Evidence, all: readonly Attached[], powerOf: (category: Category) => Power): Evidence {
  const { message, findings: own, signals: before } = evidence;
  const findings = [...own, ...all.flatMap((one) => one.findings)];
  const isExhausted = all.length > 0 && all.every((one) => one.isExhausted);
  const isOfPatients = own.some(({ category }) => OF_PATIENTS.test(category));
  const dropped = (signal: Category): boolean =>
    isExhausted && (signal === 'media.unreviewed' || (signal.startsWith('media.') && !isOfPatients));
  const told = signalsOf(message, findings, powerOf);
  const signals = [...new Set([...before, ...told, ...all.flatMap((one) => one.signals)])];
  const aboutChild = evidence.aboutChild === true || all.some((one) => one.aboutChild);
  return {
    ...evidence,
    findings,
    signals: signals.filter((signal) => !dropped(signal)).sort(),
    aboutness: all.flatMap(({ aboutness }) => aboutness ?? []).reduce(strongest, evidence.aboutness),
    ...(aboutChild ? { aboutChild: true } : {}),
    attached: all.map(({ name, text }) => ({ name, text })),
  };
}
