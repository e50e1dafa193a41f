// Teams as Microsoft Graph gives it to administrators: a list of chatMessage objects, bare or under `value`, of one chat or of many.

import type { Attachment, Conversation, Mark, SourceFile, SystemEventType } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { textOfHtml } from '../html-events.ts';
import { isJson, type Json, linesFrom, objectAt, objectsAt, textAt } from '../json-shape.ts';
import { type JsonNotes, jsonValues } from '../json-values.ts';
import { kindOfName } from '../media.ts';
import { datedOr, issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import type { RawMessage } from '../numbered.ts';
import { type FileText, fileText } from '../text.ts';
import { zonedDate } from '../zoned-date.ts';

function recognise(head: string): number {
  const isList = /^\ufeff?\s*(?:\[|\{)/.test(head) && /"createdDateTime"\s*:/.test(head);
  const hasBody = /"body"\s*:\s*\{[^{}]{0,200}"contentType"\s*:/.test(head);
  return isList && hasBody && /"(?:chatId|channelIdentity|messageType)"\s*:/.test(head) ? 0.95 : 0;
}

async function surveyFile(file: SourceFile, { title, shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const notes = noNotes();
  async function* read(): AsyncGenerator<readonly Entry[]> {
    Object.assign(notes, noNotes());
    const json: JsonNotes = { lost: 0, cut: false };
    for await (const { value } of jsonValues(text.pieces(), [await pathIn(text)], json)) {
      if (isJson(value)) yield [{ chat: chatOf(value), message: messageOf(value, notes) }];
      else notes.lost++;
    }
    notes.lost += json.lost;
    notes.cut = json.cut;
  }
  return conversationsOf({
    read,
    headOf: () => ({ app: 'teams', layout: 'teams-graph', path: file.path, title: title.replace(/\.json$/i, '') }),
    issues: () => [...text.issues, ...issuesOfNotes(notes)],
    eachIssue: [{ code: 'times-in-utc' }],
    shelf,
  });
}

/** A list stands bare, or under `value` as the service sends it. */
async function pathIn(text: FileText): Promise<string> {
  for await (const piece of text.pieces()) return /^\ufeff?\s*\[/.test(piece) ? '*' : 'value.*';
  return '*';
}

const chatOf = (value: Json): string =>
  textAt(value, 'chatId') || textAt(objectAt(value, 'channelIdentity'), 'channelId');

const EVENTS: readonly (readonly [RegExp, SystemEventType])[] = [
  [/membersAdded/, 'added'],
  [/membersDeleted/, 'removed'],
  [/membersJoined/, 'joined'],
  [/membersLeft/, 'left'],
  [/Renamed/, 'renamed'],
  [/call/, 'call'],
];

function messageOf(value: Json, notes: ReadingNotes): RawMessage {
  const at = datedOr(notes, zonedDate(textAt(value, 'createdDateTime')));
  const body = objectAt(value, 'body');
  const content = textAt(body, 'content');
  const words = textAt(body, 'contentType').toLowerCase() === 'html' ? textOfHtml(content) : content;
  const sender = senderOf(objectAt(value, 'from'));
  const detail = objectAt(value, 'eventDetail');
  if (/^(?:systemEventMessage|chatEvent|unknownFutureValue)$/.test(textAt(value, 'messageType')) && sender === '') {
    const type = EVENTS.find(([form]) => form.test(textAt(detail, '@odata.type')))?.[1] ?? 'other';
    const members = objectsAt(detail, 'members')
      .map((one) => textAt(one, 'displayName'))
      .filter((name) => name !== '');
    const actor = senderOf(objectAt(detail, 'initiator'));
    const renamed = textAt(detail, 'chatDisplayName') || textAt(detail, 'channelDisplayName');
    const system = { type, members, ...(actor === '' ? {} : { actor }), ...(renamed === '' ? {} : { value: renamed }) };
    const text = linesFrom(
      words.replace(/<systemEventMessage\/?>/g, ''),
      [actor, type, members.join(', '), renamed].filter((part) => part !== '').join(' '),
    );
    return { kind: 'system', at, sender: '', text, attachments: [], marks: [], system };
  }
  const marks: Mark[] = [];
  if (textAt(value, 'deletedDateTime') !== '') marks.push('deleted');
  if (textAt(value, 'lastEditedDateTime') !== '') marks.push('edited');
  const text = linesFrom(textAt(value, 'subject'), words, ...objectsAt(value, 'attachments').map(cardText));
  return {
    kind: 'said',
    at,
    sender: sender || 'unknown',
    text,
    attachments: objectsAt(value, 'attachments').flatMap(attachmentOf),
    marks,
  };
}

function senderOf(from: Json): string {
  for (const kind of ['user', 'application', 'device', 'conversation']) {
    const name = textAt(objectAt(from, kind), 'displayName');
    if (name !== '') return name;
  }
  return textAt(objectAt(from, 'user'), 'id');
}

/** Cards carry their words as JSON; the message that is answered is not the sender's. */
const cardText = (attachment: Json): string =>
  textAt(attachment, 'contentType') === 'messageReference'
    ? ''
    : [...textAt(attachment, 'content').matchAll(/"text"\s*:\s*"((?:[^"\\]|\\.){1,5000})"/g)]
        .map(([, text]) => text)
        .join('\n');

function attachmentOf(attachment: Json): Attachment[] {
  const name = textAt(attachment, 'name');
  return name === '' ? [] : [{ name, kind: kindOfName(name) }];
}

export const teamsGraph: ChatFormat = {
  id: 'teams-graph',
  app: 'teams',
  name: 'Teams, Microsoft Graph',
  about: {
    handIn: 'the .json that an administrator gets, of one chat or of many',
    toldBy: 'JSON messages with createdDateTime, body and chatId or channelIdentity',
    limits: 'names of chats: the messages do not give them',
    example: 'formats/teams/graph.json',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
