// iMessage and text messages of an iPhone or Mac, as the program imessage-exporter (ReagentX/imessage-exporter) writes them: a file a
// chat, as text or as a page. An answer stands twice, under what it answers and in its own place; it is counted once.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { fileText } from '../text.ts';
import { usDate } from '../us-date.ts';
import type { Placed } from './body.ts';
import { entriesOfPage } from './page.ts';
import { entriesOfText } from './text.ts';

const PAGE = [/class="timestamp"/, /class="(?:sender|bubble)"/, /class="(?:sent|received|announcement)[" ]/];

function recognise(head: string): number {
  if (isPage(head)) return PAGE.every((sign) => sign.test(head)) ? 0.95 : 0;
  const lines = head
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, 200)
    .filter((line) => line.trim() !== '');
  // Logs of Java programs begin with the same date, and go on behind it.
  const opens = lines.some((line) => /^(?: \(.*\))?$/.test(usDate(line)?.rest ?? 'no date'));
  return usDate(lines[0] ?? '') && opens ? 0.95 : 0;
}

const isPage = (head: string): boolean => /^\ufeff?\s*</.test(head);

async function surveyFile(file: SourceFile, { title, shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const notes = noNotes();
  let page = false;
  for await (const piece of text.pieces()) {
    page = isPage(piece);
    break;
  }
  return conversationsOf({
    read: () => {
      Object.assign(notes, noNotes());
      const reading = { notes, shelf, path: file.path };
      return once(page ? entriesOfPage(text.pieces(), reading) : entriesOfText(text.pieces(), reading));
    },
    headOf: () => ({
      app: 'imessage',
      layout: page ? 'imessage-exporter-html' : 'imessage-exporter-txt',
      path: file.path,
      title: title.replace(/\.html?$/i, ''),
    }),
    issues: () => [...text.issues, ...issuesOfNotes(notes)],
    shelf,
  });
}

/** Leaves out an answer that was met before under what it answers. */
async function* once(entries: AsyncIterable<readonly Placed[]>): AsyncGenerator<readonly Entry[]> {
  const met = new Set<string>();
  for await (const batch of entries) {
    yield batch.filter(({ message, under, answers }) => {
      const key = `${message.at} ${message.sender} ${message.text}`;
      if (under) met.add(key);
      return !(answers && met.delete(key));
    });
  }
}

export const imessage: ChatFormat = {
  id: 'imessage',
  app: 'imessage',
  name: 'iMessage and SMS, imessage-exporter',
  about: {
    handIn: 'the .txt or .html of a chat with its attachments folder',
    toldBy: 'a date of that program alone on a line, or its marks of bubbles on a page',
    limits: 'times have no zone',
    example: 'formats/imessage',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
