// What is talked of around a name: its sentence, and how many words of it tell of illness or care.

import { type Reading, startsSentence } from './reading.ts';

export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Words that tell of illness or care. */
  readonly care: number;
  /** True when a phrase of talk about work ("annual leave", "on nights") stands in it. */
  readonly isWork: boolean;
}

/** Gives the sentence or line of a token; each is read once, when first asked for. Ask for tokens in rising order. */
export function sentencesOf(reading: Reading): (index: number) => Sentence {
  let known: Sentence | undefined;
  let phrases: readonly string[] | undefined;
  return (index) => {
    if (known && index >= known.start && index < known.end) return known;
    let start = index;
    while (start > 0 && !startsSentence(reading, start)) start--;
    let end = index + 1;
    while (end < reading.tokens.length && !startsSentence(reading, end)) end++;
    phrases ??= phrasesIn(reading);
    known = readSentence(reading, start, end, phrases);
    return known;
  };
}

/** The phrases of talk about work that stand anywhere in the message: mostly none, so that sentences need no search. */
function phrasesIn(reading: Reading): readonly string[] {
  const text = wordsBetween(reading, 0, reading.tokens.length);
  return reading.table.colleague.filter((phrase) => text.includes(phrase));
}

function wordsBetween(reading: Reading, start: number, end: number): string {
  let text = ' ';
  for (let i = start; i < end; i++) text += `${reading.tokens[i]?.word ?? ''} `;
  return text;
}

function readSentence(reading: Reading, start: number, end: number, phrases: readonly string[]): Sentence {
  let care = 0;
  for (let i = start; i < end; i++) {
    const word = reading.tokens[i]?.word ?? '';
    if (reading.table.cues.care.has(word)) care++;
  }
  const text = phrases.length > 0 ? wordsBetween(reading, start, end) : '';
  return { start, end, care, isWork: phrases.some((phrase) => text.includes(phrase)) };
}
