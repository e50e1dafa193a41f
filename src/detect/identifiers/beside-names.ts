// What stands right beside a person's name: "Vera Hale 92", "mr hale 84, flu", "Ayaan 5 wks", "Elsie Coate 06/10/2021", "Amina Yusuf B201234",
// "Pat Hale bay 3". The shapes by themselves say too little; the name before them settles what they are.

import type { Finding, Message } from '../../model.ts';
import { isRealDay } from '../validators/date-of-birth.ts';
import { findingAt, type Kind } from './found.ts';

/** Names of patients, relatives and people of unknown role; a number after a colleague's name belongs to the rota. */
const PERSON = /^patient\.identifier\.(?:name|initials)|^staff\.identifier\.name$/;
/** Other identifiers that a hospital number stands before: "NX30418, 23/03/1941". */
const NUMBERED = /\.dob$|nhs-number$|chi-number$/;
const CARE = /\.clinical\.|\.restricted\.|^safeguarding|\.identifier\.(?!name)/;
const BAY = 'location-bay-alone';
/** Of nobody in particular by itself; words of wards and firms near it have taken its points away. */
const LANDLINE = 'phone-landline';
const UNCLAIMED = 0.4;

const because = 'right after a name';
const AGE: Kind = { pattern: 'age-beside-name', category: 'patient.identifier.age-sex', confidence: 0.7, because };
const DOB: Kind = { pattern: 'dob-long-past', category: 'patient.identifier.dob', confidence: 0.7, because };
const HOSP: Kind = {
  pattern: 'hospital-number-beside-name',
  category: 'patient.identifier.hospital-number',
  confidence: 0.7,
  because,
};
const NHS: Kind = {
  pattern: 'nhs-number-beside-name',
  category: 'patient.identifier.nhs-number',
  confidence: 0.6,
  because: 'nine or ten digits right after a name',
};
const BED: Kind = {
  pattern: 'location-bay-of-person',
  category: 'patient.identifier.location-bed',
  confidence: 0.6,
  because: 'a bay in a message that names somebody',
};

const PHONE: Kind = {
  pattern: 'phone-of-person',
  category: 'patient.identifier.phone',
  confidence: 0.6,
  because: 'a landline in a message that names a patient',
};

const anyOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|').replaceAll('_', ' ')})(?![a-z])`;
/** Words after a number that is no age: units, times, counts ("_" is a space). */
const COUNTED = anyOf(String.raw`
  mins? minutes? hrs? hours? am pm ish mg mcg mls? kg g units? times x bpm patients pts staff beds bays miles quid pounds percent
  litres? stone st nd rd th to till? until of or and_\d for nights? lates? earl(?:y|ies) shifts? long_days? days_off on_shift goals
  points more less left off people calls visits falls each all if cans on_air not`);
