// Discord, exported with DiscordChatExporter as JSON: a file a channel, oldest message first.

import type { Attachment, Conversation, Mark, SourceFile, SystemEventType } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { isoTime } from '../iso-time.ts';
import { entriesAt, linesOf, messagesFrom } from '../json-chats.ts';
import { isJson, type Json, listAt, wordsAt } from '../json-shape.ts';
import { jsonValues } from '../json-values.ts';
import { baseName, cameAs, kindOfName, type Shelf } from '../media.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { NO_DATE, numbered, type RawMessage } from '../numbered.ts';
import { type FileText, fileText } from '../text.ts';

const recognise = (head: string): number =>
  /^\ufeff?\s*\{\s*"guild"\s*:\s*\{/.test(head) && /"channel"\s*:\s*\{/.test(head) ? 0.95 : 0;

async function surveyChannel(file: SourceFile, { shelf }: SurveyOptions): Promise<Conversation> {
  const text = await fileText(file);
  const channel = await channelOf(text);
  const notes = noNotes();
  const read = (value: unknown) => readMessage(value, file.path, shelf);
  return conversationOf(
    {
      app: 'discord',
      layout: 'discord-exporter',
      path: file.path,
      // Direct chats bear the short names of their people.
      title: /^Direct/.test(wordsAt(channel, 'type')) ? '' : wordsAt(channel, 'name'),
      kind: wordsAt(channel, 'type') === 'DirectTextChat' ? 'direct' : 'group',
    },
    () => numbered(messagesFrom(entriesAt(text, 'messages.*'), read, Object.assign(notes, noNotes()))),
    shelf,
    () => [...text.issues, ...issuesOfNotes(notes)],
  );
}

async function channelOf(text: FileText): Promise<Json> {
  for await (const { value } of jsonValues(text.pieces(), ['channel'], { lost: 0, cut: false })) {
    if (isJson(value)) return value;
  }
  return {};
}

/** Kinds of message that Discord writes itself. */
const EVENTS: Readonly<Record<string, SystemEventType>> = {
  RecipientAdd: 'added',
  RecipientRemove: 'removed',
  Call: 'call',
  ChannelNameChange: 'renamed',
  ChannelIconChange: 'icon',
  ChannelPinnedMessage: 'pinned',
  GuildMemberJoin: 'joined',
  UserJoin: 'joined',
};
const BY_PEOPLE = new Set(['Default', 'Reply', 'ChatInputCommand', 'ApplicationCommand', 'ThreadStarterMessage', '']);

function readMessage(value: unknown, path: string, shelf: Shelf): RawMessage | undefined {
  if (!isJson(value)) return undefined;
  const author = isJson(value.author) ? value.author : {};
  const sender = nameOf(author) || 'Unknown user';
  const at = isoTime(wordsAt(value, 'timestamp')) ?? NO_DATE;
  const type = wordsAt(value, 'type');
  const forwarded = isJson(value.forwardedMessage) ? value.forwardedMessage : undefined;
  const text = linesOf([contentOf(value), forwarded ? contentOf(forwarded) : '']);
  if (type !== '' && !BY_PEOPLE.has(type) && !/^\d+$/.test(type)) {
    const system = eventOf(type, sender, listAt(value, 'mentions').map(nameOf));
    return { kind: 'system', at, sender: '', text: `${sender}: ${text}`, attachments: [], marks: [], system };
  }
  const attachments = [value, forwarded].flatMap((one) => (one ? attachmentsOf(one, path, shelf) : []));
  const marks: Mark[] = [
    ...(wordsAt(value, 'timestampEdited') === '' ? [] : (['edited'] as const)),
    ...(forwarded ? (['forwarded'] as const) : []),
  ];
  return { kind: 'said', at, sender, text, attachments, marks };
}

function eventOf(type: string, sender: string, members: readonly string[]) {
  const event = EVENTS[type] ?? 'other';
  if (event === 'joined') return { type: event, members: [sender] };
  if (event === 'removed' && members.every((name) => name === sender))
    return { type: 'left', members: [sender] } as const;
  return { type: event, actor: sender, members: event === 'added' || event === 'removed' ? members : [] };
}

const nameOf = (user: unknown): string => (isJson(user) ? wordsAt(user, 'nickname') || wordsAt(user, 'name') : '');

/** What was typed, with the names of those it mentions, and the cards of links below it. */
function contentOf(value: Json): string {
  const names = new Map(
    listAt(value, 'mentions').map((user) => [isJson(user) ? wordsAt(user, 'id') : '', nameOf(user)]),
  );
  const typed = wordsAt(value, 'content').replace(/<@!?(\d+)>/g, (raw, id: string) => {
    const name = names.get(id);
    return name ? `@${name}` : raw;
  });
  const cards = listAt(value, 'embeds')
    .filter(isJson)
    .map((card) =>
      linesOf([
        wordsAt(card, 'title'),
        wordsAt(card, 'description'),
        ...listAt(card, 'fields')
          .filter(isJson)
          .flatMap((field) => [wordsAt(field, 'name'), wordsAt(field, 'value')]),
      ]),
    );
  return linesOf([typed, ...cards]);
}

function attachmentsOf(value: Json, path: string, shelf: Shelf): Attachment[] {
  const files = listAt(value, 'attachments')
    .filter(isJson)
    .map((one) => {
      const name = wordsAt(one, 'fileName') || baseName(wordsAt(one, 'url').replace(/[?#].*$/, ''));
      const file = shelf.find(baseName(wordsAt(one, 'url')), path) ?? shelf.find(name, path);
      const own = file ? baseName(file.path) : name;
      return { name: own, kind: kindOfName(own), ...cameAs(file) };
    });
  const stickers = listAt(value, 'stickers').map(() => ({ name: '', kind: 'sticker-gif' }) as const);
  return [...files, ...stickers];
}

export const discord: ChatFormat = {
  id: 'discord',
  app: 'discord',
  name: 'Discord, DiscordChatExporter as JSON',
  about: {
    handIn: 'the .json of a channel',
    toldBy: 'JSON that opens with guild and channel',
    limits: 'its pages (HTML) are not recognised; its CSV is read as a table',
    example: 'formats/discord-exporter',
  },
  recognise,
  survey: fileByFile(surveyChannel),
};
