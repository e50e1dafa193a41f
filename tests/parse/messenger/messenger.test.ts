// Threads of Messenger as its downloads write them.

import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/model.ts';
import { findChats } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

const START = Date.UTC(2024, 11, 3, 9, 15);
const INBOX = 'your_facebook_activity/messages/inbox/ward_1';

/** As Meta writes text: each byte of its UTF-8 as a sign of its own. */
const mojibake = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

const download = (messages: object[], rest: object = {}): string =>
  JSON.stringify({
    participants: [{ name: mojibake('Zoë Hart') }, { name: 'Sam Reed' }],
    messages,
    title: 'Ward 12',
    thread_path: 'inbox/ward_1',
    ...rest,
  });

async function chatsOf(files: Record<string, string>): Promise<readonly Conversation[]> {
  const sources = Object.entries(files).map(([path, text]) => fileOf(path, text));
  return (await findChats(sources, { sourcePath: 'download.zip' })).chats;
}

async function onlyChat(files: Record<string, string>): Promise<Conversation> {
  const [chat, ...others] = await chatsOf(files);
  if (!chat || others.length > 0) throw new Error('not one chat');
  return chat;
}

describe('a thread of a download', () => {
  it('is read oldest first, in UTC, with names as typed', async () => {
    const chat = await onlyChat({
      [`${INBOX}/message_1.json`]: download([
        { sender_name: 'Sam Reed', timestamp_ms: START + 60_000, content: 'ok' },
        { sender_name: mojibake('Zoë Hart'), timestamp_ms: START, content: mojibake('bed 4 – £20 ✅') },
      ]),
    });
    const said = await messagesOf(chat);
    expect(said.map(({ index, at, sender, text }) => [index, at, sender, text])).toEqual([
      [1, '2024-12-03T09:15:00Z', 'Zoë Hart', 'bed 4 – £20 ✅'],
      [2, '2024-12-03T09:16:00Z', 'Sam Reed', 'ok'],
    ]);
    expect(chat).toMatchObject({ app: 'messenger', title: 'Ward 12', kind: 'direct' });
  });

  it('puts parts in the order of their numbers, the highest being the oldest', async () => {
    const part = (number: number) => download([{ sender_name: 'Sam Reed', timestamp_ms: START, content: `${number}` }]);
    const numbers = [1, 2, 10];
    const chat = await onlyChat(
      Object.fromEntries(numbers.map((number) => [`${INBOX}/message_${number}.json`, part(number)])),
    );
    expect((await messagesOf(chat)).map(({ text }) => text)).toEqual(['10', '2', '1']);
  });

  it('is said to be incomplete where a part is missing', async () => {
    const part = download([{ sender_name: 'Sam Reed', timestamp_ms: START, content: 'ok' }]);
    expect(codesOf(await onlyChat({ [`${INBOX}/message_2.json`]: part }))).toContain('part-missing');
    expect(codesOf(await onlyChat({ [`${INBOX}/message_1.json`]: part }))).not.toContain('part-missing');
    const gap = await onlyChat({ [`${INBOX}/message_1.json`]: part, [`${INBOX}/message_3.json`]: part });
    expect(codesOf(gap)).toContain('part-missing');
  });

  it('is one across the folders of the parts of a download, but not across two downloads', async () => {
    const part = download([{ sender_name: 'Sam Reed', timestamp_ms: START, content: 'ok' }]);
    const [one, two] = ['facebook-sam-2024-12-10-Ab12Cd34', 'facebook-sam-2024-12-10-Xy98Zw76'];
    const parts = { [`${one}/${INBOX}/message_1.json`]: part, [`${two}/${INBOX}/message_2.json`]: part };
    expect((await chatsOf(parts)).map(({ counts }) => counts.records)).toEqual([2]);
    const twice = { ...parts, [`${two}/${INBOX}/message_1.json`]: part };
    expect((await chatsOf(twice)).map(({ counts }) => counts.records)).toEqual([1, 2]);
    const other = { [`${one}/${INBOX}/message_1.json`]: part, [`elsewhere/${INBOX}/message_2.json`]: part };
    expect((await chatsOf(other)).map(({ counts }) => counts.records)).toEqual([1, 1]);
  });

  it('keeps threads apart', async () => {
    const thread = download([{ sender_name: 'Sam Reed', timestamp_ms: START, content: 'x' }]);
    const chats = await chatsOf({
      'messages/inbox/a_1/message_1.json': thread,
      'messages/inbox/b_2/message_1.json': thread,
    });
    expect(chats).toHaveLength(2);
  });

  it('lists media, shared links and unsent messages; nothing is dropped', async () => {
    const chat = await onlyChat({
      [`${INBOX}/message_1.json`]: download([
        { sender_name: 'Sam Reed', timestamp_ms: START + 3, is_unsent: true, content: 'not for here' },
        {
          sender_name: 'Sam Reed',
          timestamp_ms: START + 2,
          share: { link: 'https://example.org/x', share_text: 'see' },
        },
        {
          sender_name: 'Sam Reed',
          timestamp_ms: START + 1,
          photos: [{ uri: `${INBOX}/photos/1.jpg` }, { uri: 'gone/2.jpg' }],
        },
      ]),
      [`${INBOX}/photos/1.jpg`]: 'x',
    });
    const [photos, share, unsent] = await messagesOf(chat);
    expect(photos?.attachments).toEqual([
      { name: '1.jpg', kind: 'image', bytes: 1, path: 'your_facebook_activity/messages/inbox/ward_1/photos/1.jpg' },
      { name: '2.jpg', kind: 'image' },
    ]);
    expect(share?.text).toBe('see\nhttps://example.org/x');
    expect(unsent).toMatchObject({ text: 'not for here', marks: ['deleted'] });
    expect(codesOf(chat)).toEqual(['times-in-utc', 'media-not-in-export', 'media-not-read']);
  });

  it('knows its own lines from those of people', async () => {
    const chat = await onlyChat({
      [`${INBOX}/message_1.json`]: download([
        { sender_name: 'Sam Reed', timestamp_ms: START + 3, content: 'Sam Reed was late again' },
        { sender_name: 'Sam Reed', timestamp_ms: START + 2, content: 'missed', call_duration: 0 },
        { sender_name: 'Sam Reed', timestamp_ms: START + 1, content: 'Sam Reed named the group Ward 13.' },
        {
          sender_name: 'Sam Reed',
          timestamp_ms: START,
          content: 'Sam Reed added Kit Moss and Alex Bell to the group.',
        },
      ]),
    });
    const messages = await messagesOf(chat);
    expect(messages.map(({ kind }) => kind)).toEqual(['system', 'system', 'system', 'said']);
    expect(messages[0]?.system).toEqual({ type: 'added', actor: 'Sam Reed', members: ['Kit Moss', 'Alex Bell'] });
    expect(chat.participants.map(({ name }) => name)).toContain('Alex Bell');
  });

  it('says what is missing: the end of the file, a date, a sender', async () => {
    const whole = download([
      { timestamp_ms: START + 1, content: 'who am I' },
      { sender_name: 'Sam Reed', content: 'when was this' },
    ]);
    const chat = await onlyChat({ [`${INBOX}/message_1.json`]: whole.slice(0, -3) });
    expect((await messagesOf(chat)).map(({ at, sender }) => [at, sender])).toEqual([
      ['0000-01-01T00:00', 'Sam Reed'],
      ['2024-12-03T09:15:00Z', 'Facebook user'],
    ]);
    expect(codesOf(chat)).toEqual(['times-in-utc', 'chat-cut-short', 'date-missing']);
  });
});

