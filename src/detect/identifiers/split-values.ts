// Numbers that somebody sent in two messages because the thumb slipped: "921 367", then "0869". Each half is nothing by itself;
// together they pass the check digit. And what is put right afterwards: "…8418 sorry", "ends 5354".

import type { Finding, Message } from '../../model.ts';
import { minutesOf } from '../conversation/clock.ts';
import { VALIDATORS } from '../validators/index.ts';
import { digitsOf } from '../validators/validator.ts';
import { findingAt, type Kind, type Place } from './found.ts';

/** The halves of one number come from one hand within two minutes. */
const MINUTES = 2;
/** Somebody who looks at a wristband again needs a little longer. */
const MINUTES_TO_CORRECT = 4;

/** Digits at the end of a message, grouped in any way; "…" and the like may follow. */
const TAIL = /(?<![\w.,:/£+-])\d(?:[ -]?\d){2,8}(?=[\s.,…-]{0,4}$)/;
/** Digits at its beginning; "…" may stand before. A unit or a date after them says that they are something else. */
const HEAD =
  /^[\s.…*-]{0,4}(\d(?:[ -]?\d){0,7})(?![\w:/%°£]|[.,]\d| ?(?:mins?|minutes?|hrs?|hours?|days?|weeks?|mg|mls?|pm|am|pts|patients|beds|staff|for)(?![a-z]))/i;
/** "ends 5354", "last four 8418", "…8418", "*9412" */
const CORRECTION =
  /(?:^[\s]{0,2}[.…*]{1,3} ?|(?<![a-z])(?:ends?|ending|last (?:4|four|3|three)(?: digits)?|should be)(?: (?:in|is|are|with))? )(\d{2,5})(?![\w:/%?]|[.,]\d)/i;
/** Ten digits however grouped: the number that a correction speaks of. */
const WHOLE = /(?<![\w+/=@.-])\d(?:[ -]?\d){9}(?![\w@]|[ -]?\d)/;
const CALLED = /(?<![a-z])(?:nhs|nnn|chi|h&c|hcn)(?![a-z])/i;

const NUMBERS = [
  ['nhs-number', 'patient.identifier.nhs-number'],
  ['chi-number', 'patient.identifier.chi-number'],
  ['hc-number', 'patient.identifier.hc-number'],
] as const;

const NHS = 'patient.identifier.nhs-number';

export interface SplitValues {
  /**
   * Findings on the parts of a number in a message, offsets in its text as typed. Give it the messages of one conversation in
   * order, each with the one that comes next (`undefined` at the end).
   */
  next(message: Message, following: Message | undefined): Finding[];
}

export function splitValues(): SplitValues {
  let before: Message | undefined;
  let number: Message | undefined;
  return {
    next(message, following) {
      const findings = [
        ...(before ? second(before, message) : []),
        ...(following ? first(message, following) : []),
        ...(number && areNear(number, message, MINUTES_TO_CORRECT) ? correction(message) : []),
      ];
      before = message;
      if (WHOLE.test(message.text) || findings.length > 0) number = message;
      return findings;
    },
  };
}

const areNear = (a: Message, b: Message, minutes: number): boolean =>
  a.sender === b.sender && a.kind === 'said' && b.kind === 'said' && minutesOf(b.at) - minutesOf(a.at) <= minutes;

function second(before: Message, message: Message): Finding[] {
  const halves = halvesOf(before, message);
  return halves ? [findingAt(halves.head, halves.kind)] : [];
}

function first(message: Message, following: Message): Finding[] {
  const halves = halvesOf(message, following);
  return halves ? [findingAt(halves.tail, halves.kind)] : [];
}

interface Halves {
  readonly tail: Place;
  readonly head: Place;
  readonly kind: Kind;
}

function halvesOf(one: Message, other: Message): Halves | undefined {
  if (!areNear(one, other, MINUTES)) return undefined;
  const tail = TAIL.exec(one.text.slice(-LONGEST));
  const head = HEAD.exec(other.text.slice(0, LONGEST));
  if (!tail || head?.[1] === undefined) return undefined;
  const kind = kindOf(digitsOf(tail[0]) + digitsOf(head[1]), one.text);
  if (!kind) return undefined;
  const shift = Math.max(0, one.text.length - LONGEST);
  const start = head[0].length - head[1].length;
  return {
    tail: { start: shift + tail.index, end: shift + tail.index + tail[0].length },
    head: { start, end: start + head[1].length },
    kind,
  };
}

/** Only the ends of a message matter, however long it is. */
const LONGEST = 60;

function kindOf(digits: string, said: string): Kind | undefined {
  if (digits.length !== 10) return undefined;
  for (const [validator, category] of NUMBERS) {
    const check = VALIDATORS.get(validator)?.(digits);
    if (check?.valid)
      return { pattern: `${validator}-split`, category, confidence: 0.9, because: `two messages: ${check.because}` };
  }
  if (!CALLED.test(said)) return undefined;
  const because = 'two messages that make ten digits, called an NHS number';
  return { pattern: 'nhs-number-split', category: NHS, confidence: 0.6, because };
}

function correction({ text }: Message): Finding[] {
  const match = CORRECTION.exec(text.slice(0, LONGEST));
  const digits = match?.[1];
  if (!match || digits === undefined) return [];
  const start = match.index + match[0].length - digits.length;
  const because = 'puts right the end of the number just given';
  const kind = { pattern: 'nhs-number-corrected', category: NHS, confidence: 0.6, because };
  return [findingAt({ start, end: start + digits.length }, kind)];
}
