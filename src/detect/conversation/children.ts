// Is the person spoken of a child? An age or a date of birth under 18 says so, a word of paediatrics, or a safeguarding concern for a
// child; what is said next of the same person is then about a child too. "At least": where nobody says an age, none is guessed.
// Children merit specific protection (UK GDPR recital 38), so whoever assesses a breach must know of them.

import type { Evidence, Finding, Message } from '../../model.ts';
import type { ChildrenFile } from './children-file.ts';

export interface ChildReader {
  /** To be asked of the messages of a chat in order. */
  isAboutChild(evidence: Evidence): boolean;
}

/** Messages about a child that are remembered, to be borrowed from. */
const REMEMBERED = 30;
const ADULT = 18;
const SURE = 0.5;

export function compileChildWords({ words }: ChildrenFile): RegExp {
  const phrases = words.flatMap((line) => line.split('|')).map((phrase) => phrase.trim().toLowerCase());
  return new RegExp(`\\b(?:${[...new Set(phrases)].join('|')})\\b`, 'i');
}

export function childReader(words: RegExp): ChildReader {
  const known: number[] = [];
  return {
    isAboutChild(evidence) {
      const { message, findings, carried, aboutness } = evidence;
      if (message.kind === 'system' || (aboutness.person < SURE && !findings.some(isIdentity))) return false;
      const own = findings.some((finding) => isOfChild(finding, message)) || words.test(message.text);
      // Who is named here anew is perhaps not the child spoken of before.
      const before = carried?.from ?? (findings.some(isIdentity) ? [] : aboutness.leansOn);
      if (!own && !before.some((index) => known.includes(index))) return false;
      known.push(message.index);
      if (known.length > REMEMBERED) known.shift();
      return true;
    },
  };
}

const isIdentity = ({ category, confidence }: Finding): boolean =>
  confidence >= SURE && category.startsWith('patient.identifier.') && !category.endsWith('.age-sex');

function isOfChild({ category, confidence, start, end, attachment }: Finding, { text, at }: Message): boolean {
  if (confidence < SURE || attachment !== undefined) return false;
  if (category === 'safeguarding.child') return true;
  const typed = text.slice(start, end);
  if (category === 'patient.identifier.age-sex') return isYoungAge(typed);
  if (category === 'patient.identifier.dob') return isYoung(/(\d{4}|\d{2})\D*$/.exec(typed)?.[1], at);
  // A Community Health Index number begins with the day of birth: DDMMYY.
  if (category === 'patient.identifier.chi-number') return isYoung(typed.replaceAll(/\D/g, '').slice(4, 6), at);
  return false;
}

/** "6M", "11 weeks", "3/12"; not "30s". */
function isYoungAge(typed: string): boolean {
  if (/\d\s?(?:\/12|\/52|\/7|months?|mths?|weeks?|wks?|days?)/i.test(typed)) return true;
  const years = Number(/\d{1,3}/.exec(typed)?.[0] ?? 'NaN');
  return years < ADULT;
}

/** By calendar years, so that at 18 in that year somebody is taken for an adult. Two digits: of this century where that is past. */
function isYoung(year: string | undefined, at: string): boolean {
  if (year === undefined || year === '') return false;
  const born = year.length === 2 ? 2000 + Number(year) : Number(year);
  const age = Number(at.slice(0, 4)) - born;
  return age >= 0 && age < ADULT;
}
