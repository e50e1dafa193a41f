// People who are spoken of in more than one group (Trust policy: "different overlapping group chats" confuse decisions). Whether what is
// decided there agrees, only a person can say; here stands where to look: the same person, decisions in two groups within a day.

import type { SameChat } from './same-chats.ts';
import type { Traces } from './traces.ts';

export interface ParallelTalk {
  /** Keyed pseudonym. */
  readonly person: string;
  /** Ids of chats, sorted; exports of one conversation are named by the first of them. */
  readonly chats: readonly string[];
  /** Reported messages about the person in all of them. */
  readonly messages: number;
  /** Set where decisions or requests about the person stand in two of the chats within a day of each other. */
  readonly decidedApart?: true;
}

const A_DAY = 24 * 60;

/** Sorted: those with decisions apart first, then by the number of chats; else as they are first spoken of, for pseudonyms differ from key to key. */
export function parallelTalk(all: readonly Traces[], same: readonly SameChat[]): readonly ParallelTalk[] {
  const firstOf = new Map(same.flatMap(({ chats }) => chats.map((chat) => [chat, chats[0] ?? chat] as const)));
  const people = new Map<
    string,
    { chats: Set<string>; said: Set<string>; decisions: { chat: string; at: number }[] }
  >();
  for (const traces of all) {
    const chat = firstOf.get(traces.chat) ?? traces.chat;
    for (const [person, place, decides] of traces.about) {
      const known = people.get(person) ?? { chats: new Set(), said: new Set(), decisions: [] };
      people.set(person, known);
      const at = traces.at[place] ?? -1;
      known.chats.add(chat);
      known.said.add(`${chat} ${at} ${traces.words[place]}`);
      if (decides && at >= 0) known.decisions.push({ chat, at });
    }
  }
  return [...people]
    .filter(([, { chats }]) => chats.size > 1)
    .map(([person, { chats, said, decisions }]) => ({
      person,
      chats: [...chats].sort(),
      messages: said.size,
      ...(decidedApart(decisions) && { decidedApart: true as const }),
    }))
    .sort(
      (a, b) =>
        Number(b.decidedApart ?? false) - Number(a.decidedApart ?? false) ||
        b.chats.length - a.chats.length ||
        b.messages - a.messages,
    );
}

function decidedApart(decisions: readonly { readonly chat: string; readonly at: number }[]): boolean {
  const inOrder = [...decisions].sort((a, b) => a.at - b.at);
  return inOrder.some((one, at) => {
    const before = inOrder[at - 1];
    return before !== undefined && before.chat !== one.chat && one.at - before.at <= A_DAY;
  });
}
