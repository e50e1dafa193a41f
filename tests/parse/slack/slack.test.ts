// Slack's export of a workspace.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundChats } from '../../../src/parse/parse.ts';
import { findChats } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

const USERS = JSON.stringify([
  { id: 'U01', name: 'sam', profile: { real_name: 'Sam Reed', display_name: 'sam' } },
  { id: 'U02', name: 'kit', real_name: 'Kit Moss', profile: {} },
  { id: 'U03', name: 'alex', profile: { real_name: 'Alex Bell' } },
]);
const CHANNELS = JSON.stringify([
  { id: 'C01', name: 'ward-12', created: 1, members: ['U01', 'U02', 'U03'], topic: { value: '' } },
]);
const DMS = JSON.stringify([{ id: 'D0123ABCD', created: 1, members: ['U01', 'U02'] }]);

const at = (minute: number, more: object = {}) => ({
  type: 'message',
  user: 'U01',
  text: '',
  ts: `${Date.UTC(2024, 11, 3, 9, minute) / 1000}.000200`,
  ...more,
});
const find = (days: Record<string, unknown[]>): Promise<FoundChats> =>
  findChats(
    [
      fileOf('users.json', USERS),
      fileOf('channels.json', CHANNELS),
      fileOf('dms.json', DMS),
      ...Object.entries(days).map(([path, messages]) => fileOf(path, JSON.stringify(messages))),
    ],
    { sourcePath: 'Hospital Slack export Dec 1 2024 - Dec 9 2024.zip' },
  );

describe('a channel', () => {
  it('is one chat of all its days, threads in order of time, with the names of its members', async () => {
    const { chats, issues, notExamined } = await find({
      'D0123ABCD/2024-12-03.json': [at(5, { text: 'hello' })],
      'ward-12/2024-12-04.json': [at(24 * 60, { text: 'next day', user: 'U02' })],
      'ward-12/2024-12-03.json': [
        at(1, { text: 'bed 4?' }),
        at(3, { text: 'answer', thread_ts: 'x' }),
        at(2, { text: 'between' }),
      ],
    });
    expect(chats.map(({ title, kind }) => [title, kind])).toEqual([
      ['', 'direct'],
      ['ward-12', 'group'],
    ]);
    const ward = chats[1]!;
    expect((await messagesOf(ward)).map((one) => [one.at, one.sender, one.text])).toEqual([
      ['2024-12-03T09:01:00Z', 'Sam Reed', 'bed 4?'],
      ['2024-12-03T09:02:00Z', 'Sam Reed', 'between'],
      ['2024-12-03T09:03:00Z', 'Sam Reed', 'answer'],
      ['2024-12-04T09:00:00Z', 'Kit Moss', 'next day'],
    ]);
    expect(ward.participants.map(({ name, said }) => [name, said])).toEqual([
      ['Sam Reed', 3],
      ['Kit Moss', 1],
      ['Alex Bell', 0],
    ]);
    expect(codesOf(ward)).toEqual(['times-in-utc']);
    expect([issues, notExamined]).toEqual([[], []]);
  });

  it('takes names from the lists of its own export only', async () => {
    const other = USERS.replace('Sam Reed', 'Somebody Else');
    const { chats } = await findChats(
      [
        fileOf('a/users.json', other),
        fileOf('a/x/2024-12-03.json', JSON.stringify([at(1)])),
        fileOf('b/users.json', USERS),
        fileOf('b/x/2024-12-03.json', JSON.stringify([at(1)])),
      ],
      { sourcePath: 'two' },
    );
    expect(chats.map(({ participants }) => participants.map(({ name }) => name))).toEqual([
      ['Somebody Else'],
      ['Sam Reed'],
    ]);
  });

  it('is read with its codes put into words', async () => {
    const texts = [
      ['<@U02> see <#C01|ward-12>', '@Kit Moss see #ward-12'],
      [
        '<https://example.org/x|guide> &amp; <https://example.org/y>',
        'guide https://example.org/x & https://example.org/y',
      ],
      ['<!here> &lt;NBM&gt; <mailto:a@example.org|a@example.org>', '@here <NBM> a@example.org'],
    ];
    const { chats } = await find({ 'ward-12/2024-12-03.json': texts.map(([text], minute) => at(minute, { text })) });
    expect((await messagesOf(chats[0]!)).map(({ text }) => text)).toEqual(texts.map(([, text]) => text));
  });

  it('holds what was shared, files by name, and what was edited or deleted', async () => {
    const { chats } = await find({
      'ward-12/2024-12-03.json': [
        at(1, { attachments: [{ title: 'Rota', text: 'bed 4', fallback: 'x' }] }),
        at(2, { files: [{ name: 'letter.txt', preview: 'Dear Mrs Plinth' }], edited: { user: 'U01' } }),
        at(3, { subtype: 'tombstone', text: 'This message was deleted.' }),
        at(4, {
          blocks: [
            {
              type: 'rich_text',
              elements: [
                {
                  elements: [
                    { type: 'text', text: 'in blocks' },
                    { type: 'user', user_id: 'U02' },
                  ],
                },
              ],
            },
          ],
        }),
      ],
    });
    const messages = await messagesOf(chats[0]!);
    expect(messages.map(({ text }) => text)).toEqual([
      'Rota\nbed 4',
      'Dear Mrs Plinth',
      'This message was deleted.',
      'in blocks\n@Kit Moss',
    ]);
    expect(messages.map(({ marks }) => marks)).toEqual([[], ['edited'], ['deleted'], []]);
    expect(messages[1]?.attachments).toEqual([{ name: 'letter.txt', kind: 'document' }]);
  });

  it('tells who came and went', async () => {
    const { chats } = await find({
      'ward-12/2024-12-03.json': [
        at(1, { subtype: 'channel_join', text: '<@U01> has joined the channel' }),
        at(2, { subtype: 'channel_join', user: 'U02', inviter: 'U01', text: 'x' }),
        at(3, { subtype: 'channel_leave', text: 'x' }),
      ],
    });
    expect((await messagesOf(chats[0]!)).map(({ system }) => system)).toEqual([
      { type: 'joined', members: ['Sam Reed'] },
      { type: 'added', actor: 'Sam Reed', members: ['Kit Moss'] },
      { type: 'left', members: ['Sam Reed'] },
    ]);
  });

  it('never throws, and loses nothing without saying so', async () => {
    const record = fc.oneof(
      fc.jsonValue(),
      fc.record({
        text: fc.jsonValue(),
        blocks: fc.jsonValue(),
        files: fc.jsonValue(),
        attachments: fc.jsonValue(),
        subtype: fc.string(),
        ts: fc.string(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record), async (records) => {
        const { chats } = await find({ 'ward-12/2024-12-03.json': [at(1), ...records] });
        const lost = chats[0]?.issues.find(({ code }) => code === 'messages-damaged')?.count ?? 0;
        expect((chats[0]?.counts.records ?? 0) + lost).toBe(records.length + 1);
      }),
      { numRuns: 200 },
    );
  });
});
