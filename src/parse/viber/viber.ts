// Viber as text: `[12 Jan 2024 at 10:11 AM] Ann Lee: bed 4`, or with the name between invisible marks as Viber Desktop copies it. The month
// is always a word; dates all in numbers within brackets are WhatsApp's. Viber's exports with commas are read as tables.

import type { SystemEvent } from '../../model.ts';
import { type DatedLine, datedLines } from '../pasted/dated-lines.ts';
import { readDate } from '../written-dates.ts';

const MARKS = /[\u200e\u200f\u2066-\u2069]/g;
const HEADER = /^\ufeff?\[ ?([^\]\n]{8,60}?) ?\] ?(.*)$/;
const SENDER = /^([^:\n]{1,100}): ?(.*)$/;
const NAMED_MONTH = /\p{L}{3}/u;

function headerOf(line: string): DatedLine | undefined {
  const [, written = '', rest = ''] = HEADER.exec(line.slice(0, 300).includes(']') ? line : '') ?? [];
  const date =
    NAMED_MONTH.test(written) && /\d[:.]\d\d/.test(written) ? readDate(written.replace(MARKS, '')) : undefined;
  if (!date) return undefined;
  const [, name = '', text = ''] = SENDER.exec(rest) ?? [];
  const sender = name.replace(MARKS, '').trim();
  return sender === '' ? { sender, date, text: rest } : { sender, date, text };
}

function eventIn(text: string): SystemEvent {
  const plain = text.replace(MARKS, '');
  const [, came = ''] = /^(.{1,100}?) (?:has )?joined\b/.exec(plain) ?? [];
  if (came !== '') return { type: 'joined', members: [came] };
  const [, actor = '', added = ''] =
    /^(.{1,100}?) (?:has )?added (.{1,100}?)(?: to the (?:group|chat|community))?\.?$/.exec(plain) ?? [];
  if (added !== '') return { type: 'added', actor, members: [added] };
  const [, left = ''] = /^(.{1,100}?) (?:has )?left\b/.exec(plain) ?? [];
  return left === '' ? { type: 'other', members: [] } : { type: 'left', members: [left] };
}

export const viber = datedLines({
  id: 'viber-text',
  app: 'viber',
  name: 'Viber, text export and copied messages',
  about: {
    handIn: 'the .txt of "Email chat history", or a .txt into which messages of the desktop program were pasted',
    toldBy: '"[12 Jan 2024 at 10:11 AM] Name: text"',
    limits: 'pictures and recordings are not in it',
    example: 'formats/viber/Chat with Ward 12 Nights.txt',
  },
  headerOf,
  eventIn,
});
