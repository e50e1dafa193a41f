// Dates as people and programs write them in tables and pasted chats. Which of two numbers is the day is decided over the whole file,
// as for WhatsApp; a zone is kept behind the wall clock, not reckoned with.

import type { DateOrder, Issue } from '../model.ts';
import {
  type DateParts,
  decideOrder,
  noDateEvidence,
  noteDate,
  type Order,
  orderIssues,
  readingOf,
  stampOf,
} from './whatsapp/dates.ts';
import { gregorian, hourOf } from './whatsapp/header.ts';

export interface WrittenDate {
  readonly parts: DateParts;
  /** `Z`, `+01:00` or ''. */
  readonly zone: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const CLOCK =
  '(?:[,T]? {0,3}(?:at |um |à )?(?<h>\\d{1,2})[:.](?<m>\\d\\d)(?:[:.](?<s>\\d\\d))?(?:[.,]\\d{1,9})?(?: ?(?<half>[ap]\\.? ?m\\.?))?)?';
const ZONE = '(?: ?(?<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\\d\\d:?\\d\\d))?';
const WEEKDAY = '(?:[a-z]{3,9}\\.?,? )?';

const FORMS: readonly RegExp[] = [
  `(?<a>\\d{4}|\\d{1,2})(?<sep>[./-] ?)(?<b>\\d{1,2})\\k<sep>(?<c>\\d{4}|\\d{1,2})\\.?`,
  `${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}[ ,-]{1,2}(?<year>\\d{4}|\\d{2})`,
  `${WEEKDAY}${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})`,
].map((date) => new RegExp(`^${date}${CLOCK}${ZONE}$`, 'i'));

/** A text that is a date and nothing else; undefined for all others. */
export function readDate(text: string): WrittenDate | undefined {
  const plain = text.replace(/[\u00a0\u2009\u202f]/g, ' ').trim();
  if (plain.length < 6 || plain.length > 60) return undefined;
  for (const form of FORMS) {
    const groups = form.exec(plain)?.groups;
    const parts = groups && partsOf(groups);
    if (parts) return { parts, zone: zoneOf(groups.zone ?? '') };
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function partsOf(groups: Groups): DateParts | undefined {
  const { h, m, s, half } = groups;
  const hour = h === undefined ? 0 : hourOf(Number(h), half);
  const minute = Number(m ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  const clock = { hour, minute, second: s === undefined ? -1 : Number(s) };
  const { a = '', b = '', c = '', month, day, year = '' } = groups;
  if (month !== undefined) {
    const number = MONTHS.indexOf(month.toLowerCase()) + 1;
    const full = gregorian(Number(year), year.length);
    return { a: number, b: Number(day), c: full, year: full, fixed: true, ...clock };
  }
  if (a.length === 4)
    return isDay(b, c) ? { a: Number(b), b: Number(c), c: 0, year: Number(a), fixed: true, ...clock } : undefined;
  if (Number(a) > 31 || Number(b) > 31 || c.length === 1) return undefined;
  return { a: Number(a), b: Number(b), c: Number(c), year: gregorian(Number(c), c.length), fixed: false, ...clock };
}

const isDay = (month: string, day: string): boolean => Number(month) <= 12 && Number(day) <= 31;

function zoneOf(zone: string): string {
  const [, sign, hours = '00', minutes = '00'] = /([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (zone === '') return '';
  return sign === undefined || `${hours}${minutes}` === '0000' ? 'Z' : `${sign}${hours}:${minutes}`;
}

/** How the dates of one file are to be read, and what must be said of that. */
export interface DateReading {
  readonly order: DateOrder;
  readonly issues: readonly Issue[];
  /** Dates that are in no calendar, in the order chosen, as far as they were read. */
  impossible: number;
  /** The wall clock of a date: `2024-12-03T09:15`. */
  at(date: WrittenDate): string;
}

/** Looks at all dates of a file. `given` overrides what they show. */
export async function dateReading(dates: AsyncIterable<WrittenDate>, given: Order | undefined): Promise<DateReading> {
  const seen = noDateEvidence();
  for await (const { parts } of dates) noteDate(seen, parts, '');
  const order = decideOrder(seen, false, given);
  const reading: DateReading = {
    order,
    issues: seen.headers > 0 ? orderIssues(order, [seen]) : [],
    impossible: 0,
    at: ({ parts, zone }) => {
      const { at, possible } = stampOf(parts, readingOf(seen, order.order));
      if (!possible) reading.impossible++;
      return `${at}${zone}`;
    },
  };
  return reading;
}
