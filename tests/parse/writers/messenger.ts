// Messenger's downloads as JSON: the ordinary one, whose UTF-8 is written as single bytes, newest message first in parts, and that of
// end-to-end encrypted chats.

import { asFileName, type Chat, type Files, isPicture, milliseconds, type Said, type Writer } from './chat.ts';

/** Meta begins a new part after 10,000 messages; a short one shows as well that parts are put together. */
const PART = 50;
const FOLDER = 'your_facebook_activity/messages/inbox/chat_100';

/** Each byte of its UTF-8 as a sign of its own. */
const mangled = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

const asMeta = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /[\u0080-\u00ff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const listOf = (name: string): string =>
  isPicture(name) ? 'photos' : /\.mp4$/.test(name) ? 'videos' : /\.opus$/.test(name) ? 'audio_files' : 'files';

function messageOf({ at, sender, text, attachment }: Said) {
  return {
    sender_name: mangled(sender),
    timestamp_ms: milliseconds(at),
    ...(text === '' ? {} : { content: mangled(text) }),
    ...(attachment === undefined
      ? {}
      : {
          [listOf(attachment)]: [
            {
              uri: mangled(`${FOLDER}/${listOf(attachment)}/${attachment}`),
              creation_timestamp: milliseconds(at) / 1000,
            },
          ],
        }),
    is_geoblocked_for_viewer: false,
  };
}

/** The newest part is the first, and each begins with its newest message. */
export function partsOfThread<Message>(newestFirst: readonly Message[]): Message[][] {
  const parts: Message[][] = [];
  for (let at = 0; at < newestFirst.length || at === 0; at += PART) parts.push(newestFirst.slice(at, at + PART));
  return parts;
}

function download({ title, people, messages }: Chat): Files {
  const parts = partsOfThread(messages.map(messageOf).reverse());
  return Object.fromEntries(
    parts.map((part, at) => [
      `${FOLDER}/message_${at + 1}.json`,
      asMeta({
        participants: people.map((name) => ({ name: mangled(name) })),
        messages: part,
        title: mangled(title),
        is_still_participant: true,
        thread_path: 'inbox/chat_100',
        magic_words: [],
      }),
    ]),
  );
}

function encrypted({ title, people, messages }: Chat): Files {
  const written = messages.map(({ at, sender, text, attachment }) => ({
    isUnsent: false,
    media: attachment === undefined ? [] : [{ uri: `./media/${attachment}` }],
    reactions: [],
    senderName: sender,
    text,
    timestamp: milliseconds(at),
    type: attachment === undefined ? 'text' : 'media',
  }));
  const thread = { participants: people, threadName: title, messages: written.reverse() };
  return { [`${asFileName(title)}_1.json`]: JSON.stringify(thread, null, 2) };
}

export const messenger: readonly Writer[] = [
  { layout: 'messenger-download', clock: 'seconds', write: download },
  { layout: 'messenger-encrypted', clock: 'seconds', write: encrypted },
];
