// Archives that are parts of one download and lie in one folder are read as if they were one archive. Each part is listed with its own
// SHA-256 all the same.

import { basename, dirname } from 'node:path';
import { partOf } from '../download-parts.ts';
import type { Source, SourceFile } from '../model.ts';
import { byPath } from './inventory.ts';

const partIn = (path: string) => partOf(basename(path).replace(/\.(?:zip|tgz)$/i, ''));

/** What was given, what belongs to one download being together, where its first part stands. */
export function togetherByName<Item>(items: readonly Item[], pathOf: (item: Item) => string): Item[][] {
  const groups = new Map<unknown, Item[]>();
  for (const item of items) {
    const path = pathOf(item);
    const part = partIn(path);
    const key = part ? `${dirname(path)}/${part.download}` : item;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/** True when the numbers of the parts leave a gap, so that one at least was not handed in. */
export function lacksPart(paths: readonly string[]): boolean {
  const numbers = new Set(paths.map((path) => partIn(path)?.number ?? 0));
  return Math.max(...numbers) > numbers.size;
}

/** The parts as sources of their own, all files being offered by the first that has any; closing that one closes all. */
export function joined(parts: readonly Source[]): Source[] {
  const readable = parts.filter(({ files }) => files.length > 0);
  const [first] = readable;
  if (!first || readable.length < 2) return [...parts];
  const close = async (): Promise<void> => {
    for (const part of readable) await part.close();
  };
  return parts.map((part) => {
    if (!readable.includes(part)) return part;
    const issues = [...part.issues, { code: 'part-of-download' } as const];
    return part === first
      ? { ...part, issues, files: filesOf(readable), close }
      : { ...part, issues, files: [], close: async () => undefined };
  });
}

/** A path that an earlier part has as well gets the name of its archive in front: nothing is left out, nothing is confused. */
function filesOf(parts: readonly Source[]): readonly SourceFile[] {
  const taken = new Set<string>();
  const files: SourceFile[] = [];
  for (const part of parts) {
    for (const file of part.files) {
      const path = taken.has(file.path) ? `${basename(part.path)}!/${file.path}` : file.path;
      taken.add(path);
      files.push({ ...file, path });
    }
  }
  return files.sort(byPath);
}
