// LINE's text: a line for each day, tabs between time, sender and text, quotation marks around a text of several lines.

import { type Chat, changed, dayName, type Files, isPicture, type Said, type Writer } from './chat.ts';

/** Of a file the export says only what it was. */
const wordsOf = ({ text, attachment }: Said): string[] => [
  ...(attachment === undefined ? [] : [isPicture(attachment) ? '[Photo]' : '[File]']),
  ...(text === '' ? [] : [text]),
];

/** LINE sends a file and words as two messages. */
const spoken = (chat: Chat): Said[] =>
  chat.messages.flatMap((message) =>
    wordsOf(message).map((text) => ({ at: message.at, sender: message.sender, text })),
  );

function write(chat: Chat): Files {
  const lines = [`[LINE] Chat history in "${chat.title}"`, 'Saved on: 2025/01/01, 10:00'];
  let day = '';
  for (const { at, sender, text } of spoken(chat)) {
    if (!at.startsWith(day) || day === '') lines.push('', `${at.slice(0, 10).replaceAll('-', '.')} ${dayName(at)}`);
    day = at.slice(0, 10);
    lines.push([at.slice(11, 16), sender, text.includes('\n') ? `"${text}"` : text].join('\t'));
  }
  return { 'LINE.txt': lines.map((line) => `${line}\r\n`).join('') };
}

export const line: readonly Writer[] = [
  { layout: 'line-text', clock: 'minutes', write, kept: (chat) => changed({ messages: spoken(chat) }, () => ({})) },
];
