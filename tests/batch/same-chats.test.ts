// The same conversation in several members' exports: every message counts once, none is lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameChats } from '../../src/batch/same-chats.ts';
import type { Traces } from '../../src/batch/traces.ts';

interface Said {
  readonly at: number;
  readonly words: string;
  readonly reported?: boolean;
}

const traced = (chat: string, said: readonly Said[], ahead = 0): Traces => ({
  chat,
  at: said.map(({ at }) => at + ahead),
  words: said.map(({ words }) => words),
  reported: said.flatMap(({ reported }, place) => (reported ? [place] : [])),
  about: [],
});

const conversation = (length: number, of = 'a'): readonly Said[] =>
  Array.from({ length }, (_, i) => ({ at: 1000 + 3 * i, words: `${of}${i}`, reported: i % 4 === 0 }));

describe('exports of one conversation', () => {
  it('are found by what they share, and each message counts once', () => {
    const all = conversation(100);
    const exports = [
      traced('whole', all),
      traced('another time zone', all, 60),
      traced('joined late', all.slice(40)),
      traced('cut short', all.slice(0, 70)),
      traced('another chat', conversation(100, 'b')),
    ];
    expect(sameChats(exports)).toEqual([
      {
        chats: ['another time zone', 'cut short', 'joined late', 'whole'],
        messages: 100,
        reported: 25,
        seenIn: { 3: 70, 4: 30 },
      },
    ]);
  });

  it('are found where two of them share nothing but a third', () => {
    const all = conversation(100);
    const [one] = sameChats([traced('early', all.slice(0, 45)), traced('late', all.slice(55)), traced('whole', all)]);
    expect(one).toMatchObject({ chats: ['early', 'late', 'whole'], messages: 100 });
  });

  it('may write a mention or a caption differently: still one message', () => {
    const all = conversation(20);
    const other = all.map((said, i) => (i === 10 ? { ...said, words: 'photo without its caption' } : said));
    expect(sameChats([traced('a', all), traced('b', other)])).toMatchObject([{ messages: 20, seenIn: { 2: 20 } }]);
  });

  it('count what was said twice in one minute twice', () => {
    const all = [...conversation(20), { at: 2000, words: 'ok' }, { at: 2000, words: 'ok' }, { at: 2100, words: 'end' }];
    const [one] = sameChats([traced('a', all), traced('b', all.slice(0, -2))]);
    expect(one).toMatchObject({ messages: 23 });
  });

  it('lose nothing: whatever each member is missing, what anybody has counts exactly once', () => {
    const holes = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(holes, { minLength: 2, maxLength: 5 }), (missing) => {
        const all = conversation(60);
        const exports = missing.map((gone, i) =>
          traced(
            `member ${i}`,
            all.filter((_, place) => !gone.includes(place)),
            60 * i,
          ),
        );
        const there = new Set(exports.flatMap(({ words }) => words)).size;
        const [one, ...others] = sameChats(exports);
        expect(others).toEqual([]);
        expect(one).toMatchObject({ messages: there, chats: exports.map(({ chat }) => chat) });
      }),
      { numRuns: 200 },
    );
  });
});

describe('different conversations', () => {
  it('stay apart though the same joke was forwarded into both', () => {
    const joke = { at: 1500, words: 'joke' };
    expect(
      sameChats([traced('a', [...conversation(30), joke]), traced('b', [...conversation(30, 'b'), joke])]),
    ).toEqual([]);
  });

  it('stay apart though every one is full of ok and thanks', () => {
    const small = (i: number) =>
      Array.from({ length: 30 }, (_, k) => ({ at: 1000 * i + k, words: k % 2 ? 'ok' : 'thanks' }));
    expect(sameChats(Array.from({ length: 60 }, (_, i) => traced(String(i), small(i))))).toEqual([]);
  });
});
