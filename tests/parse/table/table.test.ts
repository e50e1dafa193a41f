// Chats as tables: what iMazing, Viber, Excel and databases write.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChats, type ParseOptions } from '../../../src/parse/parse.ts';
import { rowsIn, rowsOf, separatorOf } from '../../../src/parse/table/rows.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

async function read(content: string | Uint8Array, options: Partial<ParseOptions> = {}, path = 'chat.csv') {
  const { chats } = await findChats([fileOf(path, content)], { sourcePath: path, ...options });
  const messages = [];
  for (const chat of chats)
    messages.push(...(await messagesOf(chat)).map(({ at, sender, text }) => [at, sender, text]));
  return { chats, codes: chats.flatMap(codesOf), messages };
}

const READ = [
  ['2024-12-03T09:15', 'Ann Lee', 'bed 4,\n"MRSA"'],
  ['2024-12-13T09:16', 'Sam', 'ok'],
];
const rows = (sign: string): string =>
  [
    ['Author', 'Sent at', 'Message'],
    ['Ann Lee', '03/12/2024 09:15', '"bed 4,\n""MRSA"""'],
    ['Sam', '13/12/2024 09:16', 'ok'],
  ]
    .map((cells) => cells.join(sign))
    .join('\r\n');

describe('a table', () => {
  it('is read with any separator, quotation marks and line breaks', async () => {
    for (const sign of [',', ';', '\t']) expect(await read(rows(sign))).toMatchObject({ codes: [], messages: READ });
    expect((await read(`sep=;\n${rows(';')}`)).messages).toEqual(READ);
  });

  it('is read as Excel saves it: UTF-16 with tabs, and with a BOM', async () => {
    const bytes = new Uint8Array(Uint16Array.from(`\ufeff${rows('\t')}`, (sign) => sign.charCodeAt(0)).buffer);
    expect(await read(bytes)).toMatchObject({ codes: ['decoded-utf-16'], messages: READ });
    expect((await read(`\ufeff${rows(',')}`)).messages).toEqual(READ);
  });

  it('is several chats where a column says so', async () => {
    const { chats } = await read(
      'chat,from,date,body\nWard,Ann,2024-12-03 09:15,a\nTeam,Sam,2024-12-03 09:16,b\nWard,Sam,2024-12-03 09:17,c\n',
    );
    expect(chats.map(({ title, counts }) => [title, counts.records])).toEqual([
      ['Ward', 2],
      ['Team', 1],
    ]);
  });

  it('whose headings say nothing is scanned by line; which columns there are is said without their words', async () => {
    const { chats, messages } = await read('Opmerking,Wie,Wanneer\nbed 4,Ann Lee,2024-12-03\nok,Sam,2024-12-03\n');
    expect(chats[0]?.issues).toEqual([{ code: 'scanned-by-line' }, { code: 'table-columns', place: 'columns 1 to 3' }]);
    expect(messages).toHaveLength(3);
    expect(messages[1]?.[1]).toBe('?');
  });

  it('is read as the user says, by heading or number', async () => {
    const text = 'Opmerking,Wie,Wanneer\nbed 4,Ann Lee,2024-12-03\n';
    const wanted = [['2024-12-03T00:00', 'Ann Lee', 'bed 4']];
    expect((await read(text, { columns: { sender: 'wie', date: 'Wanneer', text: 'opmerking' } })).messages).toEqual(
      wanted,
    );
    expect((await read(text, { columns: { sender: '2', date: '3', text: '1' } })).messages).toEqual(wanted);
    const headless = 'bed 4,Ann Lee,2024-12-03\nok,Sam,2024-12-04\n';
    expect((await read(headless, { columns: { sender: '2', date: '3', text: '1' } })).messages).toHaveLength(2);
    expect((await read(text, { columns: { text: 'Body' } })).codes).toEqual(['scanned-by-line']);
  });

  it('leaves chats of other formats alone, whatever the user says of columns', async () => {
    const { chats } = await read('05/10/2020, 00:14 - Jo: hi\n13/10/2020, 00:15 - Sam: ok\n', {
      columns: { date: '1', text: '2' },
    });
    expect(chats.map(({ app }) => app)).toEqual(['whatsapp']);
  });

  it('loses nothing of a row that does not fit, and says of columns with sentences that they were not scanned', async () => {
    const torn = 'date,sender,message\n2024-12-03 09:15,Ann,bed 4, MRSA, isolate\nand the rest of it\n';
    expect(await read(torn)).toMatchObject({
      codes: ['date-missing'],
      messages: [
        ['2024-12-03T09:15', 'Ann', 'bed 4,MRSA,isolate'],
        ['0000-01-01T00:00', '?', 'and the rest of it'],
      ],
    });
    const noted = await read('date,sender,message,remark\n2024-12-03 09:15,Ann,ok,she is in bed 4\n');
    expect(noted.chats[0]?.issues).toEqual([{ code: 'columns-not-read', place: 'columns 4' }]);
  });

  it('of iMazing is told by its headings, with the app of its messages', async () => {
    const text = `Chat Session,Message Date,Delivered Date,Service,Type,Sender ID,Sender Name,Status,Subject,Text,Attachment
Ward 12,2024-12-03 09:15:02,,WhatsApp,Incoming,+447700900121,Ann Lee,Read,,bed 4,IMG_1.jpg
Ward 12,2024-12-03 09:16:02,,WhatsApp,Outgoing,,,Sent,,ok,
Ward 12,2024-12-03 09:17:02,,WhatsApp,Notification,,,,,Ann Lee left,
`;
    const { chats, messages } = await read(text);
    expect(chats[0]).toMatchObject({
      app: 'whatsapp',
      layout: 'imazing',
      title: 'Ward 12',
      counts: { records: 3, system: 1, attachments: 1 },
    });
    expect(messages.map(([, sender]) => sender)).toEqual(['Ann Lee', 'You', '']);
  });

  it('of Viber has no headings', async () => {
    const { chats, messages } = await read(
      '13/12/2024,09:15:02,Ann Lee,+447700900121,bed 4, MRSA\n13/12/2024,09:16:02,Me,,ok\n',
    );
    expect(chats[0]).toMatchObject({ app: 'viber', layout: 'viber-csv' });
    expect(messages[0]).toEqual(['2024-12-13T09:15:02', 'Ann Lee', 'bed 4,MRSA']);
  });

  it('is no chat when it is a list', async () => {
    for (const list of ['Name,Ward,Bed\nA,12,4\nB,12,5\n', 'name,date of birth,comment\nA,1.1.1950,x y\n']) {
      expect((await read(list)).chats.map(({ app }) => app)).toEqual(['text']);
    }
  });
});

describe('rows', () => {
  it('give back every cell that was written, in pieces of any size', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é', '😀', ' ;') })
      .map((text) => `x${text}x`);
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (cells, size) => {
        const text = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        async function* pieces() {
          const signs = [...text];
          for (let at = 0; at < signs.length; at += size) yield signs.slice(at, at + size).join('');
        }
        const read: (readonly string[])[] = [];
        for await (const batch of rowsOf(pieces(), ',', { long: 0 })) read.push(...batch.map((row) => row.cells));
        expect(read).toEqual(cells);
      }),
      { numRuns: 300 },
    );
  });

  it('know on which line they begin', () => {
    expect(rowsIn('a,"b\nc"\r\n\r\nd,e', ',').map(({ line }) => line)).toEqual([1, 4]);
    expect(separatorOf('"a,b,c";d;e\n')).toBe(';');
  });
});
