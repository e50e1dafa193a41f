// `ig-scan PATH…`: from the flags to a finished scan and its exit code.

import { exitCode } from '../exit-code.ts';
import { redactor } from '../report/redact.ts';
import { scan } from '../scan.ts';
import { caseOf, checkCaseFlags } from './case-flags.ts';
import { type ChannelFlags, channelFrom } from './channel.ts';
import { columnMapFrom } from './column-map.ts';
import { notices } from './config/notices.ts';
import type { SettingFlags } from './config/options.ts';
import { SETTINGS, type Values } from './config/settings.ts';
import { settle } from './config/settle.ts';
import { knowledgeOf, namedPolicy, packWith, toolRecord, wordingOf } from './knowledge.ts';
import { limitsFrom } from './limits.ts';
import { guardScreen, type Sink } from './outputs.ts';
import { passwordsIn } from './passwords.ts';
import { progressLine } from './progress.ts';
import { openFile, openReports, packsOf, type ReportFlags, recordPaths, reportFiles, writeTo } from './report-files.ts';
import { runRecorder, type WrittenFile } from './run-record.ts';

export interface ScanFlags extends ReportFlags, SettingFlags, ChannelFlags {
  readonly passwordFile?: string;
  readonly map?: string;
}

/** Scans and reports; returns the exit code of the contract. Throws ScanError for wrong usage, before anything is read. */
export async function runScan(paths: readonly string[], typed: ScanFlags, version: string): Promise<number> {
  const settled = await settle(typed, paths);
  for (const line of notices(settled, typed.quiet === true)) process.stderr.write(`${line}\n`);
  // What is typed, with what the configuration and the defaults add to it.
  const flags: ScanFlags = { ...typed, ...settled.values };
  const limits = limitsFrom(flags);
  checkCaseFlags(flags, paths);
  const columns = columnMapFrom(flags.map);
  const channel = channelFrom(flags);
  const passwords = flags.passwordFile === undefined ? [] : passwordsIn(flags.passwordFile);
  const files = reportFiles(paths, flags);
  const packs = await packsOf(paths, flags);
  const { pack, knowledge } = await loadNamed(flags);
  const mask = redactor([], knowledge.findIdentifying);
  const known = await caseOf(flags, mask.remark, say);
  const tool = toolRecord(pack, version);
  if (!flags.quiet) guardScreen(flags.format, process.stdout);
  const recorder = runRecorder({ tool, paths, typed, flags, mask, keyId: known.key?.id, today: known.today });
  const progress = progressLine(process.stderr, flags.quiet === true);
  const opened: Sink[] = [];
  const undo = () => Promise.all(opened.map((sink) => sink.abandon()));
  const release = onInterrupt(undo);
  try {
    const reports = await openReports(files, packs, flags, tool, wordingOf(pack), opened);
    const records = await Promise.all(recordPaths(files, flags).map((path) => openFile(path, opened)));
    const notes = [recorder.output, ...(known.newBaseline ? [known.newBaseline.output] : [])];
    const { dateOrder, failOn = SETTINGS.failOn.fallback } = flags;
    const { key, baseline } = known;
    const forCase = { ...(key && { key }), ...(baseline && { baseline }) };
    const reading = { limits, passwords, channel, ...(dateOrder && { dateOrder }), ...(columns && { columns }) };
    const options = { ...reading, ...forCase };
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
    if (records.length > 0) {
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

/** What the settings name. The code of a register or list is loaded only when one is named. */
async function loadNamed({ patterns, policy, comparePolicy, holds, staff }: Values) {
  const pack = await packWith(patterns, policy);
  const knowledge = knowledgeOf(pack, {
    ...(holds !== undefined && { holds: (await import('../load-holds.ts')).readHoldRegister(holds) }),
    ...(staff !== undefined && { staff: (await import('../load-staff.ts')).readStaffList(staff) }),
    ...(comparePolicy !== undefined && { compared: namedPolicy(comparePolicy, pack) }),
  });
  return { pack, knowledge };
}

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
