// Telegram Desktop's pages.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/model.ts';
import { findChats } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

const page = (inner: string): string => `<!DOCTYPE html>
<html><head><meta charset="utf-8"/><title>Exported Data</title></head>
<body onload="CheckLocation();"><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
Ward 12
</div></div></div><div class="page_body chat_page"><div class="history">
${inner}
</div></div></div></body></html>`;

const day = (text: string): string =>
  `<div class="message service" id="message-1"><div class="body details">\n${text}\n</div></div>`;
const service = (text: string, id = 5): string =>
  `<div class="message service" id="message${id}"><div class="body details">\n${text}\n</div></div>`;
const said = (time: string, who: string, inner: string): string =>
  `<div class="message default clearfix${who === '' ? ' joined' : ''}" id="message9">${
    who === ''
      ? ''
      : '<div class="pull_left userpic_wrap"><div class="userpic userpic1"><div class="initials">SR</div></div></div>'
  }<div class="body"><div class="pull_right date details" title="${time}">09:15</div>${
    who === '' ? '' : `<div class="from_name">\n${who} \n</div>`
  }${inner}</div></div>`;
const text = (words: string): string => `<div class="text">\n${words}\n</div>`;

async function read(files: Record<string, string>): Promise<Conversation> {
  const sources = Object.entries(files).map(([path, html]) => fileOf(path, html, 500));
  const { chats } = await findChats(sources, { sourcePath: 'ChatExport_2024-12-10' });
  if (!chats[0] || chats.length > 1) throw new Error('not one chat');
  return chats[0];
}

