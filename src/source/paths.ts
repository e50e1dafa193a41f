// What the user typed: files, folders and patterns such as `exports/*.zip` (Windows does not expand those itself).
// Each thing is found once, however often and under whatever name it was given, and in an order of its own.

import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { IssueCode } from '../issues.ts';
import { codeOfOpening } from './failure.ts';
import { byPath } from './inventory.ts';
import { isLeftover } from './leftovers.ts';

export type Given =
  | { readonly what: 'file' | 'folder'; readonly path: string; readonly real: string }
  | { readonly what: 'nothing'; readonly path: string; readonly code: IssueCode };

/** Sorted by path. What lies in a folder that was given too is left to that folder. */
export async function findGiven(paths: readonly string[]): Promise<readonly Given[]> {
  const all: Given[] = [];
  for (const path of paths) all.push(...(await findOne(path)));
  const folders = all.flatMap((given) => (given.what === 'folder' ? [withSeparator(given.real)] : []));
  const seen = new Set<string>();
  return all.sort(byPath).filter((given) => {
    const identity = given.what === 'nothing' ? given.path : given.real;
    const isLeftToFolder = given.what !== 'nothing' && folders.some((folder) => isBelow(identity, folder));
    if (isLeftToFolder || seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function isBelow(path: string, folder: string): boolean {
  return path !== folder && path.startsWith(folder);
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}

/** A path that exists is what it says, even when it looks like a pattern: `chat [1].zip`. */
async function findOne(path: string): Promise<readonly Given[]> {
  const given = await lookUp(path);
  if (given.what !== 'nothing' || !/[*?[\]{}()!]/.test(path)) return [given];
  const matches = (await expand(path)).filter((match) => !isLeftover(match));
  return matches.length === 0 ? [given] : Promise.all(matches.map(lookUp));
}

async function lookUp(path: string): Promise<Given> {
  try {
    const about = await stat(path);
    // A pipe or device could keep us waiting for ever, and is never an export.
    if (!about.isFile() && !about.isDirectory()) return { what: 'nothing', path, code: 'binary-file' };
    return { what: about.isFile() ? 'file' : 'folder', path, real: await realpath(path) };
  } catch (error) {
    return { what: 'nothing', path, code: codeOfOpening(error) };
  }
}

/** Backslashes separate folders: with literal names taken as they are, there is nothing left to escape. */
async function expand(pattern: string): Promise<readonly string[]> {
  const { default: glob } = await import('fast-glob');
  try {
    return await glob(pattern.replaceAll('\\', '/'), {
      onlyFiles: false,
      followSymbolicLinks: false,
      suppressErrors: true,
    });
  } catch {
    // Not a pattern after all, or one that stands for more names than can be tried.
    return [];
  }
}
