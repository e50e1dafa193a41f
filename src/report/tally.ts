// Counts a run: the numbers of the summary.

import type {
  ChatRecord,
  Decision,
  Destination,
  Message,
  MessageRecord,
  Severity,
  SourceRecord,
  SourceStatus,
  Subject,
  Summary,
  Verdict,
} from '../model.ts';
import { breachTally } from './breach-facts.ts';
import { isReportable } from './record.ts';
import { isUrgent } from './urgent.ts';
import { DESTINATIONS, idsOf, SEVERITIES, SOURCE_STATUSES, SUBJECTS, VERDICTS } from './words.ts';

export interface Tally {
  /** Of every message that was examined, reported or not. */
  message(decision: Decision, message: Pick<Message, 'kind' | 'attachments'>): void;
  record(record: MessageRecord): void;
  chat(record: Pick<ChatRecord, 'membership'>): void;
  source(record: SourceRecord): void;
  notExamined(): void;
  soFar(): { readonly sources: number; readonly messages: number };
  summary(): Summary;
}

/** `holdIds` are those of the register; undefined when none was given. */
export function tally(holdIds?: readonly string[]): Tally {
  const sources = zeros<SourceStatus>(SOURCE_STATUSES);
  const byVerdict = zeros<Verdict>(VERDICTS);
  const bySeverity = zeros<Severity>(SEVERITIES);
  const byDestination = zeros<Destination>(DESTINATIONS);
  const bySubject = zeros<Subject>(SUBJECTS);
  const covered = new Map((holdIds ?? []).map((id) => [id, 0]));
  const breach = breachTally();
  const totals = { chats: 0, messages: 0, ordinary: 0, urgent: 0, notExamined: 0 };
  return {
    message: (decision, message) => {
      totals.messages += 1;
      breach.message(message);
      for (const id of decision.hold.ids) if (covered.has(id)) covered.set(id, (covered.get(id) ?? 0) + 1);
      if (!isReportable(decision)) {
        if (message.kind === 'said') totals.ordinary += 1;
        return;
      }
      if (isUrgent(decision)) totals.urgent += 1;
      byVerdict[decision.verdict] += 1;
      bySeverity[decision.severity] += 1;
      for (const { destination } of decision.dispositions) byDestination[destination] += 1;
      for (const subject of decision.subjects) bySubject[subject] += 1;
    },
    record: breach.record,
    chat: ({ membership }) => {
      totals.chats += 1;
      breach.chat(membership);
    },
    source: ({ status }) => {
      sources[status] += 1;
    },
    notExamined: () => {
      totals.notExamined += 1;
    },
    soFar: () => ({ sources: sources.read + sources.partial + sources.unreadable, messages: totals.messages }),
    summary: () => {
      const { none: _, ...verdicts } = byVerdict;
      const by = { byVerdict: verdicts, bySeverity, byDestination, bySubject };
      const { chats, messages, ordinary, urgent, notExamined } = totals;
      const holds = [...covered].map(([id, count]) => ({ id, messages: count }));
      const register = { holdRegister: holdIds !== undefined, holds };
      const rest = { urgent, ordinary, notExamined, ...register, breachFacts: breach.facts() };
      return { sources, chats, messages, ...by, ...rest };
    },
  };
}

function zeros<Id extends string>(list: Readonly<Record<Id, unknown>>): Record<Id, number> {
  return Object.fromEntries(idsOf(list).map((id) => [id, 0])) as Record<Id, number>;
}
