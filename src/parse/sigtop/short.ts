// sigtop's short text: `2024-12-03 09:15 Ann Lee: [edited, 1 attachment] text`, with lines that go on below.

import type { Attachment } from '../../model.ts';
import type { Entry } from '../conversations.ts';
import type { ReadingNotes } from '../notes.ts';
import { recordsIn } from '../text-records.ts';

interface Header {
  readonly at: string;
  readonly sender: string;
  readonly text: string;
}

const HEADER = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) ([^:\n]{1,100}):(?: (.*))?$/;
/** Log files of programs are written alike. */
const LEVEL = /^\W*(?:info|information|warn|warning|error|err|debug|trace|fatal|critical|notice|main|root)\b/i;

function headerOf(line: string): Header | undefined {
  const [, date = '', time = '', sender = '', text = ''] = HEADER.exec(line) ?? [];
  return date === '' ? undefined : { at: `${date}T${time}`, sender, text };
}

/** At least two lines that open a message, the first among them, and no log. */
export function readsShort(head: string): number {
  const lines = head
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const headers = lines.map((line) => headerOf(line.replace(/\r$/, '')));
  const found = headers.filter((header) => header !== undefined);
  if (headers[0] === undefined || found.length < 2 || found.length * 3 < lines.length) return 0;
  return found.some(({ sender }) => LEVEL.test(sender)) ? 0 : 0.8;
}

export async function* entriesOfShort(
  pieces: AsyncIterable<string>,
  notes: ReadingNotes,
): AsyncGenerator<readonly Entry[]> {
  for await (const records of recordsIn<Header>(pieces, headerOf, notes)) {
    yield records.flatMap(({ header, lines, line }) => (header ? [entryOf(header, lines, line)] : []));
  }
}

function entryOf({ at, sender, text: first }: Header, lines: readonly string[], line: number): Entry {
  const other = /^\[([\w-]+) message\]$/.exec(first)?.[1];
  if (other !== undefined) {
    const system = { type: other === 'call-history' ? 'call' : 'other', actor: sender, members: [] } as const;
    return {
      chat: '',
      message: { kind: 'system', at, sender: '', text: first, attachments: [], marks: [], system, line },
    };
  }
  const details =
    /^\[((?:reply to .{1,200}? on \d{4}-\d\d-\d\d \d\d:\d\d|edited|\d+ attachments?)(?:, |\]))+ ?/.exec(first)?.[0] ??
    '';
  const count = Number(/(\d+) attachment/.exec(details)?.[1] ?? 0);
  const attachments = Array.from({ length: Math.min(count, 1000) }, (): Attachment => ({ name: '', kind: 'omitted' }));
  const text = [first.slice(details.length), ...lines].join('\n').trim();
  const marks = details.includes('edited') ? (['edited'] as const) : [];
  return { chat: '', message: { kind: 'said', at, sender, text, attachments, marks, line } };
}
