// What a file with all the files in it may cost together: a document may hold a thousand pictures, and an archive documents.

import { LONGEST_WITH_INNER_MS, READING_LIMITS } from './limits.ts';
import type { Passage, Unread } from './reader.ts';

export interface Budget {
  /** Milliseconds left, which may be fewer than none. */
  ms(): number;
  /** Takes one more inner file; false when there have been enough. */
  file(): boolean;
  /** The passages as far as there is room for their text. */
  passages(all: readonly Passage[]): { readonly kept: readonly Passage[]; readonly unread: readonly Unread[] };
}

export function budget(): Budget {
  const until = performance.now() + LONGEST_WITH_INNER_MS;
  let files = READING_LIMITS.innerFiles;
  let characters = READING_LIMITS.characters;
  return {
    ms: () => until - performance.now(),
    file: () => files-- > 0,
    passages: (all) => {
      const kept: Passage[] = [];
      for (const passage of all) {
        if (passage.text.length > characters)
          return { kept, unread: [{ reason: 'media-partly-read', place: passage.place }] };
        characters -= passage.text.length;
        kept.push(passage);
      }
      return { kept, unread: [] };
    },
  };
}
