// Answers that are kept for when the same bytes come again, as the same photo in several chats does. Bounded by the text in them.

import type { Extract } from './extract.ts';

/** Signs of text that are kept in all. */
const MOST_CHARACTERS = 32_000_000;
/** An answer without text takes room too. */
const OVERHEAD = 2_000;

/** Gives the answer of `id`, by `read` where it is not known. The least lately asked for are forgotten first. */
export function remembered(): (id: string, read: () => Promise<Extract>) => Promise<Extract> {
  const known = new Map<string, Promise<Extract>>();
  const sizes = new Map<string, number>();
  let held = 0;
  const forget = (id: string) => {
    held -= sizes.get(id) ?? 0;
    sizes.delete(id);
    known.delete(id);
  };
  return async (id, read) => {
    const answer = known.get(id) ?? read();
    known.delete(id);
    known.set(id, answer);
    const { passages } = await answer;
    if (!sizes.has(id) && known.has(id)) {
      const size = passages.reduce((sum, { text }) => sum + text.length, OVERHEAD);
      sizes.set(id, size);
      held += size;
    }
    for (const oldest of known.keys()) if (held > MOST_CHARACTERS && sizes.has(oldest)) forget(oldest);
    return answer;
  };
}
