// One event of an RSMF manifest: a message, somebody who came or went, a notice.

import type { Attachment, Mark, SystemEventType } from '../../model.ts';
import { type Json, linesFrom, objectsAt, textAt } from '../json-shape.ts';
import { kindOfName } from '../media.ts';
import { datedOr, type ReadingNotes } from '../notes.ts';
import type { RawMessage } from '../numbered.ts';
import { zonedDate } from '../zoned-date.ts';
import type { Cast } from './rsmf.ts';

const EVENTS: Readonly<Record<string, SystemEventType>> = { join: 'joined', leave: 'left' };

export function messageOf(event: Json, { people }: Cast, notes: ReadingNotes): RawMessage {
  const at = datedOr(notes, zonedDate(textAt(event, 'timestamp')));
  const id = textAt(event, 'participant');
  const sender = people.get(id) ?? id;
  const earlier = objectsAt(event, 'edits').flatMap((edit) => ['previous', 'new'].map((key) => textAt(edit, key)));
  const body = linesFrom(textAt(event, 'body'), ...earlier);
  const type = textAt(event, 'type');
  if (type in EVENTS || type === 'disclaimer' || type === 'history') {
    const members = type in EVENTS && sender !== '' ? [sender] : [];
    const text = body || [sender, EVENTS[type] ?? type].join(' ').trim();
    const system = { type: EVENTS[type] ?? 'other', members } as const;
    return { kind: 'system', at, sender: '', text, attachments: [], marks: [], system };
  }
  const marks: Mark[] = [];
  if (event.deleted === true || event.deleted === 'true') marks.push('deleted');
  if (earlier.length > 0) marks.push('edited');
  const attachments = objectsAt(event, 'attachments').map((one): Attachment => {
    const name = textAt(one, 'display') || textAt(one, 'id');
    return { name, kind: name === '' ? 'omitted' : kindOfName(name) };
  });
  return { kind: 'said', at, sender: sender || 'unknown', text: body, attachments, marks };
}
