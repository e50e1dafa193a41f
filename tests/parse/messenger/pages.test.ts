// Pages of Messenger threads: each redesign that Meta has shipped, and the same pages with every class name made unrecognisable.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/model.ts';
import { findChats, type ParseOptions } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

interface Said {
  who: string;
  /** HTML. */
  body: string;
  time: string;
}

const body = (text: string, rest = ''): string =>
  `<div><div></div><div>${text}</div><div></div><div></div>${rest}</div>`;

/** A page of each era round the same messages. */
const ERAS = {
  '2018': (said: Said[]) =>
    page(
      `<div class="_3a_u"><div class="_3b0b"><div class="_3b0d">Ward 12</div></div><div class="_4t5n" role="main">${said
        .map(
          ({ who, body, time }) =>
            `<div class="pam _3-95 _2pi0 _2lej uiBoxWhite noborder"><div class="_3-96 _2pio _2lek _2lel">${who}</div><div class="_3-96 _2let">${body}</div><div class="_3-94 _2lem">${time}</div></div>`,
        )
        .join('')}</div></div>`,
    ),
  '2022': (said: Said[]) =>
    page(
      `<div class="_a705"><div class="_a70d"><div class="_a70e">Ward 12</div></div><div class="_a706" role="main">${said
        .map(
          ({ who, body, time }) =>
            `<div class="_3-95 _a6-g"><div class="_2ph_ _a6-h _a6-i">${who}</div><div class="_2ph_ _a6-p">${body}</div><div class="_3-94 _a6-o"><div class="_a72d">${time}</div></div></div>`,
        )
        .join('')}</div></div>`,
    ),
  '2024': (said: Said[]) =>
    page(
      `<header class="_a70d"><h1 class="_a70e">Ward 12</h1></header><main class="_a706" role="main"><div class="_2ph_ _a6-h">Participants: Zoë Hart, Kit Moss and Sam Reed</div>${said
        .map(
          ({ who, body, time }, at) =>
            `<section class="_3-95 _a6-g" aria-labelledby="u_${at}"><h2 class="_2ph_ _a6-h _a6-i" id="u_${at}">${who}</h2><div class="_2ph_ _a6-p">${body}</div><footer class="_3-94 _a6-o"><div class="_a72d">${time}</div></footer></section>`,
        )
        .join('')}</main>`,
    ),
};

