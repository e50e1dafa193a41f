// A bare value that answers a question: "what's her hosp number?" / "M0123456", "code for the sluice?" / "2580". Without the question
// nobody could say what it is.

import type { Finding, Message } from '../../model.ts';
import { minutesOf } from '../conversation/clock.ts';
import { findingAt, type Kind } from './found.ts';

/** A question is open for so many messages and minutes. */
const MESSAGES = 4;
const MINUTES = 10;

interface Asked {
  /** What the question asks for. */
  readonly about: RegExp;
  /** What an answer begins with. */
  readonly value: RegExp;
  readonly kind: Kind;
}

const ends = String.raw`(?=$|[\s.,;!?)])(?![.,]\d)`;
const beginsWith = (shape: string): RegExp =>
  new RegExp(
    String.raw`^\s{0,2}(?:(?:its|it's|it is|try|is|think its|aye|yes|yep|sure|sorry|hosp(?: no)?|dob|then)[ .,:]{1,2}){0,2}(${shape})${ends}`,
    'i',
  );
/** Anywhere in the answer ("changed friday. 2580"), but no time, year or extension. */
const holds = (shape: string): RegExp =>
  new RegExp(
    String.raw`(?<![\w/:.£#-])(?<!(?<![a-z])(?:at|by|till?|until|from|since|after|before|around|about|ext|extension|bleep|ring|call|dial|in|room|ward) ?)(?!(?<=\S.{0,79})(?:19|20)\d\d(?!\d))(${shape})${ends}(?! ?(?:am|pm|hrs?|mins?|people|times|of)(?![a-z]))`,
    'i',
  );

const answer = (pattern: string, category: string, confidence: number, what: string): Kind => ({
  pattern,
  category,
  confidence,
  because: `answers a question for ${what}`,
});

const ASKED: readonly Asked[] = [
  {
    about: /(?<![a-z])chi(?: ?(?:no|num|number))?(?![a-z])/i,
    value: holds(String.raw`(?:0[1-9]|[12]\d|3[01]) ?(?:0[1-9]|1[0-2])(?:[ -]?\d){6}`),
    kind: answer('chi-number-answer', 'patient.identifier.chi-number', 0.6, 'a CHI number'),
  },
  {
    about: /(?<![a-z])(?:nhs|nnn|chi|h&c)(?: ?(?:no|num|number|nos|numbers))?(?![a-z])|(?<![a-z])spine(?![a-z])/i,
    value: holds(String.raw`\d(?:[ -]?\d){8,10}`),
    kind: answer('nhs-number-answer', 'patient.identifier.nhs-number', 0.6, 'an NHS number'),
  },
  {
    about:
      /(?<![a-z])(?:hosp(?:ital)?|unit|mrn|casenotes?|case note|k|district|pas|rio|pt|patient|trust)(?: ?(?:no|num|number|id))(?![a-z])|(?<![a-z])(?:mrn|hosp)(?![a-z])/i,
    value: beginsWith(String.raw`[a-z]{0,3}[ -]?\d{5,9}[a-z]?`),
    kind: answer('hospital-number-answer', 'patient.identifier.hospital-number', 0.8, 'a hospital number'),
  },
  {
    about:
      /(?<![a-z])(?:daughter|dtr|son|wife|husband|partner|nok|next of kin|mum|dad|sister|brother|family|her|his|their|patient|pt|lady|gent|mrs?)(?:'s|s)?(?: [a-z'’]{1,10}){0,4} (?:number|num|no|phone|tel|mobile|mob|contact)(?![a-z])|(?<![a-z])(?:number|phone|tel|mobile|contact)(?: (?:no|number|details))?(?: for| of)? (?:the |her |his )?(?:daughter|dtr|son|wife|husband|partner|nok|next of kin|mum|dad|sister|brother|family|patient|pt|mrs?)(?![a-z])/i,
    value: holds(String.raw`0\d{2,4}(?:[ -]?\d){6,8}`),
    kind: answer('phone-answer', 'patient.identifier.phone', 0.7, 'the phone of a patient or relative'),
  },
  {
    about: /(?<![a-z])(?:dob|d\.o\.b|date of birth|birthday|born)(?![a-z])/i,
    value: beginsWith(
      String.raw`\d{1,2}(?:st|nd|rd|th)?[/. -](?:\d{1,2}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})[/. -](?:(?:19|20)\d{2}|\d{2})`,
    ),
    kind: answer('dob-answer', 'patient.identifier.dob', 0.8, 'a date of birth'),
  },
  {
    about:
      /(?<![a-z])(?:how old|what age|whats? (?:her|his|their) age|(?:her|his|their|pt|patient) age)(?![a-z])|^\W{0,2}age\W{0,2}$/i,
    value: beginsWith(
      String.raw`(?:1[01]\d|[1-9]\d?)(?: ?(?:yo|y\/o|yrs?(?: old)?|years? old|months?(?: old)?|weeks?(?: old)?))?`,
    ),
    kind: answer('age-answer', 'patient.identifier.age-sex', 0.7, 'an age'),
  },
  {
    about: /(?<![a-z])(?:employee|assignment|esr|payroll|staff|personnel) ?(?:no|num|number|id)(?![a-z])/i,
    value: beginsWith(String.raw`[123]\d{7}(?:-\d{1,2})?`),
    kind: answer('employee-number-answer', 'staff.identifier.employee-number', 0.8, 'an employee number'),
  },
  {
    about: /(?<![a-z])(?:ni|nino|national insurance)(?: ?(?:no|num|number))?(?![a-z])/i,
    value: beginsWith(String.raw`[a-z]{2}(?: ?\d{2}){3} ?[a-d]`),
    kind: answer('nino-answer', 'staff.identifier.nino', 0.8, 'a National Insurance number'),
  },
  {
    about: /(?<![a-z])key ?(?:safe|box)(?![a-z])/i,
    value: beginsWith(String.raw`[a-z]?\d{4,5}[a-z#*]?`),
    kind: answer('key-safe-answer', 'patient.identifier.key-safe', 0.8, 'the code of a key safe'),
  },
  {
    about:
      /(?<![a-z])(?<!(?:cost|error|dress|colour|color|tax|budget|subjective|sort|discount|voucher|promo|qr|icd|read|snomed|ods|bnf|area|dialling|highway) ?)(?:codes?|combination|keypad|key ?pad|digi ?lock|padlock|pin|override|key (?:for|to|of))(?![a-z])/i,
    value: holds(String.raw`[a-z]?\d{4,6}[a-z]{0,2}[#*]?`),
    kind: answer('door-code-answer', 'credential.door-code', 0.8, 'a code'),
  },
  {
    about: /(?<![a-z])(?:password|passcode|pw|pwd|login|log ?in|logon|locked out)(?![a-z])/i,
    // "use mine jsmith2 / Rowan24!": the second of a pair is the password.
    value: holds(
      String.raw`(?=[a-z\d_!#$%&*+-]{0,24}[\d!#$%*])(?=[\d_!#$%&*+-]{0,24}[a-z])[a-z\d_!#$%&*+-]{6,30}(?! ?\/ ?\S)`,
    ),
    kind: answer('password-answer', 'credential.password', 0.7, 'a password'),
  },
];

