// The lists beside the channels of a Slack export: who the users are, and who is in which channel.

import type { SourceFile } from '../../model.ts';
import { isJson, listAt, textAt } from '../json-chats.ts';
import { jsonValues } from '../json-values.ts';
import type { Shelf } from '../media.ts';
import { fileText } from '../text.ts';
import type { Names } from './message.ts';

/** Names by the id of the user; empty when users.json did not come along. */
export async function namesOf(path: string, shelf: Shelf): Promise<Names> {
  const names = new Map<string, string>();
  for await (const user of objectsIn(shelf.claim('users.json', path))) {
    const profile = isJson(user.profile) ? user.profile : {};
    const name = textAt(profile, 'real_name') || textAt(user, 'real_name') || textAt(profile, 'display_name');
    names.set(textAt(user, 'id'), name || textAt(user, 'name'));
  }
  return names;
}

interface Channel {
  readonly name: string;
  /** Ids of users. */
  readonly members: readonly string[];
  readonly isDirect: boolean;
}

const LISTS = ['channels.json', 'groups.json', 'mpims.json', 'dms.json'];

/** What the lists say of the channel whose days lie in the folder. */
export async function channelOf(folder: string, path: string, shelf: Shelf): Promise<Channel> {
  let found: Channel = { name: '', members: [], isDirect: /^D[A-Z0-9]{7,}$/.test(folder) };
  for (const list of LISTS) {
    for await (const channel of objectsIn(shelf.claim(list, path))) {
      const [id, name] = [textAt(channel, 'id'), textAt(channel, 'name')];
      if (folder === '' || (name !== folder && id !== folder)) continue;
      const members = listAt(channel, 'members').filter((member): member is string => typeof member === 'string');
      found = { name, members, isDirect: list === 'dms.json' };
    }
  }
  return found;
}

async function* objectsIn(file: SourceFile | undefined) {
  if (!file) return;
  for await (const { value } of jsonValues((await fileText(file)).pieces(), ['*'], { lost: 0, cut: false })) {
    if (isJson(value)) yield value;
  }
}
