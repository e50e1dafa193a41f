// A chat, written as each app exports it, is read as it was written: every message, in its order, with sender, clock, words and file.
// `npm run round-trip -- FOLDER` runs the same over other labelled chats.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/parse/formats.ts';
import { HARD_CHAT } from './hard-chat.ts';
import { labelledChat } from './labelled-chats.ts';
import { differencesOf, keptOf } from './read-back.ts';
import type { Chat } from './writers/chat.ts';
import { WRITERS } from './writers/index.ts';

/** Groups and direct chats, with texts of several lines, emoji, apostrophes, push names, bare numbers and every kind of file. */
const SOME = [
  '01-rowan-stroke-rehab',
  '17-ruairi-devlin-reg-direct',
  '20-hv-team3',
  '28-exec-winter-gold',
  '32-jen-shab-ebele-payroll',
  '40-josh-iwona-direct',
  '45-kestrel-nurses-offgrid',
  '54-bydwragedd-dyffryn-brefi',
  '60-south-mcr-pharmacists',
  '69-lindum-three-wise-monkeys',
  '92-cavehill-gen-surg-consultants',
  '97-lowri-bebb-direct',
].map((name) => fileURLToPath(new URL(`../../benchmark/chats/${name}.chat`, import.meta.url)));

/** Files named by scripts/round-trip.mjs, a line each; it prints what is said of each layout. */
const GIVEN = process.env.IG_SCAN_CHATS?.split('\n');
const CHATS = GIVEN
  ? GIVEN.map((path) => ({ path, chat: labelledChat(path) }))
  : [...SOME.map((path) => ({ path, chat: begun(labelledChat(path)) })), { path: 'hard texts', chat: HARD_CHAT }];

/** As much of a chat as shows that the parts and pages of an export are put together. */
function begun(chat: Chat): Chat {
  return { ...chat, messages: chat.messages.slice(0, 65) };
}

const LAYOUTS = Object.entries(WRITERS).flatMap(([format, writers]) =>
  writers.map((writer) => ({ name: `${format}: ${writer.layout}`, writer })),
);

it('every format has a writer', () => {
  expect(Object.keys(WRITERS)).toEqual(FORMATS.map(({ id }) => id));
});

describe('chats come back from', () => {
  it.each(LAYOUTS)('$name', async ({ name, writer }) => {
    let messages = 0;
    const different: object[] = [];
    for (const { path, chat } of CHATS) {
      messages += keptOf(chat, writer).length;
      const found = await differencesOf(chat, writer);
      different.push(...found.map((one) => ({ path: path.replace(/^.*\//, ''), ...one })));
    }
    if (GIVEN) say(name, messages, different);
    expect(GIVEN ? different.length : different).toEqual(GIVEN ? 0 : []);
  });
});

/** Places only: what people wrote is not for a terminal. */
function say(name: string, messages: number, different: readonly object[]): void {
  console.log(`${name.padEnd(44)} ${CHATS.length} chats, ${messages} messages, ${different.length} differences`);
  for (const one of different.slice(0, 5))
    console.log(`    ${JSON.stringify({ ...one, written: undefined, read: undefined })}`);
}
