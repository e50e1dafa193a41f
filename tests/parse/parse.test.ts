// Which files of a source are chats, which belong to one, and which are neither.

import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/model.ts';
import { findChats } from '../../src/parse/parse.ts';
import { damagedFile, fileOf, messagesOf } from './files.ts';

const ANDROID = '05/10/2020, 00:14 - Jo: hi\n13/10/2020, 00:15 - Sam: IMG-20201013-WA0001.jpg (file attached)\n';
const OTHER = '05/10/2021, 00:14 - Kim: hello\n13/10/2021, 00:15 - Pat: hello\n14/10/2021, 00:15 - Pat: bye\n';
const WEB = '[10/5/20, 9:14:01 AM] - Jo created the group\n[10/5/20, 9:15:02 AM] Jo: IMG 1.jpg (file attached) bed 4\n';
const LETTER = 'Dear colleague,\nthank you for seeing this man.\nYours, Jo\n';

const jpg = (path: string): SourceFile => fileOf(path, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
const find = (files: SourceFile[], sourcePath = 'all.zip') => findChats(files, { sourcePath });

describe('finding chats', () => {
  it('finds a chat of any name by its content', async () => {
    for (const name of ['ATT00001.txt', 'chat.dat', 'export', 'notes.log']) {
      expect((await find([fileOf(name, ANDROID)], name)).chats).toHaveLength(1);
    }
  });

  it('lists a text that is neither a chat nor named in one, and does not call the source fully read', async () => {
    const found = await find([fileOf('WhatsApp Chat with Ward 7.txt', ANDROID), fileOf('letter.txt', LETTER)]);
    expect(found.chats).toHaveLength(1);
    expect(found.notExamined).toEqual([{ path: 'letter.txt', kind: 'document', reason: 'chat-not-recognised' }]);
    expect(found.issues).toEqual([{ code: 'chat-not-recognised', count: 1 }]);
  });

  it('scans what a mail says by line, though a chat is attached to it', async () => {
    const note = { ...fileOf('message.txt', LETTER), written: true as const };
    const found = await find([fileOf('WhatsApp Chat with Ward 7.txt', ANDROID), note], 'mail.eml');
    expect(found.chats.map(({ layout }) => layout)).toEqual(['whatsapp-android', 'plain-text']);
    expect(found.notExamined).toEqual([]);
  });

  it('leaves a text that a chat names as its attachment to the reader of its messages', async () => {
    const chat = `${ANDROID}13/10/2020, 00:16 - Sam: letter.txt (file attached)\n`;
    const found = await find([fileOf('WhatsApp Chat with Ward 7.txt', chat), fileOf('letter.txt', LETTER)]);
    expect(found.notExamined).toEqual([]);
    expect(found.issues).toEqual([]);
    const messages = await messagesOf(found.chats[0]!);
    expect(messages[2]?.attachments).toEqual([
      { name: 'letter.txt', kind: 'document', bytes: LETTER.length, path: 'letter.txt' },
    ]);
  });

  it('finds several chats, in the order of the files, each with its own title', async () => {
    const files = [
      fileOf('a/WhatsApp Chat with A.txt', OTHER),
      fileOf('b/_chat.txt', ANDROID),
      fileOf('c.zip!/_chat.txt', OTHER),
    ];
    expect((await find(files)).chats.map(({ path, title }) => [path, title])).toEqual([
      ['a/WhatsApp Chat with A.txt', 'A'],
      ['b/_chat.txt', 'b'],
      ['c.zip!/_chat.txt', 'c'],
    ]);
  });

  it('reads an exported chat that was sent as an attachment as a chat of its own', async () => {
    const chat = `${ANDROID}13/10/2020, 00:16 - Sam: WhatsApp Chat with B.txt (file attached)\n`;
    const found = await find([fileOf('WhatsApp Chat with A.txt', chat), fileOf('WhatsApp Chat with B.txt', OTHER)]);
    expect(found.chats.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  it('does not count the chat.md beside a chat.txt', async () => {
    const found = await find(
      [fileOf('chat.md', '# WhatsApp Chat Export: Ward 7\n'), fileOf('chat.txt', WEB)],
      'Ward 7.zip',
    );
    expect(found.chats.map(({ layout, title }) => [layout, title])).toEqual([['whatsapp-web', 'Ward 7']]);
    expect(found.notExamined).toEqual([]);
  });

  it('gives attachments the size of their files, however the archive names them', async () => {
    for (const name of [
      'IMG-20201013-WA0001.jpg',
      'top folder/IMG-20201013-WA0001.jpg',
      'img-20201013-wa0001.JPG',
      'IMG-20201013-WA0001.jpg\u200e',
    ]) {
      const { chats, notExamined } = await find([fileOf('x/_chat.txt', ANDROID), jpg(name)]);
      const messages = await messagesOf(chats[0]!);
      expect(messages[1]?.attachments).toEqual([
        { name: 'IMG-20201013-WA0001.jpg', kind: 'image', bytes: 4, path: name },
      ]);
      expect(notExamined).toEqual([]);
    }
  });

  it('finds an attachment in decomposed letters and with _ for spaces', async () => {
    const chat = '05/10/2020, 00:14 - Jo: Café rota.pdf (file attached)\n';
    const { chats } = await find([fileOf('_chat.txt', chat), fileOf('Cafe\u0301_rota.pdf', '%PDF')]);
    expect((await messagesOf(chats[0]!))[0]?.attachments[0]?.bytes).toBe(4);
  });

  it('prefers the file that lies with the chat when two have one name', async () => {
    const files = [
      fileOf('a/_chat.txt', ANDROID),
      jpg('a/IMG-20201013-WA0001.jpg'),
      fileOf('b/IMG-20201013-WA0001.jpg', 'longer'),
      fileOf('b/_chat.txt', ANDROID),
    ];
    const { chats, notExamined } = await find(files);
    const sizes = await Promise.all(chats.map(async (chat) => (await messagesOf(chat))[1]?.attachments[0]?.bytes));
    expect(sizes).toEqual([4, 6]);
    expect(notExamined).toEqual([]);
  });

  it('lists files that no message names by their kind', async () => {
    const { notExamined } = await find([
      fileOf('_chat.txt', OTHER),
      jpg('x.jpg'),
      jpg('y.opus'),
      jpg('z.bin'),
      jpg('k.vcf'),
      jpg('old.zip'),
    ]);
    expect(notExamined).toEqual([
      { path: 'x.jpg', kind: 'image', reason: 'media-not-read' },
      { path: 'y.opus', kind: 'voice-note', reason: 'media-not-read' },
      { path: 'z.bin', kind: 'file', reason: 'media-not-read' },
      { path: 'k.vcf', kind: 'contact-card', reason: 'media-not-read' },
      { path: 'old.zip', kind: 'archive', reason: 'media-not-read' },
    ]);
  });

  it('says that there is no chat when there are only pictures', async () => {
    const found = await find([jpg('x.jpg'), jpg('y.jpg')]);
    expect(found.issues).toEqual([{ code: 'no-chat' }]);
    expect(found.notExamined).toHaveLength(2);
  });

  it('lists a text whose first bytes cannot be read with the reason', async () => {
    const found = await find([fileOf('_chat.txt', OTHER), damagedFile('more.txt', OTHER, 0)]);
    expect(found.issues).toEqual([{ code: 'entry-damaged', count: 1 }]);
    expect(found.notExamined).toEqual([{ path: 'more.txt', kind: 'document', reason: 'entry-damaged' }]);
  });

  it('finds nothing and says nothing where there are no files', async () => {
    expect(await find([])).toEqual({ chats: [], issues: [], notExamined: [] });
  });
});
