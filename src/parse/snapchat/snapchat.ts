// Snapchat's "My Data": chat_history.json holds the messages that were saved in the chat, all chats in one file, newest first. Until about
// 2022 as two lists (received, sent), since then as one list for each person or group.

import type { Conversation, MediaKind, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import { Cursor } from '../cursor.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { isoTime } from '../iso-time.ts';
import { entriesAt, type JsonEntry, jsonEntries, messagesFrom } from '../json-chats.ts';
import { isJson, wordsAt } from '../json-shape.ts';
import { jsonValues } from '../json-values.ts';
import { issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import { NO_DATE, numbered, type RawMessage } from '../numbered.ts';
import { type FileText, fileText } from '../text.ts';

/** Keys of the two lists of the older shape. */
const OLD_LIST = /^(?:Received|Sent) (?:Saved |Unsaved )?(?:Chat|Snap) History$/;

const recognise = (head: string): number =>
  /^\ufeff?\s*\{\s*"[^"]*"\s*:\s*\[/.test(head) && /"Media Type"\s*:/.test(head) && /"Created"\s*:/.test(head)
    ? 0.95
    : 0;

async function surveyFile(file: SourceFile, { shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const { titles, isOld } = await chatsIn(text);
  const people = [...titles.keys()];
  const numbers = new Map(people.map((person, at) => [person, at]));
  const cursor = new Cursor(() => jsonEntries(text, ['*.*'], ([person = '']) => numbers.get(person)));
  const chats: Conversation[] = [];
  for (const [at, person] of people.entries()) {
    const notes = noNotes();
    const entries = () => (isOld ? entriesWith(text, person, at === 0) : cursor.of(at));
    const chat = await conversationOf(
      {
        app: 'snapchat',
        layout: isOld ? 'snapchat-lists' : 'snapchat-data',
        path: file.path,
        title: titles.get(person) ?? '',
        // Only groups have a title.
        ...(titles.get(person) ? { kind: 'group' } : {}),
      },
      () => numbered(messagesOf(entries(), notes)),
      shelf,
      () => [
        ...(at === 0 ? text.issues : []),
        { code: 'times-in-utc' },
        { code: 'only-saved-messages' },
        ...issuesOfNotes(notes),
      ],
    );
    chats.push(chat);
  }
  return chats;
}

/** Title of each chat by its person or group, in the order of the file. */
async function chatsIn(text: FileText): Promise<{ titles: ReadonlyMap<string, string>; isOld: boolean }> {
  const titles = new Map<string, string>();
  let isOld = false;
  for await (const { steps, value } of jsonValues(text.pieces(), ['*.*'], { lost: 0, cut: false })) {
    const key = steps[0] ?? '';
    if (OLD_LIST.test(key)) isOld = true;
    const person = OLD_LIST.test(key) ? personOf(value) : key;
    if (!titles.get(person)) titles.set(person, isJson(value) ? wordsAt(value, 'Conversation Title') : '');
  }
  if (titles.size === 0) titles.set('', '');
  return { titles, isOld };
}

const personOf = (value: unknown): string => (isJson(value) ? wordsAt(value, 'From') || wordsAt(value, 'To') : '');

/** Of the two lists of the older shape: what was exchanged with one person. What was lost is told to the first chat. */
async function* entriesWith(text: FileText, person: string, isFirst: boolean): AsyncGenerator<JsonEntry> {
  for await (const entry of entriesAt(text, '*.*')) {
    if ('value' in entry ? personOf(entry.value) === person : isFirst) yield entry;
  }
}

/** One chat is held at a time, to put it in order: messages of the same second stay as they stand when turned round. */
async function* messagesOf(entries: AsyncIterable<JsonEntry>, notes: ReadingNotes): AsyncGenerator<RawMessage> {
  Object.assign(notes, noNotes());
  const found: RawMessage[] = [];
  for await (const message of messagesFrom(entries, readMessage, notes)) found.push(message);
  found.reverse();
  yield* found.sort((x, y) => (x.at === y.at ? 0 : x.at < y.at ? -1 : 1));
}

const KINDS: Readonly<Record<string, MediaKind>> = {
  IMAGE: 'image',
  VIDEO: 'video',
  NOTE: 'voice-note',
  STICKER: 'sticker-gif',
  MEDIA: 'omitted',
};

/** Files lie elsewhere in the download, under names that say nothing of the message. */
function readMessage(value: unknown): RawMessage | undefined {
  if (!isJson(value)) return undefined;
  const kind = KINDS[wordsAt(value, 'Media Type')];
  const from = wordsAt(value, 'From');
  return {
    kind: 'said',
    at: isoTime(wordsAt(value, 'Created')) ?? NO_DATE,
    sender: from || 'Owner of the account',
    text: wordsAt(value, 'Content') || wordsAt(value, 'Text'),
    attachments: kind ? [{ name: '', kind }] : [],
    marks: [],
  };
}

export const snapchat: ChatFormat = {
  id: 'snapchat',
  app: 'snapchat',
  name: 'Snapchat, My Data',
  about: {
    handIn: 'the zip or folder of "My Data" with json/chat_history.json',
    toldBy: 'JSON lists of messages with Media Type and Created',
    limits: 'only messages that somebody saved are in it; which picture belongs to which message is not told',
    example: 'formats/snapchat-data',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
