// Viber as text, by its forms of header.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { viber } from '../../../src/parse/viber/viber.ts';
import { fileOf, messagesOf } from '../files.ts';

async function read(text: string) {
  const { chats } = await findChats([fileOf('chat.txt', text)], { sourcePath: 'chat.txt' });
  const [chat] = chats;
  if (!chat) throw new Error('no chat');
  return { chat, messages: await messagesOf(chat) };
}

const AT_TEN = '[12 Jan 2024 at 10:11 AM]';

describe('Viber as text', () => {
  it('is read with senders, dates and lines that go on', async () => {
    const { chat, messages } = await read(
      `${AT_TEN} Zoë Hartwell: bed 4: NEWS 8\nmore: of it\n[ 13 January 2024 23:05 ] \u2068Sam Reed\u2069: done\n`,
    );
    expect([chat.app, chat.layout]).toEqual(['viber', 'viber-text']);
    expect(messages.map(({ at, sender, text }) => [at, sender, text])).toEqual([
      ['2024-01-12T10:11', 'Zoë Hartwell', 'bed 4: NEWS 8\nmore: of it'],
      ['2024-01-13T23:05', 'Sam Reed', 'done'],
    ]);
  });

  it('tells who was added, joined and left', async () => {
    const lines = [
      'Zoë Hartwell added Sam Reed to the group',
      'Kit Mossman joined the group',
      'Kit Mossman has left',
      'Pinned',
    ];
    const { messages } = await read(lines.map((line) => `${AT_TEN} ${line}\n`).join(''));
    expect(messages.map(({ system }) => [system?.type, system?.actor, system?.members])).toEqual([
      ['added', 'Zoë Hartwell', ['Sam Reed']],
      ['joined', undefined, ['Kit Mossman']],
      ['left', undefined, ['Kit Mossman']],
      ['other', undefined, []],
    ]);
  });

  it('leaves dates in numbers to WhatsApp, and brackets that hold no time to what they are', () => {
    expect(viber.recognise('[12/01/2024, 10:11:02] Jo: hi\n', 'a.txt')).toBe(0);
    expect(viber.recognise('[Draft of 12 Jan 2024] Note: hi\n[12 Jan 2024] Note: hi\n', 'a.txt')).toBe(0);
  });

  it('never throws, and every line belongs to a message or an issue', async () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `${AT_TEN} ${text}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line), async (lines) => {
        const { chat, messages } = await read(`${AT_TEN} Jo: first\n${lines.join('\n')}`);
        expect(messages.length).toBe(chat.counts.records);
        expect(messages.length).toBeGreaterThan(lines.filter((one) => one.startsWith(AT_TEN)).length);
      }),
      { numRuns: 200 },
    );
  });
});
