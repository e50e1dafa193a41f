// Signal's own export (2026): a folder `signal-export-2026-01-31-09-15-00` with `main.jsonl`, one object a line, and `files/`. It has
// the shape of Signal's backups (Backup.proto of the Signal apps) written as JSON. All chats of the account stand in the one file.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { jsonLines } from '../json-lines.ts';
import { isJson, type Json, textAt } from '../json-shape.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { fileText } from '../text.ts';
import { noDirectory, noteRecord } from './directory.ts';
import { type ItemReading, readItem } from './item.ts';

/** A line with one of these keys alone is a record of the export. */
const RECORD =
  /^\ufeff?\s*\{\s*"(?:account|recipient|chat|chatItem|stickerPack|adHocCall|notificationProfile|chatFolder|header)"\s*:\s*\{/m;
const OF_SIGNAL = /"(?:backupTimeMs|profileKey|recipientId|authorId|chatItem)"\s*:/;

const recognise = (head: string): number =>
  /^\ufeff?\s*\{/.test(head) && RECORD.test(head) && OF_SIGNAL.test(head) ? 0.97 : 0;

async function surveyFile(file: SourceFile, { title, shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  let directory = noDirectory();
  const notes = noNotes();
  async function* read(): AsyncGenerator<readonly Entry[]> {
    Object.assign(notes, noNotes());
    directory = noDirectory();
    const reading: ItemReading = { directory, shelf, path: file.path, notes };
    for await (const lines of jsonLines(text.pieces())) {
      yield lines.flatMap(({ line, value }) => entriesOf(value, line, reading));
    }
  }
  return conversationsOf({
    read,
    headOf: (chat) => {
      const { name, isGroup, people } = directory.chat(chat);
      const kind = isGroup ? 'group' : 'direct';
      return { app: 'signal', layout: 'signal-export', path: file.path, title: name || title, kind, people };
    },
    issues: () => [...text.issues, ...issuesOfNotes(notes)],
    eachIssue: [{ code: 'times-in-utc' }],
    shelf,
  });
}

/** A line tells of people and chats, or of one message; the first tells of the export itself. */
function entriesOf(record: unknown, line: number, reading: ItemReading): Entry[] {
  if (!isJson(record)) {
    reading.notes.lost++;
    return [];
  }
  const item = record.chatItem;
  if (item === undefined) {
    noteRecord(reading.directory, record);
    return [];
  }
  const message = isJson(item) ? readItem(item, reading) : undefined;
  if (!message) {
    reading.notes.lost++;
    return [];
  }
  return [{ chat: textAt(item as Json, 'chatId'), message: { ...message, line } }];
}

export const signal: ChatFormat = {
  id: 'signal',
  app: 'signal',
  name: "Signal, the app's own export",
  about: {
    handIn: 'the folder signal-export-… with main.jsonl (2026 on)',
    toldBy: 'one JSON record a line, of the kinds of a Signal backup',
    limits: 'encrypted backups (.backup) cannot be read',
    example: 'formats/signal',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
