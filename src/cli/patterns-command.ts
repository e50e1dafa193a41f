// `ig-scan patterns list|check|explain`: what the program looks for, whether the pattern files keep their own promises, and why
// a text is flagged or is not.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildDetectors } from '../detect/detectors.ts';
import { checkPattern } from '../detect/patterns/check.ts';
import { checkLexicon } from '../detect/words/check.ts';
import { ScanError } from '../errors.ts';
import type { Pack } from '../pack.ts';
import { forTerminal } from '../report/escape.ts';
import { explain } from './explain.ts';
import { knowledgeOf, packWith } from './knowledge.ts';

interface FolderFlag {
  readonly patterns?: string;
}

/** Prints one line a pattern or word list: id, category, name. */
export async function listPatterns({ patterns }: FolderFlag): Promise<number> {
  const pack = await packWith(patterns);
  const rows = [
    ...pack.identifiers.map(({ id, category, name }) => ({ id, category, name, kind: 'shape' })),
    ...pack.lexicons().map(({ id, category, name }) => ({ id, category, name, kind: 'words' })),
  ].sort((a, b) => (a.category < b.category || (a.category === b.category && a.id < b.id) ? -1 : 1));
  const width = (column: 'id' | 'category') => Math.max(...rows.map((row) => row[column].length));
  const lines = rows.map(
    ({ id, category, name, kind }) =>
      `${category.padEnd(width('category'))}  ${kind}  ${id.padEnd(width('id'))}  ${name}`,
  );
  print([
    ...lines,
    '',
    `${pack.identifiers.length} shapes and ${pack.lexicons().length} word lists, version ${pack.version}`,
  ]);
  return 0;
}

/** Runs the examples of the shipped patterns or of a folder's; exit 2 when one does not hold. */
export async function checkPatterns(folder: string | undefined): Promise<number> {
  if (folder !== undefined && !existsSync(resolve(folder))) {
    throw new ScanError('There is no folder of that name.', 'Name a folder that holds identifiers/ or lexicons/.');
  }
  const pack = await packWith(folder);
  const { own, failures } = failuresIn(pack, folder === undefined ? undefined : await ownIds(folder, pack));
  print(failures.map(({ id, kind, example, says }) => `${kind.padEnd(7)}  ${id}: "${forTerminal(example)}" ${says}`));
  const verdict = failures.length === 0 ? 'every example holds' : `${failures.length} examples do not hold`;
  print([`${own} pattern files checked: ${verdict}`]);
  return failures.length === 0 ? 0 : 2;
}

/** Throws ScanError where the patterns of a folder cannot be read, or an example of theirs does not hold. */
export async function guardPatterns(folder: string): Promise<void> {
  const pack = await packWith(folder);
  const { failures } = failuresIn(pack, await ownIds(folder, pack));
  if (failures.length === 0) return;
  const ids = [...new Set(failures.map(({ id }) => id))].join(', ');
  throw new ScanError(
    `Examples of the patterns do not hold: ${ids}.`,
    'Run: ig-scan patterns check FOLDER, which shows each of them.',
  );
}

/** Shows each rule tried on a text. */
export async function explainText(text: string, flags: FolderFlag & { readonly title: string }): Promise<number> {
  const pack = await packWith(flags.patterns);
  print(await explain(text, flags.title, pack, knowledgeOf(pack)));
  return 0;
}

async function ownIds(folder: string, pack: Pack): Promise<ReadonlySet<string>> {
  const { readOwnFolder } = await import('../load.ts');
  const { identifiers, lexicons } = readOwnFolder(folder, pack);
  return new Set([...identifiers, ...lexicons].map(({ id }) => id));
}

interface Failure {
  readonly id: string;
  readonly kind: 'missing' | 'noisy';
  readonly example: string;
  readonly says: string;
}

function failuresIn(pack: Pack, only: ReadonlySet<string> | undefined): { own: number; failures: Failure[] } {
  const isOwn = ({ id }: { readonly id: string }) => only === undefined || only.has(id);
  const { patterns, words } = buildDetectors(pack);
  const shapes = patterns.patterns.filter(({ file }) => isOwn(file));
  const lexicons = pack.lexicons().filter(isOwn);
  const failures = [
    ...shapes.flatMap((one) => checkPattern(one, patterns).map((failure) => ({ id: failure.pattern, ...failure }))),
    ...lexicons.flatMap((file) =>
      checkLexicon(file, words).map(({ kind, example, found }) => ({
        id: file.id,
        kind,
        example,
        says: found.length === 0 ? 'finds nothing' : `finds ${found.map((term) => `"${term}"`).join(', ')}`,
      })),
    ),
  ];
  return { own: shapes.length + lexicons.length, failures };
}

const print = (lines: readonly string[]): void => {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
};
