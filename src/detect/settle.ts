// One text, three readers (shapes, people, words): what stands when they disagree on the same characters.

import type { Finding } from '../model.ts';
import { spanIndex } from './spans.ts';
import type { TermMatches } from './words/table.ts';

/** A name this sure stands although a lexicon knows the word ("Mr Parkinson"). */
const SURE_NAME = 0.8;
/** Below this a term is an ordinary word too, which a name or a number may contain. */
const STRONG_TERM = 0.6;

/** Words that say something only in the title of a chat. */
const TITLE_ONLY = /^context\.title-/;

/** Merges the findings of the three readers, sorted by place. */
export function settle(shapes: readonly Finding[], persons: readonly Finding[], terms: TermMatches): Finding[] {
  const words = terms.findings.filter(({ category }) => !TITLE_ONLY.test(category));
  const shapesOn = spanIndex(shapes);
  const wordsOn = spanIndex(words);
  const names = persons.filter(
    (person) =>
      !shapesOn(person).some((shape) => shape.confidence >= person.confidence) &&
      (person.confidence >= SURE_NAME || !wordsOn(person).some((word) => explainsAway(word, person))),
  );
  const namesOn = spanIndex(names);
  const identifiers = [...shapes.filter((shape) => namesOn(shape).length === 0), ...names];
  const identifiersOn = spanIndex(identifiers);
  return [...identifiers, ...words.filter((word) => !identifiersOn(word).some((found) => swallows(found, word)))]
    .filter((finding) => finding.confidence >= STRONG_TERM || !isCancelled(finding, terms.cancelled))
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.category < b.category ? -1 : 1));
}

/** A strong term on the same characters, or any longer one around them ("med reg" around "reg"). */
const explainsAway = (word: Finding, person: Finding): boolean =>
  word.confidence >= STRONG_TERM || word.end - word.start > person.end - person.start;

/** A word inside an identifier belongs to it: "ward" in "Ward Street", "may" in a name. */
const swallows = (identifier: Finding, word: Finding): boolean =>
  identifier.start <= word.start && identifier.end >= word.end;

function isCancelled(finding: Finding, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => finding.category.startsWith(prefix));
}
