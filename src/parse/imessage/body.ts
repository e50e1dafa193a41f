// A message of imessage-exporter from what stands in it, whichever kind of file it came from.

import type { Attachment, Mark, SystemEvent } from '../../model.ts';
import type { Entry } from '../conversations.ts';
import { baseName, cameAs, kindOfName, type Shelf } from '../media.ts';
import type { RawMessage } from '../numbered.ts';

/** An entry, and whether it stands under the message that it answers or, in its own place, says that it answers one. */
export interface Placed extends Entry {
  readonly under?: boolean;
  readonly answers?: boolean;
}

export interface Body {
  readonly text: string;
  /** Paths or addresses of the files that went along. */
  readonly files: readonly string[];
}

interface Said extends Body {
  readonly at: string;
  readonly sender: string;
}

const UNSENT = /^(?:(?:You|.{1,80}) unsent (?:a|this) message|This message was deleted from the conversation)/;

export function messageOf(
  { at, sender, text, files }: Said,
  { shelf, path }: { readonly shelf: Shelf; readonly path: string },
): RawMessage {
  const attachments = files.map((file): Attachment => {
    const name = baseName(file.replaceAll('\\', '/'));
    const found = shelf.find(name, path);
    return { name, kind: kindOfName(name), ...cameAs(found) };
  });
  const marks: Mark[] = [];
  if (UNSENT.test(text)) marks.push('deleted');
  if (/^Edited /m.test(text)) marks.push('edited');
  return { kind: 'said', at, sender, text, attachments, marks };
}

/** Who did it, what, and to whom or what. */
const EVENTS: readonly (readonly [SystemEvent['type'], RegExp])[] = [
  ['renamed', /^(.+?) (?:renamed|named) the conversation (?:to )?(.+?)\.?$/],
  ['added', /^(.+?) added (.+?) to the conversation\.?$/],
  ['removed', /^(.+?) removed (.+?) from the conversation\.?$/],
  ['left', /^(.+?) left the conversation\.?()$/],
  ['icon', /^(.+?) (?:changed|removed) the group photo\.?()$/],
];

/** A line that the app wrote. */
export function announcement(at: string, text: string): RawMessage {
  const system = eventIn(text);
  return { kind: 'system', at, sender: '', text, attachments: [], marks: [], system };
}

function eventIn(text: string): SystemEvent {
  for (const [type, form] of EVENTS) {
    const [, actor = '', what = ''] = form.exec(text) ?? [];
    if (actor === '') continue;
    if (type === 'renamed') return { type, actor, members: [], value: what };
    if (type === 'left') return { type, members: [actor] };
    return { type, actor, members: what === '' ? [] : [what] };
  }
  return { type: 'other', members: [] };
}
