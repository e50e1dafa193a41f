// What a batch is made of: every archive and loose file that was given, every archive in a given folder, and the loose files of each
// such folder together. One item is read without the others, so that a batch can be stopped and taken up again between any two.

import { stat } from 'node:fs/promises';
import type { Limits } from '../model.ts';
import { OpenFile } from './bytes.ts';
import { readFolder } from './folder.ts';
import { togetherByName } from './parts.ts';
import { findGiven } from './paths.ts';
import { sha256Of, sha256OfText } from './sha256.ts';

export interface Item {
  readonly path: string;
  /** All parts of a download that is in several archives, the first of them at `path`. */
  readonly parts?: readonly string[];
  /** `loose`: the files of a folder that lie beside its archives. */
  readonly what: 'file' | 'loose' | 'nothing';
  readonly bytes: number;
  /** Of the loose files of a folder, which have to be read to be found; of a file it is asked for when its turn comes. */
  readonly sha256?: string;
}

/** Sorted by path, each thing once. What cannot be opened is an item too: its turn will tell why. */
export async function findItems(paths: readonly string[], limits: Limits): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (const together of togetherByName(await findGiven(paths), ({ path }) => path)) {
    const files = together.filter(({ what }) => what === 'file').map(({ path }) => path);
    if (files.length > 0) items.push(await fileItem(files));
    for (const { what, path } of together) {
      if (what === 'folder') items.push(...(await inFolder(path, limits)));
      if (what === 'nothing') items.push({ path, what, bytes: 0 });
    }
  }
  return items;
}

async function inFolder(path: string, limits: Limits): Promise<readonly Item[]> {
  try {
    const { tree, archives } = await readFolder(path, limits);
    const loose: Item[] = tree ? [{ path, what: 'loose', bytes: tree.bytes, sha256: tree.sha256 }] : [];
    const groups = togetherByName(archives, (archive) => archive);
    const files = await Promise.all(groups.map(fileItem));
    return loose.length + files.length > 0 ? [...loose, ...files] : [{ path, what: 'nothing', bytes: 0 }];
  } catch {
    return [{ path, what: 'nothing', bytes: 0 }];
  }
}

async function fileItem(paths: readonly string[]): Promise<Item> {
  const [path = ''] = paths;
  try {
    const sizes = await Promise.all(paths.map(async (one) => (await stat(one)).size));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return { path, what: 'file', bytes, ...(paths.length > 1 && { parts: paths }) };
  } catch {
    return { path, what: 'nothing', bytes: 0 };
  }
}

/** SHA-256 of what an item holds, of several parts that of their hashes; undefined when that cannot be read. */
export async function sha256OfItem({ path, what, sha256, parts }: Item): Promise<string | undefined> {
  if (what !== 'file') return sha256;
  if (!parts) return sha256OfFile(path);
  const hashes = await Promise.all(parts.map(sha256OfFile));
  return hashes.includes(undefined) ? undefined : sha256OfText(hashes.join('\n'));
}

async function sha256OfFile(path: string): Promise<string | undefined> {
  let file: OpenFile | undefined;
  try {
    file = await OpenFile.open(path);
    return await sha256Of(file);
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}
