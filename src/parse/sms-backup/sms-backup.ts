// SMS Backup & Restore (SyncTech, Android): all text messages of a phone as one XML file, everything in attributes, pictures in base64
// among them. A chat is whoever was written to; drafts and what failed to be sent are told apart from what was sent.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import { type FileText, fileText } from '../text.ts';
import { type XmlTag, xmlTags } from '../xml-tags.ts';
import { chatKey, namesIn, noPhoneBook, notePeople, OWNER, type PhoneBook } from './addresses.ts';
import { mmsOf, type OpenMms, smsOf } from './message.ts';

const recognise = (head: string): number => (/<smses\b/.test(head) && /^\ufeff?\s*</.test(head) ? 0.97 : 0);

async function surveyFile(file: SourceFile, { shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const notes = noNotes();
  const book = await phoneBookOf(text);
  return conversationsOf({
    read: () => {
      Object.assign(notes, noNotes());
      return entriesOf(text, book, notes);
    },
    headOf: (chat) => ({
      app: 'sms',
      layout: 'sms-backup-restore',
      path: file.path,
      title: namesIn(chat, book).join(', '),
      kind: chat.includes('~') ? 'group' : 'direct',
      people: [OWNER, ...namesIn(chat, book)],
    }),
    issues: () => [...text.issues, ...issuesOfNotes(notes)],
    eachIssue: [{ code: 'times-in-utc' }],
    shelf,
  });
}

const isWanted = (attribute: string): boolean => attribute !== 'data';

/** Names by number: a message to a group gives only numbers, so the names come from the other messages. */
async function phoneBookOf(text: FileText): Promise<PhoneBook> {
  const book = noPhoneBook();
  for await (const tags of xmlTags(text.pieces(), isWanted, { long: 0, cut: false })) {
    for (const { name, attributes } of tags) if (name === 'sms' || name === 'mms') notePeople(book, attributes);
  }
  return book;
}

async function* entriesOf(text: FileText, book: PhoneBook, notes: ReadingNotes): AsyncGenerator<readonly Entry[]> {
  let open: OpenMms | undefined;
  const finished = (): Entry[] => {
    const entry = open && mmsOf(open, book, notes);
    open = undefined;
    return entry ? [entry] : [];
  };
  const take = (tag: XmlTag): Entry[] => {
    if (tag.name === 'mms') {
      const before = finished();
      if (!tag.closes) open = { attributes: tag.attributes, parts: [], addresses: [] };
      return tag.isEmpty ? [...before, ...finished()] : before;
    }
    if (tag.name === 'part' && !tag.closes) open?.parts.push(tag);
    if (tag.name === 'addr' && !tag.closes) open?.addresses.push(tag.attributes);
    if (tag.name !== 'sms' || tag.closes) return [];
    return [...finished(), { chat: chatKey(tag.attributes), message: smsOf(tag.attributes, book, notes) }];
  };
  const xml = { long: 0, cut: false };
  for await (const tags of xmlTags(text.pieces(), isWanted, xml)) yield tags.flatMap(take);
  yield finished();
  notes.long += xml.long;
  notes.cut = xml.cut;
}

export const smsBackup: ChatFormat = {
  id: 'sms-backup',
  app: 'sms',
  name: 'Text messages (SMS, MMS), SMS Backup & Restore',
  about: {
    handIn: 'sms-….xml',
    toldBy: 'XML that opens with <smses>',
    limits: 'pictures stand inside the file and are listed, not unpacked; the list of calls is left alone',
    example: 'formats/sms-backup',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
