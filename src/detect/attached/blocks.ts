// The text of an attachment as a conversation: stretches of about the length of a long message, so that a heading ("Re: Mrs …, DOB …")
// holds for what follows it, as it does among messages, and a table of many patients is not one sentence.

import type { Passage } from '../../extract/reader.ts';

/** A stretch of the attachment's text that is read as one message. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly by: Passage['by'];
}

/** The whole text, one passage after the other, with its blocks. */
export interface Layout {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The passage that an offset lies in. */
  passageAt(offset: number): Passage | undefined;
}

/** Signs of a block: a letter's heading and its first lines. */
const LONGEST = 700;

export function layoutOf(passages: readonly Passage[]): Layout {
  const starts: number[] = [];
  const blocks: Block[] = [];
  let length = 0;
  for (const { text, by } of passages) {
    starts.push(length);
    for (const [from, to] of piecesOf(text)) {
      const last = blocks.at(-1);
      const end = length + to;
      if (last && last.by === by && end - last.start <= LONGEST) blocks[blocks.length - 1] = { ...last, end };
      else blocks.push({ start: length + from, end, by });
    }
    length += text.length + 1;
  }
  return {
    text: passages.map(({ text }) => text).join('\n'),
    blocks,
    passageAt: (offset) => passages[lastUpTo(starts, offset)],
  };
}

/** A long text is cut at the end of a line, else of a word. */
function* piecesOf(text: string): Generator<readonly [number, number]> {
  let from = 0;
  while (text.length - from > LONGEST) {
    const line = text.lastIndexOf('\n', from + LONGEST);
    const cut = line > from ? line : text.lastIndexOf(' ', from + LONGEST);
    const to = cut > from ? cut : from + LONGEST;
    yield [from, to];
    from = to;
  }
  if (from < text.length) yield [from, text.length];
}

/** Index of the last of the sorted numbers that is not beyond a limit. */
function lastUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
