// Telegram Desktop's JSON: one chat, and an account with many.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, SourceFile } from '../../../src/model.ts';
import { findChats } from '../../../src/parse/parse.ts';
import { chatOf, codesOf, fileOf, messagesOf } from '../files.ts';

const at = (minute: number, more: object = {}) => ({
  id: minute,
  type: 'message',
  date: `2024-07-03T09:${String(minute).padStart(2, '0')}:00`,
  date_unixtime: String(Date.UTC(2024, 6, 3, 8, minute) / 1000),
  from: 'Sam Reed',
  from_id: 'user1',
  text: '',
  ...more,
});
const one = (messages: object[], rest: object = {}): string =>
  JSON.stringify({ name: 'Ward 12', type: 'private_group', id: 7, messages, ...rest }, null, 1);
const read = (messages: object[]): Promise<Conversation> => chatOf(one(messages), { path: 'result.json' });

describe('a chat', () => {
  it('is read with the zone that its two times tell', async () => {
    const chat = await read([at(1, { text: 'bed 4' }), at(2, { text: 'ok', date_unixtime: undefined })]);
    expect((await messagesOf(chat)).map((one) => [one.index, one.at, one.sender, one.text])).toEqual([
      [1, '2024-07-03T09:01:00+01:00', 'Sam Reed', 'bed 4'],
      [2, '2024-07-03T09:02:00', 'Sam Reed', 'ok'],
    ]);
    expect(chat).toMatchObject({
      app: 'telegram',
      layout: 'telegram-json',
      title: 'Ward 12',
      kind: 'group',
      issues: [],
    });
  });

  it('reads text in pieces, and what is shared: links, contacts, places, polls', async () => {
    const chat = await read([
      at(1, { text: ['see ', { type: 'text_link', text: 'this', href: 'https://example.org/x' }, ' now'] }),
      at(2, { contact_information: { first_name: 'Kit', last_name: 'Moss', phone_number: '+44 7700 900123' } }),
      at(3, { place_name: 'Ward 12', address: '1 High St', location_information: { latitude: 51.5, longitude: -0.1 } }),
      at(4, { poll: { question: 'Who takes bed 4?', answers: [{ text: 'Sam' }, { text: 'Kit' }] } }),
    ]);
    const messages = await messagesOf(chat);
    expect(messages.map(({ text }) => text)).toEqual([
      'see this https://example.org/x now',
      'Kit Moss\n+44 7700 900123',
      'Ward 12\n1 High St\n51.5, -0.1',
      'Who takes bed 4?\nSam\nKit',
    ]);
    expect(messages.flatMap(({ marks }) => marks)).toEqual(['contact-card', 'location', 'poll']);
  });

  it('names files whether they came along or not', async () => {
    const files: SourceFile[] = [
      fileOf(
        'x/result.json',
        one([
          at(1, { photo: 'photos/photo_1.jpg' }),
          at(2, {
            file: '(File not included. Change data exporting settings to download.)',
            file_name: 'Referral.pdf',
          }),
          at(3, { file: 'voice_messages/audio_1.ogg', media_type: 'voice_message' }),
          at(4, { photo: '(File not included. Change data exporting settings to download.)' }),
        ]),
      ),
      fileOf('x/photos/photo_1.jpg', 'x'),
    ];
    const { chats } = await findChats(files, { sourcePath: 'x' });
    expect((await messagesOf(chats[0]!)).map(({ attachments }) => attachments[0])).toEqual([
      { name: 'photo_1.jpg', kind: 'image', bytes: 1, path: 'x/photos/photo_1.jpg' },
      { name: 'Referral.pdf', kind: 'document' },
      { name: 'audio_1.ogg', kind: 'voice-note' },
      { name: '', kind: 'image' },
    ]);
  });

  it('tells who came and went', async () => {
    const service = (minute: number, more: object) =>
      at(minute, { type: 'service', actor: 'Sam Reed', actor_id: 'user1', from: undefined, ...more });
    const chat = await read([
      service(1, { action: 'create_group', title: 'Ward 12', members: ['Sam Reed', 'Kit Moss'] }),
      service(2, { action: 'invite_members', members: ['Alex Bell'] }),
      service(3, { action: 'remove_members', members: ['Sam Reed'] }),
      service(4, { action: 'edit_group_title', title: 'Ward 13' }),
    ]);
    expect((await messagesOf(chat)).map(({ system }) => system)).toEqual([
      { type: 'created', actor: 'Sam Reed', members: ['Sam Reed', 'Kit Moss'], value: 'Ward 12' },
      { type: 'added', actor: 'Sam Reed', members: ['Alex Bell'] },
      { type: 'left', members: ['Sam Reed'] },
      { type: 'renamed', actor: 'Sam Reed', members: [], value: 'Ward 13' },
    ]);
    expect(chat.participants.map(({ name, cameLater }) => [name, cameLater])).toContainEqual(['Alex Bell', true]);
  });

  it('keeps edited and forwarded messages, deleted accounts, and counts what Telegram could not export', async () => {
    const chat = await read([
      at(1, { text: 'x', edited: '2024-07-03T09:05:00' }),
      at(2, { text: 'y', forwarded_from: null, from: null, from_id: 'user9' }),
      { id: 3, type: 'unsupported' },
      at(4, { text: 'z', date: 'then' }),
    ]);
    const messages = await messagesOf(chat);
    expect(messages.map(({ sender, marks }) => [sender, marks])).toEqual([
      ['Sam Reed', ['edited']],
      ['user9', ['forwarded']],
      ['Sam Reed', []],
    ]);
    expect(chat.issues).toEqual([
      { code: 'messages-damaged', count: 1 },
      { code: 'date-missing', count: 1 },
    ]);
  });

  it('reads what control characters stand in, and what comes before a cut', async () => {
    const whole = one([at(1, { text: 'bed 4' }), at(2, { text: 'gone' })]).replace('bed 4', 'bed\u0001 4');
    const chat = await chatOf(whole.slice(0, whole.indexOf('gone')), { path: 'result.json' });
    expect((await messagesOf(chat)).map(({ text }) => text)).toEqual(['bed  4']);
    expect(codesOf(chat)).toEqual(['chat-cut-short', 'messages-damaged']);
  });
});

