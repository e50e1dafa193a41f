// Chats that other readers took for empty, or read under a wrong name or date. Each row is a fault reported to one of them, by its
// repository and number, with an invented chat of the same shape.

import { describe, expect, it } from 'vitest';
import { chatOf, codesOf, messagesOf } from '../files.ts';

const LRM = '\u200e';
const NARROW = '\u202f';
const NOTICE = 'Messages and calls are end-to-end encrypted.';

type Row = readonly [at: string, sender: string, text: string];

async function read(lines: readonly string[], end = '\n'): Promise<Row[]> {
  const messages = await messagesOf(await chatOf(lines.map((line) => line + end).join('')));
  return messages.map(({ at, sender, text }) => [at, sender, text]);
}

describe('a header that other readers missed', () => {
  const rows: readonly (readonly [string, readonly string[], readonly Row[]])[] = [
    [
      'a narrow space before AM (Pustur/whatsapp-chat-parser 248, langchain-ai/langchain 6654)',
      [`6/13/23, 9:15${NARROW}PM - Jo: bed 4`, `6/14/23, 9:16${NARROW}AM - Kim: ok`],
      [
        ['2023-06-13T21:15', 'Jo', 'bed 4'],
        ['2023-06-14T09:16', 'Kim', 'ok'],
      ],
    ],
    [
      'a no-break space within p. m. (Pustur/whatsapp-chat-parser 224)',
      ['28/3/2025 9:29 p.\u00a0m. - Jo: bed 4'],
      [['2025-03-28T21:29', 'Jo', 'bed 4']],
    ],
    [
      'day and month change their width (Pustur/whatsapp-chat-parser 237, MasterScrat/Chatistics 42)',
      ['30/12/2020 9:15 - Jo: bed 4', '13/1/2021 10:15 - Jo: bed 5'],
      [
        ['2020-12-30T09:15', 'Jo', 'bed 4'],
        ['2021-01-13T10:15', 'Jo', 'bed 5'],
      ],
    ],
    [
      'lower-case am and pm, with midnight and noon (lucasrodes/whatstk 140)',
      [`13/10/2023, 12:11${NARROW}am - +44 7700 900123: bed 4`, `13/10/2023, 12:15${NARROW}pm - Jo: ok`],
      [
        ['2023-10-13T00:11', '+44 7700 900123', 'bed 4'],
        ['2023-10-13T12:15', 'Jo', 'ok'],
      ],
    ],
    [
      'an iPhone with a tilde before the name and odd hyphens in a number (lucasrodes/whatstk 139)',
      [`[10/13/23, 09:15:02] ~${NARROW}Jo: bed 4`, '[10/14/23, 09:15:02] +1\u00a0(555)\u00a0010\u20110100: ok'],
      [
        ['2023-10-13T09:15:02', '~ Jo', 'bed 4'],
        ['2023-10-14T09:15:02', '+1 (555) 010-0100', 'ok'],
      ],
    ],
    [
      'an iPhone with a clock of 12 hours and Arabic names (lucasrodes/whatstk 135)',
      [`[13/10/2023, 9:15:02${NARROW}PM] \u200fأحمد: السلام`],
      [['2023-10-13T21:15:02', 'أحمد', 'السلام']],
    ],
    [
      'upper-case PM within the brackets (lucasrodes/whatstk 17)',
      ['[10/13/2023 09:15:02 PM] Jo: bed 4'],
      [['2023-10-13T21:15:02', 'Jo', 'bed 4']],
    ],
    [
      'hyphens in the date, and a hyphen before the name (joweich/chat-miner 24)',
      ['26-04-2022 12:11 - Jo: bed 4', '26-04-2022 12:12 - Mary-Ann: a - b'],
      [
        ['2022-04-26T12:11', 'Jo', 'bed 4'],
        ['2022-04-26T12:12', 'Mary-Ann', 'a - b'],
      ],
    ],
    [
      'a.m. within the brackets (joweich/chat-miner 24, BryceStevenWilley/visioning_texts 24)',
      ['[25/09/20 10:27:18 a.m.] Jo: bed 4'],
      [['2020-09-25T10:27:18', 'Jo', 'bed 4']],
    ],
    [
      'the year first (joweich/chat-miner 54)',
      ['2022/04/26, 12:11 - Jo: bed 4'],
      [['2022-04-26T12:11', 'Jo', 'bed 4']],
    ],
    [
      'AM is no part of the name (MasterScrat/Chatistics 53)',
      ['4/26/22, 12:11 AM - Jo: bed 4'],
      [['2022-04-26T00:11', 'Jo', 'bed 4']],
    ],
    [
      'dots, brackets and PM (rodrigogs/whats-reader 78)',
      [`[05.08.23, 5:52:02${NARROW}PM] Jo: bed 4`],
      [['2023-08-05T17:52:02', 'Jo', 'bed 4']],
    ],
    [
      'the year first and pm (rodrigogs/whats-reader 69)',
      ['2024/12/01, 10:04 pm - Jo: bed 4'],
      [['2024-12-01T22:04', 'Jo', 'bed 4']],
    ],
    [
      'Indonesian dots in the time (mtln/chat-export 28)',
      ['13/10/22 18.00 - Jo: bed 4'],
      [['2022-10-13T18:00', 'Jo', 'bed 4']],
    ],
    [
      'Turkish iPhones without a comma (mtln/chat-export 26)',
      ['[13.10.2022 18:00:05] Jo: bed 4'],
      [['2022-10-13T18:00:05', 'Jo', 'bed 4']],
    ],
    [
      'Arabic digits and comma (mtln/chat-export 30)',
      ['[\u200f١٨\u200f/٣\u200f/٢٠٢٢، ٢:٥٦:٠٠\u00a0م] Jo: bed 4'],
      [['2022-03-18T14:56:00', 'Jo', 'bed 4']],
    ],
    [
      'an English iPhone of 12 hours (ChatLab/ChatLab 82, 129)',
      [`[2023/10/13, 9:15:02${NARROW}PM] Jo: bed 4`],
      [['2023-10-13T21:15:02', 'Jo', 'bed 4']],
    ],
    ['Persian digits (JBGruber/rwhatsapp 28)', ['۲۰۲۱/۵/۳۰، ۱۸:۴۴ - Jo: bed 4'], [['2021-05-30T18:44', 'Jo', 'bed 4']]],
    [
      'a French à before the time (mowolf/ChatAnalyzer 11)',
      ['26/04/2022 à 14:56 - Jo: bed 4'],
      [['2022-04-26T14:56', 'Jo', 'bed 4']],
    ],
    [
      'Canada and South Africa (dimagi/open-chat-studio 221)',
      ['2023-12-20, 5:46 p.m. - Jo: bed 4'],
      [['2023-12-20T17:46', 'Jo', 'bed 4']],
    ],
    [
      'a colon instead of brackets (automaciej/whatsapp-archive 1)',
      ['2016-06-27, 8:04:08 AM: Jo: bed 4'],
      [['2016-06-27T08:04:08', 'Jo', 'bed 4']],
    ],
    [
      'a month-first file is not of another year (sirmordred/WhatsCloud 7)',
      ['3/20/19, 09:15 - Jo: bed 4', '4/1/19, 09:15 - Jo: bed 5'],
      [
        ['2019-03-20T09:15', 'Jo', 'bed 4'],
        ['2019-04-01T09:15', 'Jo', 'bed 5'],
      ],
    ],
    [
      'a Dutch date (mrmelon54/WhatsAppExportViewer 4)',
      ['13-12-2023 12:34 - Jo: bed 4'],
      [['2023-12-13T12:34', 'Jo', 'bed 4']],
    ],
    [
      'a British iPhone without comma (mrmelon54/WhatsAppExportViewer-v0 2)',
      [`${LRM}[31/12/2022 11:40:26] Jo: bed 4`],
      [['2022-12-31T11:40:26', 'Jo', 'bed 4']],
    ],
    [
      'dots and a tilde (stepva/chatalysis 99)',
      ['[13.06.2023, 18:08:08] ~ Jo: bed 4'],
      [['2023-06-13T18:08:08', '~ Jo', 'bed 4']],
    ],
    [
      'German Android (Duelion/whatsapp-wrapped 12)',
      ['13.08.21, 12:30 - Jo: bed 4'],
      [['2021-08-13T12:30', 'Jo', 'bed 4']],
    ],
  ];

  it.each(rows)('is read: %s', async (_, lines, expected) => {
    expect(await read(lines, lines[0]?.includes('[') ? '\r\n' : '\n')).toEqual(expected);
  });
});

