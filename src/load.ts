// Reads pattern folders. A bad file is reported with its place, the other files are still checked, and nothing is scanned.
// The shipped folder is read when the program is built (build-pack.ts); a Trust's own folder when it is named on the command line.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { AboutnessFiles } from './detect/aboutness/weights.ts';
import { childrenFileSchema } from './detect/conversation/children-file.ts';
import { decisionFileSchema } from './detect/decisions/decision-file.ts';
import { patternSchema } from './detect/patterns/schema.ts';
import { cuesSchema, type PeopleFiles } from './detect/people/files.ts';
import type { LocalNames } from './detect/people/table.ts';
import { taxonomySchema } from './detect/taxonomy.ts';
import { type LexiconFile, lexiconSchema } from './detect/words/lexicon.ts';
import { ScanError } from './errors.ts';
import type { Pack, PackAsText } from './pack.ts';
import { factsNamed } from './policy/conditions.ts';
import { ALLOWED_CHANNEL } from './policy/decide.ts';
import { DEFAULT_POLICY, faultsOfPolicy, policyOf } from './policy/policies.ts';
import {
  clausesFileSchema,
  factsFileSchema,
  holdKindsFileSchema,
  policyFileSchema,
  rulesFileSchema,
} from './policy/schema.ts';
import { type FileFault, readYaml } from './read-yaml.ts';

/** What a Trust's own folder may add: shapes, word lists, clauses and policies in the form of the shipped ones, names, and words that are none. */
type Additions = Lists & { readonly localNames: LocalNames };

interface Lists extends Pick<Pack, 'identifiers' | 'clauses' | 'policies'> {
  readonly lexicons: readonly LexiconFile[];
}

/** Reads a whole pattern folder (the shipped one). Throws ScanError naming every faulty file. */
export function readPack(folder: string, version: string): PackAsText {
  const faults: FileFault[] = [];
  const { identifiers, lexicons, clauses, policies } = readAdditions(folder, faults);
  const taxonomy = readYaml(join(folder, 'taxonomy.yaml'), taxonomySchema, faults)?.categories ?? [];
  const facts = readYaml(join(folder, 'rules/facts.yaml'), factsFileSchema, faults)?.facts ?? [];
  const rules = readYaml(join(folder, 'rules/combination.yaml'), rulesFileSchema, faults)?.rules ?? [];
  const holdKinds = readYaml(join(folder, 'rules/hold-kinds.yaml'), holdKindsFileSchema, faults)?.kinds ?? [];
  const people = readPeople(join(folder, 'people'), faults);
  const decisions = readYaml(join(folder, 'decisions.yaml'), decisionFileSchema, faults);
  const children = readYaml(join(folder, 'children.yaml'), childrenFileSchema, faults);
  if (!people || !decisions || !children || faults.length > 0) throw faultyPatterns(faults);
  const aboutness = readAboutness(join(folder, 'aboutness'));
  const read = { taxonomy, identifiers, lexicons, people, aboutness, decisions, children };
  const content = { ...read, facts, rules, clauses, holdKinds, policies };
  faults.push(...crossCheck(content), ...faultsOfPolicies(content));
  for (const { id, because } of holdKinds) {
    for (const clause of because.filter((one) => !clauses.some((known) => known.id === one)))
      faults.push({ file: 'rules/hold-kinds.yaml', says: `${id} names the unknown clause ${clause}` });
  }
  const policy = policyOf(DEFAULT_POLICY, policies);
  if (!policy || faults.length > 0) throw faultyPatterns(faults);
  return { version, sha256: sha256(content), ...content, lexicons: () => lexicons, policy };
}

/** Reads a Trust's own folder. Throws ScanError naming every faulty file, and when there is nothing in it. */
export function readOwnFolder(folder: string, shipped: Pack): Additions {
  const faults: FileFault[] = [];
  const own = { ...readAdditions(folder, faults), localNames: readLocalNames(join(folder, 'people')) };
  const categories = new Set(shipped.taxonomy.map(({ id }) => id));
  for (const { id, category } of [...own.identifiers, ...own.lexicons]) {
    if (!categories.has(category)) faults.push({ file: id, says: `there is no category ${category}` });
  }
  faults.push(...faultsOfPolicies({ ...shipped, ...withOwn(shipped, own) }, own.policies));
  if (faults.length > 0) throw faultyPatterns(faults);
  const { names, notNames } = own.localNames;
  const lists = [own.identifiers, own.lexicons, own.policies, own.clauses, names, notNames];
  if (lists.some((list) => list.length > 0)) return own;
  throw new ScanError(
    'There is no pattern file in that folder.',
    'It needs identifiers/*.yaml, lexicons/*.yaml, policy/*.yaml, people/names.txt or people/not-names.txt.',
  );
}

