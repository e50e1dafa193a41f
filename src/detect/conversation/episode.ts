// Episodes: who is being talked about now. A message that identifies somebody opens an episode; what is said next about health
// or care ("bloods back, lactate 4", "give it now", "him too") belongs to that person until the talk moves on or time passes.
// In labelled staff chats 62 % of the messages that need context stand one or two messages after one with an identifier and 86 %
// within five; after a confidential message the next one within five minutes is confidential half the time.

import type { Carried, Finding, Message, Power } from '../../model.ts';
import { minutesOf } from './clock.ts';

/** After so many messages, or minutes, without a word on the person, nobody is being talked about any more. */
const MAX_MESSAGES = 8;
const MAX_MINUTES = 45;
/** A message further than this from the last word on the person needs a pronoun or a clear clinical word to come back to them. */
const NEAR_MESSAGES = 3;
const NEAR_MINUTES = 15;
/** The identities that a verdict can lean on at once: enough for "who, and who else", short enough to be read. */
const MAX_LEANED_ON = 3;

interface Episode {
  readonly subject: 'patient' | 'staff';
  readonly power: 'direct' | 'strong';
  readonly from: readonly number[];
  lastIndex: number;
  lastMinute: number;
}

export interface Episodes {
  /** Takes the messages in order; gives the identity that this one borrows, if it speaks of the person of the open episode. */
  next(message: Message, findings: readonly Finding[]): Carried | undefined;
}

type PowerOf = (category: string) => Power;

export function episodes(powerOf: PowerOf): Episodes {
  let open: Episode | undefined;
  return {
    next(message, findings) {
      const minute = minutesOf(message.at);
      if (open && isOver(open, message.index, minute)) open = undefined;
      const identity = identityIn(findings, powerOf);
      const about = aboutness(findings);
      if (identity) {
        open = { ...identity, from: [message.index], lastIndex: message.index, lastMinute: minute };
        return undefined;
      }
      if (!open || message.kind === 'system') return undefined;
      const distance = message.index - open.lastIndex;
      const near = distance <= NEAR_MESSAGES && minute - open.lastMinute <= NEAR_MINUTES;
      if (about <= 0 || (!near && about < 0.8)) return undefined;
      open.lastIndex = message.index;
      open.lastMinute = minute;
      const confidence = Math.max(0.5, 0.9 - 0.08 * (distance - 1) - (near ? 0 : 0.1));
      return {
        power: open.power,
        subject: open.subject,
        from: open.from.slice(-MAX_LEANED_ON),
        confidence,
        because: `speaks of the person identified ${distance === 1 ? 'just before' : `${distance} messages before`}`,
      };
    },
  };
}

function isOver(open: Episode, index: number, minute: number): boolean {
  return index - open.lastIndex > MAX_MESSAGES || Math.abs(minute - open.lastMinute) > MAX_MINUTES;
}

/** The best identity that the message itself gives: of a patient or relative, or of a colleague whose private matter is told. */
function identityIn(findings: readonly Finding[], powerOf: PowerOf): Pick<Episode, 'subject' | 'power'> | undefined {
  const sure = findings.filter((finding) => finding.confidence >= 0.5);
  const powers = sure
    .filter(({ category }) => category.startsWith('patient.identifier.'))
    .map(({ category }) => powerOf(category));
  if (powers.includes('direct')) return { subject: 'patient', power: 'direct' };
  if (powers.includes('strong')) return { subject: 'patient', power: 'strong' };
  const colleague = sure.some(({ category }) => category === 'staff.identifier.name-role');
  const matter = sure.some(({ category }) => category.startsWith('staff.hr.'));
  return colleague && matter ? { subject: 'staff', power: 'strong' } : undefined;
}

/** How much a message sounds like talk about one person's health or care; ordinary working talk counts against. */
function aboutness(findings: readonly Finding[]): number {
  let score = 0;
  for (const { category, confidence } of findings) {
    if (/^(patient\.(clinical|restricted|social|criminal|special)|safeguarding|staff\.hr)\b/.test(category))
      score += confidence;
    else if (category === 'context.care' || category === 'context.subject') score += confidence * 0.7;
    else if (/^patient\.identifier\./.test(category)) score += confidence * 0.7;
    else if (category.startsWith('ops.')) score -= confidence * 0.6;
  }
  return score;
}
