// One message of messages.json. What the app wrote stands among the messages, told by its type; ids of people are put back to names.

import type { Attachment, Mark, SystemEvent, SystemEventType } from '../../model.ts';
import { textOfHtml } from '../html-events.ts';
import { type Json, objectAt, textAt } from '../json-shape.ts';
import { kindOfName } from '../media.ts';
import { datedOr, type ReadingNotes } from '../notes.ts';
import type { RawMessage } from '../numbered.ts';
import { zonedDate } from '../zoned-date.ts';
import type { People } from './personal.ts';

export function messageOf(value: Json, people: People, notes: ReadingNotes): RawMessage {
  const at = datedOr(notes, zonedDate(textAt(value, 'originalarrivaltime')));
  const type = textAt(value, 'messagetype');
  const content = textAt(value, 'content');
  const sender = nameOf(textAt(value, 'from'), people);
  if (/^(?:ThreadActivity|Event|Control)\//.test(type)) {
    const system = eventOf(type, content, sender, people);
    const said = [system.actor ?? '', WORDS[type] ?? type, system.members.join(', '), system.value ?? ''];
    const text = said.filter((part) => part !== '').join(' ');
    return { kind: 'system', at, sender: '', text, attachments: [], marks: [], system };
  }
  const properties = objectAt(value, 'properties');
  const marks: Mark[] = [];
  if (textAt(properties, 'deletetime') !== '') marks.push('deleted');
  if (textAt(properties, 'edittime') !== '' || /<e_m /.test(content)) marks.push('edited');
  const text = /^(?:Text|Notice)?$/.test(type) ? plainText(content) : textOfHtml(content, isAnswered);
  return { kind: 'said', at, sender, text, attachments: filesIn(content, properties), marks };
}

/** `Text` is not marked up, but < and & are written as in HTML. */
const plainText = (content: string): string => textOfHtml(content.replace(/</g, '&lt;'));

/** Words of somebody else that stand before an answer to them. */
const isAnswered = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
  name === 'quote' || name === 'legacyquote' || (name === 'blockquote' && /\/Reply$/.test(attributes.itemtype ?? ''));

function nameOf(id: string, people: People): string {
  const bare = id.replace(/^.*\/contacts\//, '');
  if (bare === people.owner || bare === '') return bare === '' ? 'unknown' : 'You';
  return people.names.get(bare) ?? people.names.get(id) ?? bare.replace(/^\d+:(?:live:(?:\.cid\.)?|orgid:)?/, '');
}

const EVENTS: Readonly<Record<string, SystemEventType>> = {
  'ThreadActivity/AddMember': 'added',
  'ThreadActivity/MemberJoined': 'joined',
  'ThreadActivity/DeleteMember': 'removed',
  'ThreadActivity/MemberLeft': 'left',
  'ThreadActivity/TopicUpdate': 'renamed',
  'ThreadActivity/PictureUpdate': 'icon',
  'ThreadActivity/RoleUpdate': 'admin',
  'Event/Call': 'call',
};
const WORDS: Readonly<Record<string, string>> = {
  'ThreadActivity/AddMember': 'added',
  'ThreadActivity/MemberJoined': 'joined:',
  'ThreadActivity/DeleteMember': 'removed',
  'ThreadActivity/MemberLeft': 'left:',
  'ThreadActivity/TopicUpdate': 'named the chat',
  'Event/Call': 'call',
};

function eventOf(messageType: string, content: string, sender: string, people: People): SystemEvent {
  const type = EVENTS[messageType] ?? 'other';
  const within = (name: string) =>
    [...content.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, id = '']) => textOfHtml(id));
  const [initiator] = within('initiator');
  const members = within('target').map((id) => nameOf(id, people));
  const actor = initiator === undefined ? sender : nameOf(initiator, people);
  const [value] = type === 'renamed' ? within('value') : [];
  // Who takes out themselves has left.
  const left = type === 'removed' && members.length === 1 && members[0] === actor;
  return { type: left ? 'left' : type, actor, members, ...(value === undefined ? {} : { value }) };
}

/** Files stand in the words as `<OriginalName v="…"/>`, or listed in a property as JSON. */
function filesIn(content: string, properties: Json): Attachment[] {
  const inWords = [...content.matchAll(/<(?:OriginalName|FileName)\s+v="([^"]{1,300})"/gi)].map(([, name = '']) =>
    textOfHtml(name),
  );
  const listed = [...textAt(properties, 'files').matchAll(/"fileName"\s*:\s*"([^"\\]{1,300})"/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set([...inWords, ...listed])].map((name) => ({ name, kind: kindOfName(name) }));
}
