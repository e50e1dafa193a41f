// Day or month first? WhatsApp writes dates as the phone is set and says nowhere how. Evidence is gathered over the whole
// file, strongest first; without any, day first is assumed and reported. Times are wall clocks: no zone is ever added.

import type { DateOrder, Issue } from '../../model.ts';
import type { Header } from './header.ts';

export type Order = DateOrder['order'];
/** An order as dates are read by it; after the year, the day has been seen to come before the month. */
export type Reading = Order | 'year-day-month';

/** A date and time as they are written: which number is the day is not decided yet. */
export type DateParts = Pick<Header, 'a' | 'b' | 'c' | 'year' | 'fixed' | 'hour' | 'minute' | 'second'>;

/** What the headers of one shape show. */
export interface DateEvidence {
  headers: number;
  fixed: number;
  /** Dates whose first, or second, number can only be a day. */
  firstIsDay: number;
  secondIsDay: number;
  /** Dates whose first, or last, number can be no year of a chat: no app of today is that old. */
  firstIsNoYear: number;
  lastIsNoYear: number;
  /** Dates that, if the year leads, have the day, or the month, behind it. */
  dayAfterYear: number;
  monthAfterYear: number;
  /** Media files named after the day they were sent, by the reading of the header that agrees. */
  media: Record<Order, number>;
  /** Steps back in time from one header to the next, by reading. */
  back: { 'day-first': number; 'month-first': number };
  last: { 'day-first': number; 'month-first': number };
}

export const noDateEvidence = (): DateEvidence => ({
  headers: 0,
  fixed: 0,
  firstIsDay: 0,
  secondIsDay: 0,
  firstIsNoYear: 0,
  lastIsNoYear: 0,
  dayAfterYear: 0,
  monthAfterYear: 0,
  media: { 'day-first': 0, 'month-first': 0, 'year-first': 0 },
  back: { 'day-first': 0, 'month-first': 0 },
  last: { 'day-first': 0, 'month-first': 0 },
});

/** Adds what one header shows; `rest` is the text after it on its line. */
export function noteDate(seen: DateEvidence, header: DateParts, rest: string): void {
  seen.headers++;
  const { a, b, c, year } = header;
  if (header.fixed) {
    seen.fixed++;
    noteAfterYear(seen, a, b);
    return;
  }
  if (a > 12 && b <= 12) seen.firstIsDay++;
  if (b > 12 && a <= 12) seen.secondIsDay++;
  if (a < FIRST_YEAR) seen.firstIsNoYear++;
  if (c < FIRST_YEAR && year === 2000 + c) seen.lastIsNoYear++;
  noteAfterYear(seen, b, c);
  noteOrder(seen, header);
  if (rest.includes('-20')) noteMediaName(seen, header, rest);
}

/** WhatsApp began in 2009. */
const FIRST_YEAR = 9;

/** `next` and `last` are what follows the year, if it leads. */
function noteAfterYear(seen: DateEvidence, next: number, last: number): void {
  if (next > 12 && last <= 12) seen.dayAfterYear++;
  if (last > 12 && next <= 12) seen.monthAfterYear++;
}

/** The first header is left out: Android dates its opening notice later than the messages that follow. */
function noteOrder(seen: DateEvidence, { a, b, year }: DateParts): void {
  const dayFirst = (year * 100 + b) * 100 + a;
  const monthFirst = (year * 100 + a) * 100 + b;
  if (seen.headers > 2) {
    if (dayFirst < seen.last['day-first']) seen.back['day-first']++;
    if (monthFirst < seen.last['month-first']) seen.back['month-first']++;
  }
  seen.last['day-first'] = dayFirst;
  seen.last['month-first'] = monthFirst;
}

/** `IMG-20241203-WA0003.jpg`, `00000042-PHOTO-2024-12-03-09-15-02.jpg` */
const MEDIA_DATE = /(?:[A-Z]{3}-(20\d\d)(\d\d)(\d\d)-WA\d|-[A-Z]{3,8}-(20\d\d)-(\d\d)-(\d\d)-)/;

function noteMediaName(seen: DateEvidence, { a, b, c, year }: DateParts, rest: string): void {
  const name = MEDIA_DATE.exec(rest);
  if (!name) return;
  const [y, m, d] = [name[1] ?? name[4], name[2] ?? name[5], name[3] ?? name[6]].map(Number);
  if (year === y && a === d && b === m && a !== b) seen.media['day-first']++;
  if (year === y && a === m && b === d && a !== b) seen.media['month-first']++;
  if (2000 + a === y && b === m && c === d && year !== y) seen.media['year-first']++;
}

