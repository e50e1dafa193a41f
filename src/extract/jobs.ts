// What goes between the program and a process that reads files. Plain data, as it is copied on the way.

import type { Bounds } from './limits.ts';
import type { FileKind, Reading, ReadingLimits, ReadingSettings } from './reader.ts';

/** One file to be read. */
export interface Job {
  readonly kind: FileKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly bounds: Bounds;
  readonly limits: ReadingLimits;
  readonly settings: ReadingSettings;
}

/** What a process says of a job. */
export type Answer =
  | { readonly reading: Reading }
  /** The reader threw: its file is damaged in a way that it does not know. */
  | { readonly failed: true }
  | { readonly absent: AbsentReader };

/** A reader that could not be made ready. */
export interface AbsentReader {
  readonly title: string;
  /** npm packages that it needs. */
  readonly packages: readonly string[];
}
