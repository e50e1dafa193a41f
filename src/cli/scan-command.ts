// `ig-scan PATH…`: from the flags to a finished scan and its exit code.

import { exitCode } from '../exit-code.ts';
import { FORMATS, type FormatId } from '../report/formats.ts';
import { type Output, scan } from '../scan.ts';
import { notices } from './config/notices.ts';
import type { SettingFlags } from './config/options.ts';
import { SETTINGS, type Values } from './config/settings.ts';
import { settle } from './config/settle.ts';
import { knowledgeOf, packWith, toolRecord, wordingOf } from './knowledge.ts';
import { limitsFrom } from './limits.ts';
import { fileSink, fileTarget, guardEvidence, guardScreen, type Sink, screenSink } from './outputs.ts';
import { progressLine } from './progress.ts';

export interface ScanFlags extends SettingFlags {
  readonly format: FormatId;
  readonly out?: readonly string[];
  readonly quiet?: boolean;
  readonly color: 'auto' | 'always' | 'never';
}

/** Scans and reports; returns the exit code of the contract. Throws ScanError for wrong usage, before anything is read. */
export async function runScan(paths: readonly string[], flags: ScanFlags, version: string): Promise<number> {
  const settled = await settle(flags, paths);
  for (const line of notices(settled, flags.quiet === true)) process.stderr.write(`${line}\n`);
  const { values } = settled;
  const limits = limitsFrom(values);
  const targets = (flags.out ?? []).map(fileTarget);
  guardEvidence(targets, paths);
  const { pack, knowledge } = await loadNamed(values);
  const tool = toolRecord(pack, version);
  const open = async (format: FormatId, sink: Sink, color: boolean): Promise<Output> => ({
    writer: await FORMATS[format].open(tool, wordingOf(pack), {
      color,
      width: widthOf(process.stdout),
      ...(values.contact === undefined ? {} : { contact: values.contact }),
    }),
    write: sink.write,
  });
  if (!flags.quiet) guardScreen(flags.format, process.stdout);
  const sinks: Sink[] = [];
  const outputs: Output[] = [];
  if (!flags.quiet) {
    const screen = screenSink(process.stdout);
    sinks.push(screen);
    outputs.push(await open(flags.format, screen, wantsColor(flags.color, process.stdout)));
  }
  const progress = progressLine(process.stderr, flags.quiet === true);
  const undo = () => Promise.all(sinks.map((sink) => sink.abandon()));
  const release = onInterrupt(undo);
  try {
    for (const { format, path } of targets) {
      const sink = await fileSink(path);
      sinks.push(sink);
      outputs.push(await open(format, sink, false));
    }
    const { dateOrder, failOn = SETTINGS.failOn.fallback } = values;
    const summary = await scan(
      paths,
      { limits, ...(dateOrder ? { dateOrder } : {}) },
      knowledge,
      outputs,
      progress.show,
    );
    progress.clear();
    for (const sink of sinks) await sink.close();
    return exitCode(summary, failOn);
  } catch (error) {
    progress.clear();
    await undo();
    throw error;
  } finally {
    release();
  }
}

/** What the settings name. The code of a register or list is loaded only when one is named. */
async function loadNamed({ patterns, policy, holds, staff }: Values) {
  const pack = await packWith(patterns, policy);
  const register = holds === undefined ? undefined : (await import('../load-holds.ts')).readHoldRegister(holds);
  const staffList = staff === undefined ? undefined : (await import('../load-staff.ts')).readStaffList(staff);
  return { pack, knowledge: knowledgeOf(pack, register, staffList) };
}

/** NO_COLOR (no-color.org) and a stream that is no terminal switch colour off, --color decides over both. */
function wantsColor(when: ScanFlags['color'], stream: NodeJS.WriteStream): boolean {
  if (when !== 'auto') return when === 'always';
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

const widthOf = (stream: NodeJS.WriteStream): number => Math.min(100, Math.max(60, stream.columns ?? 100));

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
