// Chats of Signal as the program signal-export (carderne/signal-export) writes them: a folder a chat with chat.md, data.json (one
// message a line) and index.html, which all say the same. The JSON is read where it is there, else the Markdown.

import type { Attachment, Conversation, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import type { ChatFormat, SurveyOptions } from '../format.ts';
import { jsonLines } from '../json-lines.ts';
import { isJson, objectsAt, textAt } from '../json-shape.ts';
import { baseName, cameAs, folderOf, kindOfName, type Shelf } from '../media.ts';
import { datedOr, issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import { fileText } from '../text.ts';
import { recordsIn } from '../text-records.ts';
import { zonedDate } from '../zoned-date.ts';
import { type Header, headerOf, said } from './markdown.ts';

const JSON_LINE = /^\ufeff?\{"date": ?"[^"]*", ?"sender": ?(?:"|null)[^\n]*"(?:reactions|attachments)": ?\[/;

function recognise(head: string, path: string): number {
  if (JSON_LINE.test(head)) return 0.96;
  // WhatsApp writes such headers as well, but never into a chat.md.
  const named = baseName(path).toLowerCase() === 'chat.md';
  return named && headerOf(head.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '') ? 0.97 : 0;
}

/** The two files of a chat count as one; the first is read. */
function gather(files: readonly SourceFile[]): SourceFile[][] {
  const chats = new Map<string, SourceFile[]>();
  for (const file of files) {
    const folder = folderOf(file.path);
    chats.set(folder, [...(chats.get(folder) ?? []), file]);
  }
  return [...chats.values()].map((chat) => chat.sort((x, y) => Number(isMarkdown(x)) - Number(isMarkdown(y))));
}

const isMarkdown = ({ path }: SourceFile): boolean => /\.md$/i.test(path);

async function survey(files: readonly SourceFile[], { title, shelf }: SurveyOptions): Promise<Conversation[]> {
  const [file] = files;
  if (!file) return [];
  const text = await fileText(file);
  const notes = noNotes();
  const entries = isMarkdown(file) ? ofMarkdown : ofJson;
  return conversationsOf({
    read: () => {
      Object.assign(notes, noNotes());
      return entries(text.pieces(), { shelf, path: file.path, notes });
    },
    headOf: () => ({
      app: 'signal',
      layout: isMarkdown(file) ? 'sigexport-md' : 'sigexport-json',
      path: file.path,
      title: baseName(folderOf(file.path).slice(0, -1)) || title,
    }),
    issues: () => [...text.issues, ...issuesOfNotes(notes)],
    shelf,
  });
}

interface Reading {
  readonly shelf: Shelf;
  readonly path: string;
  readonly notes: ReadingNotes;
}

async function* ofJson(pieces: AsyncIterable<string>, reading: Reading): AsyncGenerator<readonly Entry[]> {
  for await (const lines of jsonLines(pieces)) {
    yield lines.flatMap(({ line, value }): Entry[] => {
      if (!isJson(value)) {
        reading.notes.lost++;
        return [];
      }
      const at = datedOr(reading.notes, zonedDate(textAt(value, 'date')));
      const attachments = objectsAt(value, 'attachments').map((one) =>
        attachmentOf(textAt(one, 'name') || baseName(textAt(one, 'path')), reading),
      );
      const sender = textAt(value, 'sender') || 'No-Sender';
      const text = textAt(value, 'body').trimEnd();
      return [{ chat: '', message: said({ at, sender, text, attachments, deleted: value.deleted === true }, line) }];
    });
  }
}

async function* ofMarkdown(pieces: AsyncIterable<string>, reading: Reading): AsyncGenerator<readonly Entry[]> {
  for await (const records of recordsIn<Header>(pieces, headerOf, reading.notes)) {
    yield records.flatMap(({ header, lines, line }): Entry[] => {
      if (!header) return [];
      const names: string[] = [];
      const body = withoutQuote([header.text, ...lines])
        .join('\n')
        .replace(ATTACHED, (_, _name: string, path: string) => {
          names.push(baseName(decoded(path)));
          return '';
        });
      const attachments = names.map((name) => attachmentOf(name, reading));
      const { at, sender } = header;
      const deleted = body.trim() === '(This message was deleted)';
      return [{ chat: '', message: said({ at, sender, text: body.trim(), attachments, deleted }, line) }];
    });
  }
}

/** `![photo.jpg](./media/2024-12-03_photo.jpg)` */
const ATTACHED = /!?\[([^\]\n]{0,300})\]\(\.?\/?(media\/[^)\n]{1,500})\)/g;

/** Words of an earlier message that stand before an answer to it are not the answerer's. */
function withoutQuote(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trim() !== '') return lines;
  const from = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('> '));
  return from === -1 ? [] : lines.slice(from);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function attachmentOf(name: string, { shelf, path }: Reading): Attachment {
  const file = name === '' ? undefined : shelf.find(name, path);
  return { name, kind: name === '' ? 'omitted' : kindOfName(name), ...cameAs(file) };
}

export const sigexport: ChatFormat = {
  id: 'sigexport',
  app: 'signal',
  name: 'Signal, written by signal-export',
  about: {
    handIn: 'the folder of a chat with data.json, chat.md or both',
    toldBy: 'lines of JSON with sender, reactions and attachments, or a chat.md with dated headers',
    limits: 'index.html says the same again and is passed over',
    example: 'formats/sigexport',
  },
  recognise,
  gather,
  survey,
};
