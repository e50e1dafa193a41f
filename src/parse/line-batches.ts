// The lines of a text, for readers that go through it in order: a batch at a time, never more than a piece of the file and one line.

import { createLineSplitter } from './lines.ts';

export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** It was longer than may be held; the rest of it was dropped. */
  readonly cut: boolean;
}

/** Throws what `pieces` throws, after all lines before it. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<readonly TextLine[]> {
  let batch: TextLine[] = [];
  let number = 0;
  const splitter = createLineSplitter((text, _end, cut) => {
    number++;
    // A file that was put behind another one brings its BOM along.
    batch.push({ text: text.startsWith('\ufeff') ? text.slice(1) : text, number, cut });
  });
  for await (const piece of pieces) {
    splitter.push(piece);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  splitter.finish();
  if (batch.length > 0) yield batch;
}
