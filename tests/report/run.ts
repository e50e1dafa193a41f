// Runs a result through a report writer, in the order in which a scan would.

import type { Decision, Summary } from '../../src/model.ts';
import type { ReportOptions, ReportWriter } from '../../src/report/report.ts';
import { tally } from '../../src/report/tally.ts';
import type { Result } from './demo.ts';

/** The numbers that a scan of the result would give. */
export function summaryOf({ messages, chats, sources, notExamined }: Result, holdIds?: readonly string[]): Summary {
  const counts = tally(holdIds?.map((id) => ({ id, kind: 'foi' as const })));
  for (const record of messages) {
    counts.message(record, { ...SAID, at: record.at }, []);
    counts.record(record);
  }
  const all = chats.reduce((sum, chat) => sum + chat.counts.records, 0);
  for (let i = messages.length; i < all; i++) counts.message(ORDINARY, SAID, []);
  for (const record of sources) counts.source(record);
  for (const chat of chats) counts.chat(chat);
  for (const _ of notExamined) counts.notExamined();
  return counts.summary();
}

const SAID = { kind: 'said', at: '2024-12-02T09:00', attachments: [], marks: [] } as const;

export const ORDINARY: Decision = {
  verdict: 'none',
  severity: 'info',
  confidence: 0,
  subjects: [],
  flags: [],
  rules: [],
  dispositions: [],
  residual: 'leave',
  hold: { status: 'unknown', ids: [] },
};

/** Calls the writer in the order that the contract of reports asks for, and gives back its text. */
export function write(writer: ReportWriter, result: Result, summary = summaryOf(result)): string {
  const text = records(writer, result);
  const end = writer.end(summary);
  if (typeof end !== 'string') throw new Error('this format is not text: use finish');
  return text + end;
}

/** The same for a format that is no text. */
export async function finish(writer: ReportWriter, result: Result): Promise<Uint8Array> {
  records(writer, result);
  const end = await writer.end(summaryOf(result));
  if (typeof end === 'string') throw new Error('this format is text: use write');
  return end;
}

/** All calls but the last. */
export function records(writer: ReportWriter, result: Result): string {
  let text = '';
  for (const source of result.sources) {
    for (const chat of result.chats.filter((one) => one.source === source.path)) {
      for (const record of result.messages) if (record.chat === chat.id) text += writer.message(record);
      text += writer.chat(chat);
    }
    text += writer.source(source);
  }
  for (const row of result.notExamined) text += writer.notExamined(row);
  return text;
}

export const OPTIONS: ReportOptions = { color: false, width: 100 };
