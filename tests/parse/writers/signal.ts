// Signal's own export: main.jsonl, a line a record; times and ids as strings, bytes in base64. People are known by a name of their
// profile, or by their number alone.

import { type Chat, changed, type Files, milliseconds, numberOf, plainName, type Said, type Writer } from './chat.ts';

const accountOf = (index: number): string => btoa(String.fromCharCode(...new Array(16).fill(index)));

function contactOf(chat: Chat, name: string, index: number) {
  const number = numberOf(chat, name);
  const named = number === plainName(name) ? {} : { profileGivenName: name, profileFamilyName: '' };
  return { aci: accountOf(index), e164: number.slice(1), ...named, registered: {} };
}

function itemOf(chat: Chat, { at, sender, text, attachment }: Said) {
  const person = chat.people.indexOf(sender) + 1;
  const sent = String(milliseconds(at));
  const direction = person === 1 ? { outgoing: { sendStatus: [] } } : { incoming: { dateReceived: sent, read: true } };
  const files =
    attachment === undefined ? [] : [{ pointer: { contentType: 'application/octet-stream', fileName: attachment } }];
  const content = {
    ...(text === '' ? {} : { text: { body: text } }),
    ...(files.length > 0 ? { attachments: files } : {}),
  };
  return { chatId: '10', authorId: String(person), dateSent: sent, ...direction, standardMessage: content };
}

function write(chat: Chat): Files {
  const [owner = '', ...others] = chat.people;
  const members = chat.people.map((_, index) => ({ userId: accountOf(index + 1), role: 'DEFAULT' }));
  const group = { masterKey: accountOf(99), snapshot: { title: { title: chat.title }, members } };
  const records = [
    { version: '1', backupTimeMs: '1770110100000', currentAppVersion: '8.0.0' },
    { account: { profileKey: accountOf(98), givenName: owner, familyName: '' } },
    { recipient: { id: '1', self: {} } },
    ...others.map((name, at) => ({ recipient: { id: String(at + 2), contact: contactOf(chat, name, at + 2) } })),
    ...(chat.kind === 'group' ? [{ recipient: { id: '999', group } }] : []),
    { chat: { id: '10', recipientId: chat.kind === 'group' ? '999' : '2' } },
    ...chat.messages.map((message) => ({ chatItem: itemOf(chat, message) })),
  ];
  return { 'signal-export-2026-02-03-09-15-00/main.jsonl': records.map((one) => `${JSON.stringify(one)}\n`).join('') };
}

export const signal: readonly Writer[] = [
  {
    layout: 'signal-export',
    clock: 'seconds',
    write,
    kept: (chat) => changed(chat, ({ sender }) => ({ sender: sender === chat.people[0] ? sender : plainName(sender) })),
  },
];
