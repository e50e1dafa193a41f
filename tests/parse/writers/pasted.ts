// Chats that somebody marked, copied and pasted: out of Telegram, and out of WhatsApp into an e-mail that quotes them. Of a file that
// went along, only a word is copied.

import { type Chat, changed, type Files, isPicture, partsOf, type Said, two, type Writer } from './chat.ts';

const dayOf = (at: string): string => {
  const { year, month, day } = partsOf(at);
  return `${two(day)}/${two(month)}/${year}`;
};

const withWord = (word: string, text: string): string => [word, text].filter((part) => part !== '').join('\n');

const ofTelegram = ({ text, attachment }: Said): string => {
  const word = attachment === undefined ? '' : isPicture(attachment) ? '[ Photo ]' : `[ File : ${attachment} ]`;
  return withWord(word, text);
};

function telegram({ messages }: Chat): Files {
  const copied = messages.map(
    (one) => `${one.sender}, [${dayOf(one.at)} ${one.at.slice(11, 16)}]\n${ofTelegram(one)}\n\n`,
  );
  return { 'copied.txt': copied.join('') };
}

/** Files are not copied at all; a message without words leaves nothing. */
const spoken = (chat: Chat): Said[] =>
  changed(chat, () => ({ attachment: undefined })).filter(({ text }) => text !== '');

function quoted(chat: Chat): Files {
  const copied = spoken(chat).map(({ at, sender, text }) => `[${at.slice(11, 16)}, ${dayOf(at)}] ${sender}: ${text}\n`);
  const lines = copied.join('').split('\n').slice(0, -1);
  const head = 'From: Kit Moss\nSubject: what was in the group\n\n';
  return { 'forwarded.txt': head + lines.map((line) => `> ${line}\n`).join('') };
}

export const telegramCopy: readonly Writer[] = [
  {
    layout: 'telegram-copy',
    clock: 'minutes',
    write: telegram,
    kept: (chat) => changed(chat, (message) => ({ text: ofTelegram(message), attachment: undefined })),
  },
];
export const quotedChat: readonly Writer[] = [{ layout: 'quoted', clock: 'minutes', write: quoted, kept: spoken }];
