// The pack: everything under patterns/ as one object, validated once when it is built, so that a scan starts without parsing YAML.

import { readFileSync } from 'node:fs';
import type { AboutnessFiles } from './detect/aboutness/weights.ts';
import type { PreparedTerms } from './detect/detectors.ts';
import type { PatternFile } from './detect/patterns/schema.ts';
import type { PeopleFiles } from './detect/people/files.ts';
import type { CategoryEntry } from './detect/taxonomy.ts';
import type { LexiconFile } from './detect/words/lexicon.ts';
import type { Fact, Policy, Rule } from './policy/schema.ts';

export interface Pack {
  readonly version: string;
  /** Of the pack's content, whatever order its files were read in. */
  readonly sha256: string;
  readonly taxonomy: readonly CategoryEntry[];
  readonly identifiers: readonly PatternFile[];
  readonly lexicons: readonly LexiconFile[];
  readonly people: PeopleFiles;
  readonly aboutness: AboutnessFiles;
  readonly facts: readonly Fact[];
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  readonly policySha256: string;
  /** Made by the build; it holds only as long as the checksum is the same. */
  readonly terms?: PreparedTerms;
}

const built = (name: string, encoding: 'latin1' | 'utf8'): string =>
  readFileSync(new URL(name, import.meta.url), encoding);

/** The pack that came with the program. */
export function shippedPack(): Pack {
  const pack: Pack = JSON.parse(built('./pack.json', 'latin1'));
  return { ...pack, terms: { of: pack.sha256, lines: built('./terms.txt', 'utf8') } };
}
