// Messages of a reader, numbered and handed out in batches.

import type { Message } from '../model.ts';

/** A message whose place in its chat is not known yet. */
export type RawMessage = Omit<Message, 'index' | 'line'>;

/** Where the date cannot be read: the year 0000 is said to mean that. */
export const NO_DATE = '0000-01-01T00:00';

/** Messages handed out at a time. */
const BATCH = 400;

/** Numbers messages that come oldest first. */
export async function* numbered(messages: AsyncIterable<RawMessage>): AsyncGenerator<readonly Message[]> {
  let index = 0;
  let batch: Message[] = [];
  for await (const message of messages) {
    index++;
    batch.push({ ...message, index, line: index });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
