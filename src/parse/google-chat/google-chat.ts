// Google Chat, from Google Takeout: a folder a conversation with messages.json and group_info.json. Times are English sentences in UTC.

import type { Attachment, Conversation, Mark, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { entriesAt, linesOf, messagesFrom } from '../json-chats.ts';
import { isJson, type Json, listAt, wordsAt } from '../json-shape.ts';
import { jsonValues } from '../json-values.ts';
import { baseName, cameAs, claimIn, folderOf, kindOfName, type Shelf } from '../media.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { NO_DATE, numbered, type RawMessage } from '../numbered.ts';
import { atOf, readSpokenDate } from '../spoken-dates.ts';
import { fileText } from '../text.ts';

const recognise = (head: string): number =>
  /^\ufeff?\s*\{\s*"messages"\s*:\s*\[/.test(head) && /"created_date"\s*:/.test(head) && /"creator"\s*:/.test(head)
    ? 0.95
    : 0;

async function surveyChat(file: SourceFile, { shelf }: SurveyOptions): Promise<Conversation> {
  const text = await fileText(file);
  const group = await groupOf(claimIn(folderOf(file.path), 'group_info.json', shelf));
  const notes = noNotes();
  const read = (value: unknown) => readMessage(value, file.path, shelf);
  return conversationOf(
    {
      app: 'google-chat',
      layout: 'google-takeout',
      path: file.path,
      title: group.name,
      people: group.people,
      ...(/(?:^|\/)Space [^/]*\/$/.test(folderOf(file.path)) ? { kind: 'group' } : {}),
    },
    () => numbered(messagesFrom(entriesAt(text, 'messages.*'), read, Object.assign(notes, noNotes()))),
    shelf,
    () => [...text.issues, { code: 'times-in-utc' }, ...issuesOfNotes(notes)],
  );
}

async function groupOf(file: SourceFile | undefined): Promise<{ name: string; people: string[] }> {
  const group = { name: '', people: [] as string[] };
  if (!file) return group;
  const pieces = (await fileText(file)).pieces();
  for await (const { wanted, value } of jsonValues(pieces, ['name', 'members.*'], { lost: 0, cut: false })) {
    if (wanted === 'name' && typeof value === 'string') group.name = value;
    if (wanted === 'members.*' && isJson(value)) group.people.push(nameOf(value));
  }
  return group;
}

const nameOf = (person: unknown): string => (isJson(person) ? wordsAt(person, 'name') || wordsAt(person, 'email') : '');

function readMessage(value: unknown, path: string, shelf: Shelf): RawMessage | undefined {
  if (!isJson(value)) return undefined;
  const date = readSpokenDate(wordsAt(value, 'created_date'));
  const isDeleted = wordsAt(value, 'message_state') === 'DELETED' || isJson(value.deletion_metadata);
  const marks: Mark[] = [
    ...(isDeleted ? (['deleted'] as const) : []),
    ...(wordsAt(value, 'updated_date') === '' ? [] : (['edited'] as const)),
  ];
  return {
    kind: 'said',
    at: date ? atOf(date, 'day-first') : NO_DATE,
    sender: nameOf(value.creator) || 'Unknown user',
    text: linesOf([wordsAt(value, 'text'), ...listAt(value, 'annotations').filter(isJson).map(cardOf)]),
    attachments: listAt(value, 'attached_files')
      .filter(isJson)
      .map((one) => attachmentOf(one, path, shelf)),
    marks,
  };
}

/** What Google adds to a link: the title of the page or document. */
function cardOf(annotation: Json): string {
  const { url_metadata: page, drive_metadata: document } = annotation;
  return linesOf([page, document].map((one) => (isJson(one) ? wordsAt(one, 'title') : '')));
}

function attachmentOf(one: Json, path: string, shelf: Shelf): Attachment {
  const exported = baseName(wordsAt(one, 'export_name'));
  const name = wordsAt(one, 'original_name') || exported;
  const file = shelf.find(exported, path) ?? shelf.find(name, path);
  const own = file ? baseName(file.path) : name;
  return { name: own, kind: own === '' ? 'omitted' : kindOfName(own), ...cameAs(file) };
}

export const googleChat: ChatFormat = {
  id: 'google-chat',
  app: 'google-chat',
  name: 'Google Chat, Takeout',
  about: {
    handIn: 'the zips or folder of Google Takeout',
    toldBy: 'messages.json with creator and created_date',
    limits: 'files about the account beside the chats are left alone',
    example: 'formats/google-takeout',
  },
  recognise,
  survey: fileByFile(surveyChat),
};