const account = (chats: object[], left: object[] = []): string =>
  JSON.stringify({
    about: 'Here is the data you requested. Remember: …',
    personal_information: { user_id: 1, first_name: 'Sam', phone_number: '+44 7700 900999' },
    contacts: { about: 'Your contacts', list: [{ first_name: 'Kit', phone_number: '+44 7700 900123' }] },
    chats: { about: 'All chats', list: chats },
    left_chats: { about: 'Left', list: left },
  });

describe('a whole account', () => {
  const chat = (name: string | null, messages: object[]) => ({ name, type: 'personal_chat', id: 1, messages });

  it('gives each of its chats, those that were left too, and nothing of contacts', async () => {
    const text = account(
      [chat('Kit', [at(1, { text: 'a' })]), chat(null, [at(2, { text: 'b' }), at(3, { text: 'c' })])],
      [chat('Old ward', [at(4, { text: 'd' })])],
    );
    const { chats } = await findChats([fileOf('result.json', text, 100)], { sourcePath: 'result.json' });
    expect(chats.map(({ title, kind }) => [title, kind])).toEqual([
      ['Kit', 'direct'],
      ['', 'direct'],
      ['Old ward', 'direct'],
    ]);
    const said = await Promise.all(chats.map(messagesOf));
    expect(said.map((messages) => messages.map((one) => one.text))).toEqual([['a'], ['b', 'c'], ['d']]);
    expect(chats.map(codesOf)).toEqual([['contacts-not-scanned'], [], []]);
    expect(JSON.stringify(chats)).not.toContain('900123');
  });

  it('is read from beginning to end a few times, not once for each chat', async () => {
    const many = Array.from({ length: 50 }, (_, i) => chat(`c${i}`, [at(1, { text: `${i}` })]));
    const file = fileOf('result.json', account(many));
    let opened = 0;
    const counted: SourceFile = {
      ...file,
      open: () => {
        opened++;
        return file.open();
      },
    };
    const { chats } = await findChats([counted], { sourcePath: 'result.json' });
    for (const [i, one] of chats.entries()) expect((await messagesOf(one)).map(({ text }) => text)).toEqual([`${i}`]);
    expect(chats).toHaveLength(50);
    expect(opened).toBeLessThan(10);
  });

  it('is read by two readers at a time as by one', async () => {
    const text = account([chat('a', [at(1), at(2)]), chat('b', [at(3)])]);
    const { chats } = await findChats([fileOf('result.json', text)], { sourcePath: 'result.json' });
    const [a, b] = await Promise.all(chats.map(messagesOf));
    expect([a?.length, b?.length]).toEqual([2, 1]);
  });
});

describe('any text that begins like an export', () => {
  it('is read without an error, and every record is a message or counted', async () => {
    const record = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          type: fc.constantFrom('message', 'service', 'unsupported'),
          date: fc.constantFrom('2024-07-03T09:15:00', 'x'),
          from: fc.option(fc.string()),
          text: fc.jsonValue(),
          action: fc.constantFrom('create_group', 'x'),
          members: fc.jsonValue(),
          file: fc.string(),
          poll: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record), async (records) => {
        const chat = await chatOf(one([at(1), ...(records as object[])]), { path: 'result.json' });
        const lost = chat.issues.find(({ code }) => code === 'messages-damaged')?.count ?? 0;
        expect(chat.counts.records + lost).toBe(records.length + 1);
      }),
      { numRuns: 300 },
    );
  });
});
