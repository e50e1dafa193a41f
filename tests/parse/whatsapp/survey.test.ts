// The facts of a chat: title, kind, people, counts, and what its reader must know.

import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/errors.ts';
import type { SourceFile } from '../../../src/model.ts';
import { findChats } from '../../../src/parse/parse.ts';
import { chatOf, codesOf, fileOf, messagesOf } from '../files.ts';

const LRM = '\u200e';
const android = (...rests: string[]): string => rests.map((rest) => `13/10/2020, 00:14 - ${rest}\n`).join('');
const ios = (...rests: string[]): string => rests.map((rest) => `[13/10/2020, 00:14:07] ${rest}\r\n`).join('');
const PHOTO = `${LRM}<attached: 00000002-PHOTO-2020-10-13-00-14-07.jpg>`;

describe('the title', () => {
  it('is the name that the last line about it gives', async () => {
    const text = android('Jo created group "A"', 'Jo changed the group name from "A" to "B"', 'Jo: hi');
    expect((await chatOf(text, { path: 'WhatsApp Chat with C.txt' })).title).toBe('B');
  });

  it('is the name of the file when no line gives one', async () => {
    expect((await chatOf(android('Jo: hi'), { path: 'WhatsApp Chat with C.txt' })).title).toBe('C');
  });

  it('on iPhones is the sender of the notice', async () => {
    const text = ios(`Ward 7: nights: ${LRM}Messages and calls are end-to-end encrypted.`, 'Jo: hi');
    expect((await chatOf(text, { sourcePath: 'x/WhatsApp Chat - Other.zip' })).title).toBe('Ward 7: nights');
  });
});

describe('the kind', () => {
  it('is direct for two people and nothing that only groups have', async () => {
    expect((await chatOf(android('Jo: hi', 'Sam: hi', 'Missed voice call'))).kind).toBe('direct');
    expect((await chatOf(android('Jo: hi', 'Sam: hi', 'Jo left'))).kind).toBe('group');
    expect((await chatOf(android('Jo: hi', 'Sam: hi', 'Kim: hi'))).kind).toBe('group');
  });
});

describe('the people', () => {
  it('stand in order of first appearance, those only named by the app with no message', async () => {
    const chat = await chatOf(android('You added Kim and Pat', 'Jo: hi', 'Pat: hi', 'Jo: bye', 'Alex left'));
    expect(chat.participants).toEqual([
      { name: 'Kim', said: 0, cameLater: true },
      { name: 'Pat', said: 1, cameLater: true },
      { name: 'Jo', said: 2 },
      { name: 'Alex', said: 0 },
    ]);
  });
});

describe('the facts', () => {
  it('are those of the first and last record and of all between', async () => {
    const chat = await chatOf(
      '13/10/2020, 00:14 - Jo left\n14/10/2020, 00:15 - Sam: <Media omitted>\n15/10/2020, 09:15 - Sam: hi\n',
    );
    expect(chat).toMatchObject({
      app: 'whatsapp',
      layout: 'whatsapp-android',
      path: '_chat.txt',
      firstAt: '2020-10-13T00:14',
      lastAt: '2020-10-15T09:15',
      counts: { records: 3, said: 2, system: 1, attachments: 1 },
    });
  });

  it('name the layout', async () => {
    expect((await chatOf(ios('Jo: hi'))).layout).toBe('whatsapp-ios');
    expect((await chatOf('2016-06-27, 8:04:08 AM: Jo: hi\n')).layout).toBe('whatsapp-ios-2013');
    expect((await chatOf('Mar 5, 2014, 8:11 PM - Jo: hi\n')).layout).toBe('whatsapp-android-2013');
  });

  it('let the messages be read again and again', async () => {
    const chat = await chatOf(android('Jo: hi', 'Sam: hi'));
    expect(await messagesOf(chat)).toEqual(await messagesOf(chat));
  });

  it('hand out messages a few hundred at a time', async () => {
    const chat = await chatOf(android('Jo: hi').repeat(5000));
    for await (const batch of chat.messages()) expect(batch.length).toBeLessThanOrEqual(500);
  });
});

describe('issues', () => {
  it('tell of media that came and of media that did not', async () => {
    const files = [
      fileOf('_chat.txt', ios(`Jo: ${PHOTO} bed 4`, `Jo: ${LRM}video omitted`, 'Jo: x.pdf (file attached)')),
      fileOf('00000002-PHOTO-2020-10-13-00-14-07.jpg', 'x'),
    ];
    const { chats } = await findChats(files, { sourcePath: 'x.zip' });
    expect(chats[0]?.issues).toContainEqual({ code: 'media-not-in-export', count: 2 });
    expect(chats[0]?.issues).toContainEqual({ code: 'media-not-read', count: 1 });
  });

  it('do not count a place as a missing file', async () => {
    expect(codesOf(await chatOf(android('Jo: location: https://maps.google.com/?q=51.5,-0.12')))).toEqual([]);
  });

  it('tell that iPhones leave captions out, unless this one did not', async () => {
    expect((await chatOf(ios(`Jo: ${PHOTO}`, `Jo: ${LRM}image omitted`))).issues).toContainEqual({
      code: 'captions-not-exported',
      count: 2,
    });
    expect(codesOf(await chatOf(ios(`Jo: ${PHOTO} bed 4`)))).not.toContain('captions-not-exported');
    expect(codesOf(await chatOf(android('Jo: IMG-20201013-WA0001.jpg (file attached)')))).not.toContain(
      'captions-not-exported',
    );
  });

  it.each([
    [40_000, 'Jo: hi', true],
    [39_700, 'Jo: hi', true],
    [39_500, 'Jo: hi', false],
    [10_000, 'Jo: hi', false],
    [10_050, 'Jo: IMG-20201013-WA0001.jpg (file attached)', true],
  ])('tell that an export of %i messages (%s) was probably cut: %s', async (count, rest, cut) => {
    expect(codesOf(await chatOf(android(rest).repeat(count))).includes('export-cut-by-app')).toBe(cut);
  });

  it('hold no text of the chat', async () => {
    const chat = await chatOf(
      `Secret Name\n${android('Secret Name: <Media omitted>')}[13/10/2020, 00:14:07] Secret Name: x\n`,
    );
    expect(chat.issues.length).toBeGreaterThan(2);
    expect(JSON.stringify([chat.issues, chat.dateOrder])).not.toContain('Secret');
  });
});

describe('damage that comes up only when the messages are read', () => {
  it('does not pass for the end of the chat', async () => {
    const bytes = new TextEncoder().encode(android('Jo: hi').repeat(10_000));
    let healthy = true;
    const file: SourceFile = {
      path: '_chat.txt',
      bytes: bytes.length,
      async *open() {
        yield bytes.subarray(0, 1000);
        if (!healthy) throw new SourceError('file-unreadable');
        yield bytes.subarray(1000);
      },
    };
    const { chats } = await findChats([file], { sourcePath: '_chat.txt' });
    healthy = false;
    await expect(messagesOf(chats[0]!)).rejects.toThrow(SourceError);
  });
});
