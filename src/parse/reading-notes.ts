// What is met while a file is read and must be said of it: nothing that could not be read is passed over.

import type { Issue } from '../model.ts';

export interface ReadingNotes {
  /** Lines with something on them before the first message. */
  before: number;
  /** Messages that were longer than any app allows. */
  cut: number;
  /** Records that could not be read. */
  lost: number;
  /** Messages without a date that can be read. */
  undated: number;
  /** The file ends within something. */
  brokenOff: boolean;
}

export const noNotes = (): ReadingNotes => ({ before: 0, cut: 0, lost: 0, undated: 0, brokenOff: false });

/** What stands for a date that is not there. */
export const UNDATED = '0000-01-01T00:00';

/** The date, or what stands for a missing one; it is then counted. */
export function datedOr(notes: ReadingNotes, at: string | undefined): string {
  if (at === undefined) notes.undated++;
  return at ?? UNDATED;
}

export function issuesIn({ before, cut, lost, undated, brokenOff }: ReadingNotes): Issue[] {
  return [
    ...(brokenOff ? [{ code: 'chat-cut-short' } as const] : []),
    ...(before > 0 ? [{ code: 'lines-before-first-message', count: before } as const] : []),
    ...(cut > 0 ? [{ code: 'record-cut', count: cut } as const] : []),
    ...(lost > 0 ? [{ code: 'messages-damaged', count: lost } as const] : []),
    ...(undated > 0 ? [{ code: 'date-missing', count: undated } as const] : []),
  ];
}
