// Slack's export of a workspace: a folder a channel, a file a day, users and channels in lists beside them.

import { type Chat, type Files, milliseconds, type Said, type Writer } from './chat.ts';

const FOLDER = 'St Elsewhere Slack export';
const CHANNEL = 'ward-12';

/** Three signs are escaped, and addresses stand in angle brackets. */
const coded = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/https?:\/\/\S+/g, (address) => `<${address}>`);

function write({ title, kind, people, messages }: Chat): Files {
  const idOf = (name: string): string => `U0${people.indexOf(name) + 10}WARD`;
  const messageOf = ({ at, sender, text, attachment }: Said) => ({
    type: 'message',
    user: idOf(sender),
    text: coded(text),
    ts: `${milliseconds(at) / 1000}.000309`,
    ...(attachment === undefined ? {} : { files: [{ id: 'F1', name: attachment, title: attachment }] }),
  });
  const days = new Map<string, unknown[]>();
  for (const message of messages) {
    const day = message.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), messageOf(message)]);
  }
  const channel = { id: 'C01WARD', name: CHANNEL, members: people.map(idOf), topic: { value: title } };
  const users = people.map((name) => ({ id: idOf(name), name: 'x', deleted: false, profile: { real_name: name } }));
  return {
    [`${FOLDER}/${kind === 'direct' ? 'dms' : 'channels'}.json`]: JSON.stringify([channel], null, 4),
    [`${FOLDER}/users.json`]: JSON.stringify(users, null, 4),
    ...Object.fromEntries(
      [...days].map(([day, said]) => [`${FOLDER}/${CHANNEL}/${day}.json`, JSON.stringify(said, null, 4)]),
    ),
  };
}

export const slack: readonly Writer[] = [{ layout: 'slack-export', clock: 'seconds', write }];