/** "date of birth" and "Age" ask by themselves. */
const SHORT = /^\W{0,2}(?:[a-z.]{1,10}\W{1,2}){0,2}[a-z.]{1,10}\W{0,2}$/i;
/** What makes a message a question: a mark, or a word of asking. */
const ASKS =
  /\?|(?<![a-z])(?:what'?s?|whats|anyone|anybody|any1|somebody|someone|who|need|needs|want|wants|can (?:i|u|you|some)|could|got|have you|have u|know|send|give|changed|remind|pls|plz|please|find|forgot|forgotten|locked out|not working|doesn't work|doesnt work|which|where|how|front or back)(?![a-z])/i;

export interface Answers {
  /** Findings on a value that answers a question asked shortly before; offsets as typed. Messages of one conversation, in order. */
  next(message: Message): Finding[];
}

export function answers(): Answers {
  let open: readonly { readonly asked: Asked; readonly at: number; readonly left: number }[] = [];
  return {
    next(message) {
      if (message.kind !== 'said') return [];
      const at = minutesOf(message.at);
      open = open.flatMap((question) =>
        question.left > 0 && at - question.at <= MINUTES ? [{ ...question, left: question.left - 1 }] : [],
      );
      const findings = answerIn(
        message,
        open.map(({ asked }) => asked),
      );
      if (findings.length > 0) open = [];
      const head = message.text.slice(0, LONGEST_QUESTION);
      if (ASKS.test(head) || SHORT.test(head)) {
        const asked = ASKED.filter(({ about }) => about.test(head));
        open = [...asked.map((one) => ({ asked: one, at, left: MESSAGES })), ...open];
      }
      return findings;
    },
  };
}

/** A longer message tells; it may ask on the way, but nobody answers that with a bare value. */
const LONGEST_QUESTION = 300;

function answerIn({ text }: Message, open: readonly Asked[]): Finding[] {
  for (const { value, kind } of open) {
    const match = value.exec(text.slice(0, LONGEST_ANSWER));
    const found = match?.[1];
    if (!match || found === undefined) continue;
    const start = match.index + match[0].length - found.length;
    return [findingAt({ start, end: start + found.length }, kind)];
  }
  return [];
}

const LONGEST_ANSWER = 80;
