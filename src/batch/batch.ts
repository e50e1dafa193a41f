// A batch from its paths to its roll-up: which archives there are, which are done already, which go to a worker now, and what came of all.
// What it leaves in its folder is the same whether it ran through or was stopped and taken up again a hundred times:
//
//   reports/   a JSON report for each archive, named by the hash of the archive and of the settings
//   traces/    keyed fingerprints by which archives are compared
//   journal.ndjson, batch.json, batch.html

import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { IssueCode } from '../issues.ts';
import type { SourceRecord, ToolRecord } from '../model.ts';
import { openJson } from '../report/json.ts';
import type { Wording } from '../report/report.ts';
import { tally } from '../report/tally.ts';
import { type Item, sha256OfItem } from '../source/items.ts';
import type { Crew } from './crew.ts';
import type { Outcome } from './job.ts';
import { type Entry, type Journal, openJournal, writeWhole } from './journal.ts';
import type { Traces } from './traces.ts';

export interface BatchOptions {
  /** Of the batch; made where it is missing. */
  readonly folder: string;
  /** Hash of everything that decides what a scan says. */
  readonly settings: string;
  /** Archives at a time. */
  readonly jobs: number;
  readonly tool: ToolRecord;
  readonly wording: Wording;
  /** A path as reports may show it. */
  readonly shown: (path: string) => string;
}

/** An archive and what came of it. */
export interface Finished {
  readonly item: Item;
  readonly entry: Entry;
  /** Path of the item with the same bytes, which was scanned in its place. */
  readonly sameAs?: string;
}

export interface Progress {
  readonly finished: number;
  readonly items: number;
  readonly bytes: number;
  readonly bytesInAll: number;
  /** Finished in an earlier run of this batch. */
  readonly before: number;
  readonly unread: number;
}

/** Scans what is not done yet. Sorted by path. */
export async function runBatch(
  items: readonly Item[],
  options: BatchOptions,
  crew: Crew,
  progress: (so: Progress) => void = () => {},
): Promise<readonly Finished[]> {
  makeFolders(options.folder);
  const journal = await openJournal(options.folder);
  const finished: Finished[] = [];
  const bySha = new Map<string, { readonly path: string; readonly entry: Promise<Entry> }>();
  const bytesInAll = items.reduce((sum, { bytes }) => sum + bytes, 0);
  let [bytes, before, unread] = [0, 0, 0];
  const note = (one: Finished) => {
    finished.push(one);
    bytes += one.item.bytes;
    if (one.entry.outcome.source.status !== 'read') unread += 1;
    progress({ finished: finished.length, items: items.length, bytes, bytesInAll, before, unread });
  };
  const waiting = largestFirst(items).entries();
  const takeNext = async (): Promise<void> => {
    for (const [number, item] of waiting) {
      const sha256 = (await sha256OfItem(item)) ?? '';
      const other = sha256 === '' ? undefined : bySha.get(sha256);
      if (other) {
        note({ item, entry: await other.entry, sameAs: other.path });
        continue;
      }
      const known = sha256 === '' ? undefined : journal.find(sha256, options.settings);
      if (known) before += 1;
      const entry = known ? Promise.resolve(known) : scanned({ item, sha256, number }, options, crew, journal);
      if (sha256 !== '') bySha.set(sha256, { path: item.path, entry });
      note({ item, entry: await entry });
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, takeNext));
  const inOrder = finished.sort((a, b) => (a.item.path < b.item.path ? -1 : 1));
  await journal.close(inOrder.filter(({ sameAs }) => sameAs === undefined).map(({ entry }) => entry));
  return inOrder;
}

/** What is left over from a run that was killed goes: it is half of something. */
function makeFolders(folder: string): void {
  for (const name of ['reports', 'traces']) {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    for (const file of readdirSync(path)) if (file.endsWith('.partial')) rmSync(join(path, file), { force: true });
  }
}

/** The largest is not to be the last, while all other workers stand idle; the same bytes in the order of their paths. */
function largestFirst(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
}

interface Task {
  readonly item: Item;
  /** '' where the item cannot be read. */
  readonly sha256: string;
  readonly number: number;
}

async function scanned(
  { item, sha256, number }: Task,
  options: BatchOptions,
  crew: Crew,
  journal: Journal,
): Promise<Entry> {
  const { folder, settings } = options;
  const name =
    sha256 === '' ? `unread-${String(number + 1).padStart(5, '0')}` : `${sha256.slice(0, 16)}-${settings.slice(0, 8)}`;
  const report = `${name}.json`;
  const path = join(folder, 'reports', report);
  const answer = await crew.scan({ item, report: path, traces: tracesPath(folder, report) });
  const outcome = 'givenUp' in answer ? await givenUp(item, sha256, answer.givenUp, path, options) : answer;
  const entry = { sha256, settings, report, reportBytes: readFileSync(path).length, outcome };
  if (sha256 !== '') await journal.add(entry);
  return entry;
}

const tracesPath = (folder: string, report: string): string =>
  join(folder, 'traces', report.replace(/json$/, 'ndjson'));

/** An archive that breaks the scan is recorded as not read, in a report like any other. */
async function givenUp(
  { path, bytes }: Item,
  sha256: string,
  code: IssueCode,
  report: string,
  { tool, wording, shown }: BatchOptions,
): Promise<Outcome> {
  const source: SourceRecord = { path: shown(path), sha256, bytes, status: 'unreadable', issues: [{ code }] };
  const totals = tally();
  totals.source(source);
  const summary = totals.summary();
  const writer = openJson(tool, wording, { color: false, width: 0 });
  await writeWhole(report, [writer.source(source), String(await writer.end(summary))]);
  return { source, chats: [], summary };
}

/** The traces of all archives, chats in order. */
export function readTraces(folder: string, finished: readonly Finished[]): readonly Traces[] {
  return finished
    .filter(({ sameAs }) => sameAs === undefined)
    .flatMap(({ entry }) => tracesIn(tracesPath(folder, entry.report)));
}

function tracesIn(path: string): readonly Traces[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Traces);
  } catch {
    return [];
  }
}
