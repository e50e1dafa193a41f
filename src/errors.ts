// The two ways in which something can go wrong, told apart from bugs. No message of either kind holds text of a chat.

import type { IssueCode } from './issues.ts';

/** The run cannot go on: wrong usage, a bad pattern file, a guard that refuses. Printed as one block; `exitCode` as in the contract. */
export class ScanError extends Error {
  readonly exitCode: 2 | 4 | 5;
  /** What the user can do about it. */
  readonly hint: string;

  constructor(message: string, hint: string, exitCode: 2 | 4 | 5 = 2) {
    super(message);
    this.name = 'ScanError';
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

/** One input could not be read (further). The run goes on; the code ends up among the issues of its source. */
export class SourceError extends Error {
  readonly code: IssueCode;

  constructor(code: IssueCode) {
    super(code);
    this.name = 'SourceError';
    this.code = code;
  }
}
