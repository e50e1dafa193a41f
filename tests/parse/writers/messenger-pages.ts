// Messenger's download as pages, newest message first, and the one page of all threads that it was until 2018.

import {
  type Chat,
  changed,
  dayName,
  type Files,
  isPicture,
  monthName,
  partsOf,
  type Said,
  twelveHours,
  two,
  type Writer,
} from './chat.ts';
import { asShown, escaped, marked } from './html.ts';
import { partsOfThread } from './messenger.ts';

const FOLDER = 'your_facebook_activity/messages/inbox/chat_100';

const fileOf = (name: string): string => {
  const address = escaped(`${FOLDER}/${isPicture(name) ? 'photos' : 'files'}/${encodeURIComponent(name)}`);
  const inside = isPicture(name) ? `<img src="${address}" class="_a6_o _3-96" />` : escaped(name);
  return `<div><a target="_blank" href="${address}">${inside}</a></div>`;
};

function sectionOf({ at, sender, text, attachment }: Said, number: number): string {
  const { year, day } = partsOf(at);
  const date = `${monthName(at).slice(0, 3)} ${two(day)}, ${year} ${twelveHours(at, [' am', ' pm'], true)}`;
  const file = attachment === undefined ? '' : fileOf(attachment);
  return `<section class="_3-95 _a6-g" aria-labelledby="u_0_${number}"><h2 class="_2ph_ _a6-h _a6-i" id="u_0_${number}">${escaped(sender)}</h2><div class="_2ph_ _a6-p"><div><div></div><div>${marked(text, '<br />')}</div><div></div><div></div>${file}</div></div><footer class="_3-94 _a6-o"><div class="_a72d">${date}</div></footer></section>`;
}

function pages({ title, people, messages }: Chat): Files {
  const head = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>${escaped(title)}</title><style type="text/css">._a6-g{margin:8px}</style></head>`;
  const names = escaped([people.slice(0, -1).join(', '), people.at(-1)].join(' and '));
  const parts = partsOfThread(messages.map(sectionOf).reverse());
  return Object.fromEntries(
    parts.map((part, at) => [
      `${FOLDER}/message_${at + 1}.html`,
      `${head}<body class="_5vb_ _2yq _a7o5"><div class="clearfix _ikh"><header class="_a70d"><h1 class="_a70e">${escaped(title)}</h1></header><main class="_a706" role="main"><div class="_2ph_ _a6-h">Participants: ${names}</div>${part.join('')}</main></div></body></html>`,
    ]),
  );
}

/** A link to a file that is no picture shows the name of the file. */
const shownOn = (chat: Chat): Said[] =>
  changed(chat, ({ sender, text, attachment }) => {
    const link = attachment === undefined || isPicture(attachment) ? '' : `\n${attachment}`;
    return { sender: asShown(sender), text: asShown(text + link) };
  });

function oldPage({ people, messages }: Chat): Files {
  const said = [...messages].reverse().map(({ at, sender, text }) => {
    const { year, day } = partsOf(at);
    const date = `${dayName(at)}, ${monthName(at)} ${day}, ${year} at ${twelveHours(at, ['am', 'pm'])} UTC`;
    return `<div class="message"><div class="message_header"><span class="user">${escaped(sender)}</span><span class="meta">${date}</span></div></div><p>${escaped(text)}</p>`;
  });
  return {
    'html/messages.htm': `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>Messages</title></head><body><div class="contents"><h1>Messages</h1><div><div class="thread">${escaped(people.join(', '))}${said.join('')}</div></div></div></body></html>`,
  };
}

export const messengerPages: readonly Writer[] = [
  { layout: 'messenger-pages', clock: 'seconds', write: pages, kept: shownOn },
];

/** Files were not named. */
export const oldMessengerPages: readonly Writer[] = [
  {
    layout: 'messenger-htm',
    clock: 'minutes',
    write: oldPage,
    kept: (chat) => changed(chat, () => ({ attachment: undefined })),
  },
];
