// A folder: all its files together are one source, a chat with its media beside it just like an archive.
// Archives in it are not part of it: each is a source of its own.

import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { Limits, Source } from '../model.ts';
import { OpenFile } from './bytes.ts';
import { diskFile } from './disk-file.ts';
import { codeOfOpening } from './failure.ts';
import { fileKind, isOfficeFile } from './file-kind.ts';
import { Inventory } from './inventory.ts';
import { isLeftover } from './leftovers.ts';
import { sha256Of, sha256OfText } from './sha256.ts';
import { isArchive } from './sniff.ts';

export interface Folder {
  /** Undefined when there is nothing in it besides archives. */
  readonly tree: Source | undefined;
  /** Paths of the archives in it, sorted; they begin with the path of the folder. */
  readonly archives: readonly string[];
}

/** Reads a folder with all its subfolders. Throws the error of the system when the folder itself cannot be listed. */
export async function readFolder(path: string, limits: Limits): Promise<Folder> {
  const inventory = new Inventory();
  const found = (await filesIn(path, '', inventory)).sort();
  if (found.length > limits.entries) inventory.note('limit-entries', found.length - limits.entries);
  const archives: string[] = [];
  const sums: string[] = [];
  let bytes = 0;
  for (const name of found.slice(0, limits.entries)) {
    const location = within(path, name);
    const seen = await examine(location, name, inventory);
    if (seen === 'archive') archives.push(location);
    if (seen === undefined || seen === 'archive') continue;
    inventory.offer(diskFile(location, name, seen.bytes));
    sums.push(`${seen.sha256}  ${name}\n`);
    bytes += seen.bytes;
  }
  const { files, notExamined } = inventory;
  if (files.length + notExamined.length === 0) return { tree: undefined, archives };
  if (files.length + archives.length === 0) inventory.note('nothing-readable');
  const { issues } = inventory;
  const sha256 = sha256OfText(sums.join(''));
  const besideArchives = archives.length > 0;
  const close = async (): Promise<void> => undefined;
  return { tree: { path, sha256, bytes, files, issues, notExamined, besideArchives, close }, archives };
}

function within(folder: string, name: string): string {
  return /[/\\]$/.test(folder) ? folder + name : `${folder}/${name}`;
}

/** Hashes a file, unless it is an archive; undefined when it cannot be read. */
async function examine(location: string, name: string, inventory: Inventory) {
  let file: OpenFile | undefined;
  try {
    file = await OpenFile.open(location);
    const kind = fileKind(file, name);
    if (isArchive(kind) && !(kind === 'zip' && (await isOfficeFile(file)))) return 'archive';
    return { sha256: await sha256Of(file), bytes: file.size };
  } catch (error) {
    inventory.leaveOut(name, 'file', codeOfOpening(error));
    return undefined;
  } finally {
    await file?.close();
  }
}

/** Paths of all files below `folder`/`inside`, relative to `folder`. Links are not followed: they may lead anywhere. */
async function filesIn(folder: string, inside: string, inventory: Inventory): Promise<string[]> {
  const files: string[] = [];
  for (const item of await listed(folder, inside, inventory)) {
    const name = inside === '' ? item.name : `${inside}/${item.name}`;
    if (isLeftover(name)) continue;
    if (item.isDirectory()) files.push(...(await filesIn(folder, name, inventory)));
    else if (item.isFile()) files.push(name);
    else inventory.leaveOut(name, 'file', item.isSymbolicLink() ? 'link-not-followed' : 'file-unreadable');
  }
  return files;
}

async function listed(folder: string, inside: string, inventory: Inventory): Promise<Dirent[]> {
  try {
    return await readdir(inside === '' ? folder : within(folder, inside), { withFileTypes: true });
  } catch (error) {
    if (inside === '') throw error;
    inventory.leaveOut(inside, 'file', codeOfOpening(error));
    return [];
  }
}
