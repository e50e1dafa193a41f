// Counts a run: the numbers of the summary.

import type {
  Category,
  ChatRecord,
  Decision,
  Destination,
  Finding,
  HoldKind,
  Message,
  MessageRecord,
  Severity,
  SourceRecord,
  SourceStatus,
  Subject,
  Summary,
  Verdict,
  WorkingHours,
} from '../model.ts';
import { breachTally } from './breach-facts.ts';
import { gapTally } from './evidence-gaps.ts';
import { OFFICE_HOURS } from './hours.ts';
import { isReportable } from './record.ts';
import { decisionTally } from './tally-decisions.ts';
import { timeline } from './timeline.ts';
import { isUrgent } from './urgent.ts';
import { DESTINATIONS, SEVERITIES, SOURCE_STATUSES, SUBJECTS, VERDICTS, zeros } from './words.ts';

export interface Tally {
  /** Of every message that was examined, reported or not. */
  message(
    decision: Decision,
    message: Pick<Message, 'kind' | 'at' | 'attachments' | 'marks' | 'system'>,
    findings: readonly Finding[],
  ): void;
  record(record: MessageRecord): void;
  chat(record: Pick<ChatRecord, 'membership' | 'counts' | 'issues'>): void;
  source(record: SourceRecord): void;
  notExamined(): void;
  soFar(): { readonly sources: number; readonly messages: number };
  summary(): Summary;
}

/** `register`: the holds; undefined when none was given. */
export function tally(
  register?: readonly { readonly id: string; readonly kind: HoldKind }[],
  workingHours: WorkingHours = OFFICE_HOURS,
  pseudonyms: Summary['pseudonyms'] = 'chat',
): Tally {
  const sources = zeros<SourceStatus>(SOURCE_STATUSES);
  const byVerdict = zeros<Verdict>(VERDICTS);
  const bySeverity = zeros<Severity>(SEVERITIES);
  const byDestination = zeros<Destination>(DESTINATIONS);
  const bySubject = zeros<Subject>(SUBJECTS);
  const covered = new Map((register ?? []).map(({ id }) => [id, 0]));
  const byFlag = new Map<Category, number>();
  const breach = breachTally();
  const decisions = decisionTally();
  const gaps = gapTally();
  const time = timeline();
  const totals = { chats: 0, messages: 0, ordinary: 0, urgent: 0, notExamined: 0 };
  return {
    message: (decision, message, findings) => {
      totals.messages += 1;
      breach.message(message);
      gaps.message(message);
      time.message(decision, message, findings);
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
    record: (record) => {
      breach.record(record);
      decisions.record(record);
      for (const flag of record.flags) byFlag.set(flag, (byFlag.get(flag) ?? 0) + 1);
    },
    chat: (record) => {
      totals.chats += 1;
      gaps.chat(record);
      breach.chat(record);
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
      const holds = (register ?? []).map(({ id, kind }) => ({ id, kind, messages: covered.get(id) ?? 0 }));
      const held = { holdRegister: register !== undefined, holds };
      const facts = {
        breachFacts: breach.facts(),
        decisions: decisions.counts(),
        byFlag: Object.fromEntries([...byFlag].sort(([a], [b]) => (a < b ? -1 : 1))),
        evidenceGaps: gaps.gaps(),
        timeline: time.months(),
        ordinaryUse: time.ordinaryUse(),
        workingHours,
      };
      const rest = { urgent, ordinary, notExamined, ...held, ...facts, pseudonyms };
      return { sources, chats, messages, ...by, ...rest };
    },
  };
}
