// Dates as an app writes them for people, in the language of the account: `Oct 19, 2019, 2:37 PM`, `19 oct. 2019 à 14:37`,
// `19. Oktober 2019 um 14:37`. What cannot be read for certain is not read at all. Forms as seen in downloads of Meta and Google.

import type { DateOrder, Issue } from '../model.ts';
import { plainHead } from './marks.ts';
import { type DateEvidence, decideOrder, noDateEvidence, orderIssues } from './whatsapp/dates.ts';

/** A point in time as written. Which of the two numbers is the day is open where `open` is true; else `first` is the day. */
export interface SpokenDate {
  readonly year: number;
  readonly first: number;
  readonly second: number;
  readonly open: boolean;
  /** `HH:MM` or `HH:MM:SS` */
  readonly clock: string;
  /** `Z`, `+01:00`, or '' where none is written. */
  readonly zone: string;
}

/** English, French, German, Spanish, Italian, Portuguese, Dutch; no word means different months in two of them. */
const MONTHS: readonly string[] = [
  'jan january januar januari janvier janv ene enero gen gennaio janeiro jän jänner',
  'feb february februar februari février févr fév febrero febbraio fevereiro fev',
  'mar march märz mär mrz mars marzo março maart mrt',
  'apr april avril avr abr abril aprile',
  'may mai mayo mag maggio maio mei',
  'jun june juni juin junio giu giugno junho',
  'jul july juli juillet juil julio lug luglio julho',
  'aug august août aoû ago agosto augustus',
  'sep sept september septembre septiembre set settembre setembro',
  'oct october oktober okt octobre octubre ott ottobre outubro out',
  'nov november novembre noviembre novembro',
  'dec december dezember dez décembre déc dic diciembre dicembre dezembro',
];
const MONTH_OF = new Map(MONTHS.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)));

/** The longest form seen has 50 signs. */
const LONGEST_DATE = 80;

const WEEKDAY = String.raw`(?:[\p{L}-]+\.?,? )?`;
const CLOCK = String.raw`[,\s]\s*(?:(?:at|à|um|a las|alle(?: ore)?|às|om|kl\.?)\s+)?(\d{1,2})[:.h]\s?(\d\d)(?:[:.](\d\d))?\s*([ap]\.?\s?m\.?)?(?:\s+(.{1,24}))?`;
const form = (date: string): RegExp => new RegExp(`^${WEEKDAY}${date}${CLOCK}$`, 'u');

const MONTH_DAY = form(String.raw`([\p{L}]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`);
const DAY_MONTH = form(String.raw`(\d{1,2})(?:\.|er|º)? (?:de )?([\p{L}]+)\.?,? (?:de )?(\d{4})`);
/** `03-Dec-24 08:04 PM` */
const DASHED = form(String.raw`(\d{1,2})-([\p{L}]{3,9})\.?-(\d{4}|\d\d)`);
const NUMBERS = form(String.raw`(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)`);
const YEAR_FIRST = form(String.raw`(\d{4})[./-](\d{1,2})[./-](\d{1,2})`);

/** Undefined when it is no date with a time, or one that is not read for certain. */
export function readSpokenDate(text: string): SpokenDate | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const plain = plainHead(text, LONGEST_DATE).text.toLowerCase().replace(/\s+/g, ' ').trim();
  return monthDay(plain) ?? dayMonth(plain) ?? dashed(plain) ?? yearFirst(plain) ?? numbers(plain);
}

function monthDay(text: string): SpokenDate | undefined {
  const found = MONTH_DAY.exec(text);
  return found
    ? made(found, 4, Number(found[3]), Number(found[2]), MONTH_OF.get(found[1] ?? '') ?? 0, false)
    : undefined;
}

function dayMonth(text: string): SpokenDate | undefined {
  const found = DAY_MONTH.exec(text);
  return found
    ? made(found, 4, Number(found[3]), Number(found[1]), MONTH_OF.get(found[2] ?? '') ?? 0, false)
    : undefined;
}

function dashed(text: string): SpokenDate | undefined {
  const found = DASHED.exec(text);
  if (!found) return undefined;
  const month = MONTH_OF.get(found[2] ?? '') ?? 0;
  return made(found, 4, fullYear(found[3] ?? ''), Number(found[1]), month, false);
}

