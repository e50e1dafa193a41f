// One thread of Messenger or Instagram: its parts oldest first, each turned round, because Meta writes the newest message first. One
// part is held at a time; Meta begins a new one after 10,000 messages.

import type { Conversation, Issue, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import type { SurveyOptions } from '../format.ts';
import { type JsonNotes, jsonValues } from '../json-values.ts';
import type { Shelf } from '../media.ts';
import { repaired } from '../mojibake.ts';
import { issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import { NO_DATE, numbered, type RawMessage } from '../numbered.ts';
import { type FileText, fileText } from '../text.ts';
import { gapsIn } from './gather.ts';
import { readMessage } from './message.ts';

/** A part of the thread, ready to be read. */
interface Part {
  readonly path: string;
  readonly text: FileText;
}

export async function surveyThread(
  files: readonly SourceFile[],
  { title, shelf }: SurveyOptions,
): Promise<Conversation[]> {
  const parts: Part[] = [];
  for (const file of files) parts.push({ path: file.path, text: await fileText(file) });
  const path = files[0]?.path ?? '';
  const head = await headOf(parts);
  const notes = noNotes();
  const chat = await conversationOf(
    {
      app: /instagram/i.test(path) ? 'instagram' : 'messenger',
      layout: head.encrypted ? 'messenger-encrypted' : 'messenger-download',
      path,
      title: head.title || title,
      people: head.people,
    },
    () => numbered(messagesOf(parts, shelf, notes)),
    shelf,
    () => [
      ...parts.flatMap(({ text }) => text.issues),
      { code: 'times-in-utc' },
      ...cutOver(path),
      ...gapsIn(parts),
      ...issuesOfNotes(notes),
    ],
  );
  return [chat];
}

/** Meta keeps the part of a chat before it was encrypted in a section of its own. */
export const cutOver = (path: string): Issue[] =>
  /(?:^|\/)e2ee_cutover\//.test(path) ? [{ code: 'continues-encrypted' }] : [];

interface ThreadHead {
  title: string;
  people: readonly string[];
  encrypted: boolean;
}

/** What the thread says of itself, in its newest part where parts differ. */
async function headOf(parts: readonly Part[]): Promise<ThreadHead> {
  const head: ThreadHead = { title: '', people: [], encrypted: false };
  for (const { text } of parts) {
    const wanted = ['participants', 'title', 'threadName'];
    for await (const { wanted: key, value } of jsonValues(text.pieces(), wanted, { lost: 0, cut: false })) {
      if (key === 'participants') head.people = peopleOf(value);
      else if (typeof value === 'string') head.title = repaired(value);
      if (key === 'threadName') head.encrypted = true;
    }
  }
  return head;
}

/** People are objects with a name in the download, plain names in the encrypted one. */
function peopleOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const name = typeof one === 'object' && one !== null && 'name' in one ? one.name : one;
    return typeof name === 'string' && name !== '' ? [repaired(name)] : [];
  });
}

async function* messagesOf(parts: readonly Part[], shelf: Shelf, notes: ReadingNotes): AsyncGenerator<RawMessage> {
  Object.assign(notes, noNotes());
  for (const { path, text } of parts) {
    const newestFirst: RawMessage[] = [];
    const ofPart: JsonNotes = { lost: 0, cut: false };
    for await (const { value } of jsonValues(text.pieces(), ['messages.*'], ofPart)) {
      const message = readMessage(value, path, shelf);
      if (message) newestFirst.push(message);
      else notes.lost++;
    }
    notes.lost += ofPart.lost;
    notes.cut ||= ofPart.cut;
    notes.undated += newestFirst.filter(({ at }) => at === NO_DATE).length;
    yield* newestFirst.reverse();
  }
}
