// Messages that were marked and copied in Telegram: `Ann Lee, [03/12/2024 09:15]` on a line of its own, the text below.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { fileText } from '../text.ts';
import { recordsIn } from '../text-records.ts';
import { dateReading, readDate, type WrittenDate } from '../written-dates.ts';

interface Header {
  readonly sender: string;
  readonly date: WrittenDate;
  /** What stands on the same line. */
  readonly text: string;
}

const HEADER = /^([^\n[\]]{1,100}), \[([^\]\n]{6,60})\]:?(?: (.*))?$/;

function headerOf(line: string): Header | undefined {
  const [, sender = '', written = '', text = ''] = HEADER.exec(line) ?? [];
  const date = readDate(written);
  return date && { sender: sender.trim(), date, text };
}

function recognise(head: string): number {
  const lines = head
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const headers = lines.filter((line) => headerOf(line) !== undefined).length;
  if (headers === 0) return 0;
  return headerOf(lines[0] ?? '') ? 0.9 : headers >= 2 ? 0.6 : 0.2;
}

async function surveyFile(file: SourceFile, { title, shelf, dateOrder }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const notes = noNotes();
  async function* headers(): AsyncGenerator<WrittenDate> {
    for await (const records of recordsIn(text.pieces(), headerOf, noNotes())) {
      for (const { header } of records) if (header) yield header.date;
    }
  }
  const dates = await dateReading(headers(), dateOrder);
  async function* read(): AsyncGenerator<readonly Entry[]> {
    Object.assign(notes, noNotes());
    for await (const records of recordsIn(text.pieces(), headerOf, notes)) {
      yield records.flatMap(({ header, lines, line }): Entry[] => {
        if (!header) return [];
        const said = [header.text, ...lines].join('\n').trim();
        const { sender } = header;
        const at = dates.at(header.date);
        return [{ chat: '', message: { kind: 'said', at, sender, text: said, attachments: [], marks: [], line } }];
      });
    }
  }
  return conversationsOf({
    read,
    headOf: () => ({ app: 'telegram', layout: 'telegram-copy', path: file.path, title, dateOrder: dates.order }),
    issues: () => [...text.issues, ...dates.issues, ...issuesOfNotes(notes)],
    shelf,
  });
}

export const telegramCopy: ChatFormat = {
  id: 'telegram-copy',
  app: 'telegram',
  name: 'Telegram, copied and pasted',
  about: {
    handIn: 'a .txt into which messages were pasted',
    toldBy: '"Name, [03/12/2024 09:15]" on a line of its own',
    limits: 'what was cut or changed while pasting cannot be seen',
    example: 'formats/pasted/copied.txt',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
