// The entry of the stage: from what was typed on the command line to sources that can be read, one at a time.
// Nothing that is wrong with an input is an error here. It becomes a source without files whose issue says why.

import { basename } from 'node:path';
import { SourceError } from '../errors.ts';
import { type IssueCode, statusOf } from '../issues.ts';
import type { Issue, Limits, NotExamined, Source } from '../model.ts';
import { OpenFile } from './bytes.ts';
import { diskFile } from './disk-file.ts';
import { codeOfOpening } from './failure.ts';
import { fileKind } from './file-kind.ts';
import { readFolder } from './folder.ts';
import { joined, lacksPart, togetherByName } from './parts.ts';
import { findGiven, type Given } from './paths.ts';
import { sha256Of } from './sha256.ts';
import { type BoxKind, isBox } from './sniff.ts';

/**
 * Opens what was given, in the order of the paths however they were given. A source is a loose file, an archive, or a
 * folder; archives found in a folder are sources of their own, and of the parts of one download the first offers the files of all.
 * Each is closed when the next one is asked for.
 */
export async function* openSources(paths: readonly string[], reading: Reading): AsyncGenerator<Source> {
  const seen = new Set<string>();
  for (const given of togetherByName(await findGiven(paths), ({ path }) => path)) {
    for await (const sources of opened(given, reading)) {
      for (const source of joined(await withoutDuplicates(sources, seen))) {
        try {
          yield source;
        } finally {
          await source.close();
        }
      }
    }
  }
}

/** What was seen before is closed and says so; it is settled before parts are joined, so that no part takes another with it. */
async function withoutDuplicates(sources: readonly Source[], seen: Set<string>): Promise<Source[]> {
  const all: Source[] = [];
  for (const source of sources) {
    const isDuplicate = seen.has(source.sha256);
    if (isDuplicate) await source.close();
    all.push(isDuplicate ? withoutFiles(source, 'duplicate') : source);
    if (statusOf(source.issues) !== 'unreadable') seen.add(source.sha256);
  }
  return all;
}

/** How what was given may be read. */
export interface Reading {
  readonly limits: Limits;
  /** Of a folder, its loose files only: somebody else sees to the archives in it. */
  readonly looseFilesOnly?: boolean;
  /** Tried on locked archives. */
  readonly passwords?: readonly string[];
  /** Documents and media given by themselves are offered as files, not turned away. */
  readonly documents?: boolean;
}

const DOCUMENTS: readonly IssueCode[] = ['pdf', 'office-document', 'media-file'];

/** Sources that are read together; a folder holds several such groups. */
async function* opened(together: readonly Given[], reading: Reading): AsyncGenerator<Source[]> {
  const files = together.filter(({ what }) => what === 'file');
  if (files.length > 0)
    yield await openParts(
      files.map(({ path }) => path),
      reading,
    );
  for (const given of together) {
    if (given.what === 'nothing') yield [withoutFiles({ path: given.path }, given.code)];
    if (given.what === 'folder') yield* openFolder(given.path, reading);
  }
}

async function* openFolder(path: string, reading: Reading): AsyncGenerator<Source[]> {
  try {
    const { tree, archives } = await readFolder(path, reading.limits);
    if (tree) yield [tree];
    if (reading.looseFilesOnly) return;
    for (const parts of togetherByName(archives, (archive) => archive)) yield await openParts(parts, reading);
    if (!tree && archives.length === 0) yield [withoutFiles({ path }, 'empty-folder')];
  } catch (error) {
    yield [withoutFiles({ path }, codeOfOpening(error))];
  }
}

/** All parts of one download, or a file that is none. */
async function openParts(paths: readonly string[], reading: Reading): Promise<Source[]> {
  const sources: Source[] = [];
  for (const path of paths) sources.push(await openFile(path, reading));
  const [first, ...others] = sources;
  if (!first || !lacksPart(paths)) return sources;
  return [{ ...first, issues: [...first.issues, { code: 'part-missing' }] }, ...others];
}

async function openFile(path: string, reading: Reading): Promise<Source> {
  let file: OpenFile | undefined;
  let known: Known = { path };
  try {
    file = await OpenFile.open(path);
    known = { path, bytes: file.size, sha256: await sha256Of(file) };
    const kind = fileKind(file, basename(path));
    if (isBox(kind)) return await openArchive(file, kind, known, reading);
    await file.close();
    if (kind !== 'text') return withoutChats(known, kind, reading);
    return { ...withoutFiles(known), files: [diskFile(path, basename(path), file.size)] };
  } catch (error) {
    await file?.close();
    return withoutChats(known, codeOfOpening(error), reading);
  }
}

/** Not a text: a document to be read, or nothing at all. */
function withoutChats(known: Known, code: IssueCode, { documents }: Reading): Source {
  if (!documents || !DOCUMENTS.includes(code)) return withoutFiles(known, code);
  return { ...withoutFiles(known), files: [diskFile(known.path, basename(known.path), known.bytes ?? 0)] };
}

/** The file stays open until the source is closed. */
async function openArchive(
  file: OpenFile,
  kind: BoxKind,
  known: Known,
  { limits, passwords = [] }: Reading,
): Promise<Source> {
  const { readArchive } = await import('./archive.ts');
  const { files, notExamined, issues } = await readArchive(file, {
    name: basename(known.path),
    kind,
    limits,
    passwords,
  });
  if (files.length + issues.length === 0) throw new SourceError('empty-archive');
  const whole: Issue[] = files.length > 0 ? [] : [{ code: reasonForNothing(notExamined) }];
  const close = (): Promise<void> => file.close();
  return { ...withoutFiles(known), files, notExamined, issues: [...whole, ...issues], close };
}

function reasonForNothing(notExamined: readonly NotExamined[]): IssueCode {
  const all = (code: IssueCode) => notExamined.length > 0 && notExamined.every(({ reason }) => reason === code);
  if (all('entry-password-wrong')) return 'archive-password-wrong';
  return all('entry-encrypted') ? 'archive-encrypted' : 'nothing-readable';
}

type Known = Pick<Source, 'path'> & Partial<Pick<Source, 'bytes' | 'sha256'>>;

function withoutFiles({ path, bytes = 0, sha256 = '' }: Known, code?: IssueCode): Source {
  const issues = code === undefined ? [] : [{ code }];
  return { path, sha256, bytes, files: [], issues, notExamined: [], close: async () => undefined };
}
