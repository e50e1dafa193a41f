// Signal as the program sigtop writes it: text with fields, text with a line a message, rows of Signal's database as JSON.

import {
  asFileName,
  type Chat,
  changed,
  dayName,
  type Files,
  milliseconds,
  monthName,
  numberOf,
  ownerOf,
  partsOf,
  plainName,
  type Said,
  type Writer,
} from './chat.ts';

const isOwn = (chat: Chat, { sender }: Said): boolean => sender === ownerOf(chat);
const titleOf = ({ title, kind }: Chat): string => (kind === 'group' ? `${title} (group)` : title);

/** As sigtop names people: with their number, where they have a name beside it. */
function nameIn(chat: Chat, message: Said): string {
  const { sender } = message;
  if (isOwn(chat, message)) return 'You';
  return numberOf(chat, sender) === plainName(sender) ? plainName(sender) : `${sender} (${numberOf(chat, sender)})`;
}

/** `Tue, 3 Dec 2024 09:15:02 +0000` */
function mailDate(at: string): string {
  const { year, day } = partsOf(at);
  return `${dayName(at).slice(0, 3)}, ${day} ${monthName(at).slice(0, 3)} ${year} ${at.slice(11)} +0000`;
}

function blocks(chat: Chat): Files {
  const written = chat.messages.map((message) => {
    const { at, text, attachment } = message;
    return [
      `From: ${nameIn(chat, message)}`,
      `Type: ${isOwn(chat, message) ? 'outgoing' : 'incoming'}`,
      `Sent: ${mailDate(at)}`,
      ...(isOwn(chat, message) ? [] : [`Received: ${mailDate(at)}`]),
      ...(attachment === undefined ? [] : [`Attachment: ${attachment} (application/octet-stream, 10 bytes)`]),
      '',
      ...(text === '' ? [] : [text, '']),
    ].join('\n');
  });
  return { [`${asFileName(titleOf(chat))}.txt`]: `Conversation: ${titleOf(chat)}\n\n${written.join('\n')}` };
}

function short(chat: Chat): Files {
  const lines = chat.messages.map((message) => {
    const { at, text, attachment } = message;
    const sender = isOwn(chat, message) ? 'You' : plainName(message.sender);
    const details = attachment === undefined ? '' : ' [1 attachment]';
    return `${at.slice(0, 16).replace('T', ' ')} ${sender}:${details}${text === '' ? '' : ` ${text}`}\n`;
  });
  return { [`${asFileName(titleOf(chat))}.txt`]: lines.join('') };
}

function rows(chat: Chat): Files {
  const written = chat.messages.map((message, index) =>
    JSON.stringify({
      id: String(index),
      conversationId: 'c1',
      type: isOwn(chat, message) ? 'outgoing' : 'incoming',
      sent_at: milliseconds(message.at),
      received_at: milliseconds(message.at),
      ...(isOwn(chat, message) ? {} : { source: numberOf(chat, message.sender) }),
      body: message.text,
      attachments: message.attachment === undefined ? [] : [{ fileName: message.attachment, contentType: 'x/y' }],
    }),
  );
  return { [`${asFileName(titleOf(chat))}.json`]: `[\n${written.join(',\n')}\n]\n` };
}

const named = (chat: Chat): Said[] =>
  changed(chat, (message) => ({ sender: isOwn(chat, message) ? 'You' : plainName(message.sender) }));

export const sigtop: readonly Writer[] = [
  { layout: 'sigtop-text', clock: 'seconds', write: blocks, kept: named },
  {
    layout: 'sigtop-text-short',
    clock: 'minutes',
    write: short,
    kept: (chat) =>
      changed({ messages: named(chat) }, ({ attachment }) => ({
        attachment: attachment === undefined ? undefined : '',
      })),
  },
  {
    layout: 'sigtop-json',
    clock: 'seconds',
    write: rows,
    kept: (chat) =>
      changed(chat, (message) => ({ sender: isOwn(chat, message) ? 'You' : numberOf(chat, message.sender) })),
  },
];
