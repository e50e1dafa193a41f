// `ig-scan PATH…`: from the flags to a finished scan and its exit code.

import { exitCode } from '../exit-code.ts';
import { redactor } from '../report/redact.ts';
import { scan } from '../scan.ts';
import { caseOf, checkCaseFlags } from './case-flags.ts';
import { notices } from './config/notices.ts';
import type { SettingFlags } from './config/options.ts';
import { SETTINGS } from './config/settings.ts';
import { settle } from './config/settle.ts';
import { loadNamed, toolRecord, wordingOf } from './knowledge.ts';
import { guardScreen, type Sink } from './outputs.ts';
import { progressLine } from './progress.ts';
import { type ReadingFlags, readingOf } from './reading-flags.ts';
import { openFile, openReports, packsOf, type ReportFlags, recordPaths, reportFiles, writeTo } from './report-files.ts';
import type { WrittenFile } from './run-record.ts';

export interface ScanFlags extends ReportFlags, SettingFlags, ReadingFlags {}

/** Scans and reports; returns the exit code of the contract. Throws ScanError for wrong usage, before anything is read. */
export async function runScan(paths: readonly string[], typed: ScanFlags, version: string): Promise<number> {
  const settled = await settle(typed, paths);
  for (const line of notices(settled, typed.quiet === true)) process.stderr.write(`${line}\n`);
  // What is typed, with what the configuration and the defaults add to it.
  const flags: ScanFlags = { ...typed, ...settled.values };
  const reading = readingOf(flags);
  checkCaseFlags(flags, paths);
  const files = reportFiles(paths, flags);
  const packs = await packsOf(paths, flags);
  const { pack, knowledge } = await loadNamed(flags);
  const mask = redactor([], knowledge.findIdentifying);
  const known = await caseOf(flags, mask.remark, say);
  const tool = toolRecord(pack, version);
  if (!flags.quiet) guardScreen(flags.format, process.stdout);
  const recordsTo = recordPaths(files, flags);
  const about = { tool, paths, typed, flags, mask, keyId: known.key?.id, today: known.today };
  const recorder = recordsTo.length > 0 ? (await import('./run-record.ts')).runRecorder(about) : undefined;
  const progress = progressLine(process.stderr, flags.quiet === true);
  const opened: Sink[] = [];
  const undo = () => Promise.all(opened.map((sink) => sink.abandon()));
  const release = onInterrupt(undo);
  try {
    const reports = await openReports(files, packs, flags, tool, wordingOf(pack), opened);
    const records = await Promise.all(recordsTo.map((path) => openFile(path, opened)));
    const notes = [recorder, known.newBaseline].flatMap((one) => (one ? [one.output] : []));
    const { failOn = SETTINGS.failOn.fallback } = flags;
    const { key, baseline } = known;
    const options = { ...reading, ...(key && { key }), ...(baseline && { baseline }) };
    const summary = await scan(paths, options, knowledge, [...reports.outputs, ...notes], progress.show);
    progress.clear();
    for (const sink of reports.sinks) await sink.close();
    const written: WrittenFile[] = files.map(({ format, path, reveals }) => ({ format, path, revealed: reveals }));
    for (const path of packs?.written ?? []) written.push({ format: 'pack', path, revealed: false });
    if (known.newBaseline) {
      const { path, text } = known.newBaseline;
      await writeTo(await openFile(path, opened), text());
      written.push({ format: 'baseline', path, revealed: false });
    }
    const code = exitCode(summary, failOn);
    if (recorder) {
      const text = await recorder.text(written, code);
      for (const sink of records) await writeTo(sink, text);
    }
    return code;
  } catch (error) {
    progress.clear();
    await undo();
    throw error;
  } finally {
    release();
  }
}

const say = (sentence: string) => process.stderr.write(`ig-scan: ${sentence}\n`);

/** An interrupted scan takes its half-written reports back, then ends as the signal asks (130 or 143). */
function onInterrupt(undo: () => Promise<unknown>): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = (signal: NodeJS.Signals) => {
    release();
    undo().finally(() => process.kill(process.pid, signal));
  };
  const release = () => {
    for (const signal of signals) process.removeListener(signal, stop);
  };
  for (const signal of signals) process.on(signal, stop);
  return release;
}
