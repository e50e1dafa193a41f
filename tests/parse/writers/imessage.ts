// iMessage as imessage-exporter writes it: text with the date, the sender and the body on lines of their own, and pages.

import {
  asFileName,
  type Chat,
  changed,
  type Files,
  isPicture,
  monthName,
  ownerOf,
  partsOf,
  type Said,
  twelveHours,
  two,
  type Writer,
} from './chat.ts';
import { asShown, escaped, marked } from './html.ts';

const senderIn = (chat: Chat, { sender }: Said): string => (sender === ownerOf(chat) ? 'Me' : sender);

/** `Dec 03, 2024  9:15:02 AM` */
function dateOf(at: string): string {
  const { year, day } = partsOf(at);
  return `${monthName(at).slice(0, 3)} ${two(day)}, ${year} ${twelveHours(at, [' AM', ' PM'], true).padStart(11)}`;
}

function asText(chat: Chat): Files {
  const blocks = chat.messages.map((message) => {
    const { at, text, attachment } = message;
    const files = attachment === undefined ? [] : [`/Users/kit/Library/Messages/Attachments/ab/11/${attachment}`];
    return `${[dateOf(at), senderIn(chat, message), ...files, ...(text === '' ? [] : [text])].join('\n')}\n\n`;
  });
  return { [`${asFileName(chat.title)}.txt`]: blocks.join('') };
}

function fileOf(name: string): string {
  const address = escaped(`attachments/1/${name}`);
  if (isPicture(name)) return `<img src="${address}" loading="lazy">`;
  if (/\.mp4$/.test(name)) return `<video controls><source src="${address}" type="video/mp4"></video>`;
  if (/\.opus$/.test(name)) return `<audio controls src="${address}" type="audio/ogg"></audio>`;
  return `<a href="${address}">Click to download ${escaped(name)} (10 B)</a>`;
}

function asPage(chat: Chat): Files {
  const boxes = chat.messages.map((message) => {
    const sender = senderIn(chat, message);
    const file =
      message.attachment === undefined ? '' : `<div class="message_part">${fileOf(message.attachment)}</div>\n`;
    const said =
      message.text === ''
        ? ''
        : `<div class="message_part"><span class="bubble">${marked(message.text)}</span></div>\n`;
    return `<div class="message"><div class="${sender === 'Me' ? 'sent iMessage' : 'received'}"><p><span class="timestamp">${dateOf(message.at)}</span> <span class="sender">${escaped(sender)}</span></p>\n${file}${said}</div></div>\n`;
  });
  const head = '<html>\n<head><meta charset="UTF-8"><style>.message { margin: 1px; }</style></head>\n<body>\n';
  return { [`${asFileName(chat.title)}.html`]: `${head}${boxes.join('')}</body></html>\n` };
}

export const imessage: readonly Writer[] = [
  {
    layout: 'imessage-exporter-txt',
    clock: 'seconds',
    write: asText,
    kept: (chat) => changed(chat, (message) => ({ sender: senderIn(chat, message) })),
  },
  {
    layout: 'imessage-exporter-html',
    clock: 'seconds',
    write: asPage,
    kept: (chat) =>
      changed(chat, (message) => ({ sender: asShown(senderIn(chat, message)), text: asShown(message.text) })),
  },
];
