// Reads and writes a baseline (--baseline, --write-baseline): messages that somebody has looked at and accepted, one a line. It holds
// fingerprints instead of words, so it may be kept with the case and compared from month to month.

import { z } from 'zod';
import { ScanError } from './errors.ts';
import type { BaselineEntry, Severity } from './model.ts';
import { type FileFault, readYaml } from './read-yaml.ts';
import { jsonLine } from './report/record-json.ts';
import { ACCEPTED_AS, idsOf, SEVERITIES } from './report/words.ts';

const text = z.string('is missing, or is not one line of text').trim().min(1, 'is empty');
export const isDay = (value: string): boolean => z.iso.date().safeParse(value).success;

const entrySchema = z.strictObject(
  {
    fingerprint: text.regex(/^igf1:[0-9A-Z]{26}$/, 'is no fingerprint of a message (igf1:…)'),
    state: z.enum(idsOf(ACCEPTED_AS), `is none of ${idsOf(ACCEPTED_AS).join(', ')}`),
    reason: text.min(8, 'is too short to be a reason'),
    owner: text,
    until: text.refine(isDay, 'a date is written YYYY-MM-DD'),
    worst: z.enum(idsOf(SEVERITIES), `is none of ${idsOf(SEVERITIES).join(', ')}`),
  },
  // The wrong key itself may be a name that stands in the wrong place.
  { error: ({ code }) => (code === 'unrecognized_keys' ? 'has a key that is not known' : undefined) },
);
const baselineSchema = z
  .strictObject(
    {
      key: text.regex(/^key-[0-9A-Z]{10}$/, 'is no name of a key (key-…)'),
      accepted: z.array(entrySchema, 'is missing, or is no list'),
    },
    {
      error: ({ code }) =>
        code === 'unrecognized_keys' ? 'has a key that is not known; those are key, accepted' : undefined,
    },
  )
  .refine(
    ({ accepted }) => new Set(accepted.map(({ fingerprint }) => fingerprint)).size === accepted.length,
    'two entries have the same fingerprint',
  );

/** Entries made with the key of this name. Throws ScanError when the file is missing or wrong, or was made with another key. */
export function readBaseline(path: string, keyId: string): readonly BaselineEntry[] {
  const faults: FileFault[] = [];
  const baseline = readYaml(path, baselineSchema, faults);
  if (!baseline)
    throw new ScanError(
      `The baseline cannot be used; nothing was scanned.\n${faults.map((fault) => `  ${said(fault)}`).join('\n')}`,
      'ig-scan writes one with --write-baseline; each entry stands on one line.',
    );
  if (baseline.key === keyId) return baseline.accepted;
  throw new ScanError(
    'The baseline was made with another key, so none of its entries could fit.',
    `Give --key the key that is called ${baseline.key}; the key given is called ${keyId}.`,
  );
}

const said = ({ line, says }: FileFault): string =>
  line
    ? `line ${line} is not written as YAML`
    : says.replace(/^accepted\.(\d+)\.?/, (_, at) => `entry ${Number(at) + 1}, `).replace(', :', ':');

/** A baseline of reported messages. Entries that are there already stay as they are: somebody has thought about them. */
export function baselineText(
  keyId: string,
  there: readonly BaselineEntry[],
  reported: ReadonlyMap<string, Severity>,
  by: Pick<BaselineEntry, 'reason' | 'owner' | 'until'>,
): string {
  const entries = new Map(
    [...reported].map(([fingerprint, worst]): [string, BaselineEntry] => [
      fingerprint,
      { fingerprint, state: 'accepted-risk', ...by, worst },
    ]),
  );
  for (const entry of there) entries.set(entry.fingerprint, entry);
  const lines = [...entries.keys()].sort().map((fingerprint) => lineOf(entries.get(fingerprint)));
  return `# Messages that somebody has looked at and accepted: ig-scan --baseline. One a line, no words of any chat.
# state: ${idsOf(ACCEPTED_AS).join(', ')}. An entry counts again after its day, and where the message is more serious than worst.
key: ${keyId}
accepted:${lines.length === 0 ? ' []' : ''}
${lines.join('')}`;
}

const lineOf = (entry: BaselineEntry | undefined): string => {
  if (!entry) return '';
  const { fingerprint, state, reason, owner, until, worst } = entry;
  return `  - ${jsonLine({ fingerprint, state, reason, owner, until, worst })}\n`;
};
