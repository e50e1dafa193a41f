// A message cut into sentences in small letters: a question decides nothing, and what stands in another sentence does not negate.

import { normalise } from '../text.ts';

export interface Sentence {
  /** Small letters, single spaces, without the mark at its end. */
  readonly text: string;
  readonly asks: boolean;
}

/** A full stop inside a number or an abbreviation ("7.30", "e.g") ends nothing. */
const END = /[?!\n]+|\.+(?=\s|$)/g;
/** More of a message is not looked at: a long paste is no decision of the person who pasted it. */
const MOST_SIGNS = 2000;

export function sentencesOf(raw: string): Sentence[] {
  const text = normalise(raw.slice(0, MOST_SIGNS)).text.toLowerCase();
  const sentences: Sentence[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(END)) {
    add(sentences, text.slice(from, index), mark.includes('?'));
    from = index + mark.length;
  }
  add(sentences, text.slice(from), false);
  return sentences;
}

function add(sentences: Sentence[], text: string, asks: boolean): void {
  const tidy = text.replaceAll(/\s+/g, ' ').trim();
  if (tidy !== '') sentences.push({ text: tidy, asks });
}
