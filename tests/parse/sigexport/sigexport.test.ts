// Chats that the program signal-export wrote.

import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { fileOf, messagesOf } from '../files.ts';

const LINES = `[2024-12-03 09:15:02] Ann Lee: bed 4
second line
[2024-12-03 09:16:10] Me: 

> bed 4

ok  
[2024-12-03 09:17:11] Sam: ![a b.jpg](./media/a%20b.jpg)  
[2024-12-03 09:18:12] Sam: Missed voice call
`;
const ROW =
  '{"date": "2024-12-03T09:15:02", "sender": "Ann Lee", "body": "bed 4", "reactions": [], "attachments": []}\n';
const find = (files: Record<string, string>) =>
  findChats(
    Object.entries(files).map(([path, text]) => fileOf(path, text)),
    { sourcePath: 'out' },
  );

describe('signal-export', () => {
  it('is read from its Markdown, without the words of the message that is answered', async () => {
    const { chats } = await find({ 'Ward 12/chat.md': LINES, 'Ward 12/media/a b.jpg': 'x' });
    const messages = chats[0] ? await messagesOf(chats[0]) : [];
    expect(
      messages.map(({ sender, text, attachments, system }) => [sender, text, attachments[0]?.bytes, system?.type]),
    ).toEqual([
      ['Ann Lee', 'bed 4\nsecond line', undefined, undefined],
      ['Me', 'ok', undefined, undefined],
      ['Sam', '', 1, undefined],
      ['', 'Missed voice call', undefined, 'call'],
    ]);
    expect(chats[0]).toMatchObject({ app: 'signal', title: 'Ward 12' });
  });

  it('is read once when the same chat lies there in three ways', async () => {
    const found = await find({ 'A/chat.md': LINES, 'A/data.json': ROW, 'A/index.html': '<p>bed 4</p>' });
    expect(found.chats.map(({ layout, counts }) => [layout, counts.records])).toEqual([['sigexport-json', 1]]);
    expect(found.issues).toEqual([]);
    expect(found.notExamined).toEqual([]);
  });

  it('does not take the chat.md of WhatsApp Web for its own', async () => {
    const { chats } = await find({
      'chat.md': '# WhatsApp Chat Export: Ward 7\n',
      'chat.txt': '[10/5/20, 9:15:02 AM] Jo: bed 4\n',
    });
    expect(chats.map(({ app }) => app)).toEqual(['whatsapp']);
  });
});