describe('a thread that was moved to encryption', () => {
  it('is said to go on elsewhere', async () => {
    const chat = await onlyChat({
      'messages/e2ee_cutover/ward_1/message_1.json': download([
        { sender_name: 'Sam Reed', timestamp_ms: START, content: 'x' },
      ]),
    });
    expect(codesOf(chat)).toEqual(['times-in-utc', 'continues-encrypted']);
  });
});

describe('an end-to-end encrypted thread', () => {
  it('is read from its own shape', async () => {
    const chat = await onlyChat({
      'Ward 12_3.json': JSON.stringify({
        participants: ['Zoë Hart', 'Sam Reed'],
        threadName: 'Ward 12_3',
        messages: [
          {
            isUnsent: false,
            media: [{ uri: 'Failed to download media' }],
            senderName: 'Sam Reed',
            text: '',
            timestamp: START,
            type: 'media',
          },
          { isUnsent: false, media: [], senderName: 'Zoë Hart', text: 'café', timestamp: START, type: 'text' },
        ],
      }),
    });
    const messages = await messagesOf(chat);
    expect(messages.map(({ text }) => text)).toEqual(['café', '']);
    expect(messages[1]?.attachments).toEqual([{ name: '', kind: 'omitted' }]);
    expect(chat.participants.map(({ name }) => name)).toEqual(['Zoë Hart', 'Sam Reed']);
  });

  it('does not take settings of the account for a chat', async () => {
    const { chats } = await findChats(
      [fileOf('messaging_settings.json', '{"messaging_settings":{"x":[{"name":"a"}]}}')],
      {
        sourcePath: 'messages.zip',
      },
    );
    expect(chats).toEqual([]);
  });
});
