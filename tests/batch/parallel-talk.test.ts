// People spoken of in several groups, and decisions about them that might not agree.

import { describe, expect, it } from 'vitest';
import { parallelTalk } from '../../src/batch/parallel-talk.ts';
import type { Traces } from '../../src/batch/traces.ts';

const talk = (chat: string, at: number, person: string, decides: boolean): Traces => ({
  chat,
  at: [at],
  words: [`${chat}${at}`],
  reported: [0],
  about: [[person, 0, decides]],
});

const counts = { messages: 1, reported: 1, seenIn: { 2: 1 } };

describe('talk about one person', () => {
  it('in two groups is told', () => {
    expect(
      parallelTalk([talk('a', 0, 'P-1', false), talk('b', 9, 'P-1', false), talk('b', 9, 'P-2', true)], []),
    ).toEqual([{ person: 'P-1', chats: ['a', 'b'], messages: 2 }]);
  });

  it('is marked where decisions stand in two groups within a day, and first', () => {
    const all = [
      talk('a', 0, 'P-1', true),
      talk('b', 3000, 'P-1', true),
      talk('a', 0, 'P-2', true),
      talk('b', 600, 'P-2', true),
    ];
    expect(parallelTalk(all, [])).toEqual([
      { person: 'P-2', chats: ['a', 'b'], messages: 2, decidedApart: true },
      { person: 'P-1', chats: ['a', 'b'], messages: 2 },
    ]);
  });

  it('in two exports of one conversation is talk in one', () => {
    const all = [talk('a', 0, 'P-1', true), talk('b', 0, 'P-1', true)];
    expect(parallelTalk(all, [{ chats: ['a', 'b'], ...counts }])).toEqual([]);
  });
});
