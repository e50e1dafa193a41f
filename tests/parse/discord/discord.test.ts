// Discord: what DiscordChatExporter writes, and Discord's own download with one side only.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { chatOf, codesOf, fileOf, messagesOf } from '../files.ts';

const channel = (messages: unknown[]): string =>
  JSON.stringify({
    guild: { id: '1', name: 'Hospital', iconUrl: '' },
    channel: { id: '2', type: 'GuildTextChat', category: 'Wards', name: 'ward-12', topic: null },
    dateRange: { after: null, before: null },
    messages,
    messageCount: messages.length,
  });
const at = (minute: number, more: object = {}) => ({
  id: `${minute}`,
  type: 'Default',
  timestamp: `2024-12-03T09:${String(minute).padStart(2, '0')}:00.123+00:00`,
  timestampEdited: null,
  content: '',
  author: { id: '10', name: 'sam', nickname: 'Sam Reed', isBot: false },
  attachments: [],
  embeds: [],
  mentions: [],
  ...more,
});

describe('an exported channel', () => {
  it('is read with zone, nicknames, mentions, cards, forwards and marks', async () => {
    const chat = await chatOf(
      channel([
        at(1, { content: 'ask <@11>', mentions: [{ id: '11', name: 'kit', nickname: 'Kit Moss' }] }),
        at(2, {
          timestampEdited: '2024-12-03T09:05:00+00:00',
          embeds: [{ title: 'Rota', description: 'bed 4', fields: [] }],
        }),
        at(3, { forwardedMessage: { content: 'from elsewhere', attachments: [], embeds: [] } }),
        at(4, { attachments: [{ url: 'https://example.org/1/scan.png?ex=1', fileName: 'scan.png' }] }),
      ]),
      { path: 'Hospital - ward-12 [2].json' },
    );
    const messages = await messagesOf(chat);
    expect(messages.map((one) => [one.at, one.sender, one.text, one.marks])).toEqual([
      ['2024-12-03T09:01:00+00:00', 'Sam Reed', 'ask @Kit Moss', []],
      ['2024-12-03T09:02:00+00:00', 'Sam Reed', 'Rota\nbed 4', ['edited']],
      ['2024-12-03T09:03:00+00:00', 'Sam Reed', 'from elsewhere', ['forwarded']],
      ['2024-12-03T09:04:00+00:00', 'Sam Reed', '', []],
    ]);
    expect(messages[3]?.attachments).toEqual([{ name: 'scan.png', kind: 'image' }]);
    expect(chat).toMatchObject({ app: 'discord', title: 'ward-12', kind: 'group' });
  });

  it('tells who came and went', async () => {
    const chat = await chatOf(
      channel([
        at(1, { type: 'RecipientAdd', content: 'Added Kit.', mentions: [{ id: '11', name: 'Kit Moss' }] }),
        at(2, {
          type: 'RecipientRemove',
          content: 'Left the group.',
          mentions: [{ id: '10', name: 'sam', nickname: 'Sam Reed' }],
        }),
      ]),
      { path: 'a.json' },
    );
    expect((await messagesOf(chat)).map(({ system }) => system)).toEqual([
      { type: 'added', actor: 'Sam Reed', members: ['Kit Moss'] },
      { type: 'left', members: ['Sam Reed'] },
    ]);
  });

  it('never throws, and loses nothing without saying so', async () => {
    const record = fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.string(), content: fc.jsonValue(), embeds: fc.jsonValue(), author: fc.jsonValue() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record), async (records) => {
        const chat = await chatOf(channel([at(1), ...records]), { path: 'a.json' });
        const lost = chat.issues.find(({ code }) => code === 'messages-damaged')?.count ?? 0;
        expect(chat.counts.records + lost).toBe(records.length + 1);
      }),
      { numRuns: 200 },
    );
  });
});

const box = '='.repeat(62);
const asText = (messages: string, foot = `${box}\nExported 3 message(s)\n${box}\n`): string =>
  `${box}\nGuild: Hospital\nChannel: Wards / ward-12\n${box}\n\n${messages}\n\n${foot}`;

describe('a channel as plain text', () => {
  it('is read with its dates, files and cards, without reactions', async () => {
    const chat = await chatOf(
      asText(
        [
          '[12/13/2024 8:04 PM] zhartwell\nbed 4\n\nsecond part',
          '[12/3/2024 8:06 PM] kitm (pinned)\n\n{Attachments}\nhttps://example.org/1/scan.png?ex=1\n\n{Embed}\nRota\n\n{Reactions}\n👍 (2) 🙏 (1)',
          '[12/4/2024 8:09 PM] samreed\n[03/12/2024, 09:15:02] Kit: pasted\n\n{Reactions}\nnot one',
        ].join('\n\n'),
      ),
      { path: 'ward-12.txt' },
    );
    const messages = await messagesOf(chat);
    expect(messages.map((one) => [one.at, one.sender, one.text])).toEqual([
      ['2024-12-13T20:04', 'zhartwell', 'bed 4\n\nsecond part'],
      ['2024-12-03T20:06', 'kitm', 'Rota'],
      ['2024-12-04T20:09', 'samreed', '[03/12/2024, 09:15:02] Kit: pasted\n\n{Reactions}\nnot one'],
    ]);
    expect(messages[1]?.attachments).toEqual([{ name: 'scan.png', kind: 'image' }]);
    expect(chat).toMatchObject({ layout: 'discord-text', title: 'ward-12' });
    expect(codesOf(chat)).toEqual(['media-not-in-export']);
  });

  it('says that its end is missing, and that a date cannot be read', async () => {
    const chat = await chatOf(asText('[3 grudnia 2024 20:04] kitm\nbed 4', ''), { path: 'a.txt' });
    expect((await messagesOf(chat)).map(({ at, text }) => [at, text])).toEqual([['0000-01-01T00:00', 'bed 4']]);
    expect(codesOf(chat)).toEqual(['chat-cut-short', 'date-missing']);
  });
});

describe("Discord's own download", () => {
  it('is read oldest first, and the other side is said to be missing', async () => {
    const files = {
      'account/user.json': '{"id":"10","username":"samreed"}',
      'messages/c22/channel.json':
        '{"id":"22","type":"GUILD_TEXT","name":"ward-12","guild":{"id":"1","name":"Hospital"}}',
      'messages/c22/messages.json': JSON.stringify([
        { ID: 2, Timestamp: '2024-12-03 09:16:00', Contents: 'bed 4', Attachments: '' },
        {
          ID: 1,
          Timestamp: '2024-12-03 09:15:00',
          Contents: '',
          Attachments: 'https://cdn.example.org/a/scan.png?ex=1',
        },
      ]),
      'messages/index.json': '{"22":"ward-12 in Hospital"}',
    };
    const { chats, issues } = await findChats(
      Object.entries(files).map(([path, text]) => fileOf(path, text)),
      { sourcePath: 'package.zip' },
    );
    expect(chats.map(({ title, kind, layout }) => [title, kind, layout])).toEqual([
      ['ward-12', 'group', 'discord-package'],
    ]);
    expect((await messagesOf(chats[0]!)).map((one) => [one.at, one.sender, one.text])).toEqual([
      ['2024-12-03T09:15:00', 'samreed', ''],
      ['2024-12-03T09:16:00', 'samreed', 'bed 4'],
    ]);
    expect(codesOf(chats[0]!)).toEqual(['one-sided', 'media-not-in-export']);
    expect(issues).toEqual([]);
  });
});