const page = (inner: string): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>Ward 12</title><style type="text/css">.x{color:red}</style></head><body>${inner}</body></html>`;

const scrambled = (html: string): string =>
  html.replace(/class="([^"]*)"/g, (_, names: string) => {
    const made = names
      .split(' ')
      .map((name) => `k${[...name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7) % 9973}`);
    return `class="${made.join(' ')}"`;
  });

const INBOX = 'your_facebook_activity/messages/inbox/ward12_1';

async function chatsOf(
  files: Record<string, string>,
  options: Partial<ParseOptions> = {},
): Promise<readonly Conversation[]> {
  const sources = Object.entries(files).map(([path, text]) => fileOf(path, text, 1000));
  return (await findChats(sources, { sourcePath: 'facebook-sam.zip', ...options })).chats;
}

async function onlyChat(html: string, options: Partial<ParseOptions> = {}): Promise<Conversation> {
  const [chat, ...others] = await chatsOf({ [`${INBOX}/message_1.html`]: html }, options);
  if (!chat || others.length > 0) throw new Error('not one chat');
  return chat;
}

const SAID: Said[] = [
  {
    who: 'Sam Reed',
    body: body('ok', '<div><ul class="_a6-q"><li>👍Zoë Hart</li></ul></div>'),
    time: 'Dec 03, 2024 2:40:05 pm',
  },
  { who: 'Zoë Hart', body: body('bed 4 &amp; 5<br />still &lt;NBM&gt;'), time: 'Dec 03, 2024 9:15:01 am' },
];

describe('a page of a thread', () => {
  for (const [era, draw] of Object.entries(ERAS)) {
    for (const [how, html] of [
      ['', draw(SAID)],
      [' with other names of classes', scrambled(draw(SAID))],
    ] as const) {
      it(`of ${era}${how} is read oldest first, without its reactions and titles`, async () => {
        const chat = await onlyChat(html);
        expect((await messagesOf(chat)).map(({ index, at, sender, text }) => [index, at, sender, text])).toEqual([
          [1, '2024-12-03T09:15:01', 'Zoë Hart', 'bed 4 & 5\nstill <NBM>'],
          [2, '2024-12-03T14:40:05', 'Sam Reed', 'ok'],
        ]);
        expect(chat).toMatchObject({ app: 'messenger', title: 'Ward 12' });
        expect(codesOf(chat)).toEqual(['zone-not-stated']);
      });
    }
  }

  it('names those who take part, also when they never wrote', async () => {
    const chat = await onlyChat(ERAS['2024'](SAID));
    expect(chat.participants.map(({ name, said }) => [name, said])).toEqual([
      ['Zoë Hart', 1],
      ['Kit Moss', 0],
      ['Sam Reed', 1],
    ]);
  });

  it('is put in the order of its number, the highest being the oldest', async () => {
    const one = (number: number) =>
      ERAS['2022']([{ who: 'Sam Reed', body: body(`${number}`), time: `Dec 03, 2024 1:${60 - number}:00 pm` }]);
    const [chat] = await chatsOf(
      Object.fromEntries([1, 2, 10].map((number) => [`${INBOX}/message_${number}.html`, one(number)])),
    );
    expect((await messagesOf(chat!)).map(({ text }) => text)).toEqual(['10', '2', '1']);
  });

  it('keeps every message, whatever the language of its time, and says which times cannot be read', async () => {
    const times = ['3 joulukuuta 2024 klo 9.15', '2024年12月3日 14:37', '03/12/2024 klockan 14:37'];
    const chat = await onlyChat(ERAS['2024'](times.map((time) => ({ who: 'Sam Reed', body: body('hi'), time }))));
    expect((await messagesOf(chat)).map(({ at }) => at)).toEqual(times.map(() => '0000-01-01T00:00'));
    expect(chat.issues).toContainEqual({ code: 'date-missing', count: 3 });
  });

  it('reads a message of the same kind even where its time is no time at all', async () => {
    const chat = await onlyChat(
      ERAS['2022']([...SAID, { who: 'Kit Moss', body: body('nhs 900'), time: 'gestern' }]).replace(
        /_a6-g(?!.*_a6-g)/s,
        'other',
      ),
    );
    const messages = await messagesOf(chat);
    expect(messages).toHaveLength(3);
    expect(messages.map(({ text }) => text).join('\n')).toContain('nhs 900');
    expect(chat.issues).toContainEqual({ code: 'date-missing', count: 1 });
  });

  it('counts what stands among the messages and is none', async () => {
    const html = ERAS['2022'](SAID).replace(/(<div class="_3-95 _a6-g">)(?!.*\1)/s, '<div>torn</div>$1');
    expect((await onlyChat(html)).issues).toContainEqual({ code: 'messages-damaged', count: 1 });
  });

  it('takes the order of day and month from all its dates, or says that it assumed one', async () => {
    const draw = (times: string[]) => ERAS['2022'](times.map((time) => ({ who: 'Sam Reed', body: body('x'), time })));
    const certain = await onlyChat(draw(['13/12/2024, 14:37', '03/12/2024, 14:37']));
    expect((await messagesOf(certain)).map(({ at }) => at)).toEqual(['2024-12-03T14:37', '2024-12-13T14:37']);
    expect(codesOf(certain)).toEqual(['zone-not-stated']);
    const open = draw(['04/12/2024, 14:37', '03/12/2024, 14:37']);
    expect(codesOf(await onlyChat(open))).toContain('date-order-assumed');
    const given = await onlyChat(open, { dateOrder: 'month-first' });
    expect((await messagesOf(given)).map(({ at }) => at)).toEqual(['2024-03-12T14:37', '2024-04-12T14:37']);
  });

  it('lists what it shows, and knows its own lines from those of people', async () => {
    const photo = `<a href="../../../../${INBOX}/photos/1.jpg"><img src="../../../../${INBOX}/photos/1.jpg" /></a>`;
    const chat = await onlyChat(
      ERAS['2024']([
        { who: 'Sam Reed', body: body('', `<div>${photo}</div>`), time: 'Dec 03, 2024 9:17 am' },
        { who: 'Sam Reed', body: body('see <a href="https://example.org/x">this</a>'), time: 'Dec 03, 2024 9:16 am' },
        { who: 'Sam Reed', body: body('Sam Reed added Alex Bell to the group.'), time: 'Dec 03, 2024 9:15 am' },
      ]),
    );
    const [added, link, picture] = await messagesOf(chat);
    expect(added?.system).toEqual({ type: 'added', actor: 'Sam Reed', members: ['Alex Bell'] });
    expect(link?.text).toBe('see this https://example.org/x');
    expect(picture?.attachments).toEqual([{ name: '1.jpg', kind: 'image' }]);
  });

  it('does not look clean when nothing on it can be told for a message', async () => {
    const chat = await onlyChat(page('<main><p>Nothing to see here</p></main>'));
    expect(codesOf(chat)).toEqual(['no-messages', 'zone-not-stated']);
  });

  it('gives every message of any text, and never throws', async () => {
    const esc = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const said = fc.record({
      who: fc.constantFrom('Sam Reed', 'Zoë Hart', ''),
      body: fc.string({ unit: 'binary' }).map((text) => body(esc(text.replaceAll('\0', '')))),
      time: fc.constantFrom('Dec 03, 2024 9:15 am', '3. Dez. 2024, 09:15', '??'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1 }), fc.constantFrom(...Object.values(ERAS)), async (all, draw) => {
        const chat = await onlyChat(draw([...SAID, ...all]));
        expect(chat.counts.records).toBe(all.length + 2);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws for anything that begins like a page', async () => {
    const unit = fc.constantFrom(
      '<div class="a">',
      '<p>',
      '</div>',
      '</p>',
      'Dec 03, 2024 9:15 am',
      'Sam',
      '<ul>',
      '&',
      '"',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 60 }), async (parts) => {
        const chat = await onlyChat(`<html>${parts.join('')}`);
        expect(await messagesOf(chat)).toHaveLength(chat.counts.records);
      }),
      { numRuns: 300 },
    );
  });
});

describe('messages.htm of downloads until 2018', () => {
  const message = (who: string, time: string, text: string): string =>
    `<div class="message"><div class="message_header"><span class="user">${who}</span><span class="meta">${time}</span></div></div><p>${text}</p>`;
  const whole = page(
    `<div class="contents"><h1>Sam Reed</h1><div><div class="thread">Sam Reed, Zoë Hart${message('Zoë Hart', 'Thursday, 3 December 2015 at 09:16 UTC', 'bed 4')}${message('Sam Reed', 'Thursday, 3 December 2015 at 09:15 UTC', 'who')}</div><div class="thread">Sam Reed, Kit Moss${message('Kit Moss', 'Friday, 4 December 2015 at 10:15 UTC+01', 'rota')}</div></div></div>`,
  );

  it('gives a chat for each thread', async () => {
    const chats = await chatsOf({ 'html/messages.htm': whole });
    expect(chats.map(({ title }) => title)).toEqual(['Sam Reed, Zoë Hart', 'Sam Reed, Kit Moss']);
    const [first, second] = await Promise.all(chats.map(messagesOf));
    expect(first?.map(({ at, sender, text }) => [at, sender, text])).toEqual([
      ['2015-12-03T09:15Z', 'Sam Reed', 'who'],
      ['2015-12-03T09:16Z', 'Zoë Hart', 'bed 4'],
    ]);
    expect(second?.map(({ at, text }) => [at, text])).toEqual([['2015-12-04T10:15+01:00', 'rota']]);
  });
});
