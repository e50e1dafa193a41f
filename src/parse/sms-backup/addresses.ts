// Whom a text message went to or came from. A number is written in several ways by one phone (07700 900123, +447700900123); a message
// to several people has all their numbers with ~ between them.

export type Attributes = ReadonlyMap<string, string>;

/** What stands in an attribute; the app writes `null` for nothing. */
export function said(attributes: Attributes, key: string): string {
  const value = attributes.get(key) ?? '';
  return value === 'null' ? '' : value;
}

/** Whose phone it is. */
export const OWNER = 'You';

/** Names by number. */
export type PhoneBook = Map<string, string>;

export const noPhoneBook = (): PhoneBook => new Map();

const UNKNOWN = /^\(unknown\)$/i;

export function notePeople(book: PhoneBook, attributes: Attributes): void {
  const name = said(attributes, 'contact_name').trim();
  const numbers = numbersIn(attributes);
  const [number] = numbers;
  if (numbers.length === 1 && number !== undefined && name !== '' && !UNKNOWN.test(name)) book.set(number, name);
}

/** One spelling for each number; senders like `NHSVaccine` are kept as they are. */
export function plainNumber(address: string): string {
  const bare = address.replace(/[\s()./-]/g, '');
  if (!/^\+?\d+$/.test(bare)) return address.trim();
  if (/^0044\d{9,10}$/.test(bare)) return `+${bare.slice(2)}`;
  return /^0\d{9,10}$/.test(bare) ? `+44${bare.slice(1)}` : bare;
}

function numbersIn(attributes: Attributes): string[] {
  const numbers = said(attributes, 'address').split('~').map(plainNumber);
  return [...new Set(numbers.filter((number) => number !== ''))].sort();
}

/** The same for all messages with the same people. */
export const chatKey = (attributes: Attributes): string => numbersIn(attributes).join('~');

/** As the phone's owner knows them. */
export const nameOf = (number: string, book: PhoneBook): string => book.get(number) ?? (number || 'unknown number');

/** Everybody in a chat but the owner of the phone. */
export const namesIn = (chat: string, book: PhoneBook): string[] =>
  chat.split('~').map((number) => nameOf(number, book));
