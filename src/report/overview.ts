// What the reports for people (screen and page) collect while the records pass by, to be laid out at the end: totals must stand
// at the top, and they are known last.

import type { ChatRecord, MessageRecord, ParticipantRecord, Severity, SourceRecord, Verdict } from '../model.ts';
import { type Ledger, ledger } from './ledger.ts';
import { type MostSerious, mostSerious } from './most-serious.ts';
import { isReportable } from './record.ts';
import type { ReportWriter } from './report.ts';
import { revealedNames } from './reveal.ts';
import { idsOf, SEVERITIES, VERDICTS } from './words.ts';

/** A chat without its list of people, which can be long. */
export interface ChatOverview extends Omit<ChatRecord, 'participants'> {
  readonly people: number;
  /** The first of those who are not plainly on the staff list; the JSON report has them all. */
  readonly apart: readonly ParticipantRecord[];
  /** Who is who; '' in a masked report. */
  readonly names: string;
}

const APART_SHOWN = 20;

export const overviewOf = ({ participants, ...record }: ChatRecord): ChatOverview => ({
  ...record,
  people: participants.length,
  apart: participants.filter(({ staff }) => staff && staff.status !== 'listed').slice(0, APART_SHOWN),
  names: record.revealed ? revealedNames({ participants, revealed: record.revealed }) : '',
});

export interface Overview {
  readonly messages: MostSerious;
  /** By id. */
  readonly chats: ReadonlyMap<string, ChatOverview>;
  readonly sources: readonly SourceRecord[];
  readonly ledger: Ledger;
  /** How many messages of each verdict have each severity. */
  readonly matrix: Readonly<Record<Verdict, Record<Severity, number>>>;
  /** Messages that the policy named for comparison judges differently, the first of them. */
  readonly differing: readonly MessageRecord[];
  /** Messages that a hold covers. */
  held(): number;
}

const DIFFERING_SHOWN = 2_000;

interface Limits {
  readonly messages: number;
  /** For each reason. */
  readonly ledgerRows: number;
}

/** An overview, and the part of a report writer that fills it. */
export function collect(limits: Limits): { readonly overview: Overview; readonly fill: Omit<ReportWriter, 'end'> } {
  const messages = mostSerious(limits.messages);
  const chats = new Map<string, ChatOverview>();
  const sources: SourceRecord[] = [];
  const notExamined = ledger(limits.ledgerRows);
  const matrix = emptyMatrix();
  const differing: MessageRecord[] = [];
  let held = 0;
  const fill = {
    message: (record: MessageRecord) => {
      if (record.compared && differing.length < DIFFERING_SHOWN) differing.push(record);
      // Only the policy named for comparison has something to say about it.
      if (!isReportable(record)) return '';
      messages.add(record);
      matrix[record.verdict][record.severity] += 1;
      if (record.hold.status === 'matched') held += 1;
      return '';
    },
    chat: (record: ChatRecord) => {
      chats.set(record.id, overviewOf(record));
      return '';
    },
    source: (record: SourceRecord) => {
      sources.push(record);
      return '';
    },
    notExamined: (row: Parameters<Ledger['add']>[0]) => {
      notExamined.add(row);
      return '';
    },
  };
  return { overview: { messages, chats, sources, ledger: notExamined, matrix, differing, held: () => held }, fill };
}

function emptyMatrix(): Record<Verdict, Record<Severity, number>> {
  const row = () => Object.fromEntries(idsOf(SEVERITIES).map((id) => [id, 0])) as Record<Severity, number>;
  return Object.fromEntries(idsOf(VERDICTS).map((id) => [id, row()])) as Record<Verdict, Record<Severity, number>>;
}
