// sigtop's text: fields, a blank line, the body, a blank line. The line that names the sender stands before the field by which a block
// is told from a body that looks like one.

import type { Attachment } from '../../model.ts';
import type { Entry } from '../conversations.ts';
import { kindOfName } from '../media.ts';
import { datedOr, type ReadingNotes } from '../notes.ts';
import { recordsIn } from '../text-records.ts';
import { zonedDate } from '../zoned-date.ts';

/** `Ann Lee (+447700900121)`: the name that people go by. */
const bare = (name: string): string => name.replace(/ \((?:\+\d+|group)\)$/, '');

/** What the first line says of the chat; '' in the other layouts. */
export function titleIn(head: string): { readonly title: string; readonly isGroup: boolean } {
  const named = /^\ufeff?Conversation: (.*)$/m.exec(head.slice(0, 2000))?.[1] ?? '';
  return { title: bare(named), isGroup: named.endsWith(' (group)') };
}

const typeOf = (line: string): string | undefined => /^Type: ([\w-]+)$/.exec(line)?.[1];
const senderIn = (line: string | undefined): string | undefined => /^From: (.+)$/.exec(line ?? '')?.[1];

export async function* entriesOfBlocks(
  pieces: AsyncIterable<string>,
  notes: ReadingNotes,
): AsyncGenerator<readonly Entry[]> {
  let sender = '';
  for await (const records of recordsIn<string>(pieces, typeOf, notes)) {
    const entries: Entry[] = [];
    for (const { header, lines, line } of records) {
      const next = senderIn(lines.at(-1));
      const own = next === undefined ? lines : lines.slice(0, -1);
      if (header !== undefined) entries.push(entryOf(header, sender, own, line, notes));
      sender = bare(next ?? '');
    }
    yield entries;
  }
  // The name of the chat stands before the first message, and who sent it.
  notes.before = Math.max(0, notes.before - 2);
}

function entryOf(type: string, sender: string, lines: readonly string[], line: number, notes: ReadingNotes): Entry {
  const end = lines.findIndex((one) => !FIELD.test(one));
  const fields = end === -1 ? lines : lines.slice(0, end);
  const body = end === -1 ? [] : lines.slice(end);
  const at = datedOr(notes, zonedDate(fieldOf(fields, 'Sent') ?? fieldOf(fields, 'Received') ?? ''));
  const isEdited = fieldOf(fields, 'Edited') !== undefined;
  const text = textOf(body, isEdited).trim();
  if (type !== 'incoming' && type !== 'outgoing') {
    const system = { type: type === 'call-history' ? 'call' : 'other', members: [] } as const;
    return {
      chat: '',
      message: { kind: 'system', at, sender: '', text: text || type, attachments: [], marks: [], system, line },
    };
  }
  return {
    chat: '',
    message: {
      kind: 'said',
      at,
      sender: sender || (type === 'outgoing' ? 'You' : 'Signal user'),
      text,
      attachments: fields.flatMap(attachmentIn),
      marks: isEdited ? ['edited'] : [],
      line,
    },
  };
}

/** A blank line stands between fields and body. */
const FIELD = /^[A-Z][A-Za-z-]+: /;

const fieldOf = (fields: readonly string[], name: string): string | undefined =>
  fields.find((field) => field.startsWith(`${name}: `))?.slice(name.length + 2);

/** With all versions of an edited message (`|`), of which each begins with fields. */
function textOf(body: readonly string[], isEdited: boolean): string {
  const lines = isEdited
    ? body.map((line) => line.replace(/^\| ?/, '')).filter((line) => !FIELD_OF_VERSION.test(line))
    : body;
  return withoutQuotes(lines).join('\n');
}

const FIELD_OF_VERSION = /^(?:Version: \d+|Sent: \w{3}, \d.*|Attachment: .*\))$/;

/** The message that is answered begins with its fields; what somebody put behind a `>` themselves is theirs. */
function withoutQuotes(lines: readonly string[]): string[] {
  let inQuote = false;
  return lines.filter((line) => {
    inQuote = /^>(?: |$)/.test(line) && (inQuote || /^> (?:From|Sent): /.test(line));
    return !inQuote;
  });
}

/** `Attachment: letter.pdf (application/pdf, 1234 bytes)` */
function attachmentIn(field: string): Attachment[] {
  const name = /^Attachment: (.*) \([^()]*\)$/.exec(field)?.[1];
  if (name === undefined) return [];
  return [name === 'no filename' ? { name: '', kind: 'omitted' } : { name, kind: kindOfName(name) }];
}
