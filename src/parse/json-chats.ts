// Messages of many chats in one JSON file, chat by chat, with what was lost on the way told to the chat that lost it.

import type { OfChat } from './cursor.ts';
import { type JsonNotes, type JsonValue, jsonValues } from './json-values.ts';
import type { ReadingNotes } from './notes.ts';
import { NO_DATE, type RawMessage } from './numbered.ts';
import type { FileText } from './text.ts';

/** A value that should be a message, or what went wrong after the one before. */
export type JsonEntry = { readonly value: unknown } | { readonly lost: number } | { readonly cut: true };

/** The values at the wanted paths; `chatOf` tells the chat by the steps that lead to a value. */
export async function* jsonEntries(
  text: FileText,
  wanted: readonly string[],
  chatOf: (steps: JsonValue['steps']) => number | undefined,
): AsyncGenerator<OfChat<JsonEntry>> {
  const notes: JsonNotes = { lost: 0, cut: false };
  let chat = 0;
  let told = 0;
  for await (const { steps, value } of jsonValues(text.pieces(), wanted, notes)) {
    const lost = notes.lost - told;
    told = notes.lost;
    if (lost > 0) yield { chat, item: { lost } };
    const next = chatOf(steps);
    yield next === undefined ? { chat, item: { lost: 1 } } : { chat: next, item: { value } };
    chat = next ?? chat;
  }
  if (notes.lost > told) yield { chat, item: { lost: notes.lost - told } };
  if (notes.cut) yield { chat, item: { cut: true } };
}

/** Of a file with one chat: the values at a path. */
export async function* entriesAt(text: FileText, path: string): AsyncGenerator<JsonEntry> {
  for await (const { item } of jsonEntries(text, [path], () => 0)) yield item;
}

/** Makes messages of entries; `read` gives undefined for what is no message. Counts what was lost. */
export async function* messagesFrom(
  entries: AsyncIterable<JsonEntry>,
  read: (value: unknown) => RawMessage | undefined,
  notes: ReadingNotes,
): AsyncGenerator<RawMessage> {
  for await (const entry of entries) {
    if ('cut' in entry) notes.cut = true;
    else if ('lost' in entry) notes.lost += entry.lost;
    else {
      const message = read(entry.value);
      if (!message) notes.lost++;
      else if (message.at === NO_DATE) notes.undated++;
      if (message) yield message;
    }
  }
}

/** The parts that say something, a line each. */
export const linesOf = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');
