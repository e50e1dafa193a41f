// What was met while a chat was read, counted, and said in the words of issues.ts: nothing that could not be read is passed over.

import type { Issue } from '../model.ts';
import { NO_DATE } from './numbered.ts';

export interface ReadingNotes {
  /** Lines with something on them before the first message. */
  before: number;
  /** Records that could not be read. */
  lost: number;
  /** Messages without a date that can be read. */
  undated: number;
  /** Messages of which only the beginning was kept. */
  long: number;
  /** The file breaks off. */
  cut: boolean;
}

export const noNotes = (): ReadingNotes => ({ before: 0, lost: 0, undated: 0, long: 0, cut: false });

/** The date, or what stands for a missing one; it is then counted. */
export function datedOr(notes: ReadingNotes, at: string | undefined): string {
  if (at === undefined) notes.undated++;
  return at ?? NO_DATE;
}

export function issuesOfNotes({ before, lost, undated, long, cut }: ReadingNotes): Issue[] {
  return [
    ...(cut ? [{ code: 'chat-cut-short' } as const] : []),
    ...(before > 0 ? [{ code: 'lines-before-first-message', count: before } as const] : []),
    ...(long > 0 ? [{ code: 'record-cut', count: long } as const] : []),
    ...(lost > 0 ? [{ code: 'messages-damaged', count: lost } as const] : []),
    ...(undated > 0 ? [{ code: 'date-missing', count: undated } as const] : []),
  ];
}
