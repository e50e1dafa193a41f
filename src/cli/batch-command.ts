// `ig-scan batch PATH… --out FOLDER`: thousands of archives, one after the other, in several processes. It may be stopped at any moment,
// by whatever; the same command goes on where it stopped.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readTraces, runBatch } from '../batch/batch.ts';
import { crewOf } from '../batch/crew.ts';
import { writeWhole } from '../batch/journal.ts';
import { type RollUp, rollUp } from '../batch/roll-up.ts';
import { rollUpJson } from '../batch/roll-up-json.ts';
import { totalsLines } from '../batch/roll-up-lines.ts';
import { rollUpPage } from '../batch/roll-up-page.ts';
import { ScanError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import type { ToolRecord } from '../model.ts';
import { redactor } from '../report/redact.ts';
import { findItems } from '../source/items.ts';
import { batchProgress } from './batch-progress.ts';
import { notices } from './config/notices.ts';
import type { SettingFlags } from './config/options.ts';
import { SETTINGS } from './config/settings.ts';
import { settle } from './config/settle.ts';
import { newKeyFile, readKeyFile } from './key-file.ts';
import { loadNamed, toolRecord, wordingOf } from './knowledge.ts';
import { isAmong } from './outputs.ts';
import { type ReadingFlags, readingOf } from './reading-flags.ts';

export interface BatchFlags extends SettingFlags, ReadingFlags {
  readonly out: string;
  readonly jobs?: number;
  readonly maxMinutes: number;
  readonly maxMemory: number;
  readonly quiet?: boolean;
}

/** Scans and rolls up; returns the exit code of the contract. Throws ScanError for wrong usage, before anything is read. */
export async function runBatchCommand(paths: readonly string[], typed: BatchFlags, version: string): Promise<number> {
  const settled = await settle(typed, paths);
  const quiet = typed.quiet === true;
  for (const line of notices(settled, quiet)) process.stderr.write(`${line}\n`);
  const flags: BatchFlags = { ...typed, ...settled.values };
  guard(flags, paths);
  const { limits } = readingOf(flags);
  const { pack, knowledge } = await loadNamed(flags);
  const indexKey = keyFor(flags);
  const tool = toolRecord(pack, version);
  const { path: shown } = redactor([], knowledge.findIdentifying);
  const items = await findItems(paths, limits);
  const crew = crewOf({ flags, version, indexKey }, { minutes: flags.maxMinutes, megabytes: flags.maxMemory });
  const progress = batchProgress(process.stderr, quiet);
  const release = onInterrupt(() => {
    crew.stop();
    progress.end();
    process.stderr.write('ig-scan: stopped. What was finished is kept; the same command goes on from there.\n');
  });
  try {
    const jobs = flags.jobs ?? availableParallelism();
    const how = { folder: flags.out, settings: settingsHash(flags, tool), jobs, tool, wording: wordingOf(pack), shown };
    const finished = await runBatch(items, how, crew, progress.show);
    progress.end();
    const roll = rollUp(finished, readTraces(flags.out, finished));
    await writeRollUp(flags.out, roll, tool);
    if (!quiet) print(flags.out, roll);
    return codeOf(roll, flags);
  } finally {
    crew.stop();
    release();
  }
}

/** Throws ScanError for what does not go together. */
function guard({ out, baseline, key }: BatchFlags, paths: readonly string[]): void {
  if (isAmong(out, paths))
    throw new ScanError(
      'The folder of the batch would stand among the files to be scanned.',
      'Give --out a folder elsewhere.',
      5,
    );
  if (key !== undefined && isAmong(key, paths))
    throw new ScanError(
      'The key file stands among the files to be scanned.',
      'Keep the key apart from the evidence, or whoever gets the evidence has the key.',
      4,
    );
  if (baseline !== undefined)
    throw new ScanError(
      'A batch does not use a baseline: what is accepted changes from day to day, and its reports must not.',
      'Leave --baseline out, or name another configuration with --config.',
    );
}

/** The key of the case, or one of the batch's own, by which messages are compared and which no report needs. */
function keyFor({ key, out }: BatchFlags): string {
  if (key !== undefined) return key;
  try {
    mkdirSync(out, { recursive: true, mode: 0o700 });
  } catch {
    throw new ScanError('The folder of the batch cannot be made.', 'Give --out the path of a folder, not of a file.');
  }
  const own = join(out, 'traces.key');
  if (!existsSync(own)) newKeyFile(own);
  return own;
}

/** Of all that decides what a scan says, the content of files that are named included. */
function settingsHash(flags: BatchFlags, tool: ToolRecord): string {
  const { failOn: _, out: _out, jobs: _jobs, quiet: _quiet, maxMinutes: _minutes, maxMemory: _memory, ...rest } = flags;
  const { holds, staff, passwordFile, key, ...settings } = rest;
  const files = [holds, staff, passwordFile].map((path) => (path === undefined ? '' : sha256(readFileSync(path))));
  const keyId = key === undefined ? '' : readKeyFile(key, () => {}).id;
  return sha256(JSON.stringify([tool, files, keyId, Object.entries(settings).sort()]));
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

async function writeRollUp(folder: string, roll: RollUp, tool: ToolRecord): Promise<void> {
  await writeWhole(join(folder, 'batch.json'), [rollUpJson(roll, tool)]);
  await writeWhole(join(folder, 'batch.html'), [rollUpPage(roll, tool)]);
}

const MOST_PRINTED = 20;

function print(folder: string, roll: RollUp): void {
  const { needsAPerson } = roll;
  const shown = needsAPerson
    .slice(0, MOST_PRINTED)
    .flatMap(({ archive, report, why }) => [`  ${archive}  ->  ${report}`, ...why.map((line) => `      ${line}`)]);
  const more = needsAPerson.length - MOST_PRINTED;
  const rest = more > 0 ? [`  and ${more} more in batch.html`] : [];
  const lines = [...totalsLines(roll), ...shown, ...rest, `Roll-up: ${join(folder, 'batch.html')} and batch.json`];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function codeOf(
  { totals: { byStatus, urgent, bySeverity } }: RollUp,
  { failOn = SETTINGS.failOn.fallback }: BatchFlags,
): number {
  return exitCode({ sources: byStatus, urgent, bySeverity }, failOn);
}

/** Ends as the signal asks (130 or 143). */
function onInterrupt(stop: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const onSignal = (signal: NodeJS.Signals) => {
    stop();
    release();
    process.kill(process.pid, signal);
  };
  const release = () => {
    for (const signal of signals) process.removeListener(signal, onSignal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return release;
}
