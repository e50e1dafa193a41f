// Teams and Skype: the export of one's own data, and messages of Microsoft Graph.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { fixture } from '../../run.ts';
import { fileOf, messagesOf } from '../files.ts';

async function read(text: string) {
  const { chats } = await findChats([fileOf('messages.json', text)], { sourcePath: 'messages.json' });
  const messages = chats[0] ? await messagesOf(chats[0]) : [];
  return { chats, messages };
}
const ofFixture = (path: string) => read(readFileSync(fixture(`formats/${path}`), 'utf8'));

describe("the export of one's own data", () => {
  it('of Teams is read oldest first, without tags and without the message that is answered', async () => {
    const { chats, messages } = await ofFixture('teams/messages.json');
    expect(chats[0]).toMatchObject({ app: 'teams', title: 'Ward 12 nights', kind: 'group' });
    expect(
      messages.map(({ at, sender, text, marks, attachments }) => [
        at,
        sender,
        text,
        ...marks,
        ...attachments.map(({ name }) => name),
      ]),
    ).toEqual([
      ['2024-12-03T09:00:00Z', '', 'Ann Lee added Sam Reed'],
      [
        '2024-12-03T09:15:02Z',
        'Ann Lee',
        'Mrs Doreen Ashworth bed 4, NHS 999 000 1383,\nMRSA positive',
        'Referral letter.pdf',
      ],
      ['2024-12-03T09:17:11Z', 'You', 'lactate < 2, R&R later'],
      ['2024-12-03T09:18:11Z', 'Sam Reed', 'isolated now', 'edited'],
    ]);
    expect(messages[0]?.system).toEqual({ type: 'added', actor: 'Ann Lee', members: ['Sam Reed'] });
  });

  it('of Skype is told by its accounts', async () => {
    const { chats, messages } = await ofFixture('skype/messages.json');
    expect(chats[0]).toMatchObject({ app: 'skype', title: 'Ann Lee', kind: 'direct' });
    expect(messages.map(({ sender, text }) => [sender, text])).toEqual([
      ['Ann Lee', 'bed 4 NHS 999 000 1383 MRSA https://example.org/x'],
      ['You', 'ok :)'],
    ]);
  });

  it('of Teams with a personal account is not taken for one of work', async () => {
    const text = readFileSync(fixture('formats/skype/messages.json'), 'utf8').replaceAll(
      '"8:live:ann.example"',
      '"19:x@thread.v2"',
    );
    expect((await read(text)).chats[0]?.app).toBe('teams-personal');
  });

  it('that breaks off is read to there', async () => {
    const text = readFileSync(fixture('formats/teams/messages.json'), 'utf8');
    const { chats } = await read(text.slice(0, -20));
    expect(chats[0]?.issues.map(({ code }) => code)).toContain('chat-cut-short');
  });
});

describe('messages of Graph', () => {
  it('are read oldest first, as a list or under `value`', async () => {
    const text = readFileSync(fixture('formats/teams/graph.json'), 'utf8');
    for (const given of [text, JSON.stringify(JSON.parse(text).value)]) {
      const { chats, messages } = await read(given);
      expect(chats[0]).toMatchObject({ app: 'teams', layout: 'teams-graph' });
      expect(messages.map(({ at, sender, text: said }) => [at, sender, said])).toEqual([
        ['2024-12-03T09:00:00Z', '', 'Ann Lee added Sam Reed'],
        ['2024-12-03T09:15:02Z', 'Ann Lee', 'Mrs Doreen Ashworth bed 4, NHS 999 000 1383, MRSA positive'],
        ['2024-12-03T09:16:10Z', 'Sam Reed', 'isolated'],
      ]);
      expect(messages[1]?.attachments).toEqual([{ name: 'Referral letter.pdf', kind: 'document' }]);
    }
  });
});