/** Reads the lists of files of a folder; what is wrong is added to `faults`. */
function readAdditions(folder: string, faults: FileFault[]): Lists {
  const clauses = yamlFiles(join(folder, 'policy/clauses'));
  return {
    identifiers: readAll(join(folder, 'identifiers'), patternSchema, faults),
    lexicons: readAll(join(folder, 'lexicons'), lexiconSchema, faults),
    clauses: clauses.flatMap((path) => readYaml(path, clausesFileSchema, faults)?.clauses ?? []),
    policies: readAll(join(folder, 'policy'), policyFileSchema, faults),
  };
}

/** The shipped lists with the own ones added, which replace shipped files of the same id. */
export function withOwn(shipped: Pack, own: Lists): Pick<Pack, keyof Lists> {
  const joined = <T extends { readonly id: string }>(before: readonly T[], added: readonly T[]): T[] => [
    ...before.filter(({ id }) => !added.some((one) => one.id === id)),
    ...added,
  ];
  return {
    identifiers: joined(shipped.identifiers, own.identifiers),
    lexicons: () => joined(shipped.lexicons(), own.lexicons),
    clauses: joined(shipped.clauses, own.clauses),
    policies: joined(shipped.policies, own.policies),
  };
}

/** `names.txt` and `not-names.txt`: one name a line; a line that begins with # is a remark. */
function readLocalNames(folder: string): LocalNames {
  const lines = (name: string): string[] => {
    const path = join(folder, name);
    if (!existsSync(path)) return [];
    const text = readFileSync(path, 'utf8').split(/\r?\n/);
    return text.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  };
  return { names: lines('names.txt'), notNames: lines('not-names.txt') };
}

/** The error for a folder with faults; lists each on a line of its own. */
function faultyPatterns(faults: readonly FileFault[]): ScanError {
  const lines = faults.map(({ file, line, says }) => `  ${file}${line ? `:${line}` : ''}: ${says}`);
  return new ScanError(
    `${faults.length === 1 ? 'A pattern file is' : `${faults.length} places in pattern files are`} wrong; nothing was scanned.\n${lines.join('\n')}`,
    'Mend the file, then run: ig-scan patterns check FOLDER',
  );
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}

function readAll<T extends { readonly id: string }>(folder: string, schema: z.ZodType<T>, faults: FileFault[]): T[] {
  return yamlFiles(folder).flatMap((path) => {
    const read = readYaml(path, schema, faults);
    if (!read) return [];
    if (read.id !== basename(path, '.yaml'))
      faults.push({ file: path, says: `its id is "${read.id}"; id and file name must be the same` });
    return [read];
  });
}

function readAboutness(folder: string): AboutnessFiles<string> {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { firstLook: text('first-look.tsv'), secondLook: text('second-look.tsv') };
}

function readPeople(folder: string, faults: FileFault[]): PeopleFiles<string> | undefined {
  const cues = readYaml(join(folder, 'cues.yaml'), cuesSchema, faults);
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return cues && { names: text('names.tsv'), english: text('english.tsv'), shape: text('name-shape.txt'), cues };
}

/** What no single file can know: that names used in one file exist in another. */
function crossCheck({
  taxonomy,
  identifiers,
  lexicons,
  facts,
  rules,
}: Lists & Pick<Pack, 'taxonomy' | 'facts' | 'rules'>): FileFault[] {
  const categories = new Set(taxonomy.map(({ id }) => id));
  const known = factIds(facts);
  const faults = [...identifiers, ...lexicons]
    .filter(({ category }) => !categories.has(category))
    .map(({ id, category }) => ({ file: id, says: `category ${category} is not in taxonomy.yaml` }));
  for (const { id, flag } of facts) {
    if (flag && !categories.has(flag)) faults.push({ file: id, says: `flag ${flag} is not in taxonomy.yaml` });
  }
  for (const { id, when } of rules) {
    for (const fact of factsNamed(when)) {
      if (!known.has(fact)) faults.push({ file: id, says: `fact ${fact} is not in rules/facts.yaml` });
    }
  }
  return faults;
}

/** The facts that a condition may name, with those that say what the rules made of a message, and where it was sent. */
const factIds = (facts: Pack['facts']): ReadonlySet<string> =>
  new Set([...facts.map(({ id }) => id), 'reported', 'possible', ALLOWED_CHANNEL]);

/** `checked`: the policies to look at; those that they extend are among all of them. */
function faultsOfPolicies(
  { facts, clauses, policies }: Pick<Pack, 'facts' | 'clauses' | 'policies'>,
  checked = policies,
): FileFault[] {
  const known = { files: policies, clauses, facts: factIds(facts) };
  return checked.flatMap((file) => faultsOfPolicy(file, known).map((says) => ({ file: file.id, says })));
}

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
