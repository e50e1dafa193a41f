// Labelled chats (benchmark/README.md says how they are written) without their labels: invented chats of the kind that people do write,
// to be written as every app would export them.

import { readFileSync } from 'node:fs';
import type { Chat, Said } from './writers/chat.ts';

const ENDINGS: Readonly<Record<string, readonly [string, string]>> = {
  IMG: ['IMG', 'jpg'],
  VIDEO: ['VID', 'mp4'],
  VOICE: ['PTT', 'opus'],
};

/** The chat of a file; throws for a file that is none. Lines of the app and deleted messages are left out: not every app has them. */
export function labelledChat(path: string): Chat {
  const head: Record<string, string> = {};
  const people = new Map<string, string>();
  const messages: Said[] = [];
  let day = '';
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
    const [, key = '', value = ''] = /^# (\w+): (.*)$/.exec(line) ?? [];
    const said = /^(\d\d:\d\d) ([\w+]+): (.*?)\s*\|\|/.exec(line);
    if (key === 'people') for (const [alias, name] of peopleIn(value)) people.set(alias, name);
    else if (key !== '') head[key] = value.trim();
    else if (line.startsWith('@ ')) day = line.slice(2).trim();
    else if (said && said[2] !== 'SYS' && !said[3]?.startsWith('[DELETED]')) {
      const at = `${day}T${said[1]}`;
      const sameMinute = messages.filter((one) => one.at.startsWith(at)).length;
      const seconds = String(Math.min(sameMinute, 59)).padStart(2, '0');
      const sender = people.get(said[2] ?? '') ?? '';
      messages.push({ at: `${at}:${seconds}`, sender, ...wordsOf(said[3] ?? '', day, messages.length + 1) });
    } else if (line.trim() !== '' && !line.startsWith('#') && !said) throw new Error(`${path}: not a labelled message`);
  }
  if (messages.length === 0) throw new Error(`${path}: no labelled message`);
  const { title = '', kind } = head;
  return { title, kind: kind === 'direct' ? 'direct' : 'group', people: [...new Set(people.values())], messages };
}

const peopleIn = (list: string): [string, string][] =>
  list.split(';').map((person) => {
    const [alias = '', ...name] = person.split('=');
    return [alias.trim(), name.join('=').trim()];
  });

/** `[IMG] caption with a {name|name} in it` */
function wordsOf(source: string, day: string, number: number): Pick<Said, 'text' | 'attachment'> {
  const plain = source.replaceAll('\\n', '\n').replace(/\{([^{}|]+)\|[a-z]+\}/g, '$1');
  const [front = '', kind = '', own] = /^\[(IMG|VIDEO|VOICE|DOC|VCF)(?:: ([^\]]+))?\] ?/.exec(plain) ?? [];
  const text = plain.slice(front.length);
  if (kind === '') return { text };
  const [begin = '', ending = ''] = ENDINGS[kind] ?? [];
  const name = `${begin}-${day.replaceAll('-', '')}-WA${String(number).padStart(4, '0')}.${ending}`;
  return { text, attachment: kind === 'VCF' ? `${own}.vcf` : (own ?? name) };
}
