// The journal of a batch: one line for each archive that is finished. A batch that was stopped, whatever stopped it, begins again by
// reading it: what stands there, with the same settings and with its report in place, is not done again. A line that was cut off in the
// middle is as good as none. The report is on the disk before its line is written, so a line never promises too much.

import { existsSync, statSync } from 'node:fs';
import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from './job.ts';

export interface Entry {
  /** Of the archive. */
  readonly sha256: string;
  /** Of everything that decides what a scan says: version, patterns, policy, settings, key. */
  readonly settings: string;
  /** File name of its report, in `reports/`. */
  readonly report: string;
  readonly reportBytes: number;
  readonly outcome: Outcome;
}

export interface Journal {
  /** The entry of an archive that was finished with these settings and whose report still stands there. */
  find(sha256: string, settings: string): Entry | undefined;
  /** Returns once the line is on the disk. */
  add(entry: Entry): Promise<void>;
  /** Leaves a journal that holds these entries alone, in this order. */
  close(entries: readonly Entry[]): Promise<void>;
}

/** Opens the journal in the folder of a batch, which must exist. */
export async function openJournal(folder: string): Promise<Journal> {
  const path = join(folder, 'journal.ndjson');
  const known = new Map((await readEntries(path)).map((entry) => [keyOf(entry.sha256, entry.settings), entry]));
  const file = await open(path, 'a', 0o600);
  return {
    find: (sha256, settings) => {
      const entry = known.get(keyOf(sha256, settings));
      return entry && isThere(join(folder, 'reports', entry.report), entry.reportBytes) ? entry : undefined;
    },
    // The line feed before it ends a line that a crash may have cut off.
    add: (entry) => append(file, `\n${JSON.stringify(entry)}\n`),
    close: async (entries) => {
      await file.close();
      await writeWhole(
        path,
        entries.map((entry) => `${JSON.stringify(entry)}\n`),
      );
    },
  };
}

const keyOf = (sha256: string, settings: string): string => `${sha256} ${settings}`;

const isThere = (path: string, bytes: number): boolean => existsSync(path) && statSync(path).size === bytes;

async function readEntries(path: string): Promise<readonly Entry[]> {
  if (!existsSync(path)) return [];
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Entry];
    } catch {
      return [];
    }
  });
}

async function append(file: FileHandle, text: string): Promise<void> {
  await file.appendFile(text);
  await file.datasync();
}

/** Writes a file under another name, sees it onto the disk and gives it its own: it is there whole or not at all. */
export async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  const file = await open(partial, 'w', 0o600);
  try {
    for (const piece of pieces) await file.appendFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}
