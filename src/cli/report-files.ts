// The files that a scan writes besides the screen: masked reports, revealed ones with their run records. All are named and judged before
// anything is read, so that no run ends with half of them.

import type { ToolRecord } from '../model.ts';
import { FORMATS, type FormatId } from '../report/formats.ts';
import type { ReportOptions, Wording } from '../report/report.ts';
import type { Output } from '../scan.ts';
import type { CaseFlags } from './case-flags.ts';
import type { Values } from './config/settings.ts';
import { type FileTarget, fileSink, fileTarget, guardEvidence, type Sink, screenSink } from './outputs.ts';
import type { Packs } from './packs.ts';
import { revealTargets } from './reveal.ts';

export interface ReportFlags extends Values, CaseFlags {
  readonly format: FormatId;
  readonly out?: readonly string[];
  readonly packs?: string;
  readonly quiet?: boolean;
  readonly color: 'auto' | 'always' | 'never';
}

export interface ReportFile extends FileTarget {
  readonly reveals: boolean;
}

/** The files that reports go to, once it is sure that none of them does harm. Throws ScanError. */
export function reportFiles(paths: readonly string[], flags: ReportFlags): readonly ReportFile[] {
  const masked = (flags.out ?? []).map((text) => ({ ...fileTarget(text), reveals: false }));
  const revealed = revealTargets(flags, paths, process.env).map((target) => ({ ...target, reveals: true }));
  const files = [...masked, ...revealed];
  const { key, holds, staff, baseline, writeBaseline } = flags;
  const outputs = [...files.map(({ path }) => path), ...recordPaths(files, flags), writeBaseline];
  // A baseline may be written over itself: its entries are kept.
  const read = [key, holds, staff, baseline === writeBaseline ? undefined : baseline];
  const given = (path: string | undefined) => path !== undefined;
  guardEvidence(outputs.filter(given), paths, read.filter(given));
  return files;
}

/** A revealed report never stands without the record of who revealed it, when and why. */
export function recordPaths(files: readonly ReportFile[], { runRecord }: CaseFlags): readonly string[] {
  const besides = files.filter(({ reveals }) => reveals).map(({ path }) => `${path}.run.json`);
  return runRecord === undefined ? besides : [...besides, runRecord];
}

/** Hand-over packs, where they are asked for; their code is loaded only then. */
export const packsOf = async (paths: readonly string[], { packs, contact }: ReportFlags): Promise<Packs | undefined> =>
  packs === undefined ? undefined : (await import('./packs.ts')).packsIn(packs, contact, paths);

interface Reports {
  readonly outputs: readonly Output[];
  readonly sinks: readonly Sink[];
}

/** Opens the screen and every file; what is opened is added to `opened`, so that it can be taken back. */
export async function openReports(
  files: readonly ReportFile[],
  packs: Packs | undefined,
  flags: ReportFlags,
  tool: ToolRecord,
  wording: Wording,
  opened: Sink[],
): Promise<Reports> {
  const sinks: Sink[] = [];
  const outputs: Output[] = [];
  const { contact, reason = '' } = flags;
  const common = { width: widthOf(process.stdout), ...(contact === undefined ? {} : { contact }) };
  const add = async (format: FormatId, sink: Sink, options: Pick<ReportOptions, 'color' | 'reveal'>) => {
    const writer = await FORMATS[format].open(tool, wording, { ...options, ...common });
    sinks.push(sink);
    outputs.push({ writer, write: sink.write, reveals: options.reveal !== undefined });
  };
  if (!flags.quiet) {
    const screen = screenSink(process.stdout);
    opened.push(screen);
    await add(flags.format, screen, { color: wantsColor(flags.color, process.stdout) });
  }
  for (const { format, path, reveals } of files) {
    const reveal = reveals ? { reveal: { reason: reason.trim() } } : {};
    await add(format, await openFile(path, opened), { color: false, ...reveal });
  }
  const madeLater = (sink: Sink) => {
    opened.push(sink);
    sinks.push(sink);
  };
  if (packs) outputs.push(packs.output(tool, wording, madeLater));
  return { outputs, sinks };
}

export async function openFile(path: string, opened: Sink[]): Promise<Sink> {
  const sink = await fileSink(path);
  opened.push(sink);
  return sink;
}

export async function writeTo(sink: Sink, text: string): Promise<void> {
  await sink.write(text);
  await sink.close();
}

/** NO_COLOR (no-color.org) and a stream that is no terminal switch colour off, --color decides over both. */
function wantsColor(when: ReportFlags['color'], stream: NodeJS.WriteStream): boolean {
  if (when !== 'auto') return when === 'always';
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

const widthOf = (stream: NodeJS.WriteStream): number => Math.min(100, Math.max(60, stream.columns ?? 100));
