// Telegram Desktop's JSON: one chat by itself, and an account with the chat among others.

import { type Chat, isPicture, milliseconds, ownerOf, type Said, type Writer } from './chat.ts';

/** Text with an address in it is a list of pieces. */
function textOf(text: string): unknown {
  const pieces = text
    .split(/(https?:\/\/\S+)/)
    .map((piece, at) => (at % 2 === 0 ? piece : { type: 'link', text: piece }));
  return pieces.length === 1 ? text : pieces.filter((piece) => piece !== '');
}

function fileOf(name: string) {
  if (isPicture(name)) return { photo: `photos/${name}`, width: 1280, height: 960 };
  const media = /\.opus$/.test(name) ? 'voice_message' : /\.mp4$/.test(name) ? 'video_file' : undefined;
  return { file: `files/${name}`, file_name: name, ...(media ? { media_type: media } : {}) };
}

const chatOf = ({ title, kind, people, messages }: Chat) => ({
  name: title,
  type: kind === 'direct' ? 'personal_chat' : 'private_supergroup',
  id: 1200345,
  messages: messages.map(({ at, sender, text, attachment }: Said, index) => ({
    id: index + 1,
    type: 'message',
    date: at,
    date_unixtime: String(milliseconds(at) / 1000),
    from: sender,
    from_id: `user${700000 + people.indexOf(sender)}`,
    ...(attachment === undefined ? {} : fileOf(attachment)),
    text: textOf(text),
    text_entities: [],
  })),
});

const asTelegram = (value: unknown): string => JSON.stringify(value, null, 1);

const accountOf = (chat: Chat) => ({
  about: 'Here is the data you requested. Remember: Telegram is ad free.',
  personal_information: { user_id: 700000, first_name: ownerOf(chat), last_name: '', bio: '' },
  contacts: { about: 'If you allow access, contacts are continuously synced with Telegram.', list: [] },
  chats: { about: 'This page lists all chats from this export.', list: [chatOf(chat)] },
});

export const telegram: readonly Writer[] = [
  {
    layout: 'one chat',
    clock: 'seconds',
    write: (chat) => ({ 'ChatExport_2025-01-01/result.json': asTelegram(chatOf(chat)) }),
  },
  {
    layout: 'an account',
    clock: 'seconds',
    write: (chat) => ({ 'DataExport_2025-01-01/result.json': asTelegram(accountOf(chat)) }),
  },
];