describe('pages of a chat', () => {
  it('are read in their order; a joined message has the sender before it, across pages too', async () => {
    const chat = await read({
      'messages10.html': page(said('03.12.2024 09:17:00 UTC+01:00', '', text('three'))),
      'messages2.html': page(said('03.12.2024 09:16:00 UTC+01:00', '', text('two'))),
      'messages.html': page(
        day('3 December 2024') + said('03.12.2024 09:15:00 UTC+01:00', 'Sam Reed', text('bed 4<br>&lt;NBM&gt;')),
      ),
    });
    expect((await messagesOf(chat)).map((one) => [one.at, one.sender, one.text])).toEqual([
      ['2024-12-03T09:15:00+01:00', 'Sam Reed', 'bed 4\n<NBM>'],
      ['2024-12-03T09:16:00+01:00', 'Sam Reed', 'two'],
      ['2024-12-03T09:17:00+01:00', 'Sam Reed', 'three'],
    ]);
    expect(chat).toMatchObject({ app: 'telegram', layout: 'telegram-pages', title: 'Ward 12', issues: [] });
    // Nobody but one person is seen, so the title may be the name of the other.
    expect(chat.kind).toBe('direct');
  });

  it('name what was shown, left out, forwarded and shared', async () => {
    const chat = await read({
      'messages.html': page(
        said(
          '03.12.2024 09:15:00',
          'Sam Reed',
          '<div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_1.jpg"><img class="photo" src="photos/photo_1_thumb.jpg"/></a></div>' +
            text('bed 4'),
        ) +
          said(
            '03.12.2024 09:16:00',
            '',
            '<div class="media_wrap clearfix"><div class="media clearfix pull_left media_file"><div class="fill pull_left"></div><div class="body"><div class="title bold">Referral.pdf</div><div class="description">Not included, change data exporting settings to download.</div><div class="status details">1 KB</div></div></div></div>',
          ) +
          said(
            '03.12.2024 09:17:00',
            '',
            '<div class="pull_left forwarded userpic_wrap"></div><div class="forwarded body"><div class="from_name">Kit Moss <span class="date details" title="02.12.2024 01:00:00"> 02.12.2024</span></div><div class="text">from Kit</div></div>',
          ) +
          said(
            '03.12.2024 09:18:00',
            '',
            '<div class="reply_to details">In reply to <a href="#go_to_message7">this message</a></div><div class="media_wrap clearfix"><div class="media clearfix pull_left media_contact"><div class="body"><div class="title bold">Alex Bell</div><div class="status details">+44 7700 900123</div></div></div></div>',
          ),
      ),
    });
    const messages = await messagesOf(chat);
    expect(messages.map(({ text }) => text)).toEqual(['bed 4', '', 'from Kit', 'Alex Bell\n+44 7700 900123']);
    expect(messages.map(({ attachments }) => attachments)).toEqual([
      [{ name: 'photo_1.jpg', kind: 'image' }],
      [{ name: 'Referral.pdf', kind: 'document' }],
      [],
      [],
    ]);
    expect(messages[2]?.marks).toEqual(['forwarded']);
    expect(messages.every(({ sender }) => sender === 'Sam Reed')).toBe(true);
  });

  it('count a photo and its small copy as one, where the photo came along', async () => {
    const photo = (name: string) =>
      `<div class="media_wrap clearfix"><a class="photo_wrap" href="photos/${name}.jpg"><img class="photo" src="photos/${name}_thumb.jpg"/></a></div>`;
    const files = {
      'messages.html': page(
        said('03.12.2024 09:15:00', 'Sam Reed', photo('a')) + said('03.12.2024 09:15:00', '', photo('b')),
      ),
      'photos/a.jpg': 'x',
      'photos/a_thumb.jpg': 'x',
      'photos/b_thumb.jpg': 'x',
    };
    const sources = Object.entries(files).map(([path, html]) => fileOf(path, html));
    const { notExamined } = await findChats(sources, { sourcePath: 'x' });
    expect(notExamined.map(({ path }) => path)).toEqual(['photos/b_thumb.jpg']);
  });

  it('keep the lines of Telegram, at the time of the message before', async () => {
    const chat = await read({
      'messages.html': page(
        day('3 December 2024') +
          service('Sam Reed created group «Ward 12» with members Sam Reed and Kit Moss') +
          said('03.12.2024 09:15:00', 'Sam Reed', text('hi')) +
          service('Sam Reed invited Alex Bell') +
          service('Kit Moss joined group by link from Group'),
      ),
    });
    const messages = await messagesOf(chat);
    expect(messages.map(({ at, system }) => [at, system])).toEqual([
      ['2024-12-03T00:00', { type: 'created', actor: 'Sam Reed', members: ['Sam Reed', 'Kit Moss'], value: 'Ward 12' }],
      ['2024-12-03T09:15:00', undefined],
      ['2024-12-03T09:15:00', { type: 'added', actor: 'Sam Reed', members: ['Alex Bell'] }],
      ['2024-12-03T09:15:00', { type: 'joined', members: ['Kit Moss'] }],
    ]);
  });

  it('say which messages have no date or no body', async () => {
    const chat = await read({
      'messages.html': page(
        `${said('then', 'Sam Reed', text('x'))}<div class="message default clearfix" id="message2"></div>`,
      ),
    });
    expect(chat.issues).toEqual([
      { code: 'messages-damaged', count: 1 },
      { code: 'date-missing', count: 1 },
    ]);
  });

  it('do not count what comes with them as chats that were not recognised', async () => {
    const files = {
      'messages.html': page(said('03.12.2024 09:15:00', 'Sam Reed', text('x'))),
      'css/style.css': 'body { margin: 0; }',
      'js/script.js': '"use strict";',
      'images/section_calls@2x.png': 'x',
    };
    const sources = Object.entries(files).map(([path, html]) => fileOf(path, html));
    expect((await findChats(sources, { sourcePath: 'x' })).issues).toEqual([{ code: 'page-design', count: 3 }]);
  });

  it('never throw, whatever stands on them', async () => {
    const unit = fc.constantFrom(
      '<div class="message default clearfix">',
      '<div class="message service">',
      '<div class="body">',
      '<div class="text">',
      '<div class="from_name">',
      '</div>',
      '<div class="date" title="03.12.2024 09:15:00">',
      'bed 4',
      '<a href="%E0%A4%A">',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 60 }), async (parts) => {
        const chat = await read({ 'messages.html': page(`<div class="message default"></div>${parts.join('')}`) });
        expect(await messagesOf(chat)).toHaveLength(chat.counts.records);
      }),
      { numRuns: 300 },
    );
    expect(codesOf(await read({ 'messages.html': page('<div class="message default"></div>') }))).toContain(
      'no-messages',
    );
  });
});
