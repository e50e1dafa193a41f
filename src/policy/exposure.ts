// Who could read a message? The lines of the app tell who came and who went; a message reaches those who are in the chat when it is
// sent, and nobody who comes later. The count is a least one: an export may begin after the chat did.

import type { Conversation, Exposure, Membership, Message, Standing } from '../model.ts';
import { staffWatch } from './outsiders.ts';
import type { StandingsIn } from './standing.ts';

export interface ExposureReader {
  /** To be asked of every message of the chat, in order. */
  to(message: Message): Exposure;
  /** Of the messages so far. */
  membership(): Membership;
  /** What the staff list says of each participant, in their order; empty without a list. */
  readonly standings: readonly Standing[];
}

/** `staff`: the staff list made ready, where one was given. */
export function exposureIn(
  chat: Pick<Conversation, 'participants' | 'dateOrder'>,
  staff?: StandingsIn,
): ExposureReader {
  const { participants } = chat;
  // The exporting phone calls its owner "You", who is no participant of that name.
  const known = new Set(participants.map(({ name }) => name));
  const inside = new Set(participants.filter(({ cameLater }) => !cameLater).map(({ name }) => name));
  const counts = { atStart: inside.size, most: inside.size, cameLater: 0, left: 0, removed: 0 };
  const watch = staff && staffWatch(chat, staff);
  return {
    standings: watch?.standings ?? [],
    to: (message) => {
      follow(message, known, inside, counts);
      counts.most = Math.max(counts.most, inside.size);
      return { members: inside.size, ...watch?.among(inside, message.at) };
    },
    membership: () => ({ ...counts, atEnd: inside.size, ...watch?.totals() }),
  };
}

function follow(
  { kind, sender, system }: Message,
  known: ReadonlySet<string>,
  inside: Set<string>,
  counts: { cameLater: number; left: number; removed: number },
): void {
  // Who writes is in, even where the line that brought them is missing.
  if (kind === 'said') inside.add(sender);
  if (!system) return;
  const { type, members } = system;
  if (type === 'added' || type === 'joined') {
    const coming = members.filter((name) => known.has(name) && !inside.has(name));
    for (const name of coming) inside.add(name);
    counts.cameLater += coming.length;
  } else if (type === 'left' || type === 'removed') {
    const going = members.filter((name) => inside.delete(name));
    counts[type] += going.length;
  }
}
