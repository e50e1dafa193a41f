// Builds what detection knows from the pack: compiled shapes, the word table, people, and the power of each category.

import type { Detectors } from './detect.ts';
import { compilePatterns } from './patterns/compile.ts';
import type { PatternFile } from './patterns/schema.ts';
import type { PeopleFiles } from './people/files.ts';
import { buildPeople } from './people/people.ts';
import type { CategoryEntry } from './taxonomy.ts';
import type { LexiconFile } from './words/lexicon.ts';
import { buildWordTable } from './words/table.ts';

interface DetectionData {
  readonly taxonomy: readonly CategoryEntry[];
  readonly identifiers: readonly PatternFile[];
  readonly lexicons: readonly LexiconFile[];
  readonly people: PeopleFiles;
}

export function buildDetectors({ taxonomy, identifiers, lexicons, people }: DetectionData): Detectors {
  const powers = new Map(taxonomy.map(({ id, power }) => [id, power]));
  return {
    patterns: compilePatterns(identifiers),
    words: buildWordTable(lexicons),
    people: buildPeople(people),
    powerOf: (category) => powers.get(category) ?? 'none',
  };
}
