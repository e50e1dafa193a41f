// The lines that open a message in signal-export's chat.md, and a message of its two kinds of file.

import type { Attachment } from '../../model.ts';
import type { RawMessage } from '../numbered.ts';

export interface Header {
  readonly at: string;
  readonly sender: string;
  /** What stands on the same line. */
  readonly text: string;
}

/** `[2024-12-03 09:15:02] Ann Lee: text`; older versions wrote a comma and no seconds. */
const HEADER = /^\[(\d{4}-\d\d-\d\d),? (\d\d:\d\d(?::\d\d)?)\] ([^:\n]{1,200}): ?(.*)$/;

export function headerOf(line: string): Header | undefined {
  const [, date = '', time = '', sender = '', text = ''] = HEADER.exec(line) ?? [];
  return date === '' ? undefined : { at: `${date}T${time}`, sender, text };
}

interface Said {
  readonly at: string;
  readonly sender: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly deleted: boolean;
}

/** Calls stand among the messages. */
const CALL = /^(?:Incoming|Outgoing|Missed) (?:voice |video |group )?call\b/;

export function said({ at, sender, text, attachments, deleted }: Said, line: number): RawMessage {
  if (CALL.test(text) && attachments.length === 0) {
    const system = { type: 'call', actor: sender, members: [] } as const;
    return { kind: 'system', at, sender: '', text, attachments, marks: [], system, line };
  }
  return { kind: 'said', at, sender, text, attachments, marks: deleted ? ['deleted'] : [], line };
}
