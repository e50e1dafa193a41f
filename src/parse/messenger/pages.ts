// Messenger and Instagram: "Download your information" as HTML, which is what Meta offers first. A folder a thread, message_1.html being
// the newest page. Class names have changed with every redesign, so pages are read by their structure.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import type { ChatFormat, SurveyOptions } from '../format.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { numbered } from '../numbered.ts';
import { OrderEvidence } from '../spoken-dates.ts';
import { fileText } from '../text.ts';
import { gapsIn, gatherThreads, isInThread } from './gather.ts';
import { layoutOf } from './page-layout.ts';
import { messagesOf, type Page } from './page-messages.ts';
import { cutOver } from './thread.ts';

const IS_PAGE = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)/i;
const OF_META =
  /(?:messages\/(?:inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)\/|class="[^"]*(?:_a6-g|_2pi0 _2lej|_a706)|facebook|instagram)/i;
const OF_THREAD = />\s*(?:Participants|Teilnehmer|Participantes|Partecipanti|Deelnemers)[^:<]{0,12}:/;

function recognise(head: string, path: string): number {
  if (!IS_PAGE.test(head)) return 0;
  if (isInThread(path)) return OF_META.test(head) || OF_META.test(path) ? 0.95 : 0.6;
  return OF_THREAD.test(head) && OF_META.test(head) ? 0.9 : 0;
}

async function survey(files: readonly SourceFile[], options: SurveyOptions): Promise<Conversation[]> {
  const { shelf, dateOrder } = options;
  const evidence = new OrderEvidence();
  const pages: Page[] = [];
  for (const file of files) {
    const text = await fileText(file);
    pages.push({ path: file.path, text, layout: await layoutOf(text, evidence) });
  }
  const { order, issues } = evidence.decide(dateOrder);
  const path = files[0]?.path ?? '';
  const notes = noNotes();
  const newest = pages.at(-1)?.layout;
  const chat = await conversationOf(
    {
      app: /instagram/i.test(path) || newest?.isInstagram ? 'instagram' : 'messenger',
      layout: 'messenger-pages',
      path,
      title: newest?.title ?? '',
      people: [...new Set(pages.flatMap(({ layout }) => layout.people))],
      dateOrder: order,
    },
    () => numbered(messagesOf(pages, order.order, shelf, notes)),
    shelf,
    () => [
      ...pages.flatMap(({ text }) => text.issues),
      { code: 'zone-not-stated' },
      ...cutOver(path),
      ...gapsIn(files),
      ...issues,
      ...issuesOfNotes(notes),
    ],
  );
  return [chat];
}

export const messengerPages: ChatFormat = {
  id: 'messenger-pages',
  app: 'messenger',
  name: 'Messenger and Instagram, HTML download',
  about: {
    handIn: 'the zips or folder of "Download your information" as HTML',
    toldBy: "pages message_1.html … with Meta's marks, or with a line of participants",
    limits: 'the pages do not say in which time zone their times are',
    example: 'formats/messenger-pages',
  },
  recognise,
  gather: gatherThreads,
  survey,
};
