// Chats that the program imessage-exporter wrote: as text and as pages.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { fixture } from '../../run.ts';
import { fileOf, messagesOf } from '../files.ts';

async function read(text: string, path: string) {
  const { chats } = await findChats([fileOf(path, text)], { sourcePath: path });
  const [chat] = chats;
  if (!chat || chats.length > 1) throw new Error('not one chat');
  return {
    chat,
    messages: (await messagesOf(chat)).map(({ at, sender, text: said, system, attachments }) => [
      at,
      sender,
      said,
      system?.type,
      attachments[0]?.name,
    ]),
  };
}

describe('imessage-exporter', () => {
  it('is read as text; an answer counts once', async () => {
    const { chat, messages } = await read(
      readFileSync(fixture('formats/imessage/Ann Lee, Sam Reed.txt'), 'utf8'),
      'a.txt',
    );
    expect(messages).toEqual([
      [
        '2024-12-03T09:15:02',
        'Ann Lee',
        'Mrs Doreen Ashworth bed 4, NHS 999 000 1383,\n\nMRSA positive',
        undefined,
        undefined,
      ],
      ['2024-12-03T09:16:10', 'Me', 'isolated', undefined, undefined],
      ['2024-12-03T09:17:11', 'Sam Reed', 'wound in bed 4', undefined, 'IMG 1.jpeg'],
      ['2024-12-03T13:18:12', '', 'Ann Lee renamed the conversation to Ward 12 nights', 'renamed', undefined],
    ]);
    expect(chat.kind).toBe('group');
  });

  it('is read as a page; an answer counts once', async () => {
    const { messages } = await read(readFileSync(fixture('formats/imessage/+447700900121.html'), 'utf8'), 'a.html');
    expect(messages).toEqual([
      ['2024-12-03T09:15:02', '+447700900121', 'bed 4 MRSA positive\nNHS 999 000 1383', undefined, undefined],
      ['2024-12-03T09:16:10', 'Me', 'isolated', undefined, undefined],
      ['2024-12-03T09:17:00', '', 'Me renamed the conversation to Ward 12', 'renamed', undefined],
      ['2024-12-03T09:18:10', 'Me', '', undefined, 'IMG_2.jpeg'],
    ]);
  });

  it('loses no answer that stands only under what it answers', async () => {
    const text = 'May 17, 2022  5:29:42 PM\nMe\na\n    May 17, 2022  5:30:42 PM\n    Ann\n    b\n\n';
    expect((await read(text, 'a.txt')).messages.map(([at, sender, said]) => [at, sender, said])).toEqual([
      ['2022-05-17T17:29:42', 'Me', 'a'],
      ['2022-05-17T17:30:42', 'Ann', 'b'],
    ]);
  });

  it('keeps a heading of reactions that somebody typed', async () => {
    const text = 'May 17, 2022  5:29:42 PM\nMe\nReactions:\nto penicillin, rash\n';
    expect((await read(text, 'a.txt')).messages[0]?.[2]).toBe('Reactions:\nto penicillin, rash');
  });

  it('takes the link to a document for an attachment, not for words', async () => {
    const file = '<a href="attachments/1/Rota &amp; list.pdf">Click to download Rota &amp; list.pdf (12 KB)</a>';
    const link = '<a href="https://example.org">https://example.org</a>';
    const page = readFileSync(fixture('formats/imessage/+447700900121.html'), 'utf8').replace('isolated', file + link);
    expect((await read(page, 'a.html')).messages[1]?.slice(2)).toEqual([
      'https://example.org',
      undefined,
      'Rota & list.pdf',
    ]);
  });

  it('reads midnight of an American clock, and does not take the log of a program for a chat', async () => {
    const { chat } = await read('\nMay 17, 2022 12:29:42 AM\nMe\na\n', 'a.txt');
    expect(chat.firstAt).toBe('2022-05-17T00:29:42');
    const log = 'May 17, 2022 5:29:42 PM org.example.Main main\nINFO: started\n';
    const { chats } = await findChats([fileOf('x.log', log)], { sourcePath: 'x.log' });
    expect(chats.map(({ app }) => app)).not.toContain('imessage');
  });
});
