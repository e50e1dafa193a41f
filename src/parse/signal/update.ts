// Lines of the app in Signal's export: who came, who went, what was renamed. They are data, not words, so the words are put here; names
// and descriptions that people gave are part of them, since they can hold a patient as well as any message.

import type { SystemEvent, SystemEventType } from '../../model.ts';
import { isJson, type Json, objectAt, objectsAt, textAt } from '../json-shape.ts';
import type { Directory } from './directory.ts';

export interface Update {
  readonly event: SystemEvent;
  readonly text: string;
}

export function readUpdate(update: Json, author: string, directory: Directory): Update {
  if (isJson(update.groupChange)) return readGroupChange(update.groupChange, directory);
  if (isJson(update.expirationTimerChange)) {
    const value = durationOf(textAt(update.expirationTimerChange, 'expiresInMs'));
    const event: SystemEvent = { type: 'timer', actor: author, members: [], value };
    return { event, text: `${author} set disappearing messages: ${value}` };
  }
  if (isJson(update.individualCall) || isJson(update.groupCall))
    return { event: { type: 'call', actor: author, members: [] }, text: 'Call' };
  const renamed = objectAt(update, 'profileChange');
  if (textAt(renamed, 'newName') !== '')
    return plain('other', `${textAt(renamed, 'previousName')} is now called ${textAt(renamed, 'newName')}`);
  return readSimple(textAt(objectAt(update, 'simpleUpdate'), 'type'), author);
}

/** One line can tell of several changes; the kind that moves people counts. */
function readGroupChange(groupChange: Json, directory: Directory): Update {
  const changes = objectsAt(groupChange, 'updates').map((change) => readChange(change, directory));
  const main = changes.find(({ event }) => event.members.length > 0) ?? changes[0];
  if (!main) return CHANGED;
  const alike = changes.filter(({ event }) => event.type === main.event.type);
  return {
    event: { ...main.event, members: alike.flatMap(({ event }) => event.members) },
    text: changes.map(({ text }) => text).join('\n'),
  };
}

function readSimple(type: string, author: string): Update {
  if (type.startsWith('IDENTITY_')) return plain('security-code', `The safety number with ${author} changed`);
  if (type === 'CHANGE_NUMBER')
    return { event: { type: 'number-changed', actor: author, members: [] }, text: `${author} changed their number` };
  if (type === 'JOINED_SIGNAL') return plain('other', `${author} is on Signal`);
  return plain('other', 'Written by the app');
}

const plain = (type: SystemEventType, text: string): Update => ({ event: { type, members: [] }, text });

const CHANGED = plain('other', 'The group was changed');

/** How a change of a group begins in the export, what it is, which key names the people it moves, and words for it. */
const CHANGES: readonly (readonly [RegExp, SystemEventType, string | undefined, string])[] = [
  [/^groupCreationUpdate/, 'created', undefined, 'created the group'],
  [/^groupMemberAddedUpdate/, 'added', 'newMemberAci', 'added'],
  [/^groupMemberLeftUpdate/, 'left', 'aci', 'left'],
  [/^groupMemberRemovedUpdate/, 'removed', 'removedAci', 'removed'],
  [/^groupMemberJoined/, 'joined', 'newMemberAci', 'joined'],
  [/^groupInvitationAcceptedUpdate/, 'joined', 'newMemberAci', 'accepted the invitation:'],
  [/^groupNameUpdate/, 'renamed', undefined, 'changed the group name to'],
  [/^groupDescriptionUpdate/, 'described', undefined, 'changed the description to'],
  [/^groupAvatarUpdate/, 'icon', undefined, 'changed the picture of the group'],
  [/^groupAdminStatusUpdate/, 'admin', 'memberAci', 'changed the rights of'],
  [/^groupExpirationTimerUpdate/, 'timer', undefined, 'set disappearing messages:'],
  [/^group\w*(?:Access|Announcement|InviteLink)\w*/, 'settings', undefined, 'changed the settings of the group'],
];

function readChange(change: Json, directory: Directory): Update {
  const [key, detail] = Object.entries(change).find(([, value]) => isJson(value)) ?? ['', {}];
  const [, type, memberKey, words] = CHANGES.find(([form]) => form.test(key)) ?? [];
  if (type === undefined || words === undefined || !isJson(detail)) return CHANGED;
  const named = (keys: readonly string[]) =>
    keys.map((name) => directory.account(textAt(detail, name))).filter((name) => name !== '');
  const [actor] = named(['updaterAci', 'removerAci', 'inviterAci', 'creatorAci']);
  const members = memberKey === undefined ? [] : named([memberKey]);
  const timer = type === 'timer' ? durationOf(textAt(detail, 'expiresInMs')) : '';
  const value = textAt(detail, 'newGroupName') || textAt(detail, 'newDescription') || timer;
  const moved = members.join(', ');
  const isOwnDoing = type === 'left' || type === 'joined';
  const parts = isOwnDoing ? [moved, words] : [actor ?? 'Somebody', words, moved, value];
  return {
    event: {
      type,
      members,
      ...(actor === undefined ? {} : { actor }),
      ...(value === '' || type === 'described' ? {} : { value }),
    },
    text: parts.filter((part) => part !== '').join(' '),
  };
}

const UNITS: readonly (readonly [number, string])[] = [
  [604_800, 'week'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

/** `4 weeks`, `1 day`; `off` for none. */
function durationOf(milliseconds: string): string {
  const seconds = Math.round(Number(milliseconds || 0) / 1000);
  const [length, name] = UNITS.find(([unit]) => seconds >= unit && seconds % unit === 0) ?? [1, 'second'];
  const count = seconds / length;
  return seconds > 0 ? `${count} ${name}${count === 1 ? '' : 's'}` : 'off';
}
