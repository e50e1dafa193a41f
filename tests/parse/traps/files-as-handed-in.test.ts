// Files as people hand them in: zipped again, renamed by a mail gateway, saved by another program, joined by hand, exported twice, cut by
// the app, or not an export at all. Through the same steps as a scan: sources first, then the chats in them.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { chatsMet } from '../../../src/parse/twins.ts';
import { DEFAULT_LIMITS } from '../../../src/source/limits.ts';
import { openSources } from '../../../src/source/sources.ts';
import { temporaryFolder, zipOf } from '../../source/archives.ts';
import { chatOf, codesOf, messagesOf } from '../files.ts';

const LRM = '\u200e';
const CHAT = '13/10/2023, 09:15 - Jo: bed 4\n14/10/2023, 09:16 - Kim: IMG-20231014-WA0001.jpg (file attached)\nlook\n';
const IPHONE = `[13/10/2023, 09:15:02] Jo: bed 4\r\n[13/10/2023, 09:16:02] Kim: ok\r\n`;
const JPG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** What a folder with these files comes to. */
async function found(files: Readonly<Record<string, string | Buffer>>) {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const chats: (readonly [title: string, records: number, files: number])[] = [];
  const codes: string[] = [];
  const notExamined: string[] = [];
  const metBefore = chatsMet();
  for await (const source of openSources([folder], { limits: DEFAULT_LIMITS })) {
    const { besideArchives = false } = source;
    const all = await findChats(source.files, { sourcePath: source.path, besideArchives });
    for (const chat of all.chats) {
      const messages = await messagesOf(chat);
      const here = messages.flatMap(({ attachments }) => attachments).filter(({ bytes }) => bytes !== undefined);
      chats.push([chat.title, messages.length, here.length]);
      codes.push(...(metBefore(chat) ? ['chat-twice'] : []), ...codesOf(chat));
    }
    codes.push(...source.issues.map(({ code }) => code), ...all.issues.map(({ code }) => code));
    notExamined.push(...source.notExamined.map(({ path }) => path), ...all.notExamined.map(({ path }) => path));
    await source.close();
  }
  return { chats, codes, notExamined };
}

describe('an archive', () => {
  it('zipped again on a Mac, with a top folder and the leftovers of macOS, gives chat and pictures (Pustur/whatsapp-chat-parser-website 21)', async () => {
    const zip = await zipOf({
      'WhatsApp Chat with Ward 7/WhatsApp Chat with Ward 7.txt': CHAT,
      'WhatsApp Chat with Ward 7/IMG-20231014-WA0001.jpg': JPG,
      '__MACOSX/WhatsApp Chat with Ward 7/._WhatsApp Chat with Ward 7.txt': 'Mac OS X',
      '.DS_Store': 'Bud1',
    });
    expect(await found({ 'Archive.zip': zip })).toMatchObject({ chats: [['Ward 7', 2, 1]], notExamined: [] });
  });

  it('of several exported archives gives each of their chats', async () => {
    const inner = await zipOf({ '_chat.txt': IPHONE });
    const zip = await zipOf({ 'WhatsApp Chat - Ward 7.zip': inner, 'more/WhatsApp Chat with Ward 8.txt': CHAT });
    expect((await found({ 'all.zip': zip })).chats.map(([title]) => title)).toEqual(['Ward 7', 'Ward 8']);
  });

  it('with a text that somebody sent as a document does not take it for the chat', async () => {
    const chat = `[13/10/2023, 09:15:02] Jo: notes.txt • ${LRM}1 page ${LRM}<attached: 00000001-notes.txt>\r\n`;
    const zip = await zipOf({ '_chat.txt': chat, '00000001-notes.txt': 'bed 4, bed 5\n' });
    expect((await found({ 'WhatsApp Chat - Ward 7.zip': zip })).chats).toEqual([['Ward 7', 1, 1]]);
  });

  it('unpacked into a folder, txt and media loose, is read as from the archive (prabhakar267/WA-Reader 78)', async () => {
    expect((await found({ 'WhatsApp Chat with Ward 7.txt': CHAT, 'IMG-20231014-WA0001.jpg': JPG })).chats).toEqual([
      ['Ward 7', 2, 1],
    ]);
  });

  it('lies in one folder with others of other layouts, and each is read in its own (langchain-ai/langchain 4153)', async () => {
    const all = await found({
      'a.txt': CHAT,
      'b.txt': IPHONE,
      'c.txt': '10/13/23, 9:15 PM - ~ Jo: bed 4\n',
    });
    expect(all.chats.map(([, records]) => records)).toEqual([2, 2, 1]);
  });
});

describe('a file renamed on its way', () => {
  it.each(['WhatsApp_Chat_with_Ward_7.txt', 'WhatsApp Chat with Ward 7 (1).txt', 'WhatsApp Chat with Ward 7.txt.txt'])(
    'keeps its title: %s',
    async (name) => {
      expect((await found({ [name]: CHAT })).chats[0]?.[0]).toBe('Ward 7');
    },
  );

  it.each(['ATT00001.txt', 'export.dat', 'chat'])('is told by what is in it: %s', async (name) => {
    expect((await found({ [name]: CHAT })).chats.map(([, records]) => records)).toEqual([2]);
  });
});

