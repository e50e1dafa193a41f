// The record of one run: who ran what, when, on which machine, with which knowledge, over which inputs and into which outputs. It holds
// all that may differ from run to run, so that the reports themselves never do, and no name and no word of a chat.

import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import type { SourceRecord, Summary, ToolRecord } from '../model.ts';
import { sourceJson, toolJson } from '../report/record-json.ts';
import type { Redactor } from '../report/redact.ts';
import type { Output } from '../scan.ts';
import type { CaseFlags } from './case-flags.ts';
import type { Values } from './config/settings.ts';

/** Semantic version of the run record. */
const RUN_RECORD_VERSION = '1.0.0';

export interface About {
  readonly tool: ToolRecord;
  readonly paths: readonly string[];
  /** As the command line gives them. */
  readonly typed: object;
  /** With what the configuration adds. */
  readonly flags: CaseFlags & Pick<Values, 'holds' | 'staff'>;
  readonly keyId: string | undefined;
  readonly today: string;
  readonly mask: Pick<Redactor, 'path' | 'remark'>;
}

export interface WrittenFile {
  readonly format: string;
  readonly path: string;
  readonly revealed: boolean;
}

export interface RunRecorder {
  /** Takes note of what is reported. */
  readonly output: Output;
  /** The record, once all outputs are written. */
  text(files: readonly WrittenFile[], exitCode: number): Promise<string>;
}

export function runRecorder(about: About): RunRecorder {
  const startedAt = new Date();
  // Now: --write-baseline may write over a file that was read.
  const settings = settingsOf(about);
  const sources: SourceRecord[] = [];
  const counts = { records: 0, reported: 0 };
  let summary: Summary | undefined;
  const nothing = (note: () => void) => {
    note();
    return '';
  };
  const output: Output = {
    writer: {
      message: () => nothing(() => counts.reported++),
      chat: (chat) => nothing(() => (counts.records += chat.counts.records)),
      source: (source) => nothing(() => sources.push(source)),
      notExamined: () => '',
      end: (totals) => nothing(() => (summary = totals)),
    },
    write: async () => {},
  };
  return {
    output,
    text: async (files, exitCode) => {
      const record = {
        runRecordVersion: RUN_RECORD_VERSION,
        tool: toolJson(about.tool),
        ...machine(startedAt),
        ...settings,
        inputs: sources.map(sourceJson),
        outputs: await Promise.all(files.map((file) => outputRow(file, about.mask))),
        counts: summary && countsOf(summary, counts),
        exitCode,
      };
      return `${JSON.stringify(record, undefined, 2)}\n`;
    },
  };
}

function machine(startedAt: Date): object {
  return {
    startedAt: zoned(startedAt),
    endedAt: zoned(new Date()),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    host: hostname(),
    user: userName(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}

/** In some containers the account has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** `2024-12-03T09:15:00+00:00`, in the zone of this machine. */
function zoned(time: Date): string {
  const ahead = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return `${local}${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}

function settingsOf({ paths, typed, flags, keyId, today, mask }: About): object {
  const { reason, today: given, holds, staff, baseline } = flags;
  const readToo = Object.entries({ holds, staff, baseline }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return {
    command: commandOf(paths, typed, mask),
    key: keyId,
    reason: reason === undefined ? undefined : mask.remark(reason),
    today: { date: today, from: given === undefined ? 'clock' : '--today' },
    readToo: readToo.map(([what, path]) => ({ what, path: mask.path(path), sha256: sha256OfFile(path) })),
  };
}

/** Flags whose values say nothing of a person: words of a list, dates, numbers. */
const SAFE = new Set(['format', 'policy', 'failOn', 'dateOrder', 'color', 'quiet', 'today', 'until']);
/** Flags whose values an officer writes as a sentence. */
const REMARKS = new Set(['reason', 'owner', 'contact']);

/** The command line with everything masked that might bear a name: a file is often called after a patient. */
function commandOf(paths: readonly string[], flags: object, mask: About['mask']): readonly string[] {
  const shown = (name: string, value: string) => {
    if (SAFE.has(name) || name.startsWith('max')) return value;
    return REMARKS.has(name) ? mask.remark(value) : mask.path(value);
  };
  const words = Object.entries(flags).flatMap(([name, value]) => {
    // Commander's way to say that nothing was said.
    if (name === 'config' && value === true) return [];
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === true) return [flag];
    if (value === false) return [flag.replace('--', '--no-')];
    return [value].flat().flatMap((one) => [flag, shown(name, String(one))]);
  });
  return ['ig-scan', 'scan', ...words, '--', ...paths.map((path) => mask.path(path))];
}

async function outputRow({ format, path, revealed }: WrittenFile, mask: About['mask']): Promise<object> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return { format, path: mask.path(path), bytes: statSync(path).size, sha256: hash.digest('hex'), revealed };
}

const sha256OfFile = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Every record that went in must come out as reported, ordinary or a line of the app. */
function countsOf(summary: Summary, counted: { readonly records: number; readonly reported: number }): object {
  const { messages, ordinary, chats, notExamined, bySeverity } = summary;
  const judged = Object.values(bySeverity).reduce((sum, count) => sum + count, 0);
  return {
    chats,
    recordsIn: counted.records,
    examined: messages,
    reported: counted.reported,
    ordinary,
    appLines: messages - counted.reported - ordinary,
    notExamined,
    agree: counted.records === messages && counted.reported === judged,
  };
}
