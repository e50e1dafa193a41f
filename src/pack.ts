// The pack: everything under patterns/ as one object, validated once when it is built, so that a scan starts without parsing YAML.

import { readFileSync } from 'node:fs';
import { asciiJson } from './ascii-json.ts';
import type { AboutnessFiles } from './detect/aboutness/weights.ts';
import type { ChildrenFile } from './detect/conversation/children-file.ts';
import type { DecisionFile } from './detect/decisions/decision-file.ts';
import type { PreparedTerms } from './detect/detectors.ts';
import { type Gates, gatesOf } from './detect/patterns/compile.ts';
import type { PatternFile } from './detect/patterns/schema.ts';
import type { PeopleFiles } from './detect/people/files.ts';
import type { LocalNames } from './detect/people/table.ts';
import type { CategoryEntry } from './detect/taxonomy.ts';
import type { LexiconFile, LexiconHead } from './detect/words/lexicon.ts';
import { termLines } from './detect/words/terms.ts';
import { type WordFile, wordFile } from './detect/words/word-file.ts';
import { DEFAULT_POLICY, policyOf } from './policy/policies.ts';
import type { Clause, Fact, HoldKindEntry, Policy, PolicyFile, Rule } from './policy/schema.ts';

export interface Pack {
  readonly version: string;
  /** Of the pack's content, whatever order its files were read in. */
  readonly sha256: string;
  readonly taxonomy: readonly CategoryEntry[];
  readonly identifiers: readonly PatternFile[];
  /** Read when it is asked for: a scan needs only its prepared terms. */
  readonly lexicons: () => readonly LexiconFile[];
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
  /** Made by the build. */
  readonly gates?: Gates;
}

/** As read from the folder patterns/. */
export interface PackAsText extends Pack {
  readonly people: PeopleFiles<string>;
  readonly aboutness: AboutnessFiles<string>;
}

/** In which file of dist/ stands what; a word file has its slots in a second file. Examples and terms of lexicons are asked for by few commands. */
const FILES = {
  pack: 'pack.json',
  lexicons: 'lexicons.json',
  names: 'names.tsv',
  english: 'english.tsv',
  shape: 'name-shape.txt',
  firstLook: 'first-look.tsv',
  secondLook: 'second-look.tsv',
  terms: 'terms.txt',
} as const;
const slotsOf = (name: string): string => `${name}.slots`;

/** `pack.json`: what a scan needs of the pack at once. */
interface Core extends Omit<Pack, 'people' | 'aboutness' | 'policy' | 'lexicons' | 'terms'> {
  readonly cues: PeopleFiles['cues'];
  readonly lexiconHeads: readonly LexiconHead[];
}

/** The files that the build writes into dist/, by name. */
export function packFiles(pack: PackAsText): Record<string, string | Uint8Array> {
  const { people, aboutness, policy: _, terms: __, ...rest } = pack;
  const lexicons = pack.lexicons();
  const lexiconHeads = lexicons.map(({ id, category, cancels, scope }) => ({ id, category, cancels, scope }));
  const core: Core = { ...rest, cues: people.cues, lexiconHeads, gates: gatesOf(pack.identifiers) };
  return {
    [FILES.pack]: asciiJson(core),
    [FILES.lexicons]: asciiJson(lexicons),
    [FILES.shape]: people.shape,
    [FILES.secondLook]: aboutness.secondLook,
    ...tableFiles(FILES.names, people.names),
    ...tableFiles(FILES.english, people.english),
    ...tableFiles(FILES.firstLook, aboutness.firstLook),
    ...tableFiles(FILES.terms, termLines(lexicons)),
  };
}

function tableFiles(name: string, text: string): Record<string, Uint8Array> {
  const { bytes, slots } = wordFile(text);
  return { [name]: bytes, [slotsOf(name)]: new Uint8Array(slots.buffer) };
}

const built = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
/** All of them are plain ASCII, which is read at half the cost of UTF-8. */
const builtText = (name: string): string => built(name).toString('latin1');

function builtTable(name: string): WordFile {
  const { buffer, byteOffset, byteLength } = built(slotsOf(name));
  return { bytes: built(name), slots: new DataView(buffer, byteOffset, byteLength) };
}

/** The pack that came with the program. */
export function shippedPack(): Pack {
  const { cues, lexiconHeads, ...rest }: Core = JSON.parse(builtText(FILES.pack));
  const policy = policyOf(DEFAULT_POLICY, rest.policies);
  if (!policy) throw new RangeError('the pack was built without its policy');
  return {
    ...rest,
    policy,
    lexicons: () => JSON.parse(builtText(FILES.lexicons)),
    people: {
      names: builtTable(FILES.names),
      english: builtTable(FILES.english),
      shape: builtText(FILES.shape),
      cues,
    },
    aboutness: { firstLook: builtTable(FILES.firstLook), secondLook: builtText(FILES.secondLook) },
    terms: { of: rest.sha256, lexicons: lexiconHeads, lines: builtTable(FILES.terms) },
  };
}
