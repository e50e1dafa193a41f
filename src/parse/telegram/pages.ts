// Telegram Desktop, exported as HTML: messages.html, messages2.html … in the folder of the chat. Its names of classes have stayed the
// same since 2018, so pages are read by them.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import type { ChatFormat, SurveyOptions } from '../format.ts';
import { hasClass, htmlRecords } from '../html.ts';
import { shownText } from '../html-text.ts';
import { folderOf } from '../media.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { numbered } from '../numbered.ts';
import { type FileText, fileText } from '../text.ts';
import { messagesOf } from './page-messages.ts';

const recognise = (head: string): number =>
  /class="page_wrap/.test(head) && /class="message (?:default|service)/.test(head) ? 0.95 : 0;

const PART = /(?:^|\/)messages(\d*)\.html$/i;

function gather(files: readonly SourceFile[]): SourceFile[][] {
  const chats = new Map<string, SourceFile[]>();
  for (const file of files) {
    const key = PART.test(file.path) ? folderOf(file.path) : `${file.path}!`;
    chats.set(key, [...(chats.get(key) ?? []), file]);
  }
  return [...chats.values()].map((pages) => pages.sort((x, y) => numberOf(x) - numberOf(y)));
}

/** `messages.html` is the first page. */
const numberOf = ({ path }: SourceFile): number => Number(PART.exec(path)?.[1] || 1);

async function survey(files: readonly SourceFile[], { shelf }: SurveyOptions): Promise<Conversation[]> {
  const pages: { readonly path: string; readonly text: FileText }[] = [];
  for (const file of files) pages.push({ path: file.path, text: await fileText(file) });
  const notes = noNotes();
  const chat = await conversationOf(
    {
      app: 'telegram',
      layout: 'telegram-pages',
      path: pages[0]?.path ?? '',
      title: pages[0] ? await titleOf(pages[0].text) : '',
    },
    () => numbered(messagesOf(pages, shelf, notes)),
    shelf,
    () => [...pages.flatMap(({ text }) => text.issues), ...issuesOfNotes(notes)],
  );
  return [chat];
}

async function titleOf(text: FileText): Promise<string> {
  const notes = { long: 0, cut: false };
  for await (const header of htmlRecords(text.pieces(), (opening) => hasClass(opening, 'page_header'), notes)) {
    return shownText(header).replaceAll('\n', ' ');
  }
  return '';
}

export const telegramPages: ChatFormat = {
  id: 'telegram-pages',
  app: 'telegram',
  name: 'Telegram Desktop, HTML export',
  about: {
    handIn: 'the folder ChatExport_… with messages.html, messages2.html …',
    toldBy: "the page's own marks of messages",
    limits: 'lists of contacts and sessions beside the chats are left alone',
    example: 'formats/telegram-pages',
  },
  recognise,
  gather,
  survey,
};