/** The order that the evidence supports; `web` is true for an export of WhatsApp Web, which always writes month first. */
export function decideOrder(seen: DateEvidence, web: boolean, given?: Order): DateOrder {
  if (given) return { order: given, certain: true, evidence: 'given by --date-order' };
  const decided = (order: Order, evidence: string): DateOrder => ({ order, certain: true, evidence });
  if (web) return decided('month-first', 'WhatsApp Web writes the month first whatever the settings');
  if (seen.fixed === seen.headers && seen.fixed > 0)
    return decided('year-first', 'the dates themselves leave no choice');
  const { firstIsDay, secondIsDay, media, back } = seen;
  if (media['year-first'] > media['day-first'] + media['month-first']) {
    return decided('year-first', `names of media files (${media['year-first']}) agree only with the year first`);
  }
  if (seen.lastIsNoYear > 0 && seen.firstIsNoYear === 0) {
    return decided(
      'year-first',
      `the last number is no year of a chat (${seen.lastIsNoYear} dates), the first always is`,
    );
  }
  if (firstIsDay > secondIsDay) return decided('day-first', `the first number goes above 12 (${firstIsDay} dates)`);
  if (secondIsDay > firstIsDay) return decided('month-first', `the second number goes above 12 (${secondIsDay} dates)`);
  if (media['day-first'] > media['month-first']) {
    return decided('day-first', `names of media files carry the date (${media['day-first']} agree)`);
  }
  if (media['month-first'] > media['day-first']) {
    return decided('month-first', `names of media files carry the date (${media['month-first']} agree)`);
  }
  if (back['month-first'] > 2 * back['day-first'])
    return decided('day-first', 'only so the messages stand in order of time');
  if (back['day-first'] > 2 * back['month-first'])
    return decided('month-first', 'only so the messages stand in order of time');
  return { order: 'day-first', certain: false, evidence: 'assumed: nothing in the file shows the order' };
}

/** How dates of that order are read: the day behind the year where that is what they show. */
export function readingOf(seen: DateEvidence, order: Order): Reading {
  const yearLeads = order === 'year-first' || (seen.fixed === seen.headers && seen.fixed > 0);
  return yearLeads && seen.dayAfterYear > seen.monthAfterYear ? 'year-day-month' : order;
}

/** True when the file holds dates that can only be day-first and dates that can only be month-first. */
const isContradictory = (seen: readonly DateEvidence[]): boolean =>
  seen.some((one) => one.firstIsDay > 0) && seen.some((one) => one.secondIsDay > 0);

/** Issues about the order; a given order settles an absence of evidence but not a contradiction. */
export function orderIssues(order: DateOrder, seen: readonly DateEvidence[]): Issue[] {
  const issues: Issue[] = [];
  if (!order.certain) issues.push({ code: 'date-order-assumed' });
  if (isContradictory(seen)) {
    const first = seen.reduce((sum, one) => sum + one.firstIsDay, 0);
    const second = seen.reduce((sum, one) => sum + one.secondIsDay, 0);
    issues.push({ code: 'date-order-contradiction', count: Math.min(first, second) });
  }
  return issues;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface Stamp {
  /** `YYYY-MM-DDTHH:MM[:SS]` */
  readonly at: string;
  /** False for a date that is in no calendar in the chosen order. */
  readonly possible: boolean;
}

/** The wall clock of a header. A date that is impossible in the given order but possible in the other is read so. */
export function stampOf(header: DateParts, order: Reading): Stamp {
  const { year, month, day, possible } = dateOf(header, order);
  const seconds = header.second < 0 ? '' : `:${two(header.second)}`;
  const clock = `${two(header.hour)}:${two(header.minute)}${seconds}`;
  return { at: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}`, possible };
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly possible: boolean;
}

function dateOf(header: DateParts, order: Reading): CalendarDate {
  const { a, b, c, year, fixed } = header;
  if (fixed) return order === 'year-day-month' ? checked(year, b, a) : checked(year, a, b);
  if (order === 'year-first' && c <= 31) return checked(2000 + a, b, c);
  if (order === 'year-day-month' && c <= 31) return checked(2000 + a, c, b);
  const chosen = order === 'month-first' ? checked(year, a, b) : checked(year, b, a);
  if (chosen.possible) return chosen;
  const other = order === 'month-first' ? checked(year, b, a) : checked(year, a, b);
  return other.possible ? { ...other, possible: false } : chosen;
}

function checked(year: number, month: number, day: number): CalendarDate {
  const longest = month === 2 && !isLeap(year) ? 28 : (DAYS[month - 1] ?? 0);
  // A year long past is of a calendar that is not read (Iran's 1403, an Islamic 1445): shown as written, and said.
  return { year, month, day, possible: day >= 1 && day <= longest && (year === 0 || year >= 1970) };
}

/** Year 0 stands for a year that the header leaves out. */
const isLeap = (year: number): boolean => year === 0 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
