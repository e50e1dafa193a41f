// Whatever befell an export: nothing throws, every message is counted and numbered, and nothing looks clean that was not read. Every
// layout of every format, written from one small chat, and the richer exports of fixtures/formats. Few runs here; `npm run fuzz` does
// 10,000 of each and says how long they took.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Issue } from '../../src/model.ts';
import { findChats } from '../../src/parse/parse.ts';
import { fixture } from '../run.ts';
import { fileOf, messagesOf } from './files.ts';
import { type Mutation, mutationsOf } from './mutations.ts';
import type { Chat } from './writers/chat.ts';
import { WRITERS } from './writers/index.ts';
import { manifestOf, rsmfOf } from './writers/rsmf.ts';

const GIVEN = process.env.IG_SCAN_RUNS;
const RUNS = Number(GIVEN ?? 25);

const WORDS = 'kestrel lapwing dunnock wheatear goldcrest siskin redpoll'.split(' ');
const CHAT: Chat = {
  title: 'Ward 12 nights',
  kind: 'direct',
  people: ['Ann Lee', 'Sam Reed'],
  messages: WORDS.map((word, at) => ({
    at: `2024-12-13T09:1${at}:02`,
    sender: at % 3 === 1 ? 'Sam Reed' : 'Ann Lee',
    text: at === 2 ? `bed 4: ${word} & co\n\nhttps://example.org/${word}` : `${word}, see "below" 🙂`,
    ...(at === 4 ? { attachment: 'Rota (1).pdf' } : {}),
  })),
};

/** The file of an export that is changed, with the files beside it. */
interface Export {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly beside: readonly (readonly [string, string | Uint8Array])[];
  /** The file around the text. */
  wrap?(text: string): string;
}

const WRITTEN: readonly Export[] = Object.entries(WRITERS).flatMap(([format, writers]) =>
  writers.map((writer) => {
    const [first, ...beside] = Object.entries(writer.write(CHAT)).sort(([, x], [, y]) => y.length - x.length);
    return { name: `${format}: ${writer.layout}`, path: first?.[0] ?? '', text: String(first?.[1] ?? ''), beside };
  }),
);

const MANIFEST: Export = {
  name: 'rsmf: its manifest',
  path: 'chat.rsmf',
  text: JSON.stringify(manifestOf(CHAT)),
  beside: [],
  wrap: (text) => rsmfOf(text, WORDS.length),
};

const FIXTURES: readonly Export[] = readdirSync(fixture('formats'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:jsonl|json|txt|md|xml|csv|html|rsmf)$/.test(name) && !name.includes('calls-'))
  .sort()
  .map((name) => {
    const path = name.replaceAll('\\', '/');
    return { name: path, path, text: readFileSync(join(fixture('formats'), name), 'utf8'), beside: [] };
  });

interface Read {
  readonly records: number;
  readonly layouts: string;
  readonly said: string;
  readonly issues: readonly Issue[];
}

async function read({ path, beside, wrap }: Export, content: string | Uint8Array): Promise<Read> {
  const whole = wrap ? wrap(typeof content === 'string' ? content : new TextDecoder().decode(content)) : content;
  const files = [fileOf(path, whole, 777), ...beside.map(([name, other]) => fileOf(name, other))];
  const { chats, issues } = await findChats(files, { sourcePath: path });
  expect(chats.length + issues.length).toBeGreaterThan(0);
  const said: string[] = [];
  for (const chat of chats) {
    const messages = await messagesOf(chat);
    expect(messages.map(({ index }) => index)).toEqual(messages.map((_, at) => at + 1));
    expect(chat.counts.records).toBe(messages.length);
    if (messages.length === 0) expect(chat.issues.length).toBeGreaterThan(0);
    for (const { kind, sender, at, text, attachments } of messages) {
      expect(kind === 'system' ? sender : sender === '').toBe(kind === 'system' ? '' : false);
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);
      expect(typeof text).toBe('string');
      said.push(sender, text, ...attachments.map(({ name }) => name));
    }
  }
  return {
    records: chats.reduce((sum, { counts }) => sum + counts.records, 0),
    layouts: chats.map(({ layout }) => layout).join(),
    said: said.join('\n'),
    issues: [...issues, ...chats.flatMap((chat) => chat.issues)],
  };
}

const lostIn = ({ issues }: Read): number =>
  issues.reduce((sum, { code, count = 0 }) => sum + (code === 'messages-damaged' ? count : 0), 0);

function check({ content, records, isPlain }: Mutation, now: Read, before: Read): void {
  if (records !== undefined && now.layouts.split(',')[0] === before.layouts.split(',')[0])
    expect(now.records + lostIn(now)).toBe(records);
  if (!isPlain) return;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const missing = WORDS.filter((word) => text.includes(word) && before.said.includes(word) && !now.said.includes(word));
  if (missing.length > 0) expect(now.issues, `nothing is said of ${missing.join(', ')}`).not.toEqual(before.issues);
}

it.each([...WRITTEN, MANIFEST, ...FIXTURES])('$name', async (one) => {
  const begin = performance.now();
  const before = await read(one, one.text);
  const property = fc.asyncProperty(mutationsOf(one.text, before.records), async (mutation) => {
    check(mutation, await read(one, mutation.content), before);
  });
  await fc.assert(property, { numRuns: RUNS });
  if (GIVEN) console.log(`${one.name.padEnd(90)} ${RUNS} runs in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
});
