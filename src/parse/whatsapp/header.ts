// Is this line the start of a message, and what does its header say? A look at the first character turns away nearly
// all lines that are not; the table of forms decides.

import { isForeignDigit, isMark, plainHead } from '../marks.ts';
import { HEADER_FORMS, type HeaderForm, isMorning } from './headers.ts';

/** A header as read; which number is the day is not decided here. */
export interface Header {
  readonly form: HeaderForm;
  /** Equal for the headers of one export; differs between exports of other phones, other settings, other languages. */
  readonly shape: number;
  /** First and second number of the date; month and day when `fixed`. */
  readonly a: number;
  readonly b: number;
  /** Third number as it stands, for dates that may begin with a two-digit year. */
  readonly c: number;
  /** Gregorian; 0 when the header leaves it out. */
  readonly year: number;
  /** True when the spelling settles the order: year of four digits first, or the month as a word. */
  readonly fixed: boolean;
  /** The clock has halves of the day. */
  readonly twelve: boolean;
  readonly hour: number;
  readonly minute: number;
  /** -1 when the header has none. */
  readonly second: number;
  /** Where the sender or the text of the app begins in the line. */
  readonly rest: number;
  /** The line opens with a BOM: two files joined by hand. */
  readonly bom: boolean;
  /** The line opens with LRM, as iPhones mark messages that carry media. */
  readonly marked: boolean;
}

/** No header is longer, direction marks included. */
const LONGEST_HEADER = 90;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HIDDEN =
  /[\u060c\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef]/;

/** A function that reads any header of the table; it tries first the form that fitted last, which changes speed only. */
export function createTableReader(): (line: string) => Header | undefined {
  let likely = 0;

  const matchForms = (text: string): { match: RegExpExecArray; form: HeaderForm } | undefined => {
    for (let i = 0; i < HEADER_FORMS.length; i++) {
      const index = (likely + i) % HEADER_FORMS.length;
      const form = HEADER_FORMS[index];
      const match = form?.regex.exec(text);
      if (!form || !match) continue;
      likely = index;
      return { match, form };
    }
    return undefined;
  };

  return (line) => {
    const start = startOfHeader(line);
    if (start === -1) return undefined;
    const opening = line.slice(0, start);
    const bare = start === 0 ? line : line.slice(start);
    const direct = matchForms(bare);
    if (direct) return readFields(direct.match, direct.form, start + direct.match[0].length, opening);
    if (!HIDDEN.test(bare.slice(0, LONGEST_HEADER))) return undefined;
    const plain = plainHead(bare, LONGEST_HEADER);
    const seen = matchForms(plain.text);
    if (!seen) return undefined;
    return readFields(seen.match, seen.form, start + (plain.at[seen.match[0].length] ?? bare.length), opening);
  };
}

/** Index of the first visible character if a header can begin with it, else -1. */
function startOfHeader(line: string): number {
  let i = 0;
  let code = line.charCodeAt(0);
  while (i < 8 && (code === 0x20 || isMark(code))) code = line.charCodeAt(++i);
  if (code === 0x5b || (code >= 0x30 && code <= 0x39) || isForeignDigit(code)) return i;
  return code >= 0x41 && code <= 0x53 && line.charCodeAt(i + 3) === 0x20 && MONTHS.includes(line.slice(i, i + 3))
    ? i
    : -1;
}

function readFields(match: RegExpExecArray, form: HeaderForm, rest: number, opening: string): Header | undefined {
  const { groups } = match;
  if (!groups) return undefined;
  const half = groups.pre ?? groups.post;
  const hour = hourOf(Number(groups.h), half);
  const minute = Number(groups.m);
  if (hour > 24 || minute > 59) return undefined;
  const second = groups.s === undefined ? -1 : Number(groups.s);
  const separator = './-'.indexOf(groups.sep?.charAt(0) ?? '.');
  const digits = form.family === 'name' ? 0 : groups.a?.length === 4 ? 2 : groups.c?.length === 4 ? 1 : 0;
  return {
    form,
    shape: shapeOf(form, separator, digits, half !== undefined, second >= 0),
    ...readDate(groups),
    twelve: half !== undefined,
    hour,
    minute,
    second,
    rest,
    bom: opening.includes('\ufeff'),
    marked: opening.includes('\u200e'),
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

function readDate(groups: Groups): Pick<Header, 'a' | 'b' | 'c' | 'year' | 'fixed'> {
  const { a, b = '', c = '', month } = groups;
  if (month !== undefined) {
    return { a: MONTHS.indexOf(month) + 1, b: Number(b), c: Number(c), year: Number(c), fixed: true };
  }
  if (a?.length === 4) return { a: Number(b), b: Number(c), c: 0, year: gregorian(Number(a), 4), fixed: true };
  const reiwa = c.startsWith('R');
  const last = Number(reiwa ? c.slice(1) : c);
  const year = reiwa ? 2018 + last : groups.era === undefined ? gregorian(last, c.length) : last - 543;
  return { a: Number(a), b: Number(b), c: last, year, fixed: false };
}

/** WhatsApp began in 2009, so a year of one or two digits is of this century, and one above 2550 is of the Buddhist calendar. */
export const gregorian = (year: number, width: number): number =>
  width <= 2 ? 2000 + year : year > 2550 && year < 2650 ? year - 543 : year;

/** The hour of 0 to 24 from an hour and its half of the day, as written. */
export function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  if (half === '中午') return hour < 3 ? hour + 12 : hour;
  if (half === 'at night') return hour < 5 ? hour : hour === 12 ? 0 : hour + 12;
  return (hour % 12) + (isMorning(half) ? 0 : 12);
}

const FAMILIES: readonly HeaderForm['family'][] = ['dash', 'bracket', 'colon', 'name'];

/**
 * One number from what one phone writes alike in all headers: family, separator (its place in `./-`), digits of the year
 * (0: two or none, 1: four, 2: four and first), halves of the day, seconds.
 */
export function shapeOf(
  form: HeaderForm,
  separator: number,
  digits: number,
  twelve: boolean,
  seconds: boolean,
): number {
  const timeFirst = form.name === 'time-first' ? 1 : 0;
  const date = (FAMILIES.indexOf(form.family) * 4 + separator) * 3 + digits;
  return ((date * 2 + (twelve ? 1 : 0)) * 2 + (seconds ? 1 : 0)) * 2 + timeFirst;
}
