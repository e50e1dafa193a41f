// What a worksheet asks for each item. Some fields the scan can fill in; the others are left blank for the receiver, who reads the chat.

import { shownTime } from '../sentences.ts';
import type { Item } from './item.ts';

export interface Field {
  readonly title: string;
  /** What the scan knows; left out, or '', where it is to be filled in by hand. */
  of?(item: Item): string;
  /** Lines to write on, where there is more to say than fits on one. */
  readonly lines?: number;
}

export const when = (title: string): Field => ({ title, of: ({ at }) => shownTime(at) });

export const author = (title: string): Field => ({ title, of: (item) => item.author });

/** The words of the message, which are known only after a deliberate reveal. */
export const words = (title: string): Field => ({ title, of: (item) => item.words, lines: 3 });

/** The words; without them what was recognised, in general words. */
export const happened = (title: string): Field => ({
  title,
  of: ({ what, words: said }) => (said === '' ? what : said),
});

export const affected = (title: string): Field => ({ title, of: ({ about }) => about });
