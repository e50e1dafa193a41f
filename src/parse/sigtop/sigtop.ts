// Chats of Signal as the program sigtop (tbvdm/sigtop) writes them, one file a chat: text with a block of fields for each message, text
// with a line for each, or the rows of Signal's own database as JSON.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import { fileText } from '../text.ts';
import { entriesOfBlocks, titleIn } from './blocks.ts';
import { entriesOfRows } from './rows.ts';
import { entriesOfShort, readsShort } from './short.ts';

interface Layout {
  readonly name: string;
  readonly isZoned: boolean;
  recognise(head: string): number;
  entries(pieces: AsyncIterable<string>, notes: ReadingNotes): AsyncIterable<readonly Entry[]>;
}

const LAYOUTS: readonly Layout[] = [
  {
    name: 'sigtop-text',
    isZoned: true,
    recognise: (head) => (/^\ufeff?Conversation: .*\n\n(?:From: .*\n)?Type: [\w-]+\n/.test(head) ? 0.97 : 0),
    entries: entriesOfBlocks,
  },
  {
    name: 'sigtop-json',
    isZoned: true,
    recognise: (head) =>
      /^\ufeff?\[\s*\{/.test(head) && /"conversationId":/.test(head) && /"sent_at":/.test(head) ? 0.95 : 0,
    entries: entriesOfRows,
  },
  { name: 'sigtop-text-short', isZoned: false, recognise: readsShort, entries: entriesOfShort },
];

const likeliest = (head: string): readonly [number, Layout | undefined] =>
  LAYOUTS.map((layout) => [layout.recognise(head), layout] as const).reduce<readonly [number, Layout | undefined]>(
    (best, one) => (one[0] > best[0] ? one : best),
    [0, undefined],
  );

async function surveyFile(file: SourceFile, { title, shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  let head = '';
  for await (const piece of text.pieces()) {
    head += piece;
    if (head.length >= 64 * 1024) break;
  }
  const [, layout = LAYOUTS[0]] = likeliest(head);
  if (!layout) return [];
  const notes = noNotes();
  const named = titleIn(head);
  return conversationsOf({
    read: () => {
      Object.assign(notes, noNotes());
      return layout.entries(text.pieces(), notes);
    },
    headOf: () => ({
      app: 'signal',
      layout: layout.name,
      path: file.path,
      title: named.title || title.replace(/\.json$/, '').replace(/ \((?:group|\+\d+)\)$/, ''),
      ...(named.isGroup ? { kind: 'group' as const } : {}),
    }),
    issues: () => [...text.issues, ...issuesOfNotes(notes)],
    eachIssue: layout.name === 'sigtop-json' ? [{ code: 'times-in-utc' }] : [],
    shelf,
  });
}

export const sigtop: ChatFormat = {
  id: 'sigtop',
  app: 'signal',
  name: 'Signal, written by sigtop',
  about: {
    handIn: 'the .txt or .json of a chat',
    toldBy: 'blocks of "From, Type, Sent", the short text form, or rows with conversationId and sent_at',
    limits: 'the short text form has no zone',
    example: 'formats/sigtop',
  },
  recognise: (head) => likeliest(head)[0],
  survey: fileByFile(surveyFile),
};
