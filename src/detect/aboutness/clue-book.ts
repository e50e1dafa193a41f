// The clues of the first look, numbered, so that reading a message costs additions and no strings. A clue is a kind ("word",
// "strong") and which one of it ("bloods", "patient.clinical.result"). Scanning knows the clues of the weights file; fitting
// gives every clue that it meets a number.

import type { Category } from '../../model.ts';

/** Number of a clue; negative when it has none, and so no weight. */
export type NumberOf = (kind: string, clue: string) => number;

/** A word in the message itself and in the one before. */
export interface WordClues {
  readonly now: number;
  readonly before: number;
}

/** What a category of findings is to the two looks. */
export interface CategoryClues {
  readonly category: Category;
  readonly family: string;
  /** A finding of it in the message itself, by itself and as one of its family; and in each of the messages before. */
  readonly sure: Sureness;
  readonly unsure: Sureness;
  /** Its text is an identifier, which is no word to look at. */
  readonly isIdentifier: boolean;
  readonly tellsWho: boolean;
  readonly isClinical: boolean;
  readonly isOrdinary: boolean;
}

interface Sureness {
  readonly now: number;
  readonly family: number;
  readonly before: readonly number[];
}

export interface ClueBook {
  readonly numberOf: NumberOf;
  /** undefined for a word that is no clue. */
  word(word: string): WordClues | undefined;
  category(category: Category): CategoryClues;
}

/** How many messages before are seen by the first look. */
export const SEEN_BEFORE = 3;

const IDENTIFIER = /^(patient\.identifier\.(?!location-ward|next-of-kin)|staff\.(identifier|finance)\.|credential\.)/;
const WHO = /^patient\.identifier\.(name|initials|location-bed|nhs|chi|hc-|hospital|dob|address)/;

/** @param words the words that are clues, each with its numbers; looked up only, so that hostile text cannot fill it */
export function clueBook(numberOf: NumberOf, word: ClueBook['word']): ClueBook {
  const categories = new Map<Category, CategoryClues>();
  return {
    numberOf,
    word,
    category: (category) => {
      const known = categories.get(category);
      if (known) return known;
      const clues = categoryClues(category, numberOf);
      categories.set(category, clues);
      return clues;
    },
  };
}

function categoryClues(category: Category, numberOf: NumberOf): CategoryClues {
  const family = familyOf(category);
  const sureness = (how: 'strong' | 'weak'): Sureness => ({
    now: numberOf(how, category),
    family: numberOf(`${how} of family`, family),
    before: Array.from({ length: SEEN_BEFORE }, (_, at) => numberOf(`${how} ${at + 1} before`, category)),
  });
  return {
    category,
    family,
    sure: sureness('strong'),
    unsure: sureness('weak'),
    isIdentifier: IDENTIFIER.test(category),
    tellsWho: WHO.test(category),
    isClinical: category.startsWith('patient.clinical'),
    isOrdinary: category.startsWith('ops.'),
  };
}

/** `patient.clinical` of `patient.clinical.result`, `incident` of `incident.fall`: wide enough to be met often. */
function familyOf(category: string): string {
  const first = category.indexOf('.');
  const second = /^(patient|staff|context)\./.test(category) ? category.indexOf('.', first + 1) : first;
  return second < 0 ? category : category.slice(0, second);
}
