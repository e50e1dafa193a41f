// Runs a lexicon's own examples through the path that a scan takes, with all the other lexicons present.

import { normalise } from '../text.ts';
import type { LexiconFile } from './lexicon.ts';
import { findTerms, spellingsOf, type WordTable } from './table.ts';
import { tokenise } from './tokens.ts';

/** One example of a lexicon that does not behave as its file says. */
export interface TermFailure {
  readonly lexicon: string;
  readonly kind: 'missing' | 'noisy';
  readonly example: string;
  readonly found: readonly string[];
}

/** Runs a lexicon's own examples through the real path, all other lexicons present. */
export function checkLexicon(file: LexiconFile, table: WordTable): TermFailure[] {
  const lines = [...file.strong, ...file.weak, ...file.special.map(({ term }) => term)].map(spellingsOf);
  const conceptOf = (spelling: string) => lines.find((line) => line.includes(spelling))?.[0] ?? spelling;
  const foundIn = (example: string) => {
    const text = normalise(example);
    return findTerms(text, tokenise(text.text), table)
      .findings.filter((finding) => finding.pattern === file.id)
      .map(({ because }) => conceptOf(because[0]?.slice('word "'.length, -1) ?? ''));
  };
  const failures: TermFailure[] = [];
  for (const { text, finds } of file.match) {
    const found = foundIn(text);
    if (!finds.every((term) => found.includes(term))) {
      failures.push({ lexicon: file.id, kind: 'missing', example: text, found });
    }
  }
  for (const { text } of file.noMatch) {
    const found = foundIn(text);
    if (found.length > 0) failures.push({ lexicon: file.id, kind: 'noisy', example: text, found });
  }
  return failures;
}
