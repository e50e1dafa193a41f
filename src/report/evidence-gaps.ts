// What is missing from the chats or was changed, as far as they show it themselves. An export is no full record: who reads the report
// must know what cannot be examined any more (Trust policy: messaging apps make record keeping and scrutiny more difficult).

import { minutesOf } from '../detect/conversation/clock.ts';
import type { ChatRecord, EvidenceGaps, Message } from '../model.ts';

export interface GapTally {
  /** Of every message, in order. */
  message(message: Pick<Message, 'at' | 'attachments' | 'marks' | 'system'>): void;
  /** When a chat has ended. */
  chat(chat: Pick<ChatRecord, 'issues'>): void;
  gaps(): EvidenceGaps;
}

const SILENCE = 30 * 24 * 60;
const CUT = new Set(['export-cut-by-app', 'earlier-messages-missing', 'record-cut']);

export function gapTally(): GapTally {
  const gaps = {
    deleted: 0,
    edited: 0,
    viewOnce: 0,
    undecrypted: 0,
    mediaMissing: 0,
    timerChanges: 0,
    cutOff: 0,
    silences: 0,
  };
  let last = Number.NaN;
  return {
    message: ({ at, attachments, marks, system }) => {
      for (const mark of marks) {
        if (mark === 'deleted' || mark === 'edited' || mark === 'undecrypted') gaps[mark] += 1;
        else if (mark === 'view-once') gaps.viewOnce += 1;
      }
      for (const { kind, bytes } of attachments) {
        if (bytes === undefined && kind !== 'location' && kind !== 'view-once') gaps.mediaMissing += 1;
      }
      if (system?.type === 'timer') gaps.timerChanges += 1;
      const minute = minutesOf(at);
      if (minute - last >= SILENCE) gaps.silences += 1;
      if (!Number.isNaN(minute)) last = minute;
    },
    chat: ({ issues }) => {
      if (issues.some(({ code }) => CUT.has(code))) gaps.cutOff += 1;
      last = Number.NaN;
    },
    gaps: () => ({ ...gaps }),
  };
}
