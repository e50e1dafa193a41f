// LINE: `[LINE] Chat history with Ann Lee`, a line for each day, and below it messages with tabs between time, sender and text. A text of
// several lines stands in quotation marks.

import type { Conversation, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { NO_DATE, type RawMessage } from '../numbered.ts';
import { fileText } from '../text.ts';
import { recordsIn } from '../text-records.ts';

type Header = { readonly day: string } | { readonly clock: string; readonly sender: string; readonly text: string };

const TITLE =
  /^\ufeff?\[LINE\] (?:Chat history (?:with|in) |.{0,20}?)["「]?(.{1,200}?)["」]?(?:のトーク履歴|的聊天記錄)?$/m;

/** The title, and the day of saving. */
const ABOUT_FILE =
  /^\ufeff?\[LINE\]|^.{1,30}[:：] ?(?:[A-Z][a-z]{2}, )?\d{1,4}[./]\d{1,2}[./]\d{1,4}\D{0,8}\d{1,2}:\d\d(?: ?[AP]M)?\s*$/;

const recognise = (head: string): number => (/^\ufeff?\[LINE\] /.test(head) ? 0.96 : 0);

const two = (number: string): string => number.padStart(2, '0');
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `2024.12.03 Tuesday`, `2024/12/3火`, `Tue, 12/03/2024`: of the last the name of the day settles which number is the month, save where it fits both. */
function dayOf(line: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[./](\d{1,2})[./](\d{1,2})(?:\s?\D{0,12})?$/.exec(line) ?? [];
  if (year !== '') return `${year}-${two(month)}-${two(day)}`;
  const [, name = '', first = '', second = '', of = ''] =
    /^([A-Z][a-z]{2}), (\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(line) ?? [];
  if (of === '') return undefined;
  const fits = (month: string, day: string) =>
    weekday(Number(of), Number(month), Number(day)) === DAYS.indexOf(name.toLowerCase());
  return fits(second, first) ? `${of}-${two(second)}-${two(first)}` : `${of}-${two(first)}-${two(second)}`;
}

/** 0 is Sunday (Tomohiko Sakamoto's method). */
function weekday(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const own = month < 3 ? year - 1 : year;
  return (own + Math.floor(own / 4) - Math.floor(own / 100) + Math.floor(own / 400) + shift + day) % 7;
}

function headerOf(line: string): Header | undefined {
  const day = dayOf(line);
  if (day !== undefined) return { day };
  const [, half = '', hour = '', minute = '', after = '', sender = '', text] =
    /^(午前|午後|上午|下午)?(\d{1,2}):(\d\d) ?([AP]M)?\t([^\t]*)(?:\t(.*))?$/.exec(line) ?? [];
  if (minute === '') return undefined;
  const noon = /午後|下午|PM/.test(half + after) ? 12 : 0;
  const clock = `${two(String(half + after === '' ? Number(hour) : (Number(hour) % 12) + noon))}:${minute}`;
  return text === undefined ? { clock, sender: '', text: sender } : { clock, sender, text };
}

async function surveyFile(file: SourceFile, { title, shelf }: SurveyOptions): Promise<Conversation[]> {
  const text = await fileText(file);
  const notes = noNotes();
  let named = '';
  async function* read(): AsyncGenerator<readonly Entry[]> {
    Object.assign(notes, noNotes());
    let day = '0000-01-01';
    let aboutFile = 0;
    for await (const records of recordsIn<Header>(text.pieces(), headerOf, notes)) {
      const entries: Entry[] = [];
      for (const { header, lines, line } of records) {
        if (header === undefined) {
          named = TITLE.exec(lines.join('\n'))?.[1] ?? '';
          aboutFile = lines.filter((one) => ABOUT_FILE.test(one)).length;
        } else if ('day' in header) day = header.day;
        else {
          if (day.startsWith('0000')) notes.undated++;
          entries.push({ chat: '', message: { ...messageOf(header, day, lines), line } });
        }
      }
      yield entries;
    }
    notes.before = Math.max(0, notes.before - aboutFile);
  }
  return conversationsOf({
    read,
    headOf: () => ({ app: 'line', layout: 'line-text', path: file.path, title: named || title }),
    issues: () => [...text.issues, ...issuesOfNotes(notes)],
    shelf,
  });
}

function messageOf(header: Exclude<Header, { day: string }>, day: string, lines: readonly string[]): RawMessage {
  const at = day.startsWith('0000') ? NO_DATE : `${day}T${header.clock}`;
  const whole = [header.text, ...lines].join('\n').trim();
  const text = /^"[\s\S]*"$/.test(whole) && lines.length > 0 ? whole.slice(1, -1) : whole;
  if (header.sender !== '') return { kind: 'said', at, sender: header.sender, text, attachments: [], marks: [] };
  return { kind: 'system', at, sender: '', text, attachments: [], marks: [], system: eventIn(text) };
}

function eventIn(text: string): NonNullable<RawMessage['system']> {
  const [, joined = ''] = /^(.+?) joined the (?:group|chat)/.exec(text) ?? [];
  if (joined !== '') return { type: 'joined', members: [joined] };
  const [, left = ''] = /^(.+?) left the (?:group|chat)/.exec(text) ?? [];
  return left === '' ? { type: 'other', members: [] } : { type: 'left', members: [left] };
}

export const line: ChatFormat = {
  id: 'line',
  app: 'line',
  name: 'LINE, text export',
  about: {
    handIn: 'the .txt that "Export chat history" makes',
    toldBy: '"[LINE]" in the first line',
    limits: 'pictures and files: LINE exports only words in their place',
    example: 'formats/line',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
