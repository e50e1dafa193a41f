// What the two looks see of a message: its words, the categories of its findings, and a few traits. Names, numbers and other
// identifiers are left out, only that there is one counts: a weight must not know a person.

import type { Finding, Message } from '../../model.ts';
import type { Token } from '../words/tokens.ts';
import { type CategoryClues, type ClueBook, STAND_INS, type WordClues } from './clue-book.ts';

export interface Glimpse {
  readonly message: Message;
  readonly minute: number;
  /** Words that are not part of an identifier, numbers by their length; each once. */
  readonly words: ReadonlySet<WordClues>;
  /** Two words in a row, an identifier counting as one word whatever it is; each once. */
  readonly pairs: ReadonlySet<number>;
  /** How many words there are in all. */
  readonly length: number;
  /** Categories of its findings, each once, the surest finding of each counting. */
  readonly sure: readonly CategoryClues[];
  readonly unsure: readonly CategoryClues[];
  readonly traits: Traits;
}

/** What the second look and the pairs of clues ask of a message. */
export interface Traits {
  readonly identity: boolean;
  readonly clinical: 'strong' | 'weak' | 'none';
  readonly ordinary: boolean;
  readonly pronoun: boolean;
  readonly short: boolean;
  readonly asks: boolean;
  readonly attached: boolean;
}

/** From here on a finding counts as sure. */
const SURE = 0.6;
const PRONOUNS = new Set(['he', 'she', 'him', 'her', 'his', 'hers', 'they', 'them']);
const SHORT = 5;

export function glimpse(
  message: Message,
  minute: number,
  tokens: readonly Token[],
  findings: readonly Finding[],
  book: ClueBook,
): Glimpse {
  const sure: CategoryClues[] = [];
  const unsure: CategoryClues[] = [];
  for (const { category, confidence } of findings) {
    const clues = book.category(category);
    const same = confidence >= SURE ? sure : unsure;
    if (!same.includes(clues)) same.push(clues);
  }
  const said = saidIn(tokens, findings, book);
  const traits = traitsOf(message, said, sure, unsure);
  return { message, minute, words: said.words, pairs: said.pairs, length: said.length, sure, unsure, traits };
}

interface Said extends Pick<Glimpse, 'words' | 'pairs' | 'length'> {
  readonly pronoun: boolean;
}

function saidIn(tokens: readonly Token[], findings: readonly Finding[], book: ClueBook): Said {
  const identifiers = findings.filter(({ category }) => book.category(category).isIdentifier);
  const words = new Set<WordClues>();
  const pairs = new Set<number>();
  let length = 0;
  let pronoun = false;
  let before = STAND_INS.start;
  const follow = (word: string): void => {
    const pair = book.pair(before, word);
    if (pair >= 0) pairs.add(pair);
    before = word;
  };
  let next = 0;
  for (const token of tokens) {
    // Both stand in the order of their places.
    while ((identifiers[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const around = identifiers[next];
    if (around && around.start < token.end) {
      const { standIn } = book.category(around.category);
      if (before !== standIn) follow(standIn);
      continue;
    }
    const word = wordOf(token);
    length += 1;
    pronoun ||= PRONOUNS.has(word);
    follow(word);
    const clues = book.word(word);
    if (clues) words.add(clues);
  }
  follow(STAND_INS.end);
  return { words, pairs, length, pronoun };
}

const wordOf = ({ word, kind }: Token): string => (kind === 'number' ? `#${Math.min(word.length, 4)}` : word);

function traitsOf(
  message: Message,
  { length, pronoun }: Said,
  sure: readonly CategoryClues[],
  unsure: readonly CategoryClues[],
): Traits {
  const isCare = ({ isClinical, category }: CategoryClues) => isClinical || category === 'context.care';
  return {
    identity: sure.some(({ tellsWho }) => tellsWho),
    clinical: sure.some(({ isClinical }) => isClinical)
      ? 'strong'
      : sure.some(isCare) || unsure.some(isCare)
        ? 'weak'
        : 'none',
    ordinary: sure.some(({ isOrdinary }) => isOrdinary),
    pronoun,
    short: length < SHORT,
    asks: message.text.trimEnd().endsWith('?'),
    attached: message.attachments.length > 0,
  };
}
