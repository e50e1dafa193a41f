// Writes a chat as an app exports it, reads the export, and tells where what was read is not what was written.

import type { Message } from '../../src/model.ts';
import { findChats } from '../../src/parse/parse.ts';
import { fileOf, messagesOf } from './files.ts';
import type { Chat, Said, Writer } from './writers/chat.ts';

export interface Difference {
  /** Place of the message in the chat, from 1; 0 for the chat as a whole. */
  readonly message: number;
  readonly what: 'chats' | 'messages' | 'sender' | 'at' | 'text' | 'attachment';
  readonly written: unknown;
  readonly read: unknown;
}

/** Messages that an export of this writer still holds. */
export const keptOf = (chat: Chat, writer: Writer): readonly Said[] => writer.kept?.(chat) ?? chat.messages;

/** Nothing, when all messages come back in their order. */
export async function differencesOf(chat: Chat, writer: Writer): Promise<Difference[]> {
  const files = Object.entries(writer.write(chat)).map(([path, content]) => fileOf(path, content, 60_000));
  const options = writer.dateOrder ? { dateOrder: writer.dateOrder } : {};
  const { chats } = await findChats(files, { sourcePath: 'export.zip', ...options });
  const [found] = chats;
  if (chats.length !== 1 || !found) return [{ message: 0, what: 'chats', written: 1, read: chats.length }];
  const read = (await messagesOf(found)).filter(({ kind }) => kind === 'said');
  const written = keptOf(chat, writer);
  const differences = written.flatMap((said, at) => ofMessage(said, read[at], at + 1, writer.clock));
  return read.length === written.length
    ? differences
    : [{ message: 0, what: 'messages', written: written.length, read: read.length }, ...differences.slice(0, 1)];
}

function ofMessage(said: Said, read: Message | undefined, message: number, clock: Writer['clock']): Difference[] {
  const length = clock === 'minutes' ? 16 : 19;
  const wanted = {
    sender: said.sender,
    at: said.at.slice(0, length),
    text: said.text,
    attachment: said.attachment === undefined ? '' : `${said.attachment};`,
  };
  const got = {
    sender: read?.sender,
    at: read?.at.slice(0, length),
    text: read?.text,
    attachment: read?.attachments.map(({ name }) => `${name};`).join(''),
  };
  return (['sender', 'at', 'text', 'attachment'] as const)
    .filter((what) => wanted[what] !== got[what])
    .map((what) => ({ message, what, written: wanted[what], read: got[what] }));
}
