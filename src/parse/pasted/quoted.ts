// A chat that was pasted into an e-mail and answered or sent on: each line begins with `>`. The marks are taken away and what is left is
// read as the chat that it is.

import type { Conversation, SourceFile } from '../../model.ts';
import type { ChatFormat, SurveyOptions } from '../format.ts';
import { linesOf } from '../line-batches.ts';
import { type FileText, fileText } from '../text.ts';
import { whatsapp } from '../whatsapp/whatsapp.ts';
import { telegramCopy } from './telegram-copy.ts';

/** The chats that people paste. */
const PASTED: readonly ChatFormat[] = [whatsapp, telegramCopy];

const QUOTED = /^(?:> ?)+/;
/** Signs of a file by which a chat is told. */
const HEAD = 64 * 1024;

/** The other lines are of the e-mail around the chat. */
const isQuoted = (line: string): boolean => line.startsWith('>');

interface Look {
  readonly format: ChatFormat | undefined;
  readonly certainty: number;
}

function look(head: string, path: string): Look {
  const lines = head.replace(/^\ufeff/, '').split(/\r?\n/);
  const quoted = lines.filter(isQuoted);
  const none: Look = { format: undefined, certainty: 0 };
  if (quoted.length === 0 || quoted.length * 2 < lines.filter((line) => line.trim() !== '').length) return none;
  const bare = quoted.map((line) => line.replace(QUOTED, '')).join('\n');
  return PASTED.map((format) => ({ format, certainty: format.recognise(bare, path) })).reduce<Look>(
    (best, one) => (one.certainty > best.certainty ? one : best),
    none,
  );
}

async function survey(files: readonly SourceFile[], options: SurveyOptions): Promise<Conversation[]> {
  const chats: Conversation[] = [];
  for (const file of files) {
    const text = await fileText(file);
    const { format = telegramCopy } = look(await headOf(text), file.path);
    const [first, ...others] = await format.survey([withoutMarks(file, text)], options);
    if (first) chats.push({ ...first, issues: [...text.issues, ...first.issues] }, ...others);
  }
  return chats;
}

async function headOf(text: FileText): Promise<string> {
  let head = '';
  for await (const piece of text.pieces()) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD);
}

/** The same file without the `>` and spaces at the start of its lines. */
const withoutMarks = (file: SourceFile, text: FileText): SourceFile => ({
  ...file,
  async *open() {
    const encoder = new TextEncoder();
    for await (const lines of linesOf(text.pieces())) {
      yield encoder.encode(lines.map((line) => `${line.text.replace(QUOTED, '')}\n`).join(''));
    }
  },
});

export const quotedChat: ChatFormat = {
  id: 'quoted-chat',
  app: 'whatsapp',
  name: 'Any pasted chat in an e-mail',
  about: {
    handIn: 'the e-mail as .txt',
    toldBy: 'lines with > whose rest is a WhatsApp or Telegram chat',
    limits: 'the words of the e-mail around the chat are not scanned',
    example: 'formats/pasted/forwarded.txt',
  },
  recognise: (head, path) => look(head, path).certainty,
  survey,
};
