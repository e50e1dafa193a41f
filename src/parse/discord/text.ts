// Discord, exported with DiscordChatExporter as plain text: a box of equals signs with the channel, then for each message a line with date
// and author, its text, and what came with it under words in braces.

import type { Attachment, Conversation, DateOrder, SourceFile } from '../../model.ts';
import { conversationOf } from '../conversation.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { createLineSplitter, LONGEST } from '../lines.ts';
import { baseName, cameAs, kindOfName, type Shelf } from '../media.ts';
import { issuesOfNotes, noNotes, type ReadingNotes } from '../notes.ts';
import { NO_DATE, numbered, type RawMessage } from '../numbered.ts';
import { atOf, looksLikeDate, OrderEvidence, readSpokenDate } from '../spoken-dates.ts';
import { type FileText, fileText } from '../text.ts';

const BOX = '={62}';
const recognise = (head: string): number =>
  new RegExp(`^\\ufeff?${BOX}\\r?\\n(?:Guild|Server): [^\\n]*\\nChannel: `).test(head) ? 0.97 : 0;

async function surveyFile(file: SourceFile, { shelf, dateOrder }: SurveyOptions): Promise<Conversation> {
  const text = await fileText(file);
  const evidence = new OrderEvidence();
  let title = '';
  for await (const block of blocksOf(text, noNotes())) {
    const date = readSpokenDate(block.written);
    if (date) evidence.note(date);
    if (block.author === '') title = /^Channel: (?:.* \/ )?(.+)$/m.exec(block.lines.join('\n'))?.[1] ?? '';
  }
  const { order, issues } = evidence.decide(dateOrder);
  const notes = noNotes();
  return conversationOf(
    { app: 'discord', layout: 'discord-text', path: file.path, title, dateOrder: order },
    () => numbered(messagesOf(text, order.order, file.path, shelf, notes)),
    shelf,
    () => [...text.issues, ...issues, ...issuesOfNotes(notes)],
  );
}

/** A message with its head taken apart; the box before the first has no author. */
interface Block {
  readonly author: string;
  readonly written: string;
  readonly lines: string[];
}

const HEAD = /^\[([^\]]{6,60})\] (.{1,120}?)(?: \(pinned\))?$/;

/** A head stands after an empty line; `[date] Name: text` is a line pasted from another app. */
function headIn(line: string, before: string): RegExpExecArray | undefined {
  const found = before === '' ? HEAD.exec(line) : null;
  return found && !found[2]?.includes(': ') && looksLikeDate(found[1] ?? '') ? found : undefined;
}

async function* blocksOf(text: FileText, notes: ReadingNotes): AsyncGenerator<Block> {
  const ready: Block[] = [];
  let block: Block = { author: '', written: '', lines: [] };
  let before = '';
  let length = 0;
  const splitter = createLineSplitter((line, _, cut) => {
    const head = headIn(line, before);
    before = line;
    if (head) {
      ready.push(block);
      block = { author: head[2] ?? '', written: head[1] ?? '', lines: [] };
      length = 0;
      return;
    }
    if (cut || (length <= LONGEST && length + line.length > LONGEST)) notes.long++;
    length += line.length;
    if (length <= LONGEST) block.lines.push(line);
  });
  for await (const piece of text.pieces()) {
    splitter.push(piece);
    yield* ready.splice(0);
  }
  splitter.finish();
  yield* [...ready, block];
}

async function* messagesOf(
  text: FileText,
  order: DateOrder['order'],
  path: string,
  shelf: Shelf,
  notes: ReadingNotes,
): AsyncGenerator<RawMessage> {
  Object.assign(notes, noNotes());
  let whole = false;
  for await (const { author, written, lines } of blocksOf(text, notes)) {
    const inside = lines.join('\n');
    whole = FOOT.test(inside);
    if (author === '') {
      notes.before = linesBelowBox(lines);
      continue;
    }
    const date = readSpokenDate(written);
    if (!date) notes.undated++;
    const { typed, attachments } = partsOf(inside.replace(FOOT, ''), path, shelf);
    yield { kind: 'said', at: date ? atOf(date, order) : NO_DATE, sender: author, text: typed, attachments, marks: [] };
  }
  notes.cut = !whole;
}

/** What stands between the box and the first message. */
function linesBelowBox(lines: readonly string[]): number {
  const box = lines.map((line, at) => (/^={62}$/.test(line) ? at : -1)).filter((at) => at >= 0);
  return lines.slice((box[1] ?? -1) + 1, box[2]).filter((line) => line.trim() !== '').length;
}

const FOOT = new RegExp(`\\n*${BOX}\\nExported [\\d.,]+ message\\(s\\)\\n${BOX}\\s*$`);
const WORD = /^\{(Attachments|Stickers|Reactions|Embed)\}$/;
/** What stands in the lines under such a word. */
const PARTS: Readonly<Record<string, RegExp>> = {
  Attachments: /^\S+$/,
  Stickers: /^https?:\S+$/,
  Reactions: /^(?:\S{1,40} \(\d+\)\s*)+$/,
  Embed: /\S/,
};

/** Files are listed by their addresses. A word in braces is taken for what it seems only where what follows it is that. */
function partsOf(inside: string, path: string, shelf: Shelf): { typed: string; attachments: Attachment[] } {
  const attachments: Attachment[] = [];
  const typed: string[] = [];
  const lines = inside.split('\n');
  let part = '';
  for (const [at, line] of lines.entries()) {
    const word = WORD.exec(line)?.[1];
    if (word !== undefined && PARTS[word]?.test(lines[at + 1] ?? '')) {
      part = word;
      // A blank line parts it from what was typed.
      if (typed.at(-1) === '') typed.pop();
    } else if (!PARTS[part]?.test(line) || part === 'Embed') typed.push(line);
    else if (part === 'Attachments') attachments.push(attachmentOf(line, path, shelf));
    else if (part === 'Stickers') attachments.push({ name: '', kind: 'sticker-gif' });
  }
  return { typed: typed.join('\n').trim(), attachments };
}

function attachmentOf(address: string, path: string, shelf: Shelf): Attachment {
  const name = baseName(address.replace(/[?#].*$/, '').replaceAll('\\', '/'));
  const file = shelf.find(name, path);
  return { name, kind: kindOfName(name), ...cameAs(file) };
}

export const discordText: ChatFormat = {
  id: 'discord-text',
  app: 'discord',
  name: 'Discord, DiscordChatExporter as text',
  about: {
    handIn: 'the .txt of a channel',
    toldBy: 'a box of equals signs with guild and channel',
    limits: 'times have no zone; reactions are passed over',
    example: 'formats/discord-text',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
