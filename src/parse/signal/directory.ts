// Who is who in Signal's export: messages name people and chats by numbers, and lines of the app name people by account ids. Of the
// account itself only the name is taken; its record holds keys, which are never kept.

import { isJson, type Json, objectAt, objectsAt, textAt } from '../json-shape.ts';

export interface Directory {
  /** Name of a person by their number in the export. */
  person(recipientId: string): string;
  /** Name of a person by the id of their account; '' when they are not in the export. */
  account(aci: string): string;
  chat(chatId: string): { readonly name: string; readonly isGroup: boolean; readonly people: readonly string[] };
  readonly known: Known;
}

interface Known {
  own: string;
  readonly people: Map<string, string>;
  readonly accounts: Map<string, string>;
  readonly taken: Set<string>;
  readonly groups: Map<string, { readonly name: string; readonly members: readonly string[] }>;
  /** Number of the person or group by number of the chat. */
  readonly chats: Map<string, string>;
}

/** A person without any name. */
const NOBODY = 'Signal user';

export function noDirectory(): Directory {
  const known: Known = {
    own: 'You',
    people: new Map(),
    accounts: new Map(),
    taken: new Set(),
    groups: new Map(),
    chats: new Map(),
  };
  const account = (aci: string) => known.accounts.get(aci) ?? '';
  return {
    known,
    person: (id) => known.people.get(id) ?? NOBODY,
    account,
    chat: (id) => {
      const recipient = known.chats.get(id) ?? '';
      const group = known.groups.get(recipient);
      const name = group?.name ?? known.people.get(recipient) ?? '';
      const people = group ? group.members.map(account) : [known.own, name];
      return { name, isGroup: group !== undefined, people: [...new Set(people)].filter((one) => one !== '') };
    },
  };
}

/** Takes what a line that is no message tells. */
export function noteRecord({ known }: Directory, record: Json): void {
  if (isJson(record.account)) known.own = fullName(record.account, 'givenName', 'familyName') || 'You';
  else if (isJson(record.recipient)) noteRecipient(known, record.recipient);
  else if (isJson(record.chat)) known.chats.set(textAt(record.chat, 'id'), textAt(record.chat, 'recipientId'));
}

function noteRecipient(known: Known, recipient: Json): void {
  const id = textAt(recipient, 'id');
  if (isJson(recipient.group)) known.groups.set(id, groupOf(recipient.group));
  else if (isJson(recipient.contact)) {
    const name = distinct(nameOf(recipient.contact), known.taken);
    known.people.set(id, name);
    for (const key of ['aci', 'pni']) {
      const account = textAt(recipient.contact, key);
      if (account !== '') known.accounts.set(account, name);
    }
  } else if ('self' in recipient) known.people.set(id, known.own);
  else if ('releaseNotes' in recipient) known.people.set(id, 'Signal');
}

function groupOf(group: Json): { readonly name: string; readonly members: readonly string[] } {
  const snapshot = objectAt(group, 'snapshot');
  const name = textAt(objectAt(snapshot, 'title'), 'title') || textAt(snapshot, 'title') || textAt(group, 'title');
  return { name, members: objectsAt(snapshot, 'members').map((member) => textAt(member, 'userId')) };
}

/** As the owner of the phone sees them: a nickname, the name of the address book, their own name, their number. */
function nameOf(contact: Json): string {
  const number = textAt(contact, 'e164');
  return (
    fullName(objectAt(contact, 'nickname'), 'given', 'family') ||
    fullName(contact, 'systemGivenName', 'systemFamilyName') ||
    textAt(contact, 'systemNickname') ||
    fullName(contact, 'profileGivenName', 'profileFamilyName') ||
    textAt(contact, 'username') ||
    (/^\d/.test(number) ? `+${number}` : number) ||
    NOBODY
  );
}

const fullName = (of: Json, given: string, family: string): string =>
  `${textAt(of, given)} ${textAt(of, family)}`.trim();

/** Two people of one name must not become one. */
function distinct(name: string, taken: Set<string>): string {
  let own = name;
  for (let count = 2; taken.has(own); count++) own = `${name} (${count})`;
  taken.add(own);
  return own;
}
