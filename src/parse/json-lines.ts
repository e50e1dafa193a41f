// A file with one JSON value a line (JSONL), as Signal and some exporters write chats.

import { linesOf } from './line-batches.ts';

export interface JsonLine {
  /** From 1. */
  readonly line: number;
  /** Undefined for a line that is no JSON, or too long. */
  readonly value: unknown;
}

/** The values of all lines that are not blank, a batch at a time. */
export async function* jsonLines(pieces: AsyncIterable<string>): AsyncGenerator<readonly JsonLine[]> {
  for await (const lines of linesOf(pieces)) {
    yield lines
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, number, cut }) => ({ line: number, value: cut ? undefined : parsed(text) }));
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