const STREET = anyOf(`
  road rd street st lane ln avenue ave close court crescent drive way rise row terrace place park hill gardens grove house
  cottages? bank view green`);
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?![a-z])';
const NO_AGE = String.raw`(?![\w%°£:/+-]|[.,]\d|['’]| ?${COUNTED}| ${MONTH}| (?:[a-z'’-]{1,15} ){0,3}${STREET})`;
const OLD = new RegExp(
  String.raw`^(?:,? (?:is|was|aged?|only|just|who is|who's|now|he's|she's|hes|shes)){0,2}[,.;]? {1,2}\(?(1[01]\d|[1-9]\d?)(?! ?(?:days?|wks?|weeks?|mths?|months?|yrs?|years|y)(?![a-z]))${NO_AGE}(?=$|[\n,.;:!?)]| [^\d]| \d{1,4}[a-d]? [a-z])`,
  'i',
);
const YOUNG =
  /^[,.;]? {1,2}\(?(\d{1,3}[ -]?(?:days?|wks?|weeks?|mths?|months?|yrs?|y|years(?= old)|\/12|\/52|\/7)(?: old)?)(?![a-z\d])(?! (?:ago|time|later|left|in|on|post|since|till?|until|now|away|for|leave|off|experience|here|wait|waiting|one)(?![a-z]))/i;
const DATE = /^[,.;:]? {1,2}\(?(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\w@%]|[./:-]\d)/;
const NUMBER = /^[,.;:]? {1,2}\(?([A-Z]{1,3}[ -]?\d{5,7})(?![\w@]|[./-]\d)/;
const NUMBER_BEFORE = /(?<![\w/=@.#£-])([A-Z]{1,3}[ -]?\d{5,7})[,.;:]? {1,2}$/;
/** An NHS number with a digit wrong or missing; numbers from 7 may be mobiles without their 0. */
const DIGITS = /^[,.;:]? {1,2}\(?([469]\d{2}(?:[ -]?\d){6,7})(?![\w@]|[ ./-]?\d)/;
/** Labels of other numbers, before one that would stand beside a name. */
const OTHER =
  /(?:order|ref|ticket|invoice|datix|incident|asset|serial|batch|lot|job|inc|po|code|pin|reg|tag|web)(?: (?:no|number))?[ :.#]{0,2}$/i;

/** Identifiers beside the names that a message has already; offsets as typed. */
export function besideNames({ kind, text, at }: Message, findings: readonly Finding[]): Finding[] {
  if (kind !== 'said') return [];
  const names = findings.filter(({ category, confidence }) => PERSON.test(category) && confidence >= 0.4);
  const numbered = findings.filter(({ category, confidence }) => NUMBERED.test(category) && confidence >= 0.5);
  if (names.length === 0 && numbered.length === 0) return [];
  const tellsOfCare = findings.some(({ category }) => CARE.test(category));
  return [
    ...names.flatMap((name) => after(name, text, at.slice(0, 10), tellsOfCare)),
    ...[...names, ...numbered].flatMap((one) => numberBefore(one, text)),
    ...(names.length > 0 ? findings.filter(({ pattern }) => pattern === BAY).map((bay) => findingAt(bay, BED)) : []),
    ...(names.some(isSurePatient) ? findings.filter(isUnclaimed).map((phone) => findingAt(phone, PHONE)) : []),
  ];
}

const isSurePatient = ({ category, confidence }: Finding): boolean =>
  category.startsWith('patient.identifier.name') && confidence >= 0.8;
const isUnclaimed = ({ pattern, confidence }: Finding): boolean => pattern === LANDLINE && confidence >= UNCLAIMED;

function after({ start, end }: Finding, text: string, today: string, tellsOfCare: boolean): Finding[] {
  const rest = text.slice(end, end + LONGEST);
  const place = (match: RegExpExecArray, value: string) => {
    const from = end + match.index + match[0].indexOf(value, match[0].length - value.length - 1);
    return { start: from, end: from + value.length };
  };
  const number = NUMBER.exec(rest);
  if (number?.[1]) return [findingAt(place(number, number[1]), HOSP)];
  const digits = DIGITS.exec(rest);
  if (digits?.[1]) return [findingAt(place(digits, digits[1]), NHS)];
  const date = DATE.exec(rest);
  if (date)
    return isLongPast(date, today) ? [findingAt(place(date, date[0].replace(/^[,.;:]? {1,2}\(?/, '')), DOB)] : [];
  const young = YOUNG.exec(rest);
  if (young?.[1]) return [findingAt(place(young, young[1]), AGE)];
  const old = OLD.exec(rest);
  // One word and a small number may be anything ("Jo 7"); a full name, or care told of, makes it an age.
  const isFull = /[ .]/.test(text.slice(start, end));
  return old?.[1] && (isFull || tellsOfCare) ? [findingAt(place(old, old[1]), AGE)] : [];
}

/** Only so much after a name matters. */
const LONGEST = 60;

/** A year or more before the message: no appointment, no leave. */
function isLongPast([, day = '', , month = '', year = '']: RegExpExecArray, today: string): boolean {
  const full =
    year.length === 4 ? Number(year) : Number(year) + (Number(year) > Number(today.slice(2, 4)) ? 1900 : 2000);
  if (!isRealDay(Number(day), Number(month), full) || full < 1905) return false;
  const age = Number(today.slice(0, 4)) - full;
  return age > 1 || (age === 1 && Number(month) < Number(today.slice(5, 7)));
}

function numberBefore({ start }: Finding, text: string): Finding[] {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const match = NUMBER_BEFORE.exec(before);
  const value = match?.[1];
  if (!match || value === undefined || OTHER.test(before.slice(0, match.index))) return [];
  const from = start - before.length + match.index;
  return [findingAt({ start: from, end: from + value.length }, HOSP)];
}
