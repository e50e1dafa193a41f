// The labelled chats of benchmark/chats, as conversations that detection can read, and with their labels.
// How they are written and labelled stands in benchmark/README.md.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSystemLine } from '../../dist/parse/whatsapp/system.js';

const FOLDER = fileURLToPath(new URL('../../benchmark/', import.meta.url));
/** `chats` came first; the chats of `fitting` were written afterwards, to learn from alone. */
const PARTS = ['chats', 'fitting'];
const KINDS = { IMG: 'image', VIDEO: 'video', VOICE: 'voice-note', DOC: 'document', VCF: 'contact-card' };

/** A third of the first chats, chosen once by file number, is kept aside: no word list or rule was made from its errors. */
export const isKeptAside = ({ part, name }) => part === 'chats' && Number(name.slice(0, 2)) % 3 === 2;

/** All labelled chats, sorted by name in each part: `{ part, name, title, kind, people, messages: [{ message, labels }] }`. */
export const labelledChats = () =>
  PARTS.flatMap((part) =>
    readdirSync(FOLDER + part)
      .filter((name) => name.endsWith('.chat'))
      .sort()
      .map((name) => ({ part, ...parseChat(name, readFileSync(`${FOLDER}${part}/${name}`, 'utf8')) })),
  );

/** The conversation as the parser would hand it on. */
export const conversationOf = (chat) => ({
  title: chat.title,
  kind: chat.kind === 'direct' ? 'direct' : 'group',
  participants: [...chat.people.values()].map((name) => ({ name, said: 1 })),
  async *messages() {
    yield chat.messages.map(({ message }) => message);
  },
});

function parseChat(name, text) {
  const chat = { name, title: '', kind: 'work', people: new Map(), messages: [] };
  let day = '';
  for (const line of text.split(/\r?\n/)) {
    const head = /^# (\w+): (.*)$/.exec(line);
    if (head) readHead(chat, head[1], head[2]);
    else if (line.startsWith('@ ')) day = line.slice(2).trim();
    else if (line.trim() !== '' && !line.startsWith('# ')) chat.messages.push(readLine(chat, day, line));
  }
  return chat;
}

function readHead(chat, key, value) {
  if (key !== 'people') {
    chat[key] = value.trim();
    return;
  }
  for (const person of value.split(';')) {
    const [alias, ...rest] = person.split('=');
    chat.people.set(alias.trim(), rest.join('=').trim());
  }
}

function readLine(chat, day, line) {
  const match = /^(\d\d:\d\d) ([\w+]+): (.*?)\s*\|\|\s*(.*)$/.exec(line);
  if (!match) throw new Error(`${chat.name}: not a message: line ${line.slice(0, 20)}`);
  const [, time, who, marked, labels] = match;
  const index = chat.messages.length + 1;
  const { text, spans, attachment } = unmark(marked.replaceAll('\\n', '\n'));
  const isSystem = who === 'SYS';
  const kind = KINDS[attachment];
  const system = isSystem ? readSystemLine(text, () => true)?.event : undefined;
  const message = {
    index,
    kind: isSystem ? 'system' : 'said',
    at: `${day}T${time}`,
    sender: isSystem ? '' : chat.people.get(who),
    text,
    attachments: kind ? [{ name: '', kind }] : [],
    marks: attachment === 'DELETED' ? ['deleted'] : [],
    line: index,
    ...(system ? { system } : {}),
  };
  return { message, spans, labels: readLabels(labels) };
}

/** `{text|kind}` marks -> plain text and spans; an attachment in front is taken off, what follows is the caption. */
function unmark(source) {
  const head = /^\[(IMG|VIDEO|VOICE|DELETED|DOC|VCF)(?:: [^\]]+)?\] ?/.exec(source);
  const body = head ? source.slice(head[0].length) : source;
  const spans = [];
  let text = '';
  let at = 0;
  for (const mark of body.matchAll(/\{([^{}|]+)\|([a-z]+)\}/g)) {
    text += body.slice(at, mark.index);
    spans.push({ start: text.length, end: text.length + mark[1].length, text: mark[1], kind: mark[2] });
    text += mark[1];
    at = mark.index + mark[0].length;
  }
  return { text: text + body.slice(at), spans, attachment: head?.[1] };
}

function readLabels(text) {
  const to = /->\s*([a-z,]+)/.exec(text)?.[1].split(',') ?? [];
  const flags = [...text.matchAll(/!\s*([a-z,]+)/g)].flatMap((match) => match[1].split(','));
  const words = text.replace(/->\s*[a-z,]+|!\s*[a-z,]+/g, ' ').split(/\s+/);
  const subjects = ['patient', 'staff'].filter((subject) => words.includes(subject));
  return { verdict: words.find((word) => word !== ''), needsContext: words.includes('ctx'), subjects, to, flags };
}
