// Files that were sent more than once: the photo of one whiteboard in three groups is one breach with more readers, not three. The same
// bytes are the same file. A photo that an app made smaller or saved again has other bytes; two are the same photo only if their likeness
// nearly agrees and the writing in them does too, for two pages of forms look alike.

import type { Extract } from './extract/extract.ts';
import { differentBits } from './extract/likeness.ts';
import type { SameFile } from './model.ts';

export interface SameFiles {
  /** To be told of each file that a message brought. */
  add(extract: Extract, at: SameFile['sentIn'][number]): void;
  /** Of files that were sent in more than one chat, in the order in which they came first. */
  inSeveralChats(): readonly SameFile[];
}

interface Group {
  how: SameFile['how'];
  readonly likeness: string | undefined;
  readonly words: ReadonlySet<string>;
  readonly sentIn: SameFile['sentIn'][number][];
}

const MOST_FILES = 20_000;
const MOST_TOLD = 1_000;
/** Smaller, saved again or cropped by a tenth, a photo differed in up to 8 places; other pages of paper in 13 and more. */
const MOST_DIFFERENT_BITS = 10;
/** A picture with fewer words can be confirmed by nobody but a person. */
const FEWEST_WORDS = 6;
const SHARED_WORDS = 0.6;

export function sameFiles(): SameFiles {
  const groups: Group[] = [];
  const byDigest = new Map<string, Group>();
  const groupOf = (extract: Extract): Group | undefined => {
    if (extract.digest === '') return undefined;
    const known = byDigest.get(extract.digest);
    if (known) return known;
    const words = wordsOf(extract);
    const alike = groups.find((group) => isSamePhoto(group, extract.likeness, words));
    if (alike) alike.how = 'alike';
    if (!alike && groups.length >= MOST_FILES) return undefined;
    const group = alike ?? { how: 'same-bytes', likeness: extract.likeness, words, sentIn: [] };
    if (!alike) groups.push(group);
    byDigest.set(extract.digest, group);
    return group;
  };
  return {
    add: (extract, at) => {
      groupOf(extract)?.sentIn.push(at);
    },
    inSeveralChats: () =>
      groups
        .filter(({ sentIn }) => new Set(sentIn.map(({ chat }) => chat)).size > 1)
        .slice(0, MOST_TOLD)
        .map(({ how, sentIn }) => ({ how, sentIn })),
  };
}

function isSamePhoto(group: Group, likeness: string | undefined, words: ReadonlySet<string>): boolean {
  if (likeness === undefined || group.likeness === undefined) return false;
  if (words.size < FEWEST_WORDS || group.words.size < FEWEST_WORDS) return false;
  if (differentBits(likeness, group.likeness) > MOST_DIFFERENT_BITS) return false;
  const shared = [...words].filter((word) => group.words.has(word)).length;
  return shared >= SHARED_WORDS * Math.min(words.size, group.words.size);
}

/** Of pictures alone; other files are the same or they are not. */
function wordsOf({ likeness, passages }: Extract): ReadonlySet<string> {
  if (likeness === undefined) return new Set();
  return new Set(passages.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []));
}
