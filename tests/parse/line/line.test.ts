// Chats of LINE, as text.

import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

async function read(days: string) {
  const text = `[LINE] Chat history with Ann Lee\nSaved on: 05/12/2024, 10:00\n\n${days}`;
  const [chat] = (await findChats([fileOf('LINE.txt', text)], { sourcePath: 'LINE.txt' })).chats;
  if (!chat) throw new Error('no chat');
  return { chat, messages: (await messagesOf(chat)).map(({ at, sender, text: said }) => [at, sender, said]) };
}

describe('LINE', () => {
  it('is read with its days, texts of several lines, and lines of the app', async () => {
    const { chat, messages } = await read(
      '2024.12.03 Tuesday\n09:15\tAnn Lee\t"bed 4\nMRSA"\n09:16\t\tSam left the group.\n',
    );
    expect(chat).toMatchObject({ app: 'line', title: 'Ann Lee' });
    expect(codesOf(chat)).toEqual([]);
    expect(messages).toEqual([
      ['2024-12-03T09:15', 'Ann Lee', 'bed 4\nMRSA'],
      ['2024-12-03T09:16', '', 'Sam left the group.'],
    ]);
  });

  it.each([
    ['Tue, 03/12/2024', '2024-12-03'],
    ['Wed, 12/04/2024', '2024-12-04'],
    ['2024/12/3火', '2024-12-03'],
  ])('reads the day %s', async (day, date) => {
    expect((await read(`${day}\n午後9:15\tAnn\tx\n`)).messages).toEqual([[`${date}T21:15`, 'Ann', 'x']]);
  });
});
