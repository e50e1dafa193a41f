// Which chats of a batch are one conversation, exported by several of its members. Their exports share most messages of the time that both
// cover, minute for minute, or with a constant shift where one phone stood in another time zone. Each message then counts once.
//
// Chats are compared only where they share rare words: an index from fingerprints to chats gives the candidates, so that thousands of
// chats need not be compared each with each. "ok" and "thanks", which stand in every chat, make nobody a candidate.

import { type Counts, countedOnce, type Member } from './counted-once.ts';
import type { Traces } from './traces.ts';

/** Chats that are one conversation. */
export interface SameChat extends Counts {
  /** Ids, sorted; at least two. */
  readonly chats: readonly string[];
}

/** Words that stand in more chats than this say nothing about which chats belong together. */
const RARE = 40;
/** Of the shorter chat, in the time that both cover. */
const SHARE = 0.5;
/** With fewer, two chats with the same forwarded messages would be taken for one. */
const FEWEST = 3;
/** Time zones differ by whole quarters of an hour. */
const QUARTER = 15;

export function sameChats(all: readonly Traces[]): readonly SameChat[] {
  const parts = joined(all);
  return parts
    .filter((part) => part.length > 1)
    .map((part) => ({
      chats: part.map(({ chat }) => (all[chat] as Traces).chat).sort(),
      ...countedOnce(part, all),
    }))
    .sort((a, b) => ((a.chats[0] ?? '') < (b.chats[0] ?? '') ? -1 : 1));
}

function joined(all: readonly Traces[]): readonly (readonly Member[])[] {
  const partners = all.map((): Member[] => []);
  for (const [first, second] of candidates(all)) {
    const ahead = shiftBetween(all[first] as Traces, all[second] as Traces);
    if (ahead === undefined) continue;
    partners[first]?.push({ chat: second, ahead });
    partners[second]?.push({ chat: first, ahead: -ahead });
  }
  const seen = new Set<number>();
  return all.map((_, start) => {
    const part: Member[] = [];
    const waiting: Member[] = [{ chat: start, ahead: 0 }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (seen.has(next.chat)) continue;
      seen.add(next.chat);
      part.push(next);
      for (const { chat, ahead } of partners[next.chat] ?? []) waiting.push({ chat, ahead: next.ahead + ahead });
    }
    return part;
  });
}

/** Pairs of chats that share rare words. */
function candidates(all: readonly Traces[]): readonly (readonly [number, number])[] {
  const chatsWith = new Map<string, number[]>();
  for (const [chat, { words }] of all.entries()) {
    for (const one of new Set(words)) {
      const chats = chatsWith.get(one);
      if (chats) chats.push(chat);
      else chatsWith.set(one, [chat]);
    }
  }
  const shared = new Map<number, number>();
  for (const chats of chatsWith.values()) {
    if (chats.length < 2 || chats.length > RARE) continue;
    for (const [at, first] of chats.entries()) {
      for (const second of chats.slice(at + 1)) {
        const pair = first * all.length + second;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...shared]
    .filter(([, count]) => count >= FEWEST)
    .map(([pair]) => [Math.floor(pair / all.length), pair % all.length] as const);
}

/** How far the second chat's clock is ahead, where both are one conversation; undefined where they are not. */
function shiftBetween(first: Traces, second: Traces): number | undefined {
  const shift = commonestShift(first, second);
  if (shift === undefined) return undefined;
  const keys = (traces: Traces, ahead: number) => traces.at.map((at, place) => `${at - ahead} ${traces.words[place]}`);
  const [ours, theirs] = [keys(first, 0), keys(second, shift)];
  const known = new Set(ours);
  const agreeing = theirs.filter((key) => known.has(key)).length;
  const [from, to] = overlap(first.at, second.at, shift);
  const within = (at: number) => at >= from && at <= to;
  const fewer = Math.min(first.at.filter(within).length, second.at.filter((at) => within(at - shift)).length);
  return agreeing >= FEWEST && agreeing >= SHARE * fewer ? shift : undefined;
}

function commonestShift(first: Traces, second: Traces): number | undefined {
  const when = new Map<string, number | undefined>();
  // Words said twice in a chat do not tell which is which.
  for (const [place, one] of first.words.entries()) when.set(one, when.has(one) ? undefined : first.at[place]);
  const votes = new Map<number, number>();
  for (const [place, one] of second.words.entries()) {
    const [ours, theirs] = [when.get(one), second.at[place]];
    if (ours === undefined || theirs === undefined || ours < 0 || theirs < 0) continue;
    const shift = theirs - ours;
    if (shift % QUARTER === 0) votes.set(shift, (votes.get(shift) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([a, m], [b, n]) => n - m || Math.abs(a) - Math.abs(b));
  return best?.[0];
}

function overlap(first: readonly number[], second: readonly number[], ahead: number): readonly [number, number] {
  const range = (times: readonly number[], by: number) => {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const at of times) {
      if (at < 0) continue;
      from = Math.min(from, at - by);
      to = Math.max(to, at - by);
    }
    return [from, to] as const;
  };
  const [ours, theirs] = [range(first, 0), range(second, ahead)];
  return [Math.max(ours[0], theirs[0]), Math.min(ours[1], theirs[1])];
}
