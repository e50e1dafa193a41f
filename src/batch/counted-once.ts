// Counts the messages of one conversation that several members exported, each once. Minute by minute: the same words twice in one export
// are two messages, once in each of two exports they are one. Apps write some messages differently on each phone (a mention under the name
// that this phone knows, a poll, a place, a photo whose caption only one kind of phone exports). So where all exports have equally many
// messages in a minute, the first of each are one message, and so on; only where an export begins or ends might they be different ones.

import type { Traces } from './traces.ts';

/** A chat of a conversation, and by how many minutes its clock is ahead of the first one's. */
export interface Member {
  readonly chat: number;
  readonly ahead: number;
}

export interface Counts {
  /** Messages, each counted once. */
  readonly messages: number;
  /** Reported messages, each counted once. */
  readonly reported: number;
  /** How many of the messages stand in so many of the exports: `[1]` in one alone. */
  readonly seenIn: Readonly<Record<number, number>>;
}

interface Said {
  readonly words: string;
  readonly reported: boolean;
}

/** What each export has in one minute; exports that have nothing there are left out. */
type Minute = (readonly Said[])[];

/** A message, and in how many exports it stands. */
interface Counted {
  readonly exports: number;
  readonly reported: boolean;
}

export function countedOnce(members: readonly Member[], all: readonly Traces[]): Counts {
  const minutes = new Map<number, Minute>();
  const edges = new Set<number>();
  for (const { chat, ahead } of members) {
    const own = minutesOf(all[chat] as Traces, ahead);
    const times = [...own.keys()];
    for (const edge of [Math.min(...ends(times)), Math.max(...ends(times))]) edges.add(edge);
    for (const [at, said] of own) minutes.set(at, [...(minutes.get(at) ?? []), said]);
  }
  const seenIn: Record<number, number> = {};
  let [messages, reported] = [0, 0];
  for (const [at, minute] of minutes) {
    const inStep = at >= 0 && !edges.has(at) && minute.every(({ length }) => length === minute[0]?.length);
    for (const one of inStep ? bySlot(minute) : byWords(minute)) {
      messages += 1;
      if (one.reported) reported += 1;
      seenIn[one.exports] = (seenIn[one.exports] ?? 0) + 1;
    }
  }
  return { messages, reported, seenIn };
}

/** An export is in the order of time but for a few messages, so its ends are near its ends. */
const NEAR = 1_000;
const ends = (times: readonly number[]): readonly number[] => [...times.slice(0, NEAR), ...times.slice(-NEAR)];

/** -1: no time that can be read. */
function minutesOf({ at, words, reported }: Traces, ahead: number): ReadonlyMap<number, readonly Said[]> {
  const told = new Set(reported);
  const minutes = new Map<number, Said[]>();
  for (const [place, one] of words.entries()) {
    const time = at[place] ?? -1;
    const minute = time < 0 ? -1 : time - ahead;
    const said = { words: one, reported: told.has(place) };
    const known = minutes.get(minute);
    if (known) known.push(said);
    else minutes.set(minute, [said]);
  }
  return minutes;
}

const bySlot = (minute: Minute): readonly Counted[] =>
  (minute[0] ?? []).map((_, slot) => ({
    exports: minute.length,
    reported: minute.some((said) => said[slot]?.reported === true),
  }));

function byWords(minute: Minute): readonly Counted[] {
  const counted = new Map<string, Counted>();
  for (const said of minute) {
    const times = new Map<string, number>();
    for (const { words, reported } of said) {
      const time = (times.get(words) ?? 0) + 1;
      times.set(words, time);
      const key = `${time} ${words}`;
      const before = counted.get(key);
      counted.set(key, { exports: (before?.exports ?? 0) + 1, reported: reported || before?.reported === true });
    }
  }
  return [...counted.values()];
}
