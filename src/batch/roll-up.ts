// The roll-up of a batch: totals, each archive in a row, what needs a person, and what the archives have in common.

import { ISSUES, type IssueCode } from '../issues.ts';
import type { Severity, SourceStatus, Summary } from '../model.ts';
import { distinctPaths } from '../report/redact.ts';
import { counted } from '../report/sentences.ts';
import { SEVERITIES, SOURCE_STATUSES, zeros } from '../report/words.ts';
import type { Finished } from './batch.ts';
import { type ParallelTalk, parallelTalk } from './parallel-talk.ts';
import { type SameChat, sameChats } from './same-chats.ts';
import type { Traces } from './traces.ts';

export interface RollUp {
  readonly totals: Totals;
  /** What a person must look at, the most pressing first. */
  readonly needsAPerson: readonly Need[];
  /** Sorted by path. */
  readonly archives: readonly ArchiveRow[];
  /** By the id that the rows below name them by. */
  readonly chats: readonly ChatRow[];
  readonly sameChats: readonly SameChat[];
  readonly parallelTalk: readonly ParallelTalk[];
}

interface Totals {
  readonly archives: number;
  readonly byStatus: Readonly<Record<SourceStatus, number>>;
  /** Archives with the bytes of another one, scanned once. */
  readonly duplicates: number;
  readonly chats: number;
  readonly messages: number;
  /** Messages that stand in another export of the same conversation too: of the three copies of one, two. */
  readonly repeated: number;
  readonly reported: number;
  /** As `repeated`, of the reported ones. */
  readonly reportedAgain: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly urgent: number;
  readonly notExamined: number;
}

export interface ArchiveRow {
  /** As reports show it. */
  readonly archive: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: SourceStatus;
  /** Its report, from the folder of the batch. */
  readonly report: string;
  readonly duplicateOf?: string;
  readonly chats: number;
  readonly messages: number;
  readonly reported: number;
  readonly urgent: number;
  readonly notExamined: number;
  readonly issues: readonly IssueCode[];
}

export interface ChatRow {
  readonly chat: string;
  readonly archive: string;
  /** As reports show it. */
  readonly title: string;
}

export interface Need {
  readonly archive: string;
  readonly report: string;
  readonly why: readonly string[];
}

/** `finished` and `traces` as the batch gives them. */
export function rollUp(finished: readonly Finished[], traces: readonly Traces[]): RollUp {
  const { archives, chats } = rowsOf(finished);
  const same = sameChats(traces);
  return {
    totals: totalsOf(finished, same, traces),
    needsAPerson: needs(archives),
    archives,
    chats,
    sameChats: same,
    parallelTalk: parallelTalk(traces, same),
  };
}

function rowsOf(finished: readonly Finished[]): Pick<RollUp, 'archives' | 'chats'> {
  const distinct = distinctPaths();
  const shown = new Map(finished.map(({ item, entry }) => [item.path, distinct(entry.outcome.source.path)]));
  const nameOf = (path: string) => shown.get(path) ?? '';
  return {
    archives: finished.map((one) => archiveRow(one, nameOf)),
    chats: finished
      .filter(({ sameAs }) => sameAs === undefined)
      .flatMap(({ item, entry }) =>
        entry.outcome.chats.map(({ id, title }) => ({ chat: id, archive: nameOf(item.path), title })),
      ),
  };
}

function archiveRow({ item, entry, sameAs }: Finished, nameOf: (path: string) => string): ArchiveRow {
  const { source, summary, chats } = entry.outcome;
  return {
    archive: nameOf(item.path),
    sha256: entry.sha256,
    bytes: item.bytes,
    status: source.status,
    report: `reports/${entry.report}`,
    ...(sameAs !== undefined && { duplicateOf: nameOf(sameAs) }),
    chats: chats.length,
    messages: summary.messages,
    reported: reportedIn(summary),
    urgent: summary.urgent,
    notExamined: summary.notExamined,
    issues: [...new Set(source.issues.map(({ code }) => code))],
  };
}

const reportedIn = ({ bySeverity }: Summary): number =>
  Object.values(bySeverity).reduce((sum, count) => sum + count, 0);

/** Archives with the bytes of another one count as archives, and nothing of them counts again. */
function totalsOf(finished: readonly Finished[], same: readonly SameChat[], traces: readonly Traces[]): Totals {
  const byStatus = zeros<SourceStatus>(SOURCE_STATUSES);
  const bySeverity = zeros<Severity>(SEVERITIES);
  const sums = { chats: 0, messages: 0, reported: 0, urgent: 0, notExamined: 0, duplicates: 0 };
  for (const { entry, sameAs } of finished) {
    const { source, summary, chats } = entry.outcome;
    byStatus[source.status] += 1;
    if (sameAs !== undefined) {
      sums.duplicates += 1;
      continue;
    }
    sums.chats += chats.length;
    sums.messages += summary.messages;
    sums.reported += reportedIn(summary);
    sums.urgent += summary.urgent;
    sums.notExamined += summary.notExamined;
    for (const [severity, count] of Object.entries(summary.bySeverity)) bySeverity[severity as Severity] += count;
  }
  return { archives: finished.length, byStatus, ...sums, ...repeatedIn(same, traces), bySeverity };
}

function repeatedIn(same: readonly SameChat[], traces: readonly Traces[]) {
  const byChat = new Map(traces.map((one) => [one.chat, one]));
  let [repeated, reportedAgain] = [0, 0];
  for (const { chats, messages, reported } of same) {
    const copies = chats.flatMap((chat) => byChat.get(chat) ?? []);
    repeated += copies.reduce((sum, { words }) => sum + words.length, 0) - messages;
    reportedAgain += copies.reduce((sum, one) => sum + one.reported.length, 0) - reported;
  }
  return { repeated, reportedAgain };
}

/** Danger first, then what was not read: until somebody has, it may hide anything. */
function needs(archives: readonly ArchiveRow[]): readonly Need[] {
  return archives
    .filter(({ duplicateOf }) => duplicateOf === undefined)
    .map((row) => ({ row, why: reasons(row) }))
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => weight(b.row) - weight(a.row))
    .map(({ row: { archive, report }, why }) => ({ archive, report, why }));
}

const weight = ({ urgent, status }: ArchiveRow): number =>
  (urgent > 0 ? 4 : 0) + (status === 'unreadable' ? 2 : status === 'partial' ? 1 : 0);

function reasons({ urgent, status, issues, notExamined }: ArchiveRow): readonly string[] {
  const notRead = issues.filter((code) => ISSUES[code].effect !== 'note');
  return [
    urgent > 0 ? `${counted(urgent, 'message')} to be read now: safeguarding or danger.` : '',
    ...(status === 'read' ? [] : notRead.map((code) => `${ISSUES[code].says} ${ISSUES[code].advice}`)),
    notExamined > 0
      ? `${counted(notExamined, 'photo, recording or file', 'photos, recordings and files')} not examined.`
      : '',
  ].filter((line) => line !== '');
}
