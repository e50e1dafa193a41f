// The forms of header that lucasrodes/whatstk lists (header_format_support.json): four orders of the date, three separators, with dash or
// in brackets, 12 or 24 hours, with seconds or without; its versions wrote the year with four digits, then with two. One chat, rendered in
// each, must give the same wall clock.

import { describe, expect, it } from 'vitest';
import { chatOf, messagesOf } from '../files.ts';

type Moment = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];

/** Days above 12 and below 9, two months of a year, both halves of the day, noon and midnight. */
const MOMENTS: readonly Moment[] = [
  [2017, 7, 13, 22, 35, 22],
  [2017, 7, 14, 9, 12, 44],
  [2017, 7, 30, 12, 0, 5],
  [2017, 8, 3, 0, 7, 59],
  [2017, 8, 11, 16, 1, 0],
];

const two = (n: number): string => String(n).padStart(2, '0');

interface Form {
  readonly order: string;
  readonly sep: string;
  readonly bracket: boolean;
  readonly twelve: boolean;
  readonly seconds: boolean;
  readonly longYear: boolean;
}

const BOTH = [false, true];
const FORMS: readonly Form[] = ['ymd', 'ydm', 'dmy', 'mdy'].flatMap((order) =>
  ['-', '/', '.'].flatMap((sep) =>
    BOTH.flatMap((bracket) =>
      BOTH.flatMap((twelve) =>
        BOTH.flatMap((seconds) => BOTH.map((longYear) => ({ order, sep, bracket, twelve, seconds, longYear }))),
      ),
    ),
  ),
);

function header([year, month, day, hour, minute, second]: Moment, form: Form): string {
  const parts: Record<string, string> = {
    y: form.longYear ? String(year) : two(year % 100),
    m: two(month),
    d: two(day),
  };
  const date = [...form.order].map((part) => parts[part]).join(form.sep);
  const half = form.twelve ? (hour < 12 ? ' AM' : ' PM') : '';
  const clock = `${two(form.twelve ? hour % 12 || 12 : hour)}:${two(minute)}${form.seconds ? `:${two(second)}` : ''}${half}`;
  return form.bracket ? `[${date} ${clock}] ` : `${date}, ${clock} - `;
}

const wallClock = ([year, month, day, hour, minute, second]: Moment, { seconds }: Form): string =>
  `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}${seconds ? `:${two(second)}` : ''}`;

describe(`the ${FORMS.length / 2} forms of whatstk, with long and short years`, () => {
  it.each(FORMS.map((form) => [header(MOMENTS[0]!, form), form] as const))('%s', async (_, form) => {
    const chat = await chatOf(MOMENTS.map((moment, at) => `${header(moment, form)}Jo: number ${at}\n`).join(''));
    expect((await messagesOf(chat)).map(({ at }) => at)).toEqual(MOMENTS.map((moment) => wallClock(moment, form)));
    expect(chat.dateOrder.certain).toBe(true);
    expect(chat.issues).toEqual([]);
  });
});
