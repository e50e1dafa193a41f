// Discord's own download of an account: for each channel a folder with messages.json, which holds only what the owner wrote, newest
// first. It is read, and it is said that the others are missing.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { isoTime } from '../iso-time.ts';
import { entriesAt, messagesFrom } from '../json-chats.ts';
import { isJson, type Json, wordsAt } from '../json-shape.ts';
import { jsonValues } from '../json-values.ts';
import { baseName, cameAs, claimIn, folderOf, kindOfName, type Shelf } from '../media.ts';
import { issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import { NO_DATE, numbered, type RawMessage } from '../numbered.ts';
import { type FileText, fileText } from '../text.ts';

const recognise = (head: string): number =>
  /^\ufeff?\s*\[\s*\{\s*"ID"\s*:\s*"?\d+"?\s*,\s*"Timestamp"\s*:\s*"[^"]*"\s*,\s*"Contents"\s*:/.test(head) ? 0.95 : 0;

async function surveyChannel(file: SourceFile, { shelf }: SurveyOptions): Promise<Conversation> {
  const text = await fileText(file);
  const folder = folderOf(file.path);
  const messages = folderOf(folder.slice(0, -1));
  const channel = await objectIn(claimIn(folder, 'channel.json', shelf));
  claimIn(messages, 'index.json', shelf);
  const user = await objectIn(claimIn(`${folderOf(messages.slice(0, -1))}account/`, 'user.json', shelf));
  const owner = wordsAt(user, 'username') || 'Owner of the account';
  const notes = noNotes();
  const type = wordsAt(channel, 'type');
  return conversationOf(
    {
      app: 'discord',
      layout: 'discord-package',
      path: file.path,
      title: wordsAt(channel, 'name'),
      kind: type === 'DM' || channel.type === 1 ? 'direct' : 'group',
    },
    () => numbered(messagesOf(text, owner, file.path, shelf, notes)),
    shelf,
    () => [...text.issues, { code: 'one-sided' }, ...issuesOfNotes(notes)],
  );
}

/** The object of a small file; empty where there is none. */
async function objectIn(file: SourceFile | undefined): Promise<Json> {
  if (!file) return {};
  const found: Record<string, unknown> = {};
  const pieces = (await fileText(file)).pieces();
  for await (const { steps, value } of jsonValues(pieces, ['name', 'type', 'username'], { lost: 0, cut: false })) {
    found[steps[0] ?? ''] = value;
  }
  return found;
}

/** One channel is held at a time, to put it in order. */
async function* messagesOf(
  text: FileText,
  owner: string,
  path: string,
  shelf: Shelf,
  notes: ReadingNotes,
): AsyncGenerator<RawMessage> {
  Object.assign(notes, noNotes());
  const found: RawMessage[] = [];
  for await (const message of messagesFrom(
    entriesAt(text, '*'),
    (value) => readMessage(value, owner, path, shelf),
    notes,
  )) {
    found.push(message);
  }
  const rises = (found[0]?.at ?? '') < (found.at(-1)?.at ?? '');
  yield* rises ? found : found.reverse();
}

function readMessage(value: unknown, sender: string, path: string, shelf: Shelf): RawMessage | undefined {
  if (!isJson(value)) return undefined;
  const at = isoTime(wordsAt(value, 'Timestamp')) ?? NO_DATE;
  const attachments = wordsAt(value, 'Attachments')
    .split(' ')
    .filter((address) => address !== '')
    .map((address) => {
      const name = baseName(address.replace(/[?#].*$/, ''));
      const file = shelf.find(name, path);
      return { name, kind: kindOfName(name), ...cameAs(file) };
    });
  return { kind: 'said', at, sender, text: wordsAt(value, 'Contents'), attachments, marks: [] };
}

export const discordPackage: ChatFormat = {
  id: 'discord-package',
  app: 'discord',
  name: "Discord, the owner's own download",
  about: {
    handIn: 'the folder or zip that "Request my data" brings (package)',
    toldBy: 'JSON whose messages have ID, Timestamp and Contents',
    limits: 'it holds only what the owner wrote: the other side of each chat is missing',
    example: 'formats/discord-package',
  },
  recognise,
  survey: fileByFile(surveyChannel),
};
