// One text, three readers (shapes, people, words): what stands when they disagree on the same characters.

import type { Finding } from '../model.ts';
import { overlapping, spanIndex } from './spans.ts';
import type { TermMatches } from './words/table.ts';

/** A name this sure stands although a lexicon knows the word ("Mr Parkinson"). */
const SURE_NAME = 0.8;
/** Below this a term is an ordinary word too, which a name or a number may contain. */
const STRONG_TERM = 0.6;

/** Words that say something only in the title of a chat. */
const TITLE_ONLY = 'context.title-';

/** Merges the findings of the three readers, sorted by place. */
export function settle(shapes: readonly Finding[], persons: readonly Finding[], terms: TermMatches): Finding[] {
  const words = terms.findings.filter(({ category }) => !category.startsWith(TITLE_ONLY));
  const identifiers = settleIdentifiers(shapes, persons, words);
  const identifiersOn = overlapping(identifiers);
  const standing: Finding[] = [];
  for (const finding of identifiers) if (counts(finding, terms.cancelled)) standing.push(finding);
  for (const word of words) {
    if (counts(word, terms.cancelled) && !identifiersOn(word, swallows)) standing.push(word);
  }
  return standing.length > 1 ? standing.sort(byPlace) : standing;
}

/** Shapes and names that do not lie on each other: the surer one stands. */
function settleIdentifiers(
  shapes: readonly Finding[],
  persons: readonly Finding[],
  words: readonly Finding[],
): readonly Finding[] {
  if (persons.length === 0) return shapes;
  const wordsOn = overlapping(words);
  const shapesAt = spanIndex(shapes);
  const names = persons
    .map((person) => before(shapesAt(person)[0], person))
    .filter(
      (person) =>
        !shapesAt(person).some((shape) => isAsSureOrHolds(shape, person)) &&
        (person.confidence >= SURE_NAME || !wordsOn(person, explainsAway)),
    );
  const namesOn = overlapping(names);
  return [...shapes.filter((shape) => !namesOn(shape, always)), ...names];
}

/** "Farkhanda Bi Flat 12": a name of several words ends where an address begins. */
function before(shape: Finding | undefined, person: Finding): Finding {
  if (!shape || shape.start - 1 <= person.start || shape.end <= person.end) return person;
  return { ...person, end: shape.start - 1 };
}

const always = (): boolean => true;
/** A shape stands over a name that it is surer than, or that is only a part of it: "hale" in "j.hale@example.org". */
const isAsSureOrHolds = (shape: Finding, person: Finding): boolean =>
  shape.confidence >= person.confidence ||
  (shape.confidence >= STRONG_TERM && swallows(shape, person) && !swallows(person, shape));

/** A strong term on the same characters, or any longer one around them ("med reg" around "reg"). */
const explainsAway = (word: Finding, person: Finding): boolean =>
  word.confidence >= STRONG_TERM || word.end - word.start > person.end - person.start;

/** What lies inside an identifier belongs to it: "ward" in "Ward Street", "may" in a name. */
const swallows = (identifier: Finding, inside: Finding): boolean =>
  identifier.start <= inside.start && identifier.end >= inside.end;

/** A weak finding does not count where a false friend has taken its category from the message. */
const counts = ({ category, confidence }: Finding, cancelled: readonly string[]): boolean =>
  confidence >= STRONG_TERM || !cancelled.some((prefix) => category.startsWith(prefix));

const byPlace = (a: Finding, b: Finding): number =>
  a.start - b.start || b.end - a.end || (a.category < b.category ? -1 : 1);
