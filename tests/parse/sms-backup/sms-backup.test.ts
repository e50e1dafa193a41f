// Text messages of an Android phone, as SMS Backup & Restore writes them.

import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/model.ts';
import { findChats } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

const START = Date.UTC(2024, 11, 3, 9, 15);
const sms = (address: string, body: string, rest = 'type="1" contact_name="Ann Lee"', at = START) =>
  `<sms address="${address}" date="${at}" body="${body}" ${rest} />\n`;
const backup = (...messages: string[]) => `<?xml version='1.0' ?>\n<smses count="1">\n${messages.join('')}</smses>\n`;
const find = (text: string, name = 'sms-20241204210000.xml') => findChats([fileOf(name, text)], { sourcePath: name });

async function chatsOf(...messages: string[]): Promise<readonly Conversation[]> {
  return (await find(backup(...messages))).chats;
}

describe('text messages', () => {
  it('are one chat with a person, however the number is written', async () => {
    const chats = await chatsOf(
      sms('+447700900121', 'a'),
      sms('07700 900121', 'b', 'type="2" contact_name="Ann Lee"', START + 60_000),
      sms('0044 7700 900121', 'c', 'type="1" contact_name="(Unknown)"', START + 120_000),
      sms('NHSVaccine', 'd', 'type="1" contact_name="(Unknown)"'),
    );
    expect(chats.map(({ title, kind, counts }) => [title, kind, counts.records])).toEqual([
      ['Ann Lee', 'direct', 3],
      ['NHSVaccine', 'direct', 1],
    ]);
    const messages = chats[0] ? await messagesOf(chats[0]) : [];
    expect(messages.map(({ sender, at }) => [sender, at])).toEqual([
      ['Ann Lee', '2024-12-03T09:15:00Z'],
      ['You', '2024-12-03T09:16:00Z'],
      ['Ann Lee', '2024-12-03T09:17:00Z'],
    ]);
  });

  it('accuse nobody of sending a draft, and scan it all the same', async () => {
    const [chat] = await chatsOf(sms('+447700900121', 'bed 4', 'type="3"'), sms('+447700900121', 'bed 5', 'type="5"'));
    const messages = chat ? await messagesOf(chat) : [];
    expect(messages.map(({ kind, sender, text }) => [kind, sender, text])).toEqual([
      ['system', '', 'Draft, never sent: bed 4'],
      ['system', '', 'Could not be sent: bed 5'],
    ]);
  });

  it('of a group name the sender from the other messages, and list pictures without holding them', async () => {
    const mms = `<mms date="${START / 1000}" msg_box="1" address="+447700900121~+447700900122" sub="null"><parts>
      <part ct="application/smil" text="&lt;smil/&gt;"/><part ct="text/plain" text="bed 4"/>
      <part ct="image/jpeg" cl="p.jpg" text="null" data="${'A'.repeat(4000)}"/></parts>
      <addrs><addr address="+447700900122" type="137"/><addr address="+447700900121" type="151"/></addrs></mms>`;
    const chats = await chatsOf(mms, sms('+447700900122', 'x', 'type="1" contact_name="Sam Reed"'));
    const [message] = chats[0] ? await messagesOf(chats[0]) : [];
    expect(message).toMatchObject({
      at: '2024-12-03T09:15:00Z',
      sender: 'Sam Reed',
      text: 'bed 4',
      attachments: [{ name: 'p.jpg', kind: 'image', bytes: 3000 }],
    });
    expect(chats[0]).toMatchObject({ kind: 'group', title: '+447700900121, Sam Reed' });
  });

  it('of a file that breaks off are read to there, which is said', async () => {
    const { chats } = await find(backup(sms('+447700900121', 'a'), sms('+447700900121', 'b')).slice(0, -40));
    expect(chats.map(codesOf)).toEqual([['times-in-utc', 'chat-cut-short']]);
    expect(chats[0]?.counts.records).toBe(1);
  });
});

describe('a list of calls', () => {
  it('is no chat, and no text to be looked at', async () => {
    const found = await find('<?xml version="1.0"?>\n<calls count="1"><call number="1"/></calls>', 'calls.xml');
    expect(found.chats).toEqual([]);
    expect(found.issues.map(({ code }) => code)).toEqual(['call-list', 'no-chat']);
  });
});
