// The last resort: text that is no chat that is known, scanned line by line. Who wrote a line, and when, is not known, and nothing may
// look as if it were.

import type { Conversation, Message, SourceFile } from '../../model.ts';
import { SOMEBODY } from '../census.ts';
import { conversationOf } from '../conversation.ts';
import type { SurveyOptions } from '../format.ts';
import { isBlock, readHtml } from '../html-events.ts';
import { linesOf, type TextLine } from '../line-batches.ts';
import { NO_DATE } from '../numbered.ts';
import { type FileText, fileText } from '../text.ts';

/** A line without an end, as of a program's data, is scanned in pieces of so many signs. */
const LONGEST_PIECE = 2000;
/** Messages handed out at a time. */
const BATCH = 400;

/** The text of a file as a chat of unknown people. */
export async function scanByLine(file: SourceFile, { title, shelf }: SurveyOptions): Promise<Conversation> {
  const text = await fileText(file);
  let cut = 0;
  async function* read(): AsyncGenerator<readonly Message[]> {
    cut = 0;
    let index = 0;
    for await (const lines of linesOf(await asText(text))) {
      cut += lines.filter((line) => line.cut).length;
      const messages = lines.flatMap(piecesOf).map((line) => {
        index++;
        return messageOf(line, index);
      });
      for (let at = 0; at < messages.length; at += BATCH) yield messages.slice(at, at + BATCH);
    }
  }
  const head = { app: 'text', layout: 'plain-text', path: file.path, title, kind: 'group' as const };
  const chat = await conversationOf(head, read, shelf, () => [
    ...text.issues,
    { code: 'scanned-by-line' },
    ...(cut > 0 ? [{ code: 'record-cut', count: cut } as const] : []),
  ]);
  return {
    ...chat,
    participants: [],
    dateOrder: { ...chat.dateOrder, certain: false, evidence: 'there are no dates of messages' },
  };
}

function messageOf({ text, number }: Pick<TextLine, 'text' | 'number'>, index: number): Message {
  return { index, kind: 'said', at: NO_DATE, sender: SOMEBODY, text, attachments: [], marks: [], line: number };
}

/** Blank lines say nothing; long ones are cut between words. */
function piecesOf({ text, number }: TextLine): { text: string; number: number }[] {
  if (text.trim() === '') return [];
  const pieces: { text: string; number: number }[] = [];
  let rest = text;
  while (rest.length > LONGEST_PIECE) {
    const space = rest.lastIndexOf(' ', LONGEST_PIECE);
    const end = space > LONGEST_PIECE / 2 ? space : LONGEST_PIECE;
    pieces.push({ text: rest.slice(0, end), number });
    rest = rest.slice(end);
  }
  return [...pieces, { text: rest, number }];
}

/** A page without its tags; any other text as it is. */
async function asText(text: FileText): Promise<AsyncIterable<string>> {
  for await (const piece of text.pieces()) {
    const isPage = /^\ufeff?\s*<(?:!doctype html|html|head|body)\b/i.test(piece);
    return isPage ? textOfPage(text.pieces()) : text.pieces();
  }
  return text.pieces();
}

async function* textOfPage(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  const page = readHtml(pieces, {
    opens: (name) => {
      if (isBlock(name)) text += '\n';
    },
    text: (more) => {
      text += more;
    },
    closes: (name) => {
      if (isBlock(name)) text += '\n';
    },
  });
  for await (const _ of page) {
    yield text;
    text = '';
  }
}
