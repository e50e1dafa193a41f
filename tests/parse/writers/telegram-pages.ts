// Telegram Desktop's pages: messages.html, messages2.html …; a line for each new day, and no name above what the same person goes on with.

import {
  type Chat,
  changed,
  dayName,
  type Files,
  isPicture,
  monthName,
  partsOf,
  type Said,
  type Writer,
} from './chat.ts';
import { asShown, escaped, marked } from './html.ts';

const PAGE = 60;

function fileOf(name: string): string {
  const inside = isPicture(name)
    ? `<a class="photo_wrap clearfix pull_left" href="photos/${encodeURIComponent(name)}"><img class="photo" src="photos/${encodeURIComponent(name)}"/></a>`
    : `<a class="media clearfix pull_left block_link media_file" href="files/${encodeURIComponent(name)}"><div class="fill pull_left"></div><div class="body"><div class="title bold">\n${escaped(name)}\n</div><div class="status details">\n10 KB\n</div></div></a>`;
  return `       <div class="media_wrap clearfix">\n${inside}\n       </div>\n`;
}

function messageOf({ at, sender, text, attachment }: Said, id: number, joined: boolean): string {
  const { year, month, day } = partsOf(at);
  const date = [day, month].map((part) => String(part).padStart(2, '0')).concat(year);
  const from = joined ? '' : `       <div class="from_name">\n${escaped(sender)} \n       </div>\n`;
  const said = text === '' ? '' : `       <div class="text">\n${marked(text)}\n       </div>\n`;
  return `     <div class="message default clearfix${joined ? ' joined' : ''}" id="message${id}">
      <div class="body">
       <div class="pull_right date details" title="${date.join('.')} ${at.slice(11)} UTC+00:00">\n${at.slice(11, 16)}\n       </div>
${from}${attachment === undefined ? '' : fileOf(attachment)}${said}      </div>
     </div>
`;
}

const dayOf = (at: string, number: number): string =>
  `     <div class="message service" id="message-${number}">\n      <div class="body details">\n${partsOf(at).day} ${monthName(at)} ${partsOf(at).year}\n      </div>\n     </div>\n`;

function pages({ title, messages }: Chat): Files {
  const written = messages.map((message, at) => {
    const before = messages[at - 1];
    const isNewDay = before === undefined || dayName(before.at) !== dayName(message.at);
    const joined = !isNewDay && before.sender === message.sender;
    return (isNewDay ? dayOf(message.at, at + 1) : '') + messageOf(message, at + 1, joined);
  });
  const head = `<!DOCTYPE html>\n<html>\n <head>\n  <meta charset="utf-8"/>\n<title>Exported Data</title>\n </head>\n <body onload="CheckLocation();">\n  <div class="page_wrap">\n   <div class="page_header">\n    <div class="content">\n     <div class="text bold">\n${escaped(title)} \n     </div>\n    </div>\n   </div>\n   <div class="page_body chat_page">\n    <div class="history">\n`;
  const foot = '    </div>\n   </div>\n  </div>\n </body>\n</html>\n';
  const files: Record<string, string> = {};
  for (let at = 0; at < written.length || at === 0; at += PAGE) {
    const name = `ChatExport_2025-01-01/messages${at === 0 ? '' : at / PAGE + 1}.html`;
    files[name] = head + written.slice(at, at + PAGE).join('') + foot;
  }
  return files;
}

export const telegramPages: readonly Writer[] = [
  {
    layout: 'telegram-pages',
    clock: 'seconds',
    write: pages,
    kept: (chat) => changed(chat, ({ sender, text }) => ({ sender: asShown(sender), text: asShown(text) })),
  },
];
