// NHS and CHI numbers that no shape is sure of, in talk about such numbers: with a wrong digit ("it's 9876956759??"), a digit short or over
// ("909 682.. no wait"), or the rest in the next message ("52 on the end"). Only the talk around them says what they are.

import type { Category, Finding, Message } from '../../model.ts';
import { minutesOf } from '../conversation/clock.ts';
import { isRealDay } from '../validators/date-of-birth.ts';
import { digitsOf } from '../validators/validator.ts';
import { findingAt, type Kind } from './found.ts';

/** What is said of NHS numbers; it counts in the message and in the few before it. */
const TALK =
  /(?<![a-z])(?:nhs|nnn|chi|h&c|hcn|spine|pds|demographics|(?:wrist|name) ?(?:bands?|numbers?)|band says|sticker|check ?digit|digits?|(?:wrong|right|real|other|her|his|their|the|\d) (?:no|num|number)|numbers? (?:for|is|says?|isn't|not|rejected)|not found|no match|matching|typed|incomplete|half)(?![a-z])/i;
/** Said in the message itself, it makes six digits the beginning of a number. */
const SURE_TALK = /(?<![a-z])(?:nhs|nnn|chi|spine|pds|bands?|sticker|wrist|digits?|incomplete|half)(?![a-z])|\.\.|…/i;
const OTHER =
  /(?<![a-z])(?:tel|phone|ring|rang|call|called|mobile|mob|text|ext|bleep|fax|orders?|ordered|invoice|isbn|utr|serial|asset|batch|lot|tracking|parcel|booking|job|zoom|meeting|account|acc|sort|code|pin|po|goods|barcode|ticket|refs?|reference|quote|entry|log|logged)(?![a-z])[^\n]{0,20}$/i;
const RUN = /(?<![\w+/=@.:£#-])\d{3,11}(?:[ -]\d{1,6}){0,4}(?![\w@%£]|[/:-]\d|\.\d)/g;
const REST =
  /^[\s.…]{0,3}(?:(?:and|then|its|it's|rest is|the rest is|last bit|so) ){0,2}(\d{1,5}(?: \d{1,4})?)(?![\w:/%°£]|[.,]\d)/i;

const MINUTES = 10;
const MINUTES_TO_FINISH = 4;
const MESSAGES = 4;
const WHOLE = 10;
const LEAST = 6;

const kindOf = (category: Category, because: string): Kind => ({
  pattern: 'nhs-number-loose',
  category,
  confidence: 0.6,
  because,
});
const NHS = 'patient.identifier.nhs-number';
const CHI = 'patient.identifier.chi-number';

export interface LooseNumbers {
  /** Findings of a message, offsets as typed. Messages of one conversation, in order. */
  next(message: Message): Finding[];
}

export function looseNumbers(): LooseNumbers {
  let talk = { at: Number.NEGATIVE_INFINITY, left: 0 };
  let begun: { readonly at: number; readonly digits: number; readonly category: Category } | undefined;
  let usesChi = false;
  return {
    next({ kind, text, at }) {
      if (kind !== 'said' || text.length > LONGEST) return [];
      const now = minutesOf(at);
      usesChi ||= /(?<![a-z])chi(?![a-z])/i.test(text);
      if (TALK.test(text)) talk = { at: now, left: MESSAGES };
      const isTalk = talk.left > 0 && now - talk.at <= MINUTES;
      talk.left -= 1;
      const rest =
        begun && now - begun.at <= MINUTES_TO_FINISH ? restOf(text, WHOLE - begun.digits, begun.category) : [];
      begun = undefined;
      if (rest.length > 0 || !isTalk) return rest;
      return [...text.matchAll(RUN)].flatMap(({ 0: value, index }) => {
        const digits = digitsOf(value);
        const category = categoryOf(digits, usesChi, text);
        const isPart = digits.length < WHOLE - 1;
        if (!category || OTHER.test(text.slice(Math.max(0, index - 30), index))) return [];
        if (isPart && !(isGrouped(value) && (SURE_TALK.test(text) || digits.length === 8))) return [];
        if (digits.length < WHOLE) begun = { at: now, digits: digits.length, category };
        const because = isPart
          ? 'part of a number, in talk about such numbers'
          : 'about ten digits, in talk about such numbers';
        return [findingAt({ start: index, end: index + value.length }, kindOf(category, because))];
      });
    },
  };
}

/** A longer message tells of other things too. */
const LONGEST = 300;

/** Numbers in use begin with 4, 6, 7 or 9 (9 is for tests); those from 7 look like mobiles without their 0. */
function categoryOf(digits: string, usesChi: boolean, text: string): Category | undefined {
  if (digits.length < LEAST || digits.length > WHOLE + 1) return undefined;
  if (/^[469]/.test(digits) || (digits.startsWith('7') && /(?<![a-z])nhs(?![a-z])/i.test(text))) return NHS;
  const isDate = isRealDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), 2000);
  return usesChi && isDate && digits.length >= WHOLE - 1 ? CHI : undefined;
}

/** "999 268", "9967 8120": groups of three or four, as such numbers are read out. */
const isGrouped = (value: string): boolean => /^\d{3,4}[ -]\d{3,4}(?:[ -]\d{1,3})?$/.test(value);

function restOf(text: string, missing: number, category: Category): Finding[] {
  const match = REST.exec(text);
  const digits = match?.[1];
  if (!match || digits === undefined || Math.abs(digitsOf(digits).length - missing) > 1) return [];
  const start = match[0].length - digits.length;
  return [findingAt({ start, end: start + digits.length }, kindOf(category, 'the rest of a number just begun'))];
}
