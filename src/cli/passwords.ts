// Passwords of locked archives (--password-file): a file, because what is typed on a command line stays in its history and is seen by
// other users of the machine. They are never shown.

import { readFileSync } from 'node:fs';
import { ScanError } from '../errors.ts';

/** More lines than this are a word list for guessing, which this program does not do. */
const MOST = 100;

/** One password a line, spaces kept; empty lines are passed over. Throws ScanError when the file cannot be used. */
export function passwordsIn(path: string): readonly string[] {
  const passwords = textOf(path)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (passwords.length > 0 && passwords.length <= MOST) return passwords;
  throw new ScanError(
    passwords.length === 0 ? 'There is no password in the file of passwords.' : 'The file of passwords is too long.',
    `Write one password a line, at most ${MOST}.`,
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ScanError('The file of passwords cannot be opened.', 'Check the path given to --password-file.');
  }
}
