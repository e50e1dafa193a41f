// Slack's export of a workspace: a folder a channel with a file for each day, and lists of users and channels beside them. A channel's
// days make one chat.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import type { ChatFormat, SurveyOptions } from '../format.ts';
import { entriesAt, messagesFrom } from '../json-chats.ts';
import { baseName, folderOf } from '../media.ts';
import { issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import { numbered, type RawMessage } from '../numbered.ts';
import { type FileText, fileText } from '../text.ts';
import { channelOf, namesOf } from './directory.ts';
import { type Names, readMessage } from './message.ts';

/** `ward-12/2024-12-03.json` */
const DAY = /(?:^|\/)\d{4}-\d\d-\d\d\.json$/;

function recognise(head: string, path: string): number {
  if (!/^\ufeff?\s*\[/.test(head)) return 0;
  if (/"ts"\s*:\s*"\d{9,11}\.\d{6}"/.test(head)) return /"type"\s*:\s*"message"/.test(head) ? 0.95 : 0.6;
  return DAY.test(path) && /^\ufeff?\s*\[\s*\]\s*$/.test(head) ? 0.6 : 0;
}

function gather(files: readonly SourceFile[]): SourceFile[][] {
  const channels = new Map<string, SourceFile[]>();
  for (const file of files) {
    const key = DAY.test(file.path) ? folderOf(file.path) : `${file.path}!`;
    channels.set(key, [...(channels.get(key) ?? []), file]);
  }
  return [...channels.values()].map((days) => days.sort((x, y) => (x.path < y.path ? -1 : 1)));
}

async function survey(files: readonly SourceFile[], { shelf }: SurveyOptions): Promise<Conversation[]> {
  const days: FileText[] = [];
  for (const file of files) days.push(await fileText(file));
  const path = files[0]?.path ?? '';
  const inside = folderOf(path).slice(0, -1);
  const folder = baseName(inside);
  const names = await namesOf(folderOf(inside), shelf);
  const channel = await channelOf(folder, folderOf(inside), shelf);
  const notes = noNotes();
  const chat = await conversationOf(
    {
      app: 'slack',
      layout: 'slack-export',
      path,
      // A chat of a few bears the short names of its people.
      title: channel.isDirect || folder.startsWith('mpdm-') ? '' : channel.name || folder,
      ...(channel.isDirect ? { kind: 'direct' } : { kind: 'group' }),
      people: channel.members.map((id) => names.get(id) ?? id),
    },
    () => numbered(messagesOf(days, names, notes)),
    shelf,
    () => [...days.flatMap(({ issues }) => issues), { code: 'times-in-utc' }, ...issuesOfNotes(notes)],
  );
  return [chat];
}

/** One day is held at a time: answers in a thread stand behind what they answer, not at their time. */
async function* messagesOf(days: readonly FileText[], names: Names, notes: ReadingNotes): AsyncGenerator<RawMessage> {
  Object.assign(notes, noNotes());
  for (const day of days) {
    const found: RawMessage[] = [];
    for await (const message of messagesFrom(entriesAt(day, '*'), (value) => readMessage(value, names), notes)) {
      found.push(message);
    }
    yield* found.sort((x, y) => (x.at === y.at ? 0 : x.at < y.at ? -1 : 1));
  }
}

export const slack: ChatFormat = {
  id: 'slack',
  app: 'slack',
  name: 'Slack, export of a workspace',
  about: {
    handIn: 'the zip or folder with a folder a channel, a file a day',
    toldBy: "JSON lists of messages with Slack's ts",
    limits: 'private channels and direct chats, unless the export was made with them',
    example: 'formats/slack-export',
  },
  recognise,
  gather,
  survey,
};
