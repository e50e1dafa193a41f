// Several chats in one file: kept apart, put in order of time, none without a word.

import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/model.ts';
import { conversationsOf, type Entry } from '../../src/parse/conversations.ts';
import { shelve } from '../../src/parse/media.ts';
import type { RawMessage } from '../../src/parse/numbered.ts';
import { codesOf, messagesOf } from './files.ts';

const said = (at: string, text: string): RawMessage => ({
  kind: 'said',
  at,
  sender: 'Jo',
  text,
  attachments: [],
  marks: [],
});

/** The chats of entries that are given one at a time; `reads` counts how often they were asked for. */
async function chatsOf(entries: readonly Entry[]): Promise<{ chats: readonly Conversation[]; reads: () => number }> {
  let reads = 0;
  const chats = await conversationsOf({
    async *read() {
      reads++;
      for (const entry of entries) yield [entry];
    },
    headOf: (chat) => ({ app: 'test', layout: 'test', path: 'x', title: chat }),
    issues: () => [{ code: 'decoded-utf-16' }],
    eachIssue: [{ code: 'times-in-utc' }],
    shelf: shelve([]),
  });
  return { chats, reads: () => reads };
}

const textsOf = async (chat: Conversation | undefined) =>
  chat ? (await messagesOf(chat)).map(({ text }) => text) : [];

describe('chats of one file', () => {
  it('are kept apart, numbered each for itself, and read once', async () => {
    const { chats, reads } = await chatsOf([
      { chat: 'A', message: said('2024-12-03T09:15', 'a1') },
      { chat: 'B', message: said('2024-12-03T09:15', 'b1') },
      { chat: 'A', message: said('2024-12-03T09:16', 'a2') },
    ]);
    expect(chats.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(chats[0] && (await messagesOf(chats[0])).map(({ index, text }) => [index, text])).toEqual([
      [1, 'a1'],
      [2, 'a2'],
    ]);
    expect(await textsOf(chats[1])).toEqual(['b1']);
    expect(reads()).toBe(1);
  });

  it('say what is true of the file once, and what is true of each chat in each', async () => {
    const { chats } = await chatsOf([
      { chat: 'A', message: said('2024-12-03T09:15', 'a1') },
      { chat: 'B', message: said('2024-12-03T09:15', 'b1') },
    ]);
    expect(chats.map(codesOf)).toEqual([['times-in-utc', 'decoded-utf-16'], ['times-in-utc']]);
  });

  it('stand oldest first, also where the file has the newest first, and what has no date stays in its place', async () => {
    const { chats } = await chatsOf([
      { chat: '', message: said('2024-12-03T09:17', 'd') },
      { chat: '', message: said('2024-12-03T09:16', 'c') },
      { chat: '', message: said('0000-01-01T00:00', 'b') },
      { chat: '', message: said('2024-12-03T09:16', 'a') },
    ]);
    expect(await textsOf(chats[0])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are read from the file again when they are too big to keep', async () => {
    const long = 'x'.repeat(1_000_000);
    const entries = Array.from({ length: 70 }, (_, at): Entry => {
      const minute = String(69 - at).padStart(2, '0');
      return { chat: 'big', message: said(`2024-12-03T09:${minute}`, `${minute}${long}`) };
    });
    const { chats, reads } = await chatsOf([{ chat: 'small', message: said('2024-12-03T09:00', 's') }, ...entries]);
    expect(await textsOf(chats[0])).toEqual(['s']);
    expect((await textsOf(chats[1])).map((text) => text.slice(0, 2)).slice(0, 2)).toEqual(['69', '68']);
    expect(chats[1] && codesOf(chats[1])).toEqual(['times-in-utc', 'messages-out-of-order']);
    expect(reads()).toBe(3);
  });

  it('do not look clean when nothing was said in any', async () => {
    const { chats } = await chatsOf([]);
    expect(chats.map(codesOf)).toEqual([['no-messages', 'times-in-utc', 'decoded-utf-16']]);
  });

  it('count people who were added later as having come later', async () => {
    const system = { type: 'added', actor: 'Jo', members: ['Kit'] } as const;
    const chats = await conversationsOf({
      async *read() {
        yield [
          { chat: '', message: said('2024-12-03T09:15', 'x') },
          { chat: '', message: { ...said('2024-12-03T09:16', ''), kind: 'system', sender: '', system } },
        ] satisfies Entry[];
      },
      headOf: () => ({ app: 'test', layout: 'test', path: 'x', title: '', people: ['Kit', 'Sam'] }),
      issues: () => [],
      shelf: shelve([]),
    });
    expect(chats[0]?.participants).toEqual([
      { name: 'Sam', said: 0 },
      { name: 'Jo', said: 1 },
      { name: 'Kit', said: 0, cameLater: true },
    ]);
  });
});
