// One archive of a batch on its way: what the batch asks of a worker, and what the worker answers. Plain data, for it crosses from
// process to process.

import type { ScanError } from '../errors.ts';
import type { ChatRecord, SourceRecord, Summary } from '../model.ts';
import type { Item } from '../source/items.ts';

/** Everything a worker is told, once, before its first archive. */
export interface Instructions {
  /** Settled flags, as a scan gets them. */
  readonly flags: object;
  readonly version: string;
  /** Path of the key with which messages are compared across archives. */
  readonly indexKey: string;
}

export interface Job {
  readonly item: Item;
  /** Where the report goes once it is complete. */
  readonly report: string;
  /** Where the keyed traces of its messages go, before the report is there. */
  readonly traces: string;
}

/** What one archive came to: what the roll-up needs of its report. */
export interface Outcome {
  readonly source: SourceRecord;
  readonly chats: readonly ChatRecord[];
  readonly summary: Summary;
}

export type ToWorker = { readonly begin: Instructions } | { readonly job: Job };
export type FromWorker =
  | { readonly ready: true }
  | { readonly outcome: Outcome }
  /** Wrong settings: the sentence and the way out, for the user. */
  | { readonly refused: { readonly message: string; readonly hint: string; readonly exitCode: ScanError['exitCode'] } };
