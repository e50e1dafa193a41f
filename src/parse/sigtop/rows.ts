// sigtop's JSON: the messages as they stand in the database of Signal Desktop. People are numbers and account ids there.

import type { Attachment, SystemEventType } from '../../model.ts';
import type { Entry } from '../conversations.ts';
import { isJson, type Json, linesFrom, numberAt, objectAt, objectsAt, textAt } from '../json-shape.ts';
import { jsonValues } from '../json-values.ts';
import { kindOfName } from '../media.ts';
import { datedOr, type ReadingNotes } from '../notes.ts';
import { utcOf } from '../utc-time.ts';

export async function* entriesOfRows(
  pieces: AsyncIterable<string>,
  notes: ReadingNotes,
): AsyncGenerator<readonly Entry[]> {
  const json = { lost: 0, cut: false };
  for await (const { value } of jsonValues(pieces, ['*'], json)) {
    if (isJson(value)) yield [entryOf(value, notes)];
    else notes.lost++;
  }
  notes.lost += json.lost;
  notes.cut = json.cut;
}

const EVENTS: Readonly<Record<string, SystemEventType>> = {
  'call-history': 'call',
  'timer-notification': 'timer',
  keychange: 'security-code',
  'verified-change': 'security-code',
  'change-number-notification': 'number-changed',
};

function entryOf(row: Json, notes: ReadingNotes): Entry {
  const chat = textAt(row, 'conversationId');
  const at = datedOr(notes, utcOf(numberAt(row, 'sent_at', 'timestamp')));
  const type = textAt(row, 'type');
  const earlier = objectsAt(row, 'editHistory').map((one) => textAt(one, 'body'));
  const cards = objectsAt(row, 'contact').flatMap((one) =>
    Object.values(objectAt(one, 'name')).filter((part) => typeof part === 'string'),
  );
  const links = objectsAt(row, 'preview').flatMap((one) => [textAt(one, 'url'), textAt(one, 'title')]);
  const text = linesFrom(textAt(row, 'body'), ...earlier, ...cards, ...links);
  if (type !== 'incoming' && type !== 'outgoing') {
    const system = { type: EVENTS[type] ?? 'other', members: [] } as const;
    return {
      chat,
      message: { kind: 'system', at, sender: '', text: text || type || 'Signal', attachments: [], marks: [], system },
    };
  }
  const sender =
    type === 'outgoing'
      ? 'You'
      : textAt(row, 'source') || textAt(row, 'sourceServiceId') || textAt(row, 'sourceUuid') || 'Signal user';
  const marks = [
    ...(row.deletedForEveryone === true ? (['deleted'] as const) : []),
    ...(earlier.length > 0 ? (['edited'] as const) : []),
    ...(row.isViewOnce === true || row.isViewOnce === 1 ? (['view-once'] as const) : []),
  ];
  const attachments = objectsAt(row, 'attachments').map((one): Attachment => {
    const name = textAt(one, 'fileName');
    return { name, kind: name === '' ? 'omitted' : kindOfName(name) };
  });
  return { chat, message: { kind: 'said', at, sender, text, attachments, marks } };
}
