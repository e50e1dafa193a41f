// One text, three readers (shapes, people, words): what stands when they disagree on the same characters.

import type { Finding } from '../model.ts';
import type { TermMatches } from './words/table.ts';

/** A name this sure stands although a lexicon knows the word ("Mr Parkinson"). */
const SURE_NAME = 0.8;
/** Below this a term is an ordinary word too, which a name or a number may contain. */
const STRONG_TERM = 0.6;

/** Merges the findings of the three readers, sorted by place. */
export function settle(shapes: readonly Finding[], persons: readonly Finding[], terms: TermMatches): Finding[] {
  const names = persons.filter(
    (person) =>
      !shapes.some((shape) => overlaps(shape, person) && shape.confidence >= person.confidence) &&
      (person.confidence >= SURE_NAME || !terms.findings.some((term) => explainsAway(term, person))),
  );
  const identifiers = [...shapes.filter((shape) => !names.some((name) => overlaps(shape, name))), ...names];
  const kept = [
    ...identifiers,
    ...terms.findings.filter((term) => !identifiers.some((found) => overlaps(found, term) && swallows(found, term))),
  ].filter((finding) => finding.confidence >= STRONG_TERM || !isCancelled(finding, terms.cancelled));
  return kept.sort((a, b) => a.start - b.start || b.end - a.end || (a.category < b.category ? -1 : 1));
}

/** A strong term on the same characters, or any longer one around them ("med reg" around "reg"). */
const explainsAway = (term: Finding, person: Finding): boolean =>
  overlaps(term, person) && (term.confidence >= STRONG_TERM || term.end - term.start > person.end - person.start);

const overlaps = (a: Finding, b: Finding): boolean => a.start < b.end && b.start < a.end;

/** A word inside an identifier belongs to it: "ward" in "Ward Street", "may" in a name. */
const swallows = (identifier: Finding, term: Finding): boolean =>
  identifier.start <= term.start && identifier.end >= term.end && term.confidence < SURE_NAME;

function isCancelled(finding: Finding, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => finding.category.startsWith(prefix));
}