const fullYear = (year: string): number => Number(year) + (year.length === 2 ? 2000 : 0);

function yearFirst(text: string): SpokenDate | undefined {
  const found = YEAR_FIRST.exec(text);
  return found ? made(found, 4, Number(found[1]), Number(found[3]), Number(found[2]), false) : undefined;
}

/** Dates with dots are day first wherever they are written. */
function numbers(text: string): SpokenDate | undefined {
  const found = NUMBERS.exec(text);
  if (!found) return undefined;
  return made(found, 5, fullYear(found[4] ?? ''), Number(found[1]), Number(found[3]), found[2] !== '.');
}

/** `at` is where the clock stands among the groups. */
function made(
  found: RegExpExecArray,
  at: number,
  year: number,
  first: number,
  second: number,
  open: boolean,
): SpokenDate | undefined {
  const clock = clockOf(Number(found[at]), found[at + 1] ?? '', found[at + 2], found[at + 3]);
  const zone = zoneOf(found[at + 4] ?? '');
  const fits = isDay(year, second, first) || (open && isDay(year, first, second));
  return fits && clock !== undefined && zone !== undefined ? { year, first, second, open, clock, zone } : undefined;
}

function clockOf(
  hour: number,
  minute: string,
  second: string | undefined,
  half: string | undefined,
): string | undefined {
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const full = half === undefined ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
  if (full > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  return `${two(full)}:${minute}${second === undefined ? '' : `:${second}`}`;
}

/** '' where a zone is named whose distance from UTC its name does not tell; undefined for what is no zone. */
function zoneOf(text: string): string | undefined {
  if (text === '' || /^[a-z]{3,4}$/.test(text)) return /^(?:utc|gmt)$/.test(text) ? 'Z' : '';
  const offset = /^(?:utc|gmt) ?([+-])(\d{1,2})(?::?(\d\d))?$/.exec(text);
  return offset ? `${offset[1]}${two(Number(offset[2]))}:${offset[3] ?? '00'}` : undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

function isDay(year: number, month: number, day: number): boolean {
  const longest = month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : 31;
  const short = [4, 6, 9, 11].includes(month) ? 30 : longest;
  return year >= 1990 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= short;
}

/** Whether a text as a whole looks like a date with a time, in whatever language: a year, a clock, few words. */
export function looksLikeDate(text: string): boolean {
  if (text.length > LONGEST_DATE) return false;
  const plain = plainHead(text, LONGEST_DATE).text.trim();
  if (readSpokenDate(plain)) return true;
  const hasYear = /(?<!\d)(?:19|20|25)\d\d(?!\d)/.test(plain) || /\d{1,2}[./-]\d{1,2}[./-]\d\d/.test(plain);
  return hasYear && /\d{1,2}\s?[:.hH時시]\s?\d\d/.test(plain) && plain.split(/\s+/).length <= 10;
}

/** `2019-10-19T14:37+01:00`; a date that fits only one order is read in that one. */
export function atOf({ year, first, second, open, clock, zone }: SpokenDate, order: DateOrder['order']): string {
  const monthFirst = open && (order === 'month-first' ? isDay(year, first, second) : !isDay(year, second, first));
  const [month, day] = monthFirst ? [first, second] : [second, first];
  return `${year}-${two(month)}-${two(day)}T${clock}${zone}`;
}

/** Which number is the day, over all dates of a chat. */
export class OrderEvidence {
  readonly #seen: DateEvidence = noDateEvidence();

  note({ first, second, open }: SpokenDate): void {
    this.#seen.headers++;
    if (!open) this.#seen.fixed++;
    else if (first > 12) this.#seen.firstIsDay++;
    else if (second > 12) this.#seen.secondIsDay++;
  }

  decide(given?: DateOrder['order']): { readonly order: DateOrder; readonly issues: readonly Issue[] } {
    const order = this.#seen.headers === 0 ? NO_DATES : decideOrder(this.#seen, false, given);
    return { order, issues: orderIssues(order, [this.#seen]) };
  }
}

const NO_DATES: DateOrder = { order: 'year-first', certain: true, evidence: 'no date in it can be read' };
