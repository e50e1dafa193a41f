// The pack: everything under patterns/ as one object, validated once when it is built, so that a scan starts without parsing YAML.

import { readFileSync } from 'node:fs';
import { asciiJson } from './ascii-json.ts';
import type { AboutnessFiles } from './detect/aboutness/weights.ts';
import type { ChildrenFile } from './detect/conversation/children.ts';
import type { DecisionFile } from './detect/decisions/phrases.ts';
import type { PreparedTerms } from './detect/detectors.ts';
import type { PatternFile } from './detect/patterns/schema.ts';
import type { PeopleFiles } from './detect/people/files.ts';
import type { LocalNames } from './detect/people/table.ts';
import type { CategoryEntry } from './detect/taxonomy.ts';
import type { LexiconFile } from './detect/words/lexicon.ts';
import { DEFAULT_POLICY, policyOf } from './policy/policies.ts';
import type { Clause, Fact, HoldKindEntry, Policy, PolicyFile, Rule } from './policy/schema.ts';

export interface Pack {
  readonly version: string;
  /** Of the pack's content, whatever order its files were read in. */
  readonly sha256: string;
  readonly taxonomy: readonly CategoryEntry[];
  readonly identifiers: readonly PatternFile[];
  readonly lexicons: readonly LexiconFile[];
  readonly people: PeopleFiles;
  /** Of a Trust's own folder. */
  readonly localNames?: LocalNames;
  readonly aboutness: AboutnessFiles;
  readonly decisions: DecisionFile;
  readonly children: ChildrenFile;
  readonly facts: readonly Fact[];
  readonly rules: readonly Rule[];
  readonly clauses: readonly Clause[];
  readonly holdKinds: readonly HoldKindEntry[];
  readonly policies: readonly PolicyFile[];
  /** The one of `policies` that a run decides by, with what it extends. */
  readonly policy: Policy;
  /** Made by the build; it holds only as long as the checksum is the same. */
  readonly terms?: PreparedTerms;
}

/** The long tables of the pack stand in files of their own, under these names: to read text is quicker than to read it out of JSON. */
const TABLES = {
  names: 'names.tsv',
  english: 'english.tsv',
  shape: 'name-shape.txt',
  firstLook: 'first-look.tsv',
  secondLook: 'second-look.tsv',
  terms: 'terms.txt',
} as const;
type Tables = Readonly<Record<keyof typeof TABLES, string>>;

/** The files that the build writes into dist/, by name: the pack in JSON and its tables. */
export function packFiles(pack: Pack, terms: string): Record<string, string> {
  const { people, aboutness, policy: _, ...rest } = pack;
  const tables: Tables = { ...people, ...aboutness, terms };
  const files = Object.entries(TABLES).map(([key, name]) => [name, tables[key as keyof Tables]]);
  return { 'pack.json': asciiJson({ ...rest, cues: people.cues }), ...Object.fromEntries(files) };
}

const built = (name: string, encoding: 'latin1' | 'utf8'): string =>
  readFileSync(new URL(name, import.meta.url), encoding);

/** The pack that came with the program. */
export function shippedPack(): Pack {
  const { cues, ...rest }: Omit<Pack, 'people' | 'aboutness' | 'policy'> & Pick<PeopleFiles, 'cues'> = JSON.parse(
    built('pack.json', 'latin1'),
  );
  const policy = policyOf(DEFAULT_POLICY, rest.policies);
  if (!policy) throw new RangeError('the pack was built without its policy');
  // The lists of names and words are plain ASCII (tests/detect/people/lists.test.ts).
  return {
    ...rest,
    policy,
    people: {
      names: built(TABLES.names, 'latin1'),
      english: built(TABLES.english, 'latin1'),
      shape: built(TABLES.shape, 'latin1'),
      cues,
    },
    aboutness: { firstLook: built(TABLES.firstLook, 'utf8'), secondLook: built(TABLES.secondLook, 'utf8') },
    terms: { of: rest.sha256, lines: built(TABLES.terms, 'utf8') },
  };
}
