// Telegram Desktop, exported as JSON (result.json): one chat, or the whole account with all its chats. Of an account's other data
// (details of the owner, contacts, sessions) nothing is read or shown.

import type { Conversation, Issue, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import { Cursor } from '../cursor.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { jsonEntries, messagesFrom } from '../json-chats.ts';
import { jsonValues } from '../json-values.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { numbered } from '../numbered.ts';
import { type FileText, fileText } from '../text.ts';
import { readMessage } from './message.ts';

const ONE_CHAT =
  /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|replies|verification_codes|private_group|(?:private|public)_(?:supergroup|channel))"/;
const ACCOUNT =
  /^\ufeff?\s*\{\s*"about"\s*:\s*"Here is the data you requested|"(?:left_)?chats"\s*:\s*\{\s*"(?:about|list)"|"frequent_contacts"\s*:\s*\{/;

function recognise(head: string): number {
  if (!/^\ufeff?\s*\{/.test(head)) return 0;
  if (ONE_CHAT.test(head) && /"messages"\s*:\s*\[/.test(head)) return 0.95;
  return ACCOUNT.test(head) ? 0.9 : 0;
}

/** A chat of the file, by the keys that lead to it. */
interface Found {
  readonly key: string;
  name: string;
  type: string;
}

/** Sections of an account that hold no messages. */
const SECTIONS = ['contacts', 'frequent_contacts', 'sessions', 'web_sessions', 'other_data'];
const PLACES = ['', 'chats.list.*.', 'left_chats.list.*.'];

async function surveyFile(file: SourceFile, { shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const { found, issues } = await outlineOf(text);
  const numbers = new Map(found.map(({ key }, at) => [key, at]));
  const cursor = new Cursor(() =>
    jsonEntries(
      text,
      PLACES.map((place) => `${place}messages.*`),
      (steps) => numbers.get(keyOf(steps)),
    ),
  );
  const read = (value: unknown) => readMessage(value, file.path, shelf);
  const chats: Conversation[] = [];
  for (const [at, { name, type }] of found.entries()) {
    const notes = noNotes();
    const ofFile = chats.length === 0 ? [...text.issues, ...issues] : [];
    const chat = await conversationOf(
      {
        app: 'telegram',
        layout: 'telegram-json',
        path: file.path,
        title: name,
        kind: /^(?:personal_chat|bot_chat|saved_messages)$/.test(type) ? 'direct' : 'group',
      },
      () => numbered(messagesFrom(cursor.of(at), read, Object.assign(notes, noNotes()))),
      shelf,
      () => [...ofFile, ...issuesOfNotes(notes)],
    );
    // An account keeps chats that were cleared; one by itself without a message is worth a word.
    if (chat.counts.records > 0 || found.length === 1 || issuesOfNotes(notes).length > 0) chats.push(chat);
  }
  return chats;
}

/** All chats of the file, in its order. */
async function outlineOf(text: FileText): Promise<{ found: Found[]; issues: Issue[] }> {
  const chats = new Map<string, Found>();
  let hasOthers = false;
  const wanted = [
    ...PLACES.flatMap((place) => ['name', 'type', 'id'].map((key) => place + key)),
    ...SECTIONS.map((section) => `${section}.about`),
    'personal_information.user_id',
  ];
  for await (const { wanted: path, steps, value } of jsonValues(text.pieces(), wanted, { lost: 0, cut: false })) {
    if (path.endsWith('.about') || path.endsWith('user_id')) hasOthers = true;
    else {
      const key = keyOf(steps);
      const chat = chats.get(key) ?? { key, name: '', type: '' };
      chats.set(key, chat);
      if (typeof value === 'string' && path.endsWith('name')) chat.name = value;
      if (typeof value === 'string' && path.endsWith('type')) chat.type = value;
    }
  }
  const found = [...chats.values()];
  return {
    found: found.length > 0 ? found : [{ key: '', name: '', type: '' }],
    issues: hasOthers ? [{ code: 'contacts-not-scanned' }] : [],
  };
}

/** `chats/3` of `chats.list.3.messages.7`; '' for the chat of a file that holds only one. */
const keyOf = (steps: readonly string[]): string => (steps[1] === 'list' ? `${steps[0]}/${steps[2]}` : '');

export const telegram: ChatFormat = {
  id: 'telegram',
  app: 'telegram',
  name: 'Telegram Desktop, JSON export',
  about: {
    handIn: 'result.json with its folder, of one chat or of the whole account',
    toldBy: "JSON with Telegram's kinds of chat and a list of messages, or the opening words of an account",
    limits: 'contacts, sessions and details of the owner are left alone',
    example: 'formats/telegram-json',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
