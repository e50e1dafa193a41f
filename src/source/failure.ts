// What an error of the operating system or of zlib means to the reader of the report, as a code of issues.ts.
// An error that is neither is a bug of ours and is thrown on: it must not pass for a fact about the input.

import { SourceError } from '../errors.ts';
import type { IssueCode } from '../issues.ts';

/** System errors that mean: no such thing. ERR_INVALID_ARG_VALUE is Node's answer to a NUL in a path. */
const NOTHING_THERE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE']);
const FORBIDDEN = new Set(['EACCES', 'EPERM']);

/** The code for an error met while something given was looked up, opened or read as a whole. */
export function codeOfOpening(error: unknown): IssueCode {
  if (error instanceof SourceError) return error.code;
  const name = systemName(error);
  if (NOTHING_THERE.has(name)) return 'not-found';
  return FORBIDDEN.has(name) ? 'no-permission' : 'read-error';
}

/** The code for an error met in the midst of one file. */
export function codeOfReading(error: unknown): IssueCode {
  if (error instanceof SourceError) return error.code;
  return systemName(error).startsWith('Z_') ? 'entry-damaged' : 'file-unreadable';
}

function systemName(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    if ('errno' in error || NOTHING_THERE.has(error.code)) return error.code;
  }
  throw error;
}
