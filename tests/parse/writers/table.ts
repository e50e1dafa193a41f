// Chats as tables: iMazing's CSV, Viber's without headings, and what comes out of Excel with semicolons.

import { type Chat, changed, type Files, ownerOf, partsOf, two, type Writer } from './chat.ts';

/** RFC 4180: quotation marks around what holds a separator, a line break or such a mark. */
const cell = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const csv = (rows: readonly (readonly string[])[], separator: string): string =>
  rows.map((row) => `${row.map((text) => cell(text, separator)).join(separator)}\r\n`).join('');

const dayOf = (at: string): string => {
  const { year, month, day } = partsOf(at);
  return `${two(day)}/${two(month)}/${year}`;
};

function imazing(chat: Chat): Files {
  const headings =
    'Chat Session,Message Date,Delivered Date,Read Date,Edited Date,Service,Type,Sender ID,Sender Name,Status,Replying to,Subject,Text,Attachment,Attachment type';
  const rows = chat.messages.map(({ at, sender, text, attachment = '' }) => {
    const isOwn = sender === ownerOf(chat);
    const who = isOwn ? ['Outgoing', '', ''] : ['Incoming', '+447700900121', sender];
    return [chat.title, at.replace('T', ' '), '', '', '', 'WhatsApp', ...who, 'Read', '', '', text, attachment, ''];
  });
  return { 'Messages - chat.csv': csv([headings.split(','), ...rows], ',') };
}

const viber = ({ messages }: Chat): Files => ({
  'chat.csv': csv(
    messages.map(({ at, sender, text }) => [dayOf(at), at.slice(11), sender, '+447700900121', text]),
    ',',
  ),
});

const excel = ({ messages }: Chat): Files => {
  const rows = messages.map(({ at, sender, text, attachment = '' }) => [
    `${dayOf(at)} ${at.slice(11, 16)}`,
    sender,
    text,
    attachment,
  ]);
  return { 'chat.csv': `\ufeff${csv([['Date', 'Sender', 'Message', 'Attachment'], ...rows], ';')}` };
};

export const table: readonly Writer[] = [
  {
    layout: 'imazing',
    clock: 'seconds',
    write: imazing,
    kept: (chat) => changed(chat, ({ sender }) => ({ sender: sender === ownerOf(chat) ? 'You' : sender })),
  },
  {
    layout: 'viber-csv',
    clock: 'seconds',
    write: viber,
    kept: (chat) => changed(chat, () => ({ attachment: undefined })),
  },
  { layout: 'from Excel', clock: 'minutes', write: excel },
];
