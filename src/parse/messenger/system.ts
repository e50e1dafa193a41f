// Lines that Messenger writes itself. They stand among the messages under the name of whoever caused them, so they are told by their
// wording (English), by their type in older downloads, and by the keys of a call.

import type { SystemEvent, SystemEventType } from '../../model.ts';
import type { Json } from '../json-shape.ts';

/** What follows the name of whoever did it. The first group is the people or the new name. */
const WORDINGS: readonly (readonly [SystemEventType, RegExp])[] = [
  ['added', /^added (.+) to the (?:group|chat)\.?$/],
  ['removed', /^removed (.+) from the (?:group|chat)\.?$/],
  ['left', /^left the (?:group|chat)\.?$/],
  ['joined', /^joined the (?:group|chat|call)\b.*$/],
  ['created', /^created (?:the|this|a) (?:group|chat)\b.*$/],
  ['renamed', /^named the group (.+?)\.?$/],
  ['renamed', /^changed the (?:group|chat) name to (.+?)\.?$/],
  ['icon', /^changed the (?:group|chat) photo\.?$/],
  ['settings', /^(?:changed|set) the (?:theme|emoji|quick reaction|chat theme)\b.*$/],
  ['settings', /^set (?:the nickname for .+|(?:his|her|their|your) (?:own )?nickname|nickname)\b.*$/],
  ['admin', /^(?:added|removed) (.+) as (?:a )?group admin\.?$/],
  ['timer', /^(?:turned (?:on|off) disappearing messages|set disappearing messages)\b.*$/],
  ['pinned', /^pinned a message\.?$/],
  ['call', /^(?:started|ended) (?:a|the) (?:video |audio )?(?:call|chat)\b.*$/],
  ['call', /^(?:missed your (?:video |audio )?call|called you)\b.*$/],
];
const OTHERS =
  /^(?:The video chat ended|You missed a (?:video |audio )?(?:call|chat)|Messages and calls are secured)\b/;

/** Undefined when a person wrote it. */
export function eventIn(value: Json, sender: string, text: string): SystemEvent | undefined {
  if (typeof value.call_duration === 'number' || value.type === 'Call')
    return { type: 'call', actor: sender, members: [] };
  const people = Array.isArray(value.users) ? value.users.map(nameOf).filter((name) => name !== '') : [];
  if (value.type === 'Subscribe') return { type: 'added', actor: sender, members: people };
  if (value.type === 'Unsubscribe') return { type: 'left', actor: sender, members: people };
  if (OTHERS.test(text)) return { type: 'other', members: [] };
  const rest = [sender, 'You'].flatMap((name) => (text.startsWith(`${name} `) ? [text.slice(name.length + 1)] : []))[0];
  if (rest === undefined) return undefined;
  for (const [type, wording] of WORDINGS) {
    const found = wording.exec(rest);
    if (found) return eventOf(type, sender, found[1] ?? '');
  }
  return undefined;
}

function eventOf(type: SystemEventType, actor: string, what: string): SystemEvent {
  if (type === 'renamed') return { type, actor, members: [], value: what };
  if (type === 'left' || type === 'joined') return { type, members: [actor] };
  return { type, actor, members: what === '' ? [] : what.split(/, (?:and )?| and /) };
}

const nameOf = (user: unknown): string =>
  typeof user === 'object' && user !== null && 'name' in user && typeof user.name === 'string' ? user.name : '';
