// Every form of header that WhatsApp has written, and lines that only look like one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainHead } from '../../../src/parse/marks.ts';
import { createTableReader, type Header } from '../../../src/parse/whatsapp/header.ts';
import { HEADER_FORMS } from '../../../src/parse/whatsapp/headers.ts';
import { createQuickReader } from '../../../src/parse/whatsapp/quick-header.ts';
import { createHeaderReader } from '../../../src/parse/whatsapp/read-header.ts';
import { COST_TIMEOUT, costOf } from '../../recheck.ts';
import { chatOf, messagesOf } from '../files.ts';

const read = (line: string): Header | undefined => createHeaderReader()(line);

function shown({ form, a, b, year, fixed, hour, minute, second }: Header): string {
  const yearFirst = fixed && form.family !== 'name';
  const date = yearFirst ? `${year}-${a}-${b}` : `${a}-${b}-${year}`;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date} ${hour}:${two(minute)}${second < 0 ? '' : `:${two(second)}`}`;
}

describe('the forms of header', () => {
  it('all have samples', () => {
    for (const form of HEADER_FORMS) expect(form.samples.length, form.name).toBeGreaterThan(0);
  });

  for (const form of HEADER_FORMS) {
    it.each(form.samples.map((sample) => sample))(`${form.name}: $line`, (sample) => {
      const plain = plainHead(sample.line, 90).text;
      expect(HEADER_FORMS.filter(({ regex }) => regex.test(plain)).map(({ name }) => name)).toEqual([form.name]);
      const header = read(sample.line);
      expect(header && shown(header)).toBe(sample.reads);
      expect(header && sample.line.slice(header.rest)).toBe(sample.rest);
    });
  }

  it('are the same read by hand and by the table', () => {
    const quick = createQuickReader();
    const table = createTableReader();
    const number = fc.constantFrom('1', '5', '12', '13', '31', '05', '2024', '24', '123', '');
    const line = fc
      .tuple(
        fc.constantFrom('', '\u200e', '[', '\u200e['),
        number,
        fc.constantFrom('/', '.', '-', ' '),
        number,
        fc.constantFrom('/', '.', '-', ' '),
        number,
        fc.constantFrom(', ', ' ', ',', ''),
        fc.constantFrom('0', '9', '12', '23', '25', '09'),
        fc.constantFrom(':', '.'),
        fc.constantFrom('00', '59', '60', '7'),
        fc.constantFrom('', ':07', ':7'),
        fc.constantFrom('', ' am', '\u202fPM', ' Am', ' a.m.', 'pm', '\u00a0p.\u00a0m.'),
        fc.constantFrom('] ', '] - ', ' - ', ': ', ']', ' -'),
        fc.constantFrom('Jo: hi', '', '- x'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(line, (text) => {
        const fast = quick(text);
        if (fast) expect(fast).toEqual(table(text));
      }),
      { numRuns: 20_000 },
    );
    for (const text of [
      '[19/10/2025, 01:02:19] Jo: hi',
      '05/10/2020, 00:14 - Jo: hi',
      '5/10/20, 11:11\u202fpm - Jo: hi',
      '2024-12-01 22:04 - Jo',
    ]) {
      expect(quick(text)).toEqual(table(text));
    }
  });

  it.each([
    '12/03/2024 is her date of birth',
    '10:30 - ward round',
    '03/12 - 04/12 night shifts',
    '[x] done',
    '[05/10, 14:03] Jo: pasted without a year',
    '1. 2. 3. go',
    'Mar 5 is fine',
    '45/10/2020, 77:14 - Jo: hi',
    '05/10/2020, 00:14 Jo: hi',
    '05/10-2020, 00:14 - Jo: hi',
    '07700 900123',
    '',
  ])('do not include "%s"', (line) => {
    expect(read(line)).toBeUndefined();
  });

  it('are seen behind marks and a BOM in front of the line', () => {
    expect(read('\ufeff\u200e[05/10/2020, 00:14:07] Jo: hi')).toMatchObject({ bom: true, marked: true, rest: 25 });
    expect(read('  05/10/2020, 00:14 - Jo: hi')).toMatchObject({ bom: false, marked: false, rest: 22 });
  });
});

describe('the cost of a header', () => {
  it.each(HEADER_FORMS.map(({ name, regex }) => [name, regex] as const))(
    '%s is linear',
    (_name, regex) => {
      expect(costOf(regex)).toBe('safe');
    },
    COST_TIMEOUT,
  );
});

describe('48 spellings of one time', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const spellings = ['day', 'month'].flatMap((first) =>
    ['.', '/', '-'].flatMap((sep) =>
      [true, false].flatMap((longYear) =>
        [true, false].flatMap((twelve) => [true, false].map((seconds) => ({ first, sep, longYear, twelve, seconds }))),
      ),
    ),
  );

  it.each(spellings)('$first first, "$sep", long year $longYear, 12 h $twelve, seconds $seconds', async (spelling) => {
    const { first, sep, longYear, twelve, seconds } = spelling;
    const write = (d: number, m: number, h: number, min: number, s: number): string => {
      const date = [...(first === 'day' ? [two(d), two(m)] : [two(m), two(d)]), longYear ? '2017' : '17'].join(sep);
      const clock = `${twelve ? h % 12 || 12 : two(h)}:${two(min)}${seconds ? `:${two(s)}` : ''}${twelve ? (h < 12 ? ' AM' : ' PM') : ''}`;
      return `${date}, ${clock} - `;
    };
    const chat = await chatOf(`${write(12, 7, 22, 35, 22)}Jo: one\n${write(13, 7, 9, 12, 44)}Sam: two\n`);
    expect(chat.dateOrder).toMatchObject({ order: `${first}-first`, certain: true });
    const times = (await messagesOf(chat)).map(({ at }) => at);
    expect(times).toEqual(
      seconds ? ['2017-07-12T22:35:22', '2017-07-13T09:12:44'] : ['2017-07-12T22:35', '2017-07-13T09:12'],
    );
  });
});
