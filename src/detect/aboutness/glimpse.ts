// What the two looks see of a message: its words, the categories of its findings, and a few traits. Names, numbers and other
// identifiers are left out, only that there is one counts: a weight must not know a person.

import type { Finding, Message } from '../../model.ts';
import type { Token } from '../words/tokens.ts';
import type { CategoryClues, ClueBook, WordClues } from './clue-book.ts';

export interface Glimpse {
  readonly message: Message;
  readonly minute: number;
  /** Words that are not part of an identifier, numbers by their length; each once. */
  readonly words: readonly WordClues[];
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
  const identifiers = findings.filter(({ category }) => book.category(category).isIdentifier);
  const words: WordClues[] = [];
  let length = 0;
  let pronoun = false;
  for (const token of tokens) {
    if (identifiers.length > 0 && identifiers.some((one) => one.start < token.end && one.end > token.start)) continue;
    length += 1;
    const word = wordOf(token);
    pronoun ||= PRONOUNS.has(word);
    const clues = book.word(word);
    if (clues && !words.includes(clues)) words.push(clues);
  }
  const traits = traitsOf(message, length, pronoun, sure, unsure);
  return { message, minute, words, length, sure, unsure, traits };
}

const wordOf = ({ word, kind }: Token): string => (kind === 'number' ? `#${Math.min(word.length, 4)}` : word);

function traitsOf(
  message: Message,
  length: number,
  pronoun: boolean,
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
