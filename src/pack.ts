// The pack: everything under patterns/ as one object, validated once when it is built, so that a scan starts without parsing YAML.

import { readFileSync } from 'node:fs';
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
  readonly facts: readonly Fact[];
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  readonly policySha256: string;
}

/** The pack that came with the program. */
export const shippedPack = (): Pack => JSON.parse(readFileSync(new URL('./pack.json', import.meta.url), 'utf8'));
