// Google Chat from Takeout.

import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

const SAM = { name: 'Sam Reed', email: 'sam@example.org', user_type: 'Human' };

async function read(messages: object[], folder = 'Takeout/Google Chat/Groups/Space AAAA') {
  const files = [
    fileOf(`${folder}/group_info.json`, JSON.stringify({ name: 'Ward 12', members: [SAM, { name: 'Kit Moss' }] })),
    fileOf(`${folder}/messages.json`, JSON.stringify({ messages })),
    fileOf('Takeout/Google Chat/Users/User 1/user_info.json', '{"user":{"name":"Sam Reed"},"membership_info":[]}'),
  ];
  const found = await findChats(files, { sourcePath: 'takeout.zip' });
  return { chat: found.chats[0]!, issues: found.issues };
}

describe('a conversation', () => {
  it('is read with its English times in UTC, in both forms', async () => {
    const { chat, issues } = await read([
      {
        creator: SAM,
        created_date: 'Tuesday, 7 February 2023 at 17:13:43 UTC',
        text: 'bed 4',
        topic_id: 'a',
        message_id: 'b',
      },
      {
        creator: { email: 'kit@example.org' },
        created_date: 'Wednesday, January 4, 2023 at 10:59:50\u202fAM UTC',
        text: 'ok',
      },
      { creator: SAM, created_date: 'mercredi 4 janvier 2023', text: 'when' },
    ]);
    expect((await messagesOf(chat)).map((one) => [one.at, one.sender, one.text])).toEqual([
      ['2023-02-07T17:13:43Z', 'Sam Reed', 'bed 4'],
      ['2023-01-04T10:59:50Z', 'kit@example.org', 'ok'],
      ['0000-01-01T00:00', 'Sam Reed', 'when'],
    ]);
    expect(chat.title).toBe('Ward 12');
    expect(chat.participants.map(({ name }) => name)).toEqual(['Sam Reed', 'Kit Moss', 'kit@example.org']);
    expect(codesOf(chat)).toEqual(['times-in-utc', 'date-missing']);
    expect(issues).toEqual([{ code: 'account-data', count: 1 }]);
  });

  it('holds files by their names, titles of links, and what was edited or deleted', async () => {
    const date = 'Tuesday, 7 February 2023 at 17:13:43 UTC';
    const { chat } = await read([
      {
        creator: SAM,
        created_date: date,
        attached_files: [{ original_name: 'Referral.pdf', export_name: 'File-Referral.pdf' }],
      },
      {
        creator: SAM,
        created_date: date,
        updated_date: date,
        text: 'x',
        annotations: [{ url_metadata: { title: 'Rota' } }],
      },
      { creator: SAM, created_date: date, message_state: 'DELETED' },
    ]);
    const messages = await messagesOf(chat);
    expect(messages[0]?.attachments).toEqual([{ name: 'Referral.pdf', kind: 'document' }]);
    expect(messages.map(({ text, marks }) => [text, marks])).toEqual([
      ['', []],
      ['x\nRota', ['edited']],
      ['', ['deleted']],
    ]);
  });
});
