// What went wrong while a chat was read, counted, and said in the words of issues.ts.

import type { Issue } from '../model.ts';

export interface ReadingNotes {
  /** Records that could not be read. */
  lost: number;
  /** Messages without a date that can be read. */
  undated: number;
  /** Messages of which only the beginning was kept. */
  long: number;
  /** The file breaks off. */
  cut: boolean;
}

export const noNotes = (): ReadingNotes => ({ lost: 0, undated: 0, long: 0, cut: false });

export function issuesOfNotes({ lost, undated, long, cut }: ReadingNotes): Issue[] {
  return [
    ...(cut ? [{ code: 'chat-cut-short' } as const] : []),
    ...(lost > 0 ? [{ code: 'messages-damaged', count: lost } as const] : []),
    ...(long > 0 ? [{ code: 'record-cut', count: long } as const] : []),
    ...(undated > 0 ? [{ code: 'date-missing', count: undated } as const] : []),
  ];
}
