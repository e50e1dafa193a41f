// A message as a row of a table in plain words, for the formats that are opened in a spreadsheet.

import type { Disposition, MessageRecord } from '../model.ts';
import { leadClausesOf, receiverName } from './describe.ts';
import { forTerminal } from './escape.ts';
import { foundText } from './found.ts';
import type { ReportOptions, Wording } from './report.ts';
import { acceptedSentence, weekday } from './sentences.ts';
import { RESIDUALS, SEVERITIES, SUBJECTS, VERDICTS } from './words.ts';

export interface Column {
  readonly title: string;
  /** In signs, for formats that lay out columns. */
  readonly width: number;
  of(record: MessageRecord, wording: Wording): string | number;
}

/** In the order in which an officer reads: where it stands, how bad it is, what it is, what to do. */
const COLUMNS: readonly Column[] = [
  { title: 'Chat', width: 18, of: ({ chat }) => chat },
  { title: 'Message', width: 9, of: ({ index }) => index },
  { title: 'Date', width: 11, of: ({ at }) => at.slice(0, 10) },
  { title: 'Day', width: 11, of: ({ at }) => weekday(at) },
  { title: 'Time', width: 9, of: ({ at }) => at.slice(11) },
  { title: 'Sent by', width: 8, of: ({ sender }) => (sender === '' ? 'the app' : sender) },
  { title: 'Could be read by', width: 10, of: ({ exposure }) => exposure.members },
  { title: 'Severity', width: 9, of: ({ severity }) => SEVERITIES[severity] },
  { title: 'Verdict', width: 13, of: ({ verdict }) => VERDICTS[verdict].name },
  { title: 'How sure', width: 9, of: ({ verdict, confidence }) => (verdict === 'none' ? '' : confidence) },
  { title: 'About', width: 14, of: ({ subjects }) => subjects.map((one) => SUBJECTS[one]).join('; ') },
  { title: 'People', width: 14, of: ({ people }) => people.join('; ') },
  { title: 'What was found', width: 44, of: foundText },
  { title: 'Where it belongs', width: 44, of: ({ dispositions }) => dispositions.map(receiver).join('; ') },
  {
    title: 'By which clauses',
    width: 30,
    of: ({ dispositions }, wording) => leadClausesOf(dispositions, wording).join('; '),
  },
  { title: 'Copy in the chat', width: 19, of: ({ residual }) => RESIDUALS[residual].name },
  { title: 'Holds', width: 14, of: ({ hold }) => hold.ids.map((id) => `hold ${id}`).join('; ') },
  {
    title: 'Read with messages',
    width: 14,
    of: ({ chat, context }) => context.map((id) => `no ${id.replace(`${chat}:`, '')}`).join('; '),
  },
  // Empty without a staff list: 0 would say that all were on it.
  { title: 'Readers not on the staff list', width: 12, of: ({ exposure }) => exposure.outsiders ?? '' },
  { title: 'Readers who had left', width: 12, of: ({ exposure }) => exposure.leavers ?? '' },
  { title: 'Accepted', width: 30, of: ({ accepted }) => (accepted ? acceptedSentence(accepted) : '') },
];

/** What a deliberate reveal adds. */
const REVEALED: readonly Column[] = [
  { title: 'Name of the sender', width: 20, of: ({ revealed }) => revealed?.sender ?? '' },
  { title: 'Words of the message', width: 60, of: ({ revealed }) => revealed?.text ?? '' },
  {
    title: 'Words that were found',
    width: 40,
    of: ({ findings }) => [...new Set(findings.flatMap(({ text }) => text ?? []))].join('; '),
  },
];

export const columnsOf = ({ reveal }: Pick<ReportOptions, 'reveal'>): readonly Column[] =>
  reveal ? [...COLUMNS, ...REVEALED] : COLUMNS;

const receiver = ({ destination, due }: Disposition): string =>
  `${receiverName(destination)}${due === undefined ? '' : ` (${due})`}`;

/** What a column says of a record: a number, or one line of text. */
export function cellOf(column: Column, record: MessageRecord, wording: Wording): string | number {
  const value = column.of(record, wording);
  return typeof value === 'number' ? value : forTerminal(value);
}
