// A small export of each format, as its app writes it, through the stages that read it: what the report would say is in it.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Conversation, Limits } from '../../src/model.ts';
import { type FoundChats, findChats } from '../../src/parse/parse.ts';
import { openSources } from '../../src/source/sources.ts';

interface Expected {
  readonly app: string;
  readonly layout: string;
  /** Records of each chat. */
  readonly records: readonly number[];
  readonly people: readonly (readonly string[])[];
  /** Issues of the chats and of the source, each once. */
  readonly codes: readonly string[];
}

const FORMATS: Readonly<Record<string, Expected>> = {
  'messenger-json': {
    app: 'messenger',
    layout: 'messenger-download',
    records: [4],
    people: [['Zoë Hartwell', 'Kit Mossman', 'Sam Reed']],
    codes: ['account-data', 'media-not-read', 'times-in-utc'],
  },
  'messenger-htm': {
    app: 'messenger',
    layout: 'messenger-htm',
    records: [2],
    people: [['Zoë Hartwell', 'Kit Mossman', 'Sam Reed']],
    codes: [],
  },
  'messenger-pages': {
    app: 'messenger',
    layout: 'messenger-pages',
    records: [5],
    people: [['Zoë Hartwell', 'Kit Mossman', 'Sam Reed']],
    codes: ['account-data', 'media-not-read', 'zone-not-stated'],
  },
  'telegram-json': {
    app: 'telegram',
    layout: 'telegram-json',
    records: [7, 2, 1],
    people: [['Zoë Hartwell', 'Kit Mossman', 'Sam Reed'], ['Sam Reed', 'Kit Mossman'], ['Sam Reed']],
    codes: ['contacts-not-scanned', 'media-not-in-export'],
  },
  'telegram-pages': {
    app: 'telegram',
    layout: 'telegram-pages',
    records: [7],
    people: [['Zoë Hartwell', 'Kit Mossman', 'Sam Reed']],
    codes: ['media-not-read', 'page-design'],
  },
  'discord-exporter': {
    app: 'discord',
    layout: 'discord-exporter',
    records: [4],
    people: [['Zoë Hartwell', 'Kit Mossman', 'Sam Reed']],
    codes: ['media-not-in-export'],
  },
  'discord-text': {
    app: 'discord',
    layout: 'discord-text',
    records: [3],
    people: [['zoe_h', 'kit_m', 'sam_r']],
    codes: ['media-not-in-export'],
  },
  'discord-package': {
    app: 'discord',
    layout: 'discord-package',
    records: [2],
    people: [['samreed']],
    codes: ['one-sided'],
  },
  'slack-export': {
    app: 'slack',
    layout: 'slack-export',
    records: [5],
    people: [['Zoë Hartwell', 'Kit Mossman', 'Sam Reed']],
    codes: ['account-data', 'media-not-in-export', 'times-in-utc'],
  },
  'google-takeout': {
    app: 'google-chat',
    layout: 'google-takeout',
    records: [3],
    people: [['Zoë Hartwell', 'Kit Mossman', 'Sam Reed']],
    codes: ['account-data', 'media-not-read', 'times-in-utc'],
  },
  'snapchat-data': {
    app: 'snapchat',
    layout: 'snapchat-data',
    records: [3, 1],
    people: [['kit_m', 'samreed'], ['zoe_h']],
    codes: ['account-data', 'media-not-in-export', 'only-saved-messages', 'times-in-utc'],
  },
  viber: {
    app: 'viber',
    layout: 'viber-text',
    records: [4],
    people: [['Zoë Hartwell', 'Sam Reed', 'Kit Mossman']],
    codes: [],
  },
};

const LIMITS: Limits = { entries: 1000, inflatedBytes: 1e8, ratio: 1000, depth: 2, nestedBytes: 1e7 };

async function found(name: string): Promise<FoundChats[]> {
  const path = fileURLToPath(new URL(`../../fixtures/formats/${name}`, import.meta.url));
  const all: FoundChats[] = [];
  for await (const source of openSources([path], { limits: LIMITS })) {
    const chats = await findChats(source.files, { sourcePath: source.path });
    for (const chat of chats.chats) expect(await readAgain(chat)).toBe(chat.counts.records);
    all.push(chats);
  }
  return all;
}

async function readAgain(chat: Conversation): Promise<number> {
  let count = 0;
  for await (const batch of chat.messages()) count += batch.length;
  return count;
}

describe('the export of', () => {
  it.each(Object.entries(FORMATS))('%s', async (name, expected) => {
    const sources = await found(name);
    const chats = sources.flatMap((source) => source.chats);
    const codes = [...sources.flatMap(({ issues }) => issues), ...chats.flatMap(({ issues }) => issues)];
    expect({
      app: chats[0]?.app,
      layout: chats[0]?.layout,
      records: chats.map(({ counts }) => counts.records),
      people: chats.map(({ participants }) => participants.map((one) => one.name)),
      codes: [...new Set(codes.map(({ code }) => code))].sort(),
    }).toEqual(expected);
  });
});
