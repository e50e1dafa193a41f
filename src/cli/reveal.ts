// --reveal: a second report with names and words of the chat. It is written to a file only, with a reason, and never where others look
// on: not on a screen, not in an automated run whose logs many can read, not among the evidence.

import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ScanError } from '../errors.ts';
import { FORMATS, type FormatId } from '../report/formats.ts';
import type { ReportFormat } from '../report/report.ts';
import { type FileTarget, isAmong } from './outputs.ts';

export interface RevealFlags {
  readonly reveal?: readonly string[];
  readonly reason?: string;
}

/** Fewer signs than these are no reason that an audit could follow. */
export const SHORTEST_REASON = 8;
export const isReason = (text: string): boolean => text.trim().length >= SHORTEST_REASON;

/** Where to reveal, each with the format of its extension. Throws ScanError (exit 4) where it must not be. */
export function revealTargets(
  { reveal = [], reason = '' }: RevealFlags,
  inputs: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly FileTarget[] {
  if (reveal.length === 0) return [];
  if (isAutomated(env))
    throw refused(
      'this is an automated run (the environment variable CI is set)',
      'Reveal by hand, on a machine of your own.',
    );
  if (!isReason(reason))
    throw refused(
      'a reason is missing, or too short to be one',
      'Say for what purpose names and words are needed: --reason "subject access request 2024/117"',
    );
  for (const path of reveal) {
    if (!isOrdinaryFile(path))
      throw refused('it may only go to a file', 'Give --reveal the path of a file, not a screen, a pipe or a folder.');
    if (isAmong(path, inputs))
      throw refused('the file would stand over, or among, the files to be scanned', 'Give --reveal a path elsewhere.');
  }
  return reveal.map((path) => ({ path, format: formatOf(path) }));
}

const refused = (why: string, hint: string) => new ScanError(`Nothing is revealed: ${why}.`, hint, 4);

const isAutomated = ({ CI = '' }: Readonly<Record<string, string | undefined>>): boolean =>
  !/^(|0|false|no)$/i.test(CI.trim());

/** Names that stand for a screen or a printer on Windows, whatever the folder and the extension. */
const WINDOWS_DEVICE = /(^|[/\\])(con|conin\$|conout\$|prn|aux|nul|com\d|lpt\d)(\.[^/\\]*)?$|^\\\\\.\\/i;

function isOrdinaryFile(path: string): boolean {
  if (path === '-' || path.trim() === '' || /[/\\]$/.test(path) || WINDOWS_DEVICE.test(path)) return false;
  const folder = dirname(path);
  if (existsSync(folder) && /^\/(dev|proc)(\/|$)/.test(realpathSync(folder))) return false;
  return !existsSync(path) || statSync(path).isFile();
}

function formatOf(path: string): FormatId {
  const formats: readonly ReportFormat[] = Object.values(FORMATS);
  const able = formats.filter(({ reveals }) => reveals !== undefined);
  const format = able.find((one) => path.toLowerCase().endsWith(`.${one.extension}`));
  if (format) return format.id as FormatId;
  throw new ScanError(
    'The end of the file name given to --reveal says no format that can show names and words.',
    `End it with one of ${able.map((one) => `.${one.extension}`).join(', ')}`,
  );
}
