// What belongs to a case and outlives a run: its key, its baseline, and the officer's reason for what is out of the ordinary.

import { existsSync } from 'node:fs';
import { ScanError } from '../errors.ts';
import type { BaselineEntry, Severity } from '../model.ts';
import { type Baseline, baselineOf } from '../report/baseline.ts';
import type { CaseKey } from '../report/case-key.ts';
import { idsOf, SEVERITIES } from '../report/words.ts';
import type { Output } from '../scan.ts';
import { isAmong } from './outputs.ts';
import { isReason, type RevealFlags, SHORTEST_REASON } from './reveal.ts';

export interface CaseFlags extends RevealFlags {
  readonly key?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly owner?: string;
  readonly until?: string;
  readonly today?: string;
  readonly runRecord?: string;
}

export interface Case {
  readonly key?: CaseKey;
  readonly baseline?: Baseline;
  /** Set where a new baseline is asked for. */
  readonly newBaseline?: NewBaseline;
  /** Decides which entries of a baseline have expired, YYYY-MM-DD. */
  readonly today: string;
}

interface NewBaseline {
  readonly path: string;
  /** Takes note of every reported message. */
  readonly output: Output;
  text(): string;
}

/** Throws ScanError where flags of a case do not go together, before any file is opened. */
export function checkCaseFlags(flags: CaseFlags, inputs: readonly string[]): void {
  const { key, baseline, writeBaseline, reveal = [], reason, owner, until } = flags;
  if (key === undefined && (baseline !== undefined || writeBaseline !== undefined))
    throw new ScanError(
      'A baseline needs the key of the case.',
      'Make a key with ig-scan key new FILE, and give it with --key FILE.',
    );
  if (key !== undefined && isAmong(key, inputs))
    throw new ScanError(
      'The key file stands among the files to be scanned.',
      'Keep the key apart from the evidence, or whoever gets the evidence has the key.',
      4,
    );
  // A reason without anything to justify is a slip of the keyboard, and perhaps a --reveal that was forgotten.
  if (reason !== undefined && reveal.length === 0 && writeBaseline === undefined)
    throw new ScanError('--reason belongs to --reveal or --write-baseline.', 'Leave it out, or say what it is for.');
  if ((owner !== undefined || until !== undefined) && writeBaseline === undefined)
    throw new ScanError('--owner and --until belong to --write-baseline.', 'Leave them out, or add it.');
  if (writeBaseline !== undefined) acceptedBy(flags);
}

/** Who accepts, why and for how long. */
function acceptedBy(flags: CaseFlags): Pick<BaselineEntry, 'reason' | 'owner' | 'until'> {
  const [reason = '', owner = '', until = ''] = [flags.reason, flags.owner, flags.until].map((text) => text?.trim());
  if (isReason(reason) && owner !== '' && until >= todayOf(flags)) return { reason, owner, until };
  throw new ScanError(
    `--write-baseline needs a reason of at least ${SHORTEST_REASON} signs, an owner, and a last day that is not past.`,
    'For instance --reason "checked with the ward, moved to RiO" --owner "IG lead" --until 2030-01-31',
  );
}

/** Reads the files that the flags name. Throws ScanError before anything is scanned. */
export async function caseOf(
  flags: CaseFlags,
  remark: (text: string) => string,
  warn: (sentence: string) => void,
): Promise<Case> {
  const today = todayOf(flags);
  if (flags.key === undefined) return { today };
  const { readKeyFile } = await import('./key-file.ts');
  const key = readKeyFile(flags.key, warn);
  const { baseline, writeBaseline } = flags;
  const entries = baseline === undefined ? undefined : await entriesOf(baseline, key);
  return {
    key,
    today,
    ...(entries && { baseline: baselineOf(entries, today, remembered(remark)) }),
    ...(writeBaseline !== undefined && { newBaseline: await newBaselineAt(writeBaseline, acceptedBy(flags), key) }),
  };
}

const entriesOf = async (path: string, key: CaseKey): Promise<readonly BaselineEntry[]> =>
  (await import('../load-baseline.ts')).readBaseline(path, key.id);

async function newBaselineAt(path: string, by: ReturnType<typeof acceptedBy>, key: CaseKey): Promise<NewBaseline> {
  const { baselineText } = await import('../load-baseline.ts');
  const there = existsSync(path) ? await entriesOf(path, key) : [];
  const reported = new Map<string, Severity>();
  return { path, output: noting(reported), text: () => baselineText(key.id, there, reported, by) };
}

/** Two copies of a chat may be judged differently: the worse counts. */
function noting(reported: Map<string, Severity>): Output {
  const order: readonly Severity[] = idsOf(SEVERITIES);
  const nothing = () => '';
  const message: Output['writer']['message'] = ({ fingerprint, severity }) => {
    const before = fingerprint === undefined ? undefined : reported.get(fingerprint);
    if (fingerprint !== undefined && (!before || order.indexOf(severity) < order.indexOf(before)))
      reported.set(fingerprint, severity);
    return '';
  };
  return {
    writer: { message, chat: nothing, source: nothing, notExamined: nothing, end: nothing },
    write: async () => {},
  };
}

/** Thousands of entries share a few reasons. */
function remembered(show: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const shown = known.get(text) ?? show(text);
    known.set(text, shown);
    return shown;
  };
}

/** Without --today, the date of a clock on the wall here. */
function todayOf({ today }: CaseFlags): string {
  if (today !== undefined) return today;
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
