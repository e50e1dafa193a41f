// Snapchat's "My Data": chat_history.json, newest message first, as it is now and as the two lists that it was until about 2022.

import { type Chat, changed, type Files, ownerOf, type Said, type Writer } from './chat.ts';

const timeOf = (at: string): string => `${at.replace('T', ' ')} UTC`;
const typeOf = ({ attachment }: Said): string => (attachment === undefined ? 'TEXT' : 'MEDIA');

function now(chat: Chat): Files {
  const key = chat.kind === 'direct' ? (chat.people[1] ?? 'kit_m') : '7f3c-group';
  const messages = chat.messages.map((message) => ({
    From: message.sender,
    'Media Type': typeOf(message),
    Created: timeOf(message.at),
    Content: message.text,
    'Conversation Title': chat.kind === 'direct' ? null : chat.title,
    IsSender: message.sender === ownerOf(chat),
  }));
  return { 'mydata~1/json/chat_history.json': JSON.stringify({ [key]: messages.reverse() }, null, 2) };
}

/** What the owner sent names whom it went to, and what they received who sent it; of a group nothing was told. */
function asLists(chat: Chat): Files {
  const received: unknown[] = [];
  const sent: unknown[] = [];
  const other = 'kit_m';
  for (const message of [...chat.messages].reverse()) {
    const isOwn = message.sender === ownerOf(chat);
    const about = { 'Media Type': typeOf(message), Created: timeOf(message.at), Text: message.text };
    (isOwn ? sent : received).push(isOwn ? { To: other, ...about } : { From: other, ...about });
  }
  const lists = { 'Received Saved Chat History': received, 'Sent Saved Chat History': sent };
  return { 'mydata~1/json/chat_history.json': JSON.stringify(lists, null, 2) };
}

/** Files bear no names in it. */
const nameless = (chat: Chat): Said[] =>
  changed(chat, ({ attachment }) => ({ attachment: attachment === undefined ? undefined : '' }));

export const snapchat: readonly Writer[] = [
  { layout: 'snapchat-data', clock: 'seconds', write: now, kept: nameless },
  {
    layout: 'snapchat-lists',
    clock: 'seconds',
    write: asLists,
    kept: (chat) =>
      changed({ messages: nameless(chat) }, ({ sender }) => ({
        sender: sender === ownerOf(chat) ? 'Owner of the account' : 'kit_m',
      })),
  },
];
