// Files and chats that say again what others of the same source say: apps write a chat in several ways side by side, and people hand in
// the same chat more than once. What is surely said already is not counted again; what may be is counted, and that is said.

import { SourceError } from '../errors.ts';
import type { Conversation, SourceFile } from '../model.ts';
import { baseName, folderOf } from './media.ts';

/** By names of files: WhatsApp Web and signal-export write each chat in several ways. */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  'chat.md': ['chat.txt'],
  'index.html': ['chat.md', 'data.json'],
};

export function isTwin(file: SourceFile, read: readonly SourceFile[]): boolean {
  const others = TWINS[baseName(file.path).toLowerCase()] ?? [];
  return read.some(
    ({ path }) => others.includes(baseName(path).toLowerCase()) && folderOf(path) === folderOf(file.path),
  );
}

/** Layouts of pages, and those of the same app that say more: zones of times, people who never wrote. */
const BETTER_THAN_PAGES: Readonly<Record<string, string>> = {
  'telegram-pages': 'telegram-json',
  'messenger-pages': 'messenger-download',
  'imessage-exporter-html': 'imessage-exporter-txt',
};

/**
 * The chats of pages that were read from JSON or text as well: title, days, who said how many messages, and the words of them. Where the
 * other file breaks off or holds another chat these differ, and the pages count.
 */
export async function pagesSaidAgain(chats: readonly Conversation[]): Promise<ReadonlySet<Conversation>> {
  const again = new Set<Conversation>();
  for (const pages of chats) {
    const alike = chats.filter(
      (other) => BETTER_THAN_PAGES[pages.layout] === other.layout && looksTheSame(pages, other),
    );
    for (const other of alike) if (await saysTheSame(pages, other)) again.add(pages);
  }
  return again;
}

function looksTheSame(one: Conversation, other: Conversation): boolean {
  return (
    one.counts.said > 0 &&
    one.title.toLowerCase() === other.title.toLowerCase() &&
    daysApart(one.firstAt, other.firstAt) <= 1 &&
    daysApart(one.lastAt, other.lastAt) <= 1 &&
    whoSaidHowMany(one) === whoSaidHowMany(other)
  );
}

/** Pages show some things in words of their own (polls, places, cards), so one text in ten may differ. */
async function saysTheSame(one: Conversation, other: Conversation): Promise<boolean> {
  const texts = saidIn(other);
  let same = 0;
  try {
    for await (const text of saidIn(one)) if ((await texts.next()).value === text) same++;
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
  return same * 10 >= one.counts.said * 9;
}

async function* saidIn(chat: Conversation): AsyncGenerator<string> {
  for await (const batch of chat.messages()) {
    for (const { kind, sender, text } of batch)
      if (kind === 'said') yield `${sender} ${text}`.toLowerCase().replace(/\s+/g, ' ').trim();
  }
}

const whoSaidHowMany = ({ participants }: Conversation): string =>
  participants
    .filter(({ said }) => said > 0)
    .map(({ name, said }) => `${name.toLowerCase()}\n${said}`)
    .sort()
    .join('\n');

/** Pages give no zone, so a message at midnight may stand on another day there. */
const daysApart = (x: string, y: string): number => Math.abs(dayOf(x) - dayOf(y));
const dayOf = (at: string): number => Date.parse(`${at.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/**
 * Tells whether a chat of the same app and name, whose time overlaps, was shown to it before: perhaps one chat, exported by two people
 * or twice. Names of people differ from phone to phone, so nothing more can be compared.
 */
export function chatsMet(): (chat: Conversation) => boolean {
  const met = new Map<string, Pick<Conversation, 'firstAt' | 'lastAt'>[]>();
  return ({ app, title, firstAt, lastAt, counts }) => {
    if (title === '' || counts.said === 0 || app === 'text') return false;
    const key = `${app} ${title.toLowerCase()}`;
    const others = met.get(key) ?? [];
    met.set(key, [...others, { firstAt, lastAt }]);
    return others.some((other) => other.firstAt <= lastAt && firstAt <= other.lastAt);
  };
}
