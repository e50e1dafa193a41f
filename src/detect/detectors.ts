// Builds what detection knows from the pack: compiled shapes, the word table, people, and the power of each category.

import { type AboutnessFiles, parseWeights } from './aboutness/weights.ts';
import { compileChildWords } from './conversation/children.ts';
import type { ChildrenFile } from './conversation/children-file.ts';
import type { DecisionFile } from './decisions/decision-file.ts';
import { compilePhrases } from './decisions/phrases.ts';
import type { Detectors } from './detect.ts';
import { compilePatterns, type Gates } from './patterns/compile.ts';
import type { PatternFile } from './patterns/schema.ts';
import type { PeopleFiles } from './people/files.ts';
import { buildPeople } from './people/people.ts';
import type { LocalNames } from './people/table.ts';
import type { CategoryEntry } from './taxonomy.ts';
import type { LexiconFile, LexiconHead } from './words/lexicon.ts';
import { buildWordTable, preparedWordTable } from './words/table.ts';
import type { Words } from './words/word-file.ts';

interface DetectionData {
  readonly taxonomy: readonly CategoryEntry[];
  readonly identifiers: readonly PatternFile[];
  readonly lexicons: () => readonly LexiconFile[];
  readonly people: PeopleFiles;
  readonly localNames?: LocalNames;
  readonly aboutness: AboutnessFiles;
  readonly decisions: DecisionFile;
  readonly children: ChildrenFile;
  readonly sha256: string;
  readonly terms?: PreparedTerms;
  readonly gates?: Gates;
}

/** The lines of the word table (words/terms.ts), made when the program was built from the data with this checksum. */
export interface PreparedTerms {
  readonly of: string;
  readonly lexicons: readonly LexiconHead[];
  readonly lines: Words;
}

export function buildDetectors(data: DetectionData): Detectors {
  const { taxonomy, identifiers, lexicons, people, aboutness, sha256, terms } = data;
  const powers = new Map(taxonomy.map(({ id, power }) => [id, power]));
  return {
    patterns: compilePatterns(identifiers, data.gates),
    // A Trust's own word lists change the checksum: then the lines are made anew.
    words: terms?.of === sha256 ? preparedWordTable(terms.lexicons, terms.lines) : buildWordTable(lexicons()),
    people: buildPeople(people, data.localNames),
    aboutness: parseWeights(aboutness),
    decisions: compilePhrases(data.decisions),
    childWords: compileChildWords(data.children),
    powerOf: (category) => powers.get(category) ?? 'none',
  };
}
