// What Microsoft gives a person of their own chats ("export my data"), the same shape for Teams and for Skype: messages.json with all
// conversations, newest message first, the words as HTML. People are `8:orgid:…` with a work account and `8:live:…` with one of their own.

import type { Conversation, SourceFile } from '../../model.ts';
import { type ChatsFile, conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { isJson, type Json, objectAt, textAt } from '../json-shape.ts';
import { type JsonNotes, jsonValues } from '../json-values.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { type FileText, fileText } from '../text.ts';
import { messageOf } from './personal-message.ts';

const recognise = (head: string): number =>
  /^\ufeff?\s*\{/.test(head) && /"conversations"\s*:\s*\[/.test(head) && /"MessageList"\s*:/.test(head) ? 0.96 : 0;

/** What the file says of people and conversations. */
export interface People {
  owner: string;
  readonly names: Map<string, string>;
  readonly topics: Map<string, string>;
  /** Beginnings of ids that tell which app and which kind of account it is. */
  hasWork: boolean;
  hasTeams: boolean;
}

async function surveyFile(file: SourceFile, { shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const people = await peopleIn(text);
  const notes = noNotes();
  const read: ChatsFile['read'] = async function* () {
    Object.assign(notes, noNotes());
    const json: JsonNotes = { lost: 0, cut: false };
    for await (const { steps, value } of jsonValues(text.pieces(), ['conversations.*.MessageList.*'], json)) {
      const entry: Entry | undefined = isJson(value)
        ? { chat: steps[1] ?? '', message: messageOf(value, people, notes) }
        : undefined;
      if (entry) yield [entry];
      else notes.lost++;
    }
    notes.lost += json.lost;
    notes.cut = json.cut;
  };
  const app = people.hasWork ? 'teams' : people.hasTeams ? 'teams-personal' : 'skype';
  return conversationsOf({
    read,
    headOf: (chat) => ({ app, layout: 'microsoft-export', path: file.path, title: people.topics.get(chat) ?? '' }),
    issues: () => [...text.issues, ...issuesOfNotes(notes)],
    eachIssue: [{ code: 'times-in-utc' }],
    shelf,
  });
}

const WANTED = ['userId', 'conversations.*.id', 'conversations.*.displayName', 'conversations.*.threadProperties'];

async function peopleIn(text: FileText): Promise<People> {
  const people: People = { owner: '', names: new Map(), topics: new Map(), hasWork: false, hasTeams: false };
  const wanted = [...WANTED, 'conversations.*.MessageList.*'];
  const ids = new Map<string, string>();
  for await (const { wanted: path, steps, value } of jsonValues(text.pieces(), wanted, { lost: 0, cut: false })) {
    const chat = steps[1] ?? '';
    if (path === 'userId' && typeof value === 'string') people.owner = value;
    else if (path.endsWith('.id') && typeof value === 'string') ids.set(chat, value);
    else if (path.endsWith('.displayName') && typeof value === 'string') {
      people.topics.set(chat, value);
      people.names.set(ids.get(chat) ?? '', value);
    } else if (isJson(value)) noteDetails(people, chat, value);
  }
  const all = [people.owner, ...ids.values(), ...people.names.keys()];
  people.hasWork = all.some((id) => id.includes(':orgid:'));
  people.hasTeams = all.some((id) => /@(?:thread\.v2|thread\.tacv2|unq\.gbl\.spaces)$/.test(id));
  return people;
}

/** A topic in the properties of a group, or the name beside a message. */
function noteDetails(people: People, chat: string, value: Json): void {
  const topic = textAt(value, 'topic');
  if (topic !== '') people.topics.set(chat, topic);
  const from = textAt(value, 'from');
  const name = textAt(value, 'displayName') || textAt(objectAt(value, 'properties'), 'imdisplayname');
  if (from !== '' && name !== '') people.names.set(from, name);
}

export const microsoftExport: ChatFormat = {
  id: 'microsoft-export',
  app: 'teams',
  name: 'Teams and Skype, export of one’s own data',
  about: {
    handIn: 'messages.json, or the folder or zip around it',
    toldBy: 'JSON with conversations and their MessageList',
    limits: 'files shared through SharePoint are named, not there',
    example: 'formats/skype',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
