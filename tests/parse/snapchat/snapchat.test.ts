// Snapchat's chat_history.json, in both shapes.

import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

async function read(history: object) {
  const { chats } = await findChats([fileOf('json/chat_history.json', JSON.stringify(history), 64)], {
    sourcePath: 'mydata.zip',
  });
  const said = [];
  for (const chat of chats) said.push((await messagesOf(chat)).map((one) => [one.at, one.sender, one.text]));
  return { chats, said };
}

const newer = (minute: number, From: string, Content: string, more: object = {}) => ({
  From,
  'Media Type': 'TEXT',
  Created: `2024-12-03 09:${minute}:00 UTC`,
  Content,
  'Conversation Title': null,
  IsSender: From === 'samreed',
  'Created(microseconds)': 1,
  ...more,
});

describe('the history', () => {
  it('gives a chat for each person or group, oldest message first', async () => {
    const { chats, said } = await read({
      kit_m: [newer(20, 'samreed', 'ok'), newer(15, 'kit_m', 'bed 4')],
      '5d-group': [
        newer(30, 'alexb', 'rota', { 'Conversation Title': 'Ward 12' }),
        newer(29, 'kit_m', '', { 'Media Type': 'MEDIA' }),
      ],
    });
    expect(chats.map(({ title, kind }) => [title, kind])).toEqual([
      ['', 'direct'],
      ['Ward 12', 'group'],
    ]);
    expect(said).toEqual([
      [
        ['2024-12-03T09:15:00Z', 'kit_m', 'bed 4'],
        ['2024-12-03T09:20:00Z', 'samreed', 'ok'],
      ],
      [
        ['2024-12-03T09:29:00Z', 'kit_m', ''],
        ['2024-12-03T09:30:00Z', 'alexb', 'rota'],
      ],
    ]);
    expect(chats.map(codesOf)).toEqual([
      ['times-in-utc', 'only-saved-messages'],
      ['times-in-utc', 'only-saved-messages', 'media-not-in-export'],
    ]);
  });

  it('in its older shape is sorted by person', async () => {
    const one = (who: object, minute: number, Text: string) => ({
      ...who,
      'Media Type': 'TEXT',
      Created: `2021-12-03 09:${minute}:00 UTC`,
      Text,
    });
    const { said } = await read({
      'Received Saved Chat History': [one({ From: 'kit_m' }, 17, 'c'), one({ From: 'alexb' }, 16, 'b')],
      'Sent Saved Chat History': [one({ To: 'kit_m' }, 15, 'a')],
    });
    expect(said).toEqual([
      [
        ['2021-12-03T09:15:00Z', 'Owner of the account', 'a'],
        ['2021-12-03T09:17:00Z', 'kit_m', 'c'],
      ],
      [['2021-12-03T09:16:00Z', 'alexb', 'b']],
    ]);
  });

  it('says of records that are none, and of an undated message, what they are', async () => {
    const { chats } = await read({ kit_m: [newer(15, 'kit_m', 'x'), 7, newer(16, 'kit_m', 'y', { Created: '' })] });
    expect(chats[0]?.issues).toEqual([
      { code: 'times-in-utc' },
      { code: 'only-saved-messages' },
      { code: 'messages-damaged', count: 1 },
      { code: 'date-missing', count: 1 },
    ]);
  });
});
