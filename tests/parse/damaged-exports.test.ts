// Damage that was found by `npm run fuzz`, one case each: nothing throws, and no words are passed over.

import { describe, expect, it } from 'vitest';
import { findChats } from '../../src/parse/parse.ts';
import { fileOf, messagesOf } from './files.ts';
import type { Chat, Files } from './writers/chat.ts';
import { discordText } from './writers/discord.ts';
import { line } from './writers/line.ts';
import { messenger } from './writers/messenger.ts';
import { manifestOf, rsmfOf } from './writers/rsmf.ts';
import { signal } from './writers/signal.ts';
import { sigtop } from './writers/sigtop.ts';
import { telegram } from './writers/telegram.ts';
import { telegramPages } from './writers/telegram-pages.ts';
import { whatsapp } from './writers/whatsapp.ts';

const at = '2024-12-13T09:15:02';
const CHAT: Chat = {
  title: 'Ward 12',
  kind: 'direct',
  people: ['Ann Lee', 'Sam Reed'],
  messages: [
    { at, sender: 'Ann Lee', text: 'bed 4' },
    { at, sender: 'Sam Reed', text: 'isolated' },
  ],
};

/** The first file of an export, with one thing in it changed. */
async function read(files: Files | undefined, from: string | RegExp, to: string) {
  const [[path, text] = ['', '']] = Object.entries(files ?? {});
  const damaged = String(text).replace(from, to);
  expect(damaged).not.toBe(text);
  const { chats } = await findChats([fileOf(path, damaged)], { sourcePath: path });
  const messages = chats[0] ? await messagesOf(chats[0]) : [];
  return {
    said: messages.map((one) => one.text),
    codes: chats.flatMap(({ issues }) => issues.map(({ code }) => code)),
  };
}

/** A value of which JavaScript can make no number and no text. */
const ODD = '{"toString": 0, "valueOf": 0}';

describe('a time that is an object', () => {
  it.each([
    ['Messenger', messenger[0]?.write(CHAT), /(?<="timestamp_ms": )\d+/],
    ['Telegram', telegram[0]?.write(CHAT), /(?<="date_unixtime": )"\d+"/],
    ['Signal', signal[0]?.write(CHAT), /(?<="dateSent":)"\d+"/],
    ['sigtop', sigtop[2]?.write(CHAT), /(?<="sent_at":)\d+/],
  ])('of %s is a missing one', async (_, files, time) => {
    expect((await read(files, time, ODD)).said.toSorted()).toEqual(['bed 4', 'isolated']);
  });

  it('and a member of an RSMF conversation that is one is nobody', async () => {
    const manifest = JSON.stringify(manifestOf(CHAT)).replace('["p0","p1"]', `["p0",${ODD}]`);
    expect((await read({ 'a.rsmf': `${rsmfOf(manifest, 2)} ` }, / $/, '')).said).toEqual(['bed 4', 'isolated']);
  });
});

describe('words out of their place', () => {
  it('above a document of WhatsApp are kept', async () => {
    const document = 'bed 4\nlist.pdf • \u200e1 page \u200e<attached: 00000001-list.pdf>';
    const { said } = await read(whatsapp[4]?.write(CHAT), 'bed 4', document);
    expect(said).toContain('bed 4');
  });

  it('behind the fields of sigtop without a blank line are kept', async () => {
    expect((await read(sigtop[0]?.write(CHAT), '\n\nbed 4', '\nbed 4')).said).toEqual(['bed 4', 'isolated']);
  });

  it('below the box of a Discord text and above its first message are counted', async () => {
    const { codes } = await read(discordText[0]?.write(CHAT), '[13/12/2024 09:15] Ann Lee\n', '');
    expect(codes).toContain('lines-before-first-message');
  });

  it('above the first message of LINE are counted, title and day of saving are not', async () => {
    expect((await read(line[0]?.write(CHAT), 'bed 4', 'bed 5')).codes).toEqual([]);
    expect((await read(line[0]?.write(CHAT), /Saved on[\s\S]*?\tAnn Lee\t/, '')).codes).toEqual([
      'lines-before-first-message',
      'date-missing',
    ]);
  });

  it('in a message of Telegram inside another are told of', async () => {
    const open = '<div class="media_wrap"><div class="media_file">';
    const { codes } = await read(telegramPages[0]?.write(CHAT), 'bed 4\n       </div>', `bed 4</div>${open}`);
    expect(codes).toContain('messages-damaged');
  });
});
