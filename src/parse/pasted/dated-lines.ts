// Text in which a line with a date and a name opens each message: what apps make of messages that are marked and copied, or exported as
// plain text. How the line looks is said by each format.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import type { RawMessage } from '../numbered.ts';
import { fileText } from '../text.ts';
import { recordsIn } from '../text-records.ts';
import { dateReading, type WrittenDate } from '../written-dates.ts';

export interface DatedLine {
  /** '' for a line that the app wrote. */
  readonly sender: string;
  readonly date: WrittenDate;
  /** What stands on the same line. */
  readonly text: string;
}

interface Form extends Pick<ChatFormat, 'id' | 'app' | 'name' | 'about'> {
  /** What a line opens; undefined for one that goes on. */
  readonly headerOf: (line: string) => DatedLine | undefined;
  readonly eventIn?: (text: string) => NonNullable<RawMessage['system']>;
}

export function datedLines({ id, app, name, about, headerOf, eventIn }: Form): ChatFormat {
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
          const at = dates.at(header.date);
          return [{ chat: '', message: { ...messageOf(header.sender, said), at, line } }];
        });
      }
    }
    return conversationsOf({
      read,
      headOf: () => ({ app, layout: id, path: file.path, title, dateOrder: dates.order }),
      issues: () => [...text.issues, ...dates.issues, ...issuesOfNotes(notes)],
      shelf,
    });
  }
  const messageOf = (sender: string, text: string): Omit<RawMessage, 'at' | 'line'> =>
    sender === ''
      ? { kind: 'system', sender, text, attachments: [], marks: [], system: eventIn?.(text) ?? OTHER }
      : { kind: 'said', sender, text, attachments: [], marks: [] };
  return { id, app, name, about, recognise: (head) => certaintyOf(head, headerOf), survey: fileByFile(surveyFile) };
}

const OTHER: NonNullable<RawMessage['system']> = { type: 'other', members: [] };

function certaintyOf(head: string, headerOf: Form['headerOf']): number {
  const lines = head
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const headers = lines.filter((line) => headerOf(line) !== undefined).length;
  if (headers === 0) return 0;
  return headerOf(lines[0] ?? '') ? 0.9 : headers >= 2 ? 0.6 : 0.2;
}
