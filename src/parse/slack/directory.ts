// The lists beside the channels of a Slack export: who the users are, and who is in which channel.

import type { SourceFile } from '../../model.ts';
import { isJson, listAt, wordsAt } from '../json-shape.ts';
import { jsonValues } from '../json-values.ts';
import { claimIn, type Shelf } from '../media.ts';
import { fileText } from '../text.ts';
import type { Names } from './message.ts';

/** Names by the id of the user; empty when users.json does not lie in the folder of the export. */
export async function namesOf(folder: string, shelf: Shelf): Promise<Names> {
  const names = new Map<string, string>();
  for await (const user of objectsIn(claimIn(folder, 'users.json', shelf))) {
    const profile = isJson(user.profile) ? user.profile : {};
    const name = wordsAt(profile, 'real_name') || wordsAt(user, 'real_name') || wordsAt(profile, 'display_name');
    names.set(wordsAt(user, 'id'), name || wordsAt(user, 'name'));
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

/** What the lists in the folder of the export say of a channel, by the name of the channel's own folder. */
export async function channelOf(own: string, folder: string, shelf: Shelf): Promise<Channel> {
  let found: Channel = { name: '', members: [], isDirect: /^D[A-Z0-9]{7,}$/.test(own) };
  for (const list of LISTS) {
    for await (const channel of objectsIn(claimIn(folder, list, shelf))) {
      const [id, name] = [wordsAt(channel, 'id'), wordsAt(channel, 'name')];
      if (own === '' || (name !== own && id !== own)) continue;
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