describe('a name that other readers cut or made up', () => {
  it('holds a hyphen with spaces, or a colon (joweich/chat-miner 25)', async () => {
    const lines = ['13/10/2023, 09:15 - Jo - nights: bed 4', '13/10/2023, 09:16 - Jo - nights: ok'];
    expect((await read(lines)).map(([, sender]) => sender)).toEqual(['Jo - nights', 'Jo - nights']);
  });

  it('is not the group of an iPhone whose lines of the app carry it (Pustur/whatsapp-chat-parser 258)', async () => {
    const lines = [
      `[13/10/2024, 09:15:02] Ward 7: ${LRM}${NOTICE}`,
      `[13/10/2024, 09:15:03] Ward 7: ${LRM}Jo created this group`,
      `[13/10/2024, 09:15:04] Jo: ${LRM}Jo changed the group name to “Ward 8”`,
      '[13/10/2024, 09:15:05] Jo: bed 4',
    ];
    const chat = await chatOf(lines.map((line) => `${line}\r\n`).join(''));
    expect(chat.participants).toEqual([{ name: 'Jo', said: 1 }]);
    expect(chat.counts).toMatchObject({ said: 1, system: 3 });
  });

  it('is not the group in a British export of 2025 whose notices begin with a mark (alignerg/lappers-posts 133)', async () => {
    const lines = [
      `[19/10/2025, 01:02:19] Ward 7: ${LRM}${NOTICE}`,
      `${LRM}[19/10/2025, 01:02:20] Ward 7: ${LRM}You were added`,
      '[19/10/2025, 01:03:19] Jo: bed 4',
    ];
    expect((await read(lines, '\r\n')).map(([, sender]) => sender)).toEqual(['', '', 'Jo']);
  });

  it('is not what stands before the colon of a line about a community (lucasrodes/whatstk 147)', async () => {
    const lines = ['13/10/2023, 09:15 - Jo: hi', '13/10/2023, 09:16 - Jo added you to a group in the community: Trust'];
    expect((await read(lines)).map(([, sender]) => sender)).toEqual(['Jo', '']);
  });

  it('is not the notice on encryption, and the first real message stays (SpiritFour/whatsanalyze 407)', async () => {
    const lines = [`13/10/2023, 09:15 - ${NOTICE}`, '13/10/2023, 09:16 - Jo: bed 4'];
    expect((await read(lines)).map(([, sender, text]) => [sender, text])).toEqual([
      ['', NOTICE],
      ['Jo', 'bed 4'],
    ]);
  });

  it('is one person though marks that nobody sees stand in it (mtln/chat-export 16)', async () => {
    const lines = [
      '13/10/2023, 09:15 - Jo: a',
      `13/10/2023, 09:16 - \u202aJo\u202c: b`,
      `13/10/2023, 09:17 - ${LRM}Jo: c`,
    ];
    const chat = await chatOf(lines.map((line) => `${line}\n`).join(''));
    expect(chat.participants).toEqual([{ name: 'Jo', said: 3 }]);
  });

  it('may be a Russian number (automaciej/whatsapp-archive 7)', async () => {
    const lines = ['13.10.2023, 09:15 - +7 925 000-00-00: bed 4', '13.10.2023, 09:16 - Сэм: ok'];
    expect((await read(lines)).map(([, sender]) => sender)).toEqual(['+7 925 000-00-00', 'Сэм']);
  });

  it('ends at its colon though no space follows (ChatLab/ChatLab 281)', async () => {
    const lines = [
      '13/10/2023, 09:15 - Jo:bed 4',
      '13/10/2023, 09:16 - Jo:bed 5',
      '13/10/2023, 09:17 - Kim:ok',
      '13/10/2023, 09:18 - Kim:bye',
    ];
    expect((await read(lines)).map(([, sender, text]) => [sender, text])).toEqual([
      ['Jo', 'bed 4'],
      ['Jo', 'bed 5'],
      ['Kim', 'ok'],
      ['Kim', 'bye'],
    ]);
  });
});

describe('the order of day and month', () => {
  it('that nothing shows is said to be assumed, and never changes within a chat', async () => {
    const chat = await chatOf('01/02/2024, 09:15 - Jo: a\n03/04/2024, 09:15 - Jo: b\n');
    expect((await messagesOf(chat)).map(({ at }) => at.slice(0, 10))).toEqual(['2024-02-01', '2024-04-03']);
    expect(codesOf(chat)).toEqual(['date-order-assumed']);
  });
});