describe('a file saved by another program', () => {
  it('as Unicode of the old Notepad, with or without its mark, is read', async () => {
    for (const mark of ['\ufeff', '']) {
      const chat = await chatOf(Buffer.from(mark + CHAT.replaceAll('\n', '\r\n'), 'utf16le'));
      expect([chat.counts.records, codesOf(chat).includes('decoded-utf-16')]).toEqual([2, true]);
    }
  });

  it('as ANSI is read, and the loss is said (MasterScrat/Chatistics 41)', async () => {
    const chat = await chatOf(Buffer.from('13/10/2023, 09:15 - Zoë: café\n', 'latin1'));
    expect((await messagesOf(chat)).map(({ sender, text }) => [sender, text])).toEqual([['Zoë', 'café']]);
    expect(codesOf(chat)).toContain('decoded-windows-1252');
  });

  it('with wrong letters for marks and accents is put right, and that is said', async () => {
    const wrong = Buffer.from(`${LRM}[13/10/2023, 09:15:02] Zoë: café\r\n`).toString('latin1');
    const chat = await chatOf(wrong);
    expect((await messagesOf(chat)).map(({ sender, text }) => [sender, text])).toEqual([['Zoë', 'café']]);
    expect(codesOf(chat)).toContain('decoded-twice');
  });

  it('with lines blacked out or taken out keeps what is left', async () => {
    const chat = await chatOf('13/10/2023, 09:15 - Jo: [REDACTED]\n█████████\n14/10/2023, 09:16 - Kim: ok\n');
    expect((await messagesOf(chat)).map(({ text }) => text)).toEqual(['[REDACTED]\n█████████', 'ok']);
  });

  it('that was edited until no line is a message is scanned by line, never called clean (Pustur/whatsapp-chat-parser 199)', async () => {
    const { chats, codes } = await found({ 'WhatsApp Chat with Ward 7.txt': 'Jo said bed 4\nKim said ok\n' });
    expect([chats[0]?.[1], codes]).toEqual([2, ['scanned-by-line']]);
  });
});

describe('exports joined or given twice', () => {
  it('two of one phone put into one file are both read, and the jump back in time is said', async () => {
    const later = CHAT.replaceAll('/2023', '/2024');
    const chat = await chatOf(later + CHAT);
    expect(chat.counts.records).toBe(4);
    expect(chat.issues).toContainEqual({ code: 'goes-back-in-time', count: 1 });
  });

  it('a clock put back in October, or a notice dated later, is no jump back', async () => {
    const chat = await chatOf(
      `20/10/2023, 09:15 - Messages and calls are end-to-end encrypted.\n13/10/2023, 01:59 - Jo: a\n13/10/2023, 01:01 - Jo: b\n`,
    );
    expect(codesOf(chat)).not.toContain('goes-back-in-time');
  });

  it('the same chat from two phones is read from both, and that is said', async () => {
    const other = IPHONE.replaceAll('Kim', 'Kim Lee (ward)');
    const { chats, codes } = await found({
      'WhatsApp Chat - Ward 7.zip': await zipOf({ '_chat.txt': other }),
      'WhatsApp Chat with Ward 7.zip': await zipOf({ 'WhatsApp Chat with Ward 7.txt': CHAT }),
    });
    expect(chats).toHaveLength(2);
    expect(codes).toContain('chat-twice');
  });

  it('two chats of one name that do not overlap are not called the same', async () => {
    const old = CHAT.replaceAll('/2023', '/2019').replaceAll('2023', '2019');
    const { codes } = await found({ 'a/WhatsApp Chat with Ward 7.txt': CHAT, 'b/WhatsApp Chat with Ward 7.txt': old });
    expect(codes).not.toContain('chat-twice');
  });
});

describe('an export that the app cut', () => {
  const lines = (count: number, head: string, first = ''): string =>
    first + `${head}Jo: x\n`.repeat(count - (first === '' ? 0 : 1));

  it.each([
    ['40,000 messages', lines(40_000, '13/10/2023, 09:15 - ')],
    [
      '10,000 with media',
      lines(10_000, '13/10/2023, 09:15 - ', '13/10/2023, 09:15 - Jo: IMG-20231013-WA0001.jpg (file attached)\n'),
    ],
    ['100,000 on the Web', lines(100_000, '[10/13/23, 9:15:02 AM] ', '[10/13/23, 9:15:02 AM] - Jo left\n')],
  ])('at %s says that older messages are probably missing (joweich/chat-miner 66)', async (_, text) => {
    expect(codesOf(await chatOf(text))).toContain('export-cut-by-app');
  });

  it.each([
    ['30,000 messages', lines(30_000, '13/10/2023, 09:15 - ')],
    ['10,000 without media', lines(10_000, '13/10/2023, 09:15 - ')],
  ])('is not suspected at %s', async (_, text) => {
    expect(codesOf(await chatOf(text))).not.toContain('export-cut-by-app');
  });
});

describe('what is no export', () => {
  it.each(['msgstore.db.crypt14', 'com.whatsapp/files/msgstore.db.crypt15', 'ChatStorage.sqlite'])(
    'as the database %s of a phone is named, with the way to an export (rodrigogs/whats-reader 32)',
    async (name) => {
      const database = Buffer.from('SQLite format 3\0\u0001\u0002 bed 4', 'latin1');
      expect((await found({ 'WhatsApp.zip': await zipOf({ [name]: database }) })).codes).toContain(
        'phone-database-inside',
      );
      const beside = await found({ 'WhatsApp.zip': await zipOf({ [name]: database, '_chat.txt': IPHONE }) });
      expect([beside.chats.length, beside.notExamined]).toEqual([1, [name]]);
    },
  );
});
