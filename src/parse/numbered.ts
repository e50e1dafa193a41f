// Messages of a reader, numbered and handed out in batches.

import type { Message } from '../model.ts';

/** A message whose place in its chat is not known yet. */
export type RawMessage = Omit<Message, 'index' | 'line'> & { readonly line?: number };

/** Where the date cannot be read: the year 0000 is said to mean that. */
export const NO_DATE = '0000-01-01T00:00';

/** Messages handed out at a time. */
const BATCH = 400;

/** Numbers messages that come oldest first, one after another. */
export function numbering(): (message: RawMessage) => Message {
  let index = 0;
  return (message) => {
    index++;
    return { ...message, index, line: message.line ?? index };
  };
}

/** The same, handed out in batches. */
export async function* numbered(messages: AsyncIterable<RawMessage>): AsyncGenerator<readonly Message[]> {
  const number = numbering();
  let batch: Message[] = [];
  for await (const message of messages) {
    batch.push(number(message));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
