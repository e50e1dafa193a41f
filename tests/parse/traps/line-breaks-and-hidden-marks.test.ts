// What cannot be seen in a file and breaks readers: marks of direction, odd line breaks, NUL bytes, lines that only look like the start
// of a message.

import { describe, expect, it } from 'vitest';
import { chatOf, codesOf, messagesOf } from '../files.ts';

const LRM = '\u200e';
const textsOf = async (text: string): Promise<string[]> =>
  (await messagesOf(await chatOf(text))).map((one) => one.text);

describe('a line break', () => {
  it.each([
    ['the line separator of Unicode', '\u2028'],
    ['the next-line sign', '\u0085'],
    ['a vertical tab', '\v'],
    ['a form feed', '\f'],
  ])('is not %s, which a message may hold with a header behind it', async (_, sign) => {
    const text = `bed 4${sign}13/10/2020, 00:20 - Kim: pasted`;
    expect(await textsOf(`13/10/2020, 00:14 - Jo: ${text}\n`)).toEqual([text]);
  });

  it('may be a lone CR, as old programs of the Mac write it', async () => {
    expect(await textsOf('13/10/2020, 00:14 - Jo: bed 4\r13/10/2020, 00:15 - Kim: ok\r')).toEqual(['bed 4', 'ok']);
  });

  it('may be missing at the end of a file that was cut', async () => {
    expect(await textsOf('13/10/2020, 00:14 - Jo: bed 4\n13/10/2020, 00:15 - Kim: creat')).toEqual(['bed 4', 'creat']);
  });
});

describe('a line of a message', () => {
  it.each([
    '12 beds, 3 free - ask Kim',
    '10/10 pain score',
    '2020 was bad',
    '13/10 to 14/10: leave',
    '[1.2.2019] was the date',
    '10:30 - ward round',
  ])('may begin with numbers and is no new message: %s (joweich/chat-miner 66, 72, 76)', async (line) => {
    expect(await textsOf(`13/10/2020, 00:14 - Jo: see\n${line}\n13/10/2020, 00:15 - Kim: ok\n`)).toEqual([
      `see\n${line}`,
      'ok',
    ]);
  });

  it('may hold square brackets (abrignoni/RLEAPP)', async () => {
    expect(await textsOf('[13/10/2020, 00:14:07] Jo: bed [4] and ] more\r\n')).toEqual(['bed [4] and ] more']);
  });

  it('may be empty, in the midst and at the end', async () => {
    expect(await textsOf('13/10/2020, 00:14 - Jo: a\n\n\nb\n\n13/10/2020, 00:15 - Kim: \n')).toEqual([
      'a\n\n\nb\n',
      '',
    ]);
  });
});

describe('a mark that nobody sees', () => {
  it('in front of a line does not glue it to the message before (joweich/chat-miner 42)', async () => {
    const text = `[13/10/2020, 00:14:07] Jo: bed 4\r\n${LRM}[13/10/2020, 00:15:07] Kim: ${LRM}image omitted\r\n`;
    const messages = await messagesOf(await chatOf(text));
    expect(messages.map(({ sender, attachments }) => [sender, attachments.length])).toEqual([
      ['Jo', 0],
      ['Kim', 1],
    ]);
  });

  it('of right-to-left text leaves Hebrew and Arabic between English as typed (Pustur/whatsapp-chat-parser 243)', async () => {
    for (const text of ['\u200fשלום bed 4 תודה', 'مرحبا NHS \u202b999\u202c شكرا']) {
      expect(await textsOf(`13/10/2020, 00:14 - Jo: ${text}\n`)).toEqual([text]);
    }
  });

  it('of a BOM in the midst of a file shows that another file begins there', async () => {
    const texts = await textsOf(
      '\ufeff13/10/2020, 00:14 - Jo: bed 4\n\ufeff[14/10/2020, 00:15:07] Kim: ok\n[14/10/2020, 00:16:07] Kim: yes\n',
    );
    expect(texts).toEqual(['bed 4', 'ok', 'yes']);
  });

  it('in large numbers on one letter (zalgo) is kept (MasterScrat/Chatistics, test data)', async () => {
    const zalgo = `b${'\u0335\u0353\u0361'.repeat(40)}ed 4`;
    expect(await textsOf(`13/10/2020, 00:14 - Jo: ${zalgo}\n`)).toEqual([zalgo]);
  });

  it('of NUL bytes is passed over, and that is said', async () => {
    const chat = await chatOf('13/10/2020, 00:14 - Jo: bed\0 4\n');
    expect((await messagesOf(chat))[0]?.text).toBe('bed 4');
    expect(codesOf(chat)).toContain('nul-bytes');
  });
});
