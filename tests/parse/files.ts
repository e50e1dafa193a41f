// Source files made of strings, for tests of the parse stage.

import { SourceError } from '../../src/errors.ts';
import type { Conversation, Message, SourceFile } from '../../src/model.ts';
import { findChats, type ParseOptions } from '../../src/parse/parse.ts';

/** A file of the given text or bytes, handed out in pieces of `piece` bytes. */
export function fileOf(path: string, content: string | Uint8Array, piece = 1 << 20): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    path,
    bytes: bytes.length,
    async *open() {
      for (let i = 0; i < bytes.length; i += piece) yield bytes.subarray(i, i + piece);
    },
  };
}

/** A file that cannot be read beyond its first `good` bytes. */
export function damagedFile(path: string, content: string, good: number): SourceFile {
  const bytes = new TextEncoder().encode(content);
  return {
    path,
    bytes: bytes.length,
    async *open() {
      yield bytes.subarray(0, good);
      throw new SourceError('entry-damaged');
    },
  };
}

/** The only chat of a loose file. */
export async function chatOf(
  content: string | Uint8Array,
  options: Partial<ParseOptions> & { path?: string } = {},
): Promise<Conversation> {
  const { path = '_chat.txt', ...rest } = options;
  const { chats } = await findChats([fileOf(path, content)], { sourcePath: path, ...rest });
  const [chat] = chats;
  if (chats.length !== 1 || !chat) throw new Error(`${chats.length} chats found`);
  return chat;
}

export async function messagesOf(chat: Conversation): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const batch of chat.messages()) messages.push(...batch);
  return messages;
}

export const codesOf = (chat: Conversation): string[] => chat.issues.map((issue) => issue.code);
