// Lines that Telegram writes itself: who made the group, who came and went, who was called. Names of actions as Telegram Desktop writes
// them (telegramdesktop/tdesktop, export_output_json.cpp).

import type { SystemEvent, SystemEventType } from '../../model.ts';
import { type Json, listAt, wordsAt } from '../json-shape.ts';

const ACTIONS: Readonly<Record<string, SystemEventType>> = {
  create_group: 'created',
  create_channel: 'created',
  edit_group_title: 'renamed',
  edit_group_photo: 'icon',
  delete_group_photo: 'icon',
  invite_members: 'added',
  remove_members: 'removed',
  join_group_by_link: 'joined',
  join_group_by_request: 'joined',
  joined_telegram: 'other',
  pin_message: 'pinned',
  phone_call: 'call',
  conference_call: 'call',
  group_call: 'call',
  group_call_scheduled: 'call',
  invite_to_group_call: 'call',
  set_messages_ttl: 'timer',
  edit_chat_theme: 'settings',
  set_chat_wallpaper: 'settings',
  set_same_chat_wallpaper: 'settings',
  clear_history: 'earlier-messages-missing',
};

/** The event, and the line in words that a reader can follow. */
export function eventOf(value: Json, actor: string): { readonly event: SystemEvent; readonly says: string } {
  const action = wordsAt(value, 'action');
  const title = wordsAt(value, 'title') || wordsAt(value, 'new_title');
  const members = listAt(value, 'members').filter((name): name is string => typeof name === 'string');
  const event = typed(ACTIONS[action] ?? 'other', actor, members, title);
  const words = action === '' ? wordsAt(value, 'information_text') : action.replaceAll('_', ' ');
  const says = [actor, words, title && `“${title}”`, members.join(', ')].filter((part) => part !== '').join(' ');
  return { event, says };
}

/** Who adds themselves has joined, and who removes themselves has left. */
function typed(type: SystemEventType, actor: string, members: readonly string[], title: string): SystemEvent {
  const alone = members.length === 1 && members[0] === actor;
  if (type === 'joined' || (type === 'added' && alone)) return { type: 'joined', members: [actor] };
  if (type === 'removed' && alone) return { type: 'left', members: [actor] };
  const who = actor === '' ? {} : { actor };
  if (type === 'created' || type === 'renamed')
    return { type, ...who, members, ...(title === '' ? {} : { value: title }) };
  return { type, ...who, members: type === 'added' || type === 'removed' ? members : [] };
}
