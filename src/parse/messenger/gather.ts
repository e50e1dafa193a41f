// The files of one thread: message_1 to message_12 in its folder, 1 being the newest; of a download in several parts the folder stands in
// each of them.

import { acrossParts } from '../../download-parts.ts';
import type { Issue, SourceFile } from '../../model.ts';
import { folderOf } from '../media.ts';

/** `message_12.json`, or `.html`, in the folder of its thread. */
const IN_THREAD = /(?:^|\/)message_(\d+)\.(?:json|html?)$/i;

export const isInThread = (path: string): boolean => IN_THREAD.test(path);

type Placed = Pick<SourceFile, 'path'>;
const numberOf = ({ path }: Placed): number => Number(IN_THREAD.exec(path)?.[1] ?? 0);

/** Groups files by thread, oldest first; a file named otherwise stands alone. */
export const gatherThreads = (files: readonly SourceFile[]): SourceFile[][] =>
  // The same number twice: two downloads of one day rather than two parts of one.
  grouped(files, acrossParts).flatMap((thread) =>
    new Set(thread.map(numberOf)).size === thread.length ? [thread] : grouped(thread, (folder) => folder),
  );

function grouped(files: readonly SourceFile[], placeOf: (folder: string) => string): SourceFile[][] {
  const threads = new Map<string, SourceFile[]>();
  for (const file of files) {
    const key = isInThread(file.path) ? placeOf(folderOf(file.path)) : `${file.path}!`;
    threads.set(key, [...(threads.get(key) ?? []), file]);
  }
  return [...threads.values()].map((thread) => thread.sort((x, y) => numberOf(y) - numberOf(x)));
}

/** Says so where the numbers of a thread leave a gap: message_2 without message_1 is not the whole chat. */
export const gapsIn = (thread: readonly Placed[]): Issue[] =>
  Math.max(...thread.map(numberOf)) > thread.length ? [{ code: 'part-missing' }] : [];
