// A chat as a table (CSV): what iMazing and Viber write, and what comes out of Excel or a database. Several chats when a column says so.

import type { Conversation, Issue, SourceFile } from '../../model.ts';
import { conversationsOf, type Entry } from '../conversations.ts';
import { type ChatFormat, fileByFile, type SurveyOptions } from '../format.ts';
import { issuesOfNotes, noNotes } from '../notes.ts';
import { scanByLine } from '../plain/plain.ts';
import { type FileText, fileText } from '../text.ts';
import { dateReading, type WrittenDate } from '../written-dates.ts';
import { type ColumnMap, type Columns, guessedColumns, headlessColumns, isHeadless, mappedColumns } from './columns.ts';
import { appOf, dateIn, entryOf, unreadIn } from './message.ts';
import { type Row, rowsIn, rowsOf, type Separator, separatorOf } from './rows.ts';

interface Plan {
  readonly separator: Separator;
  readonly columns: Columns;
  /** Columns of the first row. */
  readonly width: number;
  /** The first row is a message already. */
  readonly headless: boolean;
  readonly layout: string;
}

const HEAD = 64 * 1024;
/** Signs in which the first rows stand. */
const LOOK = 16 * 1024;
const VIBER_COLUMNS = 5;

/** Undefined when the columns cannot be told. */
function planOf(head: string, map: ColumnMap | undefined): Plan | undefined {
  const separator = separatorOf(head);
  const first = rowsIn(head.slice(0, LOOK), separator)[0]?.cells ?? [];
  const width = first.length;
  if (map) {
    const columns = mappedColumns(first, map);
    return columns && { separator, columns, width, headless: isHeadless(first, columns), layout: 'table-mapped' };
  }
  const columns = guessedColumns(first);
  const layout = first.includes('Chat Session') && first.includes('Message Date') ? 'imazing' : 'table';
  if (columns) return { separator, columns, width, headless: false, layout };
  const viber = headlessColumns(first);
  return viber && { separator, columns: viber, width: VIBER_COLUMNS, headless: true, layout: 'viber-csv' };
}

/** How many columns a text has when it is a table at all: the same number, at least two, in its first rows. */
export function columnCount(head: string): number {
  const counts = rowsIn(head.slice(0, LOOK), separatorOf(head))
    .slice(0, 20)
    .map(({ cells }) => cells.length);
  const [first = 0] = counts;
  // The head may end within the last row.
  return counts.length >= 3 && first >= 2 && counts.slice(0, -1).every((count) => count === first) ? first : 0;
}

function recognise(head: string, _path: string, map?: ColumnMap): number {
  const plan = planOf(head, map);
  if (!plan) return 0;
  if (map || plan.layout === 'imazing') return 0.94;
  const { sender, date } = plan.columns;
  return sender !== undefined && date !== undefined ? 0.7 : 0.5;
}

async function surveyFile(file: SourceFile, options: SurveyOptions): Promise<Conversation[]> {
  const { title, shelf, dateOrder, columns: map } = options;
  const text = await fileText(file);
  const plan = planOf(await headOf(text), map);
  if (!plan) return [await scanByLine(file, options)];
  const { columns, layout } = plan;
  const notes = noNotes();
  const dates = await dateReading(datesIn(text, plan), dateOrder);
  const unread = new Set<number>();
  let app = layout === 'imazing' ? 'imessage' : layout === 'viber-csv' ? 'viber' : 'table';
  async function* read(): AsyncGenerator<readonly Entry[]> {
    Object.assign(notes, noNotes());
    for await (const batch of messageRows(text, plan as Plan, notes)) {
      app = appOf(batch[0]?.cells ?? [], columns) ?? app;
      yield batch.map((row) => {
        for (const at of unreadIn(row.cells, columns)) unread.add(at);
        return entryOf(row, plan as Plan, { dates, notes, shelf, path: file.path });
      });
    }
  }
  return conversationsOf({
    read,
    headOf: (chat) => ({
      app,
      layout,
      path: file.path,
      title: chat || title.replace(/\.(?:csv|tsv)$/i, ''),
      dateOrder: dates.order,
    }),
    issues: () => [...text.issues, ...dates.issues, ...issuesOfNotes(notes), ...columnIssues(unread)],
    shelf,
  });
}

async function* datesIn(text: FileText, plan: Plan): AsyncGenerator<WrittenDate> {
  for await (const batch of messageRows(text, plan, { long: 0 })) {
    for (const { cells } of batch) {
      const date = dateIn(cells, plan.columns);
      if (date && typeof date !== 'string') yield date;
    }
  }
}

function columnIssues(unread: ReadonlySet<number>): Issue[] {
  const numbers = [...unread].sort((x, y) => x - y).map((at) => at + 1);
  return numbers.length === 0
    ? []
    : [{ code: 'columns-not-read', place: `columns ${numbers.slice(0, 20).join(', ')}` }];
}

/** All rows but the headings. */
async function* messageRows(
  text: FileText,
  { separator, headless }: Plan,
  notes: { long: number },
): AsyncGenerator<readonly Row[]> {
  let isHeading = !headless;
  for await (const rows of rowsOf(text.pieces(), separator, notes)) {
    const own = isHeading ? rows.slice(1) : rows;
    isHeading = false;
    if (own.length > 0) yield own;
  }
}

async function headOf(text: FileText): Promise<string> {
  let head = '';
  for await (const piece of text.pieces()) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head;
}

export const table: ChatFormat = {
  id: 'table',
  app: 'table',
  name: 'Table (CSV): iMazing, Viber, Excel, others',
  about: {
    handIn: 'the .csv, any separator; headings that say who, when and what, or --map',
    toldBy: 'headings known from such programs, or the columns that --map names',
    limits: 'columns with sentences that are not the messages are named and not scanned',
    example: 'formats/table/Messages - Ward 12.csv',
  },
  recognise,
  survey: fileByFile(surveyFile),
};
