// Where the sender of a line ends, and that one person is one participant.

import { describe, expect, it } from 'vitest';
import { chatOf, messagesOf } from '../files.ts';

const LRM = '\u200e';
const sendersOf = async (...rests: string[]): Promise<string[]> =>
  (await messagesOf(await chatOf(rests.map((rest) => `13/10/2020, 00:14 - ${rest}\n`).join('')))).map(
    ({ sender, text }) => `${sender}|${text}`,
  );

describe('the sender', () => {
  it('ends at the first colon and space', async () => {
    expect(await sendersOf('Jo: see: below', 'Ann-Marie (7) - bank: hi', '~ Kit 🩺: 12:30')).toEqual([
      'Jo|see: below',
      'Ann-Marie (7) - bank|hi',
      '~ Kit 🩺|12:30',
    ]);
  });

  it('may hold a colon when a message shows where the name ends', async () => {
    expect(await sendersOf('DS: Kit: bed 4', 'DS: Kit: <Media omitted>', 'DS: Kit: see: below')).toEqual([
      'DS: Kit|bed 4',
      'DS: Kit|',
      'DS: Kit|see: below',
    ]);
  });

  it('may hold a colon when a line of the app names the person', async () => {
    expect(await sendersOf('Jo added DS: Kit', 'DS: Kit: bed 4', 'DS: Kit left')).toEqual([
      '|Jo added DS: Kit',
      'DS: Kit|bed 4',
      '|DS: Kit left',
    ]);
  });

  it('does not swallow what a person always begins with', async () => {
    const messages = Array.from({ length: 9 }, (_, i) => `Night lead: Handover: bed ${i}`);
    expect((await sendersOf(...messages))[0]).toBe('Night lead|Handover: bed 0');
  });

  it('may stand before an empty text', async () => {
    expect(await sendersOf('Jo: ', 'Jo:', 'Sam:')).toEqual(['Jo|', 'Jo|', 'Sam|']);
  });

  it('is found without the space after the colon, where the file has lost it', async () => {
    expect(await sendersOf('Jo:hi', 'Sam:hi', 'Jo:bye', 'Sam:ok', 'Jo left')).toEqual([
      'Jo|hi',
      'Sam|hi',
      'Jo|bye',
      'Sam|ok',
      '|Jo left',
    ]);
  });

  it('is one person however the export spells the name', async () => {
    const chat = await chatOf(
      [
        '\u202a+44\u00a07700\u00a0900123\u202c',
        '+44 7700 900123',
        `${LRM}+44 7700 900123`,
        '~\u202fKit',
        '~ Kit',
        '+1 415\u2011555\u20110123',
        '+1 415-555-0123',
      ]
        .map((name) => `13/10/2020, 00:14 - ${name}: hi\n`)
        .join(''),
    );
    expect(chat.participants).toEqual([
      { name: '+44 7700 900123', said: 3 },
      { name: '~ Kit', said: 2 },
      { name: '+1 415-555-0123', said: 2 },
    ]);
    expect(new Set((await messagesOf(chat)).map(({ sender }) => sender)).size).toBe(3);
  });

  it('keeps emoji made of several characters', async () => {
    expect(await sendersOf('Kim 👩🏽\u200d⚕️: hi')).toEqual(['Kim 👩🏽\u200d⚕️|hi']);
  });
});
