// A chat that lies in a source in two forms is read once; two chats that only look alike are both read.

import { describe, expect, it } from 'vitest';
import { findChats } from '../../src/parse/parse.ts';
import { fileOf } from './files.ts';

const SAID = [
  ['Sam Reed', 'bed 4 to theatre'],
  ['Kit Moss', 'thanks'],
  ['Sam Reed', 'done'],
] as const;

const json = (said: readonly (readonly [string, string])[] = SAID, end = ']}'): string =>
  `{"name":"Ward 12","type":"private_group","id":1,"messages":[${said
    .map(
      ([from, text], at) =>
        `{"id":${at},"type":"message","date":"2024-12-03T09:1${at}:00","date_unixtime":"${1_733_217_000 + at * 60}","from":"${from}","from_id":"user${at}","text":"${text}"}`,
    )
    .join(',')}${end}`;

const pages = (said: readonly (readonly [string, string])[] = SAID): string =>
  `<html><body><div class="page_wrap"><div class="page_header"><div class="text bold">Ward 12</div></div><div class="history">${said
    .map(
      ([from, text], at) =>
        `<div class="message default clearfix" id="message${at}"><div class="body"><div class="pull_right date details" title="03.12.2024 09:1${at}:00 UTC+00:00">09:1${at}</div><div class="from_name">${from}</div><div class="text">${text}</div></div></div>`,
    )
    .join('')}</div></div></body></html>`;

async function found(files: Readonly<Record<string, string>>) {
  const { chats, issues, notExamined } = await findChats(
    Object.entries(files).map(([path, text]) => fileOf(path, text)),
    { sourcePath: 'ChatExport_2024-12-03' },
  );
  return {
    chats: chats.map(({ layout, counts }) => [layout, counts.said]),
    codes: issues.map(({ code }) => code),
    notExamined: notExamined.map(({ path, reason }) => [path, reason]),
  };
}

describe('Telegram exported as JSON and as pages into one folder', () => {
  it('is counted once, and the pages are listed with the reason', async () => {
    expect(await found({ 'messages.html': pages(), 'result.json': json() })).toEqual({
      chats: [['telegram-json', 3]],
      codes: ['pages-of-read-chats'],
      notExamined: [['messages.html', 'pages-of-read-chats']],
    });
  });

  it('is counted once when the pages of an account lie in folders below its JSON', async () => {
    const account = `{"about":"Here is the data you requested.","chats":{"about":"","list":[${json()}]}}`;
    const { chats } = await found({ 'chats/chat_001/messages.html': pages(), 'result.json': account });
    expect(chats).toEqual([['telegram-json', 3]]);
  });

  it('is read from the pages as well when the JSON breaks off', async () => {
    const { chats } = await found({ 'messages.html': pages(), 'result.json': json(SAID.slice(0, 2), '') });
    expect(chats).toEqual([
      ['telegram-pages', 3],
      ['telegram-json', 2],
    ]);
  });

  it('is two chats where the same people of a group of the same name said other things', async () => {
    const other = SAID.map(([from]) => [from, 'bed 9'] as const);
    const { chats } = await found({ 'messages.html': pages(other), 'result.json': json() });
    expect(chats).toHaveLength(2);
  });
});

describe('a Messenger thread downloaded as JSON and as pages', () => {
  const folder = 'your_facebook_activity/messages/inbox/ward12_1';
  const page = `<html><head><title>Ward 12</title></head><body><header class="_a70d"><h1 class="_a70e">Ward 12</h1></header><main class="_a706" role="main">${[
    ...SAID,
  ]
    .reverse()
    .map(
      ([who, text], at) =>
        `<section class="_3-95 _a6-g"><h2 class="_2ph_ _a6-h _a6-i">${who}</h2><div class="_2ph_ _a6-p"><div><div></div><div>${text}</div><div></div><div></div></div></div><footer class="_3-94 _a6-o"><div class="_a72d">Dec 03, 2024 1:1${9 - at}:00 am</div></footer></section>`,
    )
    .join('')}</main></body></html>`;
  const thread = JSON.stringify({
    participants: [{ name: 'Sam Reed' }, { name: 'Kit Moss' }],
    messages: [...SAID]
      .reverse()
      .map(([sender_name, content], at) => ({ sender_name, content, timestamp_ms: 1_733_217_000_000 - at * 60_000 })),
    title: 'Ward 12',
    thread_path: 'inbox/ward12_1',
  });

  it('is counted once, though its pages do not say in which zone their times are', async () => {
    const { chats, codes } = await found({ [`${folder}/message_1.html`]: page, [`${folder}/message_1.json`]: thread });
    expect(chats).toEqual([['messenger-download', 3]]);
    expect(codes).toEqual(['pages-of-read-chats']);
  });
});
