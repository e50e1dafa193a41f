// Day or month first, and the wall clock.

import { describe, expect, it } from 'vitest';
import { chatOf, codesOf, messagesOf } from '../files.ts';

const android = (...dates: string[]): string => dates.map((date) => `${date}, 10:00 - Jo: hi\n`).join('');
const orderOf = async (text: string): Promise<string> => {
  const { dateOrder } = await chatOf(text);
  return `${dateOrder.order}${dateOrder.certain ? '' : '?'}`;
};
const timesOf = async (text: string, options = {}): Promise<string[]> =>
  (await messagesOf(await chatOf(text, options))).map(({ at }) => at);

describe('the order of day and month', () => {
  it('is day first when a first number goes above 12, even at the end of the file', async () => {
    expect(await orderOf(android('01/02/2024', '02/02/2024', '13/02/2024'))).toBe('day-first');
  });

  it('is month first when a second number goes above 12', async () => {
    expect(await orderOf(android('01/02/2024', '02/13/2024'))).toBe('month-first');
  });

  it('is told by the date in the name of a picture', async () => {
    expect(
      await orderOf(`${android('01/02/2024')}01/03/2024, 10:00 - Jo: IMG-20240103-WA0001.jpg (file attached)\n`),
    ).toBe('month-first');
    expect(
      await orderOf('[01/03/2024, 10:00:00] Jo: \u200e<attached: 00000002-PHOTO-2024-03-01-10-00-00.jpg>\r\n'),
    ).toBe('day-first');
  });

  it('is year first when pictures prove that a two-digit year leads', async () => {
    const text = '24/03/18, 10:00 - Jo: IMG-20240318-WA0001.jpg (file attached)\n';
    expect(await orderOf(text)).toBe('year-first');
    expect(await timesOf(text)).toEqual(['2024-03-18T10:00']);
  });

  it('is year first when only the last of two-digit numbers is no year of a chat', async () => {
    expect(await orderOf(android('24/03/18', '24/03/02'))).toBe('year-first');
    expect(await timesOf(android('24/03/18', '24/03/02'))).toEqual(['2024-03-18T10:00', '2024-03-02T10:00']);
    // A phone that lost its clock writes 2005, beside days that are no years.
    expect(await orderOf(android('13/07/24', '01/01/05', '08/08/24'))).toBe('day-first');
    expect(await orderOf(android('17/07/24', '18/07/24'))).toBe('day-first');
  });

  it('is not changed behind a year of four digits by what the user says of other files', async () => {
    expect(await timesOf(android('2024-03-12', '2024-03-13'), { dateOrder: 'day-first' })).toEqual([
      '2024-03-12T10:00',
      '2024-03-13T10:00',
    ]);
  });

  it('is the one in which messages follow each other', async () => {
    expect(await orderOf(android('10/01/2024', '11/01/2024', '01/02/2024', '02/02/2024'))).toBe('day-first');
    expect(await orderOf(android('01/10/2024', '01/11/2024', '02/01/2024', '02/02/2024'))).toBe('month-first');
  });

  it('is not judged by the opening notice, which Android dates later', async () => {
    expect(await orderOf(android('09/03/2024', '01/02/2024', '02/02/2024'))).toBe('day-first?');
  });

  it('is assumed day first, and said so, when nothing shows it', async () => {
    const chat = await chatOf(android('05/10/2024', '06/10/2024'));
    expect(chat.dateOrder).toMatchObject({ order: 'day-first', certain: false });
    expect(codesOf(chat)).toContain('date-order-assumed');
  });

  it('is month first in exports of WhatsApp Web', async () => {
    const chat = await chatOf('[3/4/24, 9:15:02 AM] - Jo created the group\n[3/5/24, 9:15:02 AM] Jo: hi\n');
    expect(chat).toMatchObject({ layout: 'whatsapp-web', dateOrder: { order: 'month-first', certain: true } });
  });

  it('is left to the dates when they begin with the year', async () => {
    expect(await orderOf(android('2024-03-04', '2024-03-05'))).toBe('year-first');
    expect(await timesOf(android('2024/12/01'))).toEqual(['2024-12-01T10:00']);
  });

  it('can be given, and is then certain', async () => {
    const chat = await chatOf(android('05/10/2024', '06/10/2024'), { dateOrder: 'month-first' });
    expect(chat.dateOrder).toEqual({ order: 'month-first', certain: true, evidence: 'given by --date-order' });
    expect(codesOf(chat)).not.toContain('date-order-assumed');
    expect((await messagesOf(chat))[0]?.at).toBe('2024-05-10T10:00');
  });

  it('is contradicted by dates of both kinds, which is said; each is read in the only way it can be', async () => {
    const text = android('13/02/2024', '14/02/2024', '02/15/2024');
    const chat = await chatOf(text);
    expect(chat.issues).toContainEqual({ code: 'date-order-contradiction', count: 1 });
    expect(chat.issues).toContainEqual({ code: 'date-impossible', count: 1 });
    expect(await timesOf(text)).toEqual(['2024-02-13T10:00', '2024-02-14T10:00', '2024-02-15T10:00']);
  });

  it('does not change from line to line (30/12/2020 then 13/1/2021)', async () => {
    expect(await timesOf(android('30/12/2020', '13/1/2021', '2/1/2021'))).toEqual([
      '2020-12-30T10:00',
      '2021-01-13T10:00',
      '2021-01-02T10:00',
    ]);
  });
});

describe('the wall clock', () => {
  it.each([
    ['12:05 AM', '00:05'],
    ['12:05 PM', '12:05'],
    ['1:05 pm', '13:05'],
    ['1:05\u202fpm', '13:05'],
    ['1:05 p.\u00a0m.', '13:05'],
    ['11:05 a.m.', '11:05'],
    ['0:05', '00:05'],
    ['23.59', '23:59'],
    ['下午1:05', '13:05'],
    ['오전 12:05', '00:05'],
    ['午後1:05', '13:05'],
  ])('%s is %s', async (written, read) => {
    expect(await timesOf(`13/10/2024, ${written} - Jo: hi\n`)).toEqual([`2024-10-13T${read}`]);
  });

  it('shows an impossible date as written and says so', async () => {
    const chat = await chatOf(android('13/01/2024', '31/02/2024', '29/02/2023', '29/02/2024'));
    expect((await messagesOf(chat)).map(({ at }) => at.slice(0, 10))).toEqual([
      '2024-01-13',
      '2024-02-31',
      '2023-02-29',
      '2024-02-29',
    ]);
    expect(chat.issues).toContainEqual({ code: 'date-impossible', count: 2 });
  });

  it('says when the year is left out', async () => {
    const chat = await chatOf('Mar 5, 8:11 PM - Jo: hi\nMar 6, 8:11 PM - Jo: hi\n');
    expect((await messagesOf(chat))[0]?.at).toBe('0000-03-05T20:11');
    expect(chat.issues).toContainEqual({ code: 'date-without-year', count: 2 });
  });
});
