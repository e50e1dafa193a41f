// The file that holds the key of a case: made once, kept apart from the reports, destroyed when the case is closed. Whoever has it and a
// report can try out which NHS number or name stands behind a pseudonym, so nobody else may read it.

import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { ScanError } from '../errors.ts';
import { type CaseKey, caseKey, KEY_BYTES } from '../report/case-key.ts';

const COMMENT = `# Secret key of one case of ig-scan: makes the pseudonyms (S-..., P-...) and fingerprints of its reports.
# With it somebody can find out who is behind a pseudonym. Keep it apart from the reports, give it to nobody who does not need it,
# never change it, and destroy it when the case is closed: then the pseudonyms can no longer be undone.
`;
const FORM = /^igk1:([0-9a-f]+)$/i;
/** A key file is a few lines; anything larger is something else. */
const MOST_BYTES = 4096;

/** Writes a new key, readable by its owner alone. Throws ScanError where there is a file already: its pseudonyms would be lost. */
export function newKeyFile(path: string): void {
  try {
    writeFileSync(path, `${COMMENT}igk1:${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new ScanError(
        'There is a file at this path already; a key is never overwritten.',
        'Use that key with --key, or give another path for the key of another case.',
        4,
      );
    throw new ScanError('The key file cannot be written.', 'Check that the folder exists and may be written to.');
  }
}

/** Reads a key; `warn` is told where others can read the file. Throws ScanError, which never quotes what stands in it. */
export function readKeyFile(path: string, warn: (sentence: string) => void): CaseKey {
  const { text, mode } = contentOf(path);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const hex = FORM.exec(lines[0]?.trim() ?? '')?.[1];
  if (lines.length !== 1 || hex === undefined) throw unusable('it holds no line, or more than one, that begins igk1:');
  if (hex.length !== KEY_BYTES * 2) throw unusable(`the key must be ${KEY_BYTES} bytes (${KEY_BYTES * 2} signs)`);
  // Windows has no such bits.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    warn('Others on this machine can read the key file: make it yours alone (chmod 600).');
  return caseKey(Buffer.from(hex, 'hex'));
}

const unusable = (why: string) =>
  new ScanError(`The key file cannot be used: ${why}.`, 'Make one with ig-scan key new FILE, and give it to --key.');

function contentOf(path: string): { readonly text: string; readonly mode: number } {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(MOST_BYTES);
      const text = bytes.toString('utf8', 0, readSync(file, bytes));
      return { text, mode: fstatSync(file).mode };
    } finally {
      closeSync(file);
    }
  } catch {
    throw unusable('it is missing, or cannot be read');
  }
}
