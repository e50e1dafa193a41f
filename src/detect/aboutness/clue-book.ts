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
  /** What stands in pairs of words in place of its text. */
  readonly standIn: string;
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

/** The clues of words, which hostile text must not be able to fill without end: numbered by whoever knows which words count. */
export interface WordBook {
  /** undefined for a word that is no clue. */
  word(word: string): WordClues | undefined;
  /** Two words that follow each other; a stand-in (STAND_INS) may be one of them. Negative when they are no clue. */
  pair(first: string, second: string): number;
}

export interface ClueBook extends WordBook {
  readonly numberOf: NumberOf;
  category(category: Category): CategoryClues;
}

/** What stands in pairs of words for the ends of a message and for its identifiers. */
export const STAND_INS = {
  start: '^',
  end: '$',
  staff: '[staff]',
  name: '[name]',
  bed: '[bed]',
  other: '[identifier]',
};

/** How many messages before are seen by the first look. */
export const SEEN_BEFORE = 3;

const IDENTIFIER = /^(patient\.identifier\.(?!location-ward|next-of-kin)|staff\.(identifier|finance)\.|credential\.)/;
const WHO = /^patient\.identifier\.(name|initials|location-bed|nhs|chi|hc-|hospital|dob|address)/;

export function clueBook(numberOf: NumberOf, words: WordBook): ClueBook {
  const categories = new Map<Category, CategoryClues>();
  return {
    numberOf,
    ...words,
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
    standIn: standInOf(category),
    sure: sureness('strong'),
    unsure: sureness('weak'),
    isIdentifier: IDENTIFIER.test(category),
    tellsWho: WHO.test(category),
    isClinical: category.startsWith('patient.clinical'),
    isOrdinary: category.startsWith('ops.'),
  };
}

function standInOf(category: Category): string {
  if (category.startsWith('staff.')) return STAND_INS.staff;
  if (/\.(?:name|initials)/.test(category)) return STAND_INS.name;
  return category.includes('location') ? STAND_INS.bed : STAND_INS.other;
}

/** `patient.clinical` of `patient.clinical.result`, `incident` of `incident.fall`: wide enough to be met often. */
function familyOf(category: string): string {
  const first = category.indexOf('.');
  const second = /^(patient|staff|context)\./.test(category) ? category.indexOf('.', first + 1) : first;
  return second < 0 ? category : category.slice(0, second);
}
