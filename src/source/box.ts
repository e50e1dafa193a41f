// Whatever holds other files: a zip, a tar, a compressed file, an e-mail. Each kind says what lies in it in the same terms, so that
// one inside another is read by the same code as one on disk.

import type { IssueCode } from '../issues.ts';
import type { Bytes } from './bytes.ts';
import type { Budget } from './limits.ts';

/** A file in a box. */
export interface Item {
  /** With `/`, as it is called in the box. Raw: mask before showing. */
  readonly name: string;
  /** Once unpacked. */
  readonly bytes: number;
  /** Why it is not read. */
  readonly refusal?: IssueCode;
  /** What its sender wrote in a mail, as opposed to what is attached. */
  readonly written?: true;
  /** Its first bytes, to judge by; nothing where it is damaged, which shows again when the file is read. */
  head(): Promise<Uint8Array>;
  /** From its start to its end. Throws SourceError where it is damaged or too much. */
  open(): AsyncIterable<Uint8Array>;
  /** Where it lies in the box as it is, so that it need not be unpacked to be read here and there. */
  stored?(): Promise<Bytes | undefined>;
}

/** What lies in a box. */
export interface Contents {
  readonly items: readonly Item[];
  /** How many more there are than asked for. */
  readonly beyondLimit: number;
  /** What was met while listing. */
  readonly notes: readonly IssueCode[];
}

/** A box that is to be listed. */
export interface Box {
  /** Its bytes; asked for again whenever something in it is read, as they may have been let go meanwhile. */
  readonly bytes: () => Promise<Bytes>;
  /** As the box is called itself, without its folder. */
  readonly name: string;
  readonly passwords: readonly string[];
  /** At most so many files are listed. */
  readonly limit: number;
  readonly budget: Budget;
}
