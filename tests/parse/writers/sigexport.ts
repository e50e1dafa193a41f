// Signal as the program signal-export writes it: data.json with one message a line, and chat.md.

import { asFileName, type Chat, changed, type Files, isPicture, ownerOf, type Said, type Writer } from './chat.ts';

const folderOf = ({ title }: Chat): string => asFileName(title);

/** The owner of the account is called so. */
const senderIn = (chat: Chat, { sender }: Said): string => (sender === ownerOf(chat) ? 'Me' : sender);
const fileOf = ({ at }: Said, name: string): string => `${at.slice(0, 10)}_${name}`;

/** As Python writes JSON: with a space behind colons and commas. */
const asPython = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ', '))
    .join('');

function json(chat: Chat): Files {
  const lines = chat.messages.map((message) => {
    const files = message.attachment === undefined ? [] : [fileOf(message, message.attachment)];
    return asPython({
      date: message.at,
      sender: senderIn(chat, message),
      body: `${message.text}  `,
      quote: '',
      sticker: null,
      reactions: [],
      attachments: files.map((name) => ({ name, path: `media/${name}` })),
      deleted: false,
    });
  });
  return { [`${folderOf(chat)}/data.json`]: lines.map((line) => `${line}\n`).join('') };
}

function markdown(chat: Chat): Files {
  const records = chat.messages.map((message) => {
    const { attachment } = message;
    const name = attachment === undefined ? '' : fileOf(message, attachment);
    const link = `[${name}](./media/${encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29')})`;
    const file = attachment === undefined ? '' : `  ${isPicture(attachment) ? '!' : ''}${link}`;
    return `[${message.at.replace('T', ' ')}] ${senderIn(chat, message)}: ${message.text}${file}  \n`;
  });
  return { [`${folderOf(chat)}/chat.md`]: records.join('') };
}

const kept = (chat: Chat): Said[] =>
  changed(chat, (message) => ({
    sender: senderIn(chat, message),
    ...(message.attachment === undefined ? {} : { attachment: fileOf(message, message.attachment) }),
  }));

export const sigexport: readonly Writer[] = [
  { layout: 'sigexport-json', clock: 'seconds', write: json, kept },
  { layout: 'sigexport-md', clock: 'seconds', write: markdown, kept },
];
