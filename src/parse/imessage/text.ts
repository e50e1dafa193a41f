// imessage-exporter's text: a line with the date, one with the sender, the body, a blank line; answers indented below.

import type { Shelf } from '../media.ts';
import type { ReadingNotes } from '../notes.ts';
import type { RawMessage } from '../numbered.ts';
import { recordsIn } from '../text-records.ts';
import { usDate } from '../us-date.ts';
import { announcement, type Body, messageOf, type Placed } from './body.ts';

export interface Reading {
  readonly notes: ReadingNotes;
  readonly shelf: Shelf;
  readonly path: string;
}

interface Header {
  readonly at: string;
  readonly under: boolean;
  /** A line that the app wrote: who did what. */
  readonly announced: string | undefined;
}

function headerOf(line: string): Header | undefined {
  const date = usDate(line.trimStart());
  if (!date) return undefined;
  const rest = date.rest.trim();
  const isRead = rest === '' || /^\(.*\)$/.test(rest);
  return { at: date.at, under: /^\s/.test(line), announced: isRead ? undefined : rest };
}

export async function* entriesOfText(
  pieces: AsyncIterable<string>,
  reading: Reading,
): AsyncGenerator<readonly Placed[]> {
  for await (const records of recordsIn<Header>(pieces, headerOf, reading.notes)) {
    yield records.flatMap(({ header, lines, line }) => (header ? [placed(header, lines, line, reading)] : []));
  }
}

function placed(header: Header, lines: readonly string[], line: number, reading: Reading): Placed {
  const message = (one: RawMessage): RawMessage => ({ ...one, line });
  if (header.announced !== undefined) {
    const text = [header.announced, ...lines].join('\n').trim();
    return { chat: '', message: message(announcement(header.at, text)) };
  }
  const own = header.under ? lines.map((one) => one.replace(/^ {4}/, '')) : lines;
  const [sender = '', ...rest] = own;
  const body = bodyOf(rest);
  return {
    chat: '',
    message: message(messageOf({ at: header.at, sender: sender.trim() || 'unknown', ...body }, reading)),
    under: header.under,
    answers: rest.some((one) => one.trim() === ANSWERS),
  };
}

const ANSWERS = 'This message responded to an earlier message.';
/** Paths of the computer on which the chat was exported, or below the export. */
const PATH = /^(?:~?\/|[A-Za-z]:\\|attachments\/).*\.\w{2,5}$/;

const REACTION = /^(?:.{1,40} by .+|Sticker from .+)$/;

/** What was typed and which files went along; reactions of others are left out. */
function bodyOf(lines: readonly string[]): Body {
  const files: string[] = [];
  const said: string[] = [];
  let inReactions = false;
  for (const [at, line] of lines.entries()) {
    if (/^(?:Reactions|Tapbacks):$/.test(line.trim()) && REACTION.test(lines[at + 1]?.trim() ?? '')) inReactions = true;
    else if (inReactions && REACTION.test(line.trim())) continue;
    else if (line.trim() === ANSWERS) inReactions = false;
    else {
      inReactions = false;
      if (PATH.test(line.trim())) files.push(line.trim());
      else said.push(line);
    }
  }
  return { text: said.join('\n').trim(), files };
}
