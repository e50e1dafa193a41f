// Signal's own export, as its lines look.

import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/model.ts';
import { findChats } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

const START = Date.UTC(2026, 0, 31, 9, 15);
const ACCOUNT = { account: { profileKey: 'c2VjcmV0LWtleQ==', givenName: 'Kit', familyName: 'Moss' } };
const contact = (id: string, rest: object) => ({ recipient: { id, contact: { aci: `aci-${id}`, ...rest } } });
const ANN = contact('2', { profileGivenName: 'Ann', profileFamilyName: 'Lee', nickname: { given: 'Annie' } });
const SAM = contact('3', { e164: '447700900122' });
const SELF = { recipient: { id: '1', self: {} } };
const GROUP = {
  recipient: {
    id: '4',
    group: { snapshot: { title: { title: 'Ward 12' }, members: [{ userId: 'aci-2' }, { userId: 'aci-3' }] } },
  },
};
const CHAT = { chat: { id: '10', recipientId: '4' } };

const item = (authorId: string, content: object, rest: object = {}) => ({
  chatItem: { chatId: '10', authorId, dateSent: String(START), incoming: {}, ...content, ...rest },
});
const text = (body: string) => ({ standardMessage: { text: { body } } });

async function chatsOf(rows: readonly object[], files: Record<string, string> = {}): Promise<readonly Conversation[]> {
  const all = [{ version: '1', backupTimeMs: '1770110100000' }, ACCOUNT, SELF, ANN, SAM, GROUP, CHAT, ...rows];
  const main = fileOf('signal-export/main.jsonl', all.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const others = Object.entries(files).map(([path, content]) => fileOf(path, content));
  return (await findChats([main, ...others], { sourcePath: 'signal-export' })).chats;
}

async function messagesIn(rows: readonly object[], files: Record<string, string> = {}) {
  const [chat] = await chatsOf(rows, files);
  if (!chat) throw new Error('no chat');
  return { chat, messages: await messagesOf(chat) };
}

describe("Signal's export", () => {
  it('names people as the owner of the phone knows them', async () => {
    const { chat, messages } = await messagesIn([item('2', text('a')), item('3', text('b')), item('1', text('c'))]);
    expect(messages.map(({ sender, at }) => [sender, at])).toEqual([
      ['Annie', '2026-01-31T09:15:00Z'],
      ['+447700900122', '2026-01-31T09:15:00Z'],
      ['Kit Moss', '2026-01-31T09:15:00Z'],
    ]);
    expect(chat).toMatchObject({ app: 'signal', title: 'Ward 12', kind: 'group' });
  });

  it('keeps two people of one name apart', async () => {
    const twin = contact('5', { profileGivenName: 'Annie' });
    const { messages } = await messagesIn([twin, item('2', text('a')), item('5', text('b'))]);
    expect(messages.map(({ sender }) => sender)).toEqual(['Annie', 'Annie (2)']);
  });

  it('reads what was shared: links, cards, polls, and every version of an edited message', async () => {
    const { messages } = await messagesIn([
      item('2', {
        standardMessage: { text: { body: 'see' }, linkPreview: [{ url: 'https://example.org/x', title: 'Rota' }] },
      }),
      item('2', {
        contactMessage: { contact: { name: { givenName: 'Dee' }, number: [{ value: '07700 900123', type: 'HOME' }] } },
      }),
      item('2', { poll: { question: 'who?', options: [{ option: 'bed 4' }, { option: 'bed 5' }] } }),
      item('2', text('bed 5'), { revisions: [item('2', text('bed 4')).chatItem] }),
      item('2', { remoteDeletedMessage: {} }),
    ]);
    expect(messages.map(({ text: said, marks }) => [said, ...marks])).toEqual([
      ['see\nhttps://example.org/x\nRota'],
      ['Dee\n07700 900123', 'contact-card'],
      ['who?\nbed 4\nbed 5', 'poll'],
      ['bed 5\nbed 4', 'edited'],
      ['', 'deleted'],
    ]);
  });

  it('finds the file of an attachment by its hash, and keeps its own name', async () => {
    const hash = 'ab'.repeat(32);
    const plaintextHash = btoa(String.fromCharCode(...Array.from({ length: 32 }, () => 0xab)));
    const pointer = { contentType: 'application/pdf', fileName: 'Referral letter.pdf', locatorInfo: { plaintextHash } };
    const files = { [`signal-export/files/ab/${hash}.pdf`]: '%PDF' };
    const { messages } = await messagesIn([item('2', { standardMessage: { attachments: [{ pointer }] } })], files);
    expect(messages[0]?.attachments).toEqual([
      {
        name: 'Referral letter.pdf',
        kind: 'document',
        bytes: 4,
        path: `signal-export/files/ab/${'ab'.repeat(32)}.pdf`,
      },
    ]);
  });

  it('reads lines of the app as such: who was added, left, and how the group is called', async () => {
    const change = (updates: object[]) => item('2', { updateMessage: { groupChange: { updates } } });
    const { chat, messages } = await messagesIn([
      change([{ groupMemberAddedUpdate: { updaterAci: 'aci-2', newMemberAci: 'aci-3' } }]),
      change([{ groupNameUpdate: { updaterAci: 'aci-2', newGroupName: 'Bed 4 NHS 999 000 1383' } }]),
      change([{ groupMemberLeftUpdate: { aci: 'aci-3' } }]),
      item('2', { updateMessage: { expirationTimerChange: { expiresInMs: '86400000' } } }),
    ]);
    expect(messages.map(({ kind, text: said, system }) => [kind, said, system?.type, system?.members])).toEqual([
      ['system', 'Annie added +447700900122', 'added', ['+447700900122']],
      ['system', 'Annie changed the group name to Bed 4 NHS 999 000 1383', 'renamed', []],
      ['system', '+447700900122 left', 'left', ['+447700900122']],
      ['system', 'Annie set disappearing messages: 1 day', 'timer', []],
    ]);
    expect(chat.participants.find(({ name }) => name === '+447700900122')?.cameLater).toBe(true);
  });

  it('counts what it cannot read, and says so of an export without messages', async () => {
    const { chat } = await messagesIn([
      item('2', text('a')),
      item('2', { telepathy: {} }),
      item('2', text('b'), { dateSent: '0' }),
    ]);
    expect(chat.issues).toEqual([
      { code: 'times-in-utc' },
      { code: 'messages-damaged', count: 1 },
      { code: 'date-missing', count: 1 },
    ]);
    expect((await chatsOf([])).map(codesOf)).toEqual([['no-messages', 'times-in-utc']]);
  });

  it('keeps nothing of the keys of the account', async () => {
    const { chat, messages } = await messagesIn([item('1', text('a'))]);
    expect(JSON.stringify([chat, messages])).not.toContain('c2VjcmV0');
  });
});
