// Chats that the program sigtop wrote.

import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { fileOf, messagesOf } from '../files.ts';

async function read(text: string, path = 'Ann Lee (+447700900121).txt') {
  const { chats } = await findChats([fileOf(path, text)], { sourcePath: path });
  return { chat: chats[0], messages: chats[0] ? await messagesOf(chats[0]) : [] };
}

const block = (sender: string, fields: string, body: string) =>
  `From: ${sender}\nType: ${sender === 'You' ? 'outgoing' : 'incoming'}\nSent: Tue, 3 Dec 2024 09:15:02 +0100\n${fields}\n${body}\n\n`;
const CHAT = 'Conversation: Ann Lee (+447700900121)\n\n';

describe("sigtop's text", () => {
  it('is read with its zone, paragraphs and attachments', async () => {
    const { chat, messages } = await read(
      `${CHAT}${block('Ann Lee (+447700900121)', 'Attachment: a (1).pdf (application/pdf, 5 bytes)\n', 'bed 4\n\nFrom: the ward')}${block('You', '', 'ok')}`,
    );
    expect(chat).toMatchObject({
      title: 'Ann Lee',
      layout: 'sigtop-text',
      kind: 'direct',
      issues: [{ code: 'media-not-in-export', count: 1 }],
    });
    expect(messages.map(({ sender, at, text, attachments }) => [sender, at, text, attachments[0]?.name])).toEqual([
      ['Ann Lee', '2024-12-03T09:15:02+01:00', 'bed 4\n\nFrom: the ward', 'a (1).pdf'],
      ['You', '2024-12-03T09:15:02+01:00', 'ok', undefined],
    ]);
  });

  it('gives all versions of an edited message, and not what it answers', async () => {
    const body =
      '| Version: 2\n| Sent: Tue, 3 Dec 2024 09:16:02 +0100\n|\n| > From: You\n| > Sent: x\n| >\n| > which bed?\n|\n| bed 5\n|\n| Version: 1\n|\n| bed 4';
    const { messages } = await read(`${CHAT}${block('Ann', 'Edited: 2 versions\n', body)}`);
    expect(messages[0]?.text.split('\n').filter((line) => line !== '')).toEqual(['bed 5', 'bed 4']);
    expect(messages[0]?.marks).toEqual(['edited']);
  });

  it('keeps what somebody put behind > and | themselves, and a line that looks like a field', async () => {
    const body = '> give 5 mg\nI would not\n| 2 | 3 |\nSent: Tue, 3 Dec';
    const { messages } = await read(`${CHAT}${block('Ann', '', body)}`);
    expect(messages[0]?.text).toBe(body);
  });
});

describe("sigtop's short text", () => {
  it('is read with the lines that go on', async () => {
    const { messages } = await read(
      '2024-12-03 09:15 Ann Lee: bed 4\nMRSA\n2024-12-03 09:16 You: [reply to Ann Lee on 2024-12-03 09:15] ok\n',
    );
    expect(messages.map(({ sender, text }) => [sender, text])).toEqual([
      ['Ann Lee', 'bed 4\nMRSA'],
      ['You', 'ok'],
    ]);
  });

  it('is not seen in the log of a program', async () => {
    const { chat } = await read('2024-12-03 09:15 INFO: started\n2024-12-03 09:16 WARN: slow\n', 'app.log');
    expect(chat?.app).not.toBe('signal');
  });
});
