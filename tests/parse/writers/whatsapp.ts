// WhatsApp: the text of Android phones and iPhones, in the dates and words of several countries.

import {
  asFileName,
  type Chat,
  changed,
  type Files,
  partsOf,
  type Said,
  twelveHours,
  two,
  type Writer,
} from './chat.ts';

const LRM = '\u200e';
const NOTICE =
  'Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.';

const dayFirst = (at: string, sign: string): string => {
  const { year, month, day } = partsOf(at);
  return [two(day), two(month), year].join(sign);
};

const monthFirst = (at: string): string => {
  const { year, month, day } = partsOf(at);
  return `${month}/${day}/${year.slice(2)}`;
};

function android(layout: string, head: (at: string) => string, attached = 'file attached'): Writer {
  const body = ({ text, attachment }: Said): string =>
    attachment === undefined ? text : `${attachment} (${attached})${text === '' ? '' : `\n${text}`}`;
  return {
    layout,
    clock: 'minutes',
    write: ({ title, messages }) => {
      const said = messages.map((one) => `${head(one.at)}${one.sender}: ${body(one)}\n`);
      const notice = `${head(messages[0]?.at ?? '2024-01-01T00:00:00')}${NOTICE}\n`;
      return { [`WhatsApp Chat with ${asFileName(title)}.txt`]: notice + said.join('') };
    },
  };
}

function iphone(layout: string, head: (at: string) => string): Writer {
  const nameOf = (name: string, at: number): string => `${String(at + 1).padStart(8, '0')}-${name}`;
  const body = ({ text, attachment }: Said, at: number): string => {
    if (attachment === undefined) return text;
    const document = /\.pdf$/i.test(attachment) ? `${attachment} • ${LRM}1 page ` : '';
    return `${document}${LRM}<attached: ${nameOf(attachment, at)}>${text === '' ? '' : ` ${text}`}`;
  };
  const write = ({ title, messages }: Chat): Files => {
    const said = messages.map(
      (one, at) => `${one.attachment === undefined ? '' : LRM}[${head(one.at)}] ${one.sender}: ${body(one, at)}\r\n`,
    );
    const notice = `[${head(messages[0]?.at ?? '2024-01-01T00:00:00')}] ${title}: ${LRM}${NOTICE}\r\n`;
    return { '_chat.txt': notice + said.join('') };
  };
  const kept = (chat: Chat): Said[] => {
    let at = 0;
    return changed(chat, ({ attachment }) => {
      const own = at++;
      return attachment === undefined ? {} : { attachment: nameOf(attachment, own) };
    });
  };
  return { layout, clock: 'seconds', write, kept };
}

const lower = ['\u202fam', '\u202fpm'] as const;
const upper = ['\u202fAM', '\u202fPM'] as const;
const clock = (at: string): string => at.slice(11, 16);

export const whatsapp: readonly Writer[] = [
  android('android, British', (at) => `${dayFirst(at, '/')}, ${clock(at)} - `),
  android('android, British, 12 hours', (at) => `${dayFirst(at, '/')}, ${twelveHours(at, lower)} - `),
  android(
    'android, German',
    (at) => `${dayFirst(at, '.').replace(/\d\d(\d\d)$/, '$1')}, ${clock(at)} - `,
    'Datei angehängt',
  ),
  {
    ...android('android, American', (at) => `${monthFirst(at)}, ${twelveHours(at, upper)} - `),
    dateOrder: 'month-first',
  },
  iphone('iPhone, British', (at) => `${dayFirst(at, '/')}, ${at.slice(11)}`),
  iphone('iPhone, Swedish', (at) => `${at.slice(0, 10)} ${at.slice(11)}`),
  {
    ...iphone('iPhone, American', (at) => `${monthFirst(at)}, ${twelveHours(at, upper, true)}`),
    dateOrder: 'month-first',
  },
];
