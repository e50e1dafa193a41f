// RSMF (Relativity Short Message Format 1 and 2), what forensic firms hand over: an e-mail whose attachment rsmf.zip holds
// rsmf_manifest.json with people, conversations and events. One file can hold conversations of any app.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { isJson, type Json, textAt } from '../json-shape.ts';
import { type JsonNotes, jsonValues } from '../json-values.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { type FileText, fileText } from '../text.ts';
import { messageOf } from './event.ts';
import { manifestIn, type ZipNotes } from './manifest.ts';

const recognise = (head: string): number =>
  /^X-RSMF-(?:Version|Generator|EventCount):/im.test(head.slice(0, 20_000)) ? 0.97 : 0;

/** People and conversations by their ids. */
export interface Cast {
  readonly people: Map<string, string>;
  readonly conversations: Map<string, Json>;
}

async function surveyFile(file: SourceFile, { title, shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const cast = await castOf(text);
  const notes = noNotes();
  const zip: ZipNotes = { tooBig: false };
  async function* read(): AsyncGenerator<readonly Entry[]> {
    Object.assign(notes, noNotes());
    const json: JsonNotes = { lost: 0, cut: false };
    for await (const { value } of jsonValues(manifestIn(text, zip), ['events.*'], json)) {
      if (isJson(value)) yield [{ chat: textAt(value, 'conversation'), message: messageOf(value, cast, notes) }];
      else notes.lost++;
    }
    notes.lost += json.lost;
    notes.cut = json.cut;
  }
  return conversationsOf({
    read,
    headOf: (id) => {
      const chat = cast.conversations.get(id) ?? {};
      const members = Array.isArray(chat.participants) ? chat.participants : [];
      return {
        app: appOf(textAt(chat, 'platform')),
        layout: 'rsmf',
        path: file.path,
        title: textAt(chat, 'display') || title.replace(/\.rsmf$/i, ''),
        people: members.flatMap((one: unknown) => cast.people.get(textAt({ id: one }, 'id')) ?? []),
        ...(textAt(chat, 'type') === 'direct' && members.length === 2 ? { kind: 'direct' as const } : {}),
      };
    },
    issues: () => [
      ...text.issues,
      ...issuesOfNotes(notes),
      ...(zip.tooBig ? [{ code: 'limit-inflated-bytes' } as const] : []),
    ],
    shelf,
  });
}

const APPS = [
  'whatsapp',
  'teams',
  'slack',
  'signal',
  'telegram',
  'messenger',
  'instagram',
  'imessage',
  'sms',
  'viber',
  'line',
  'skype',
  'discord',
];

const appOf = (platform: string): string => APPS.find((app) => platform.toLowerCase().includes(app)) ?? 'rsmf';

async function castOf(text: FileText): Promise<Cast> {
  const cast: Cast = { people: new Map(), conversations: new Map() };
  const manifest = manifestIn(text, { tooBig: false });
  const json = { lost: 0, cut: false };
  for await (const { wanted, value } of jsonValues(manifest, ['participants.*', 'conversations.*'], json)) {
    if (!isJson(value)) continue;
    const id = textAt(value, 'id');
    if (wanted === 'conversations.*') cast.conversations.set(id, value);
    else cast.people.set(id, textAt(value, 'display') || textAt(value, 'email') || textAt(value, 'account_id') || id);
  }
  return cast;
}

export const rsmf: ChatFormat = {
  id: 'rsmf',
  app: 'rsmf',
  name: 'RSMF (Relativity), of any app',
  about: {
    handIn: 'the .rsmf of a forensic firm',
    toldBy: 'an e-mail with X-RSMF headers',
    limits: 'attachments inside the file are named, not unpacked',
    example: 'formats/rsmf',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
