// The pipeline, top to bottom: paths -> source -> parse -> detect -> policy -> report. Read this first.
// Nothing is held but the message at hand: a chat is read in two passes (facts first, then messages) and reported as it is read.

import { type Detectors, detect } from './detect/detect.ts';
import { SourceError } from './errors.ts';
import { statusOf } from './issues.ts';
import type {
  Conversation,
  DateOrder,
  Decision,
  Evidence,
  Issue,
  Limits,
  Message,
  NotExamined,
  Source,
  Summary,
  ToolRecord,
  WorkingHours,
} from './model.ts';
import { findChats, type ParseOptions } from './parse/parse.ts';
import { chatsMet } from './parse/twins.ts';
import { type DeclaredChannel, type Exemption, exemptionOf } from './policy/channel.ts';
import { type DecisionData, decide } from './policy/decide.ts';
import { type ExposureReader, exposureIn } from './policy/exposure.ts';
import { holdsOf } from './policy/holds.ts';
import type { StandingsIn } from './policy/standing.ts';
import type { Baseline } from './report/baseline.ts';
import type { CaseKey } from './report/case-key.ts';
import { type ComparisonTally, comparisonTally, differenceOf } from './report/comparison.ts';
import { type HoursReader, hoursReader, OFFICE_HOURS } from './report/hours.ts';
import { type People, peopleIn } from './report/people.ts';
import { chatRecord, isReportable, messageRecord } from './report/record.ts';
import { distinctPaths, type FindIdentifying, type Redactor, redactor } from './report/redact.ts';
import type { ReportWriter, Written } from './report/report.ts';
import { revealChat, revealMessage } from './report/reveal.ts';
import { type Tally, tally } from './report/tally.ts';
import { openSources } from './source/sources.ts';

export interface ScanOptions {
  readonly limits: Limits;
  /** Of a folder, its loose files only. */
  readonly looseFilesOnly?: boolean;
  readonly dateOrder?: DateOrder['order'];
  /** Office hours where the Trust set none. */
  readonly workingHours?: WorkingHours;
  /** Makes pseudonyms that hold for the whole case, and fingerprints. */
  readonly key?: CaseKey;
  /** What has been accepted before. */
  readonly baseline?: Baseline;
  /** Tried on locked archives. */
  readonly passwords?: readonly string[];
  /** Columns of tables, as the user names them. */
  readonly columns?: ParseOptions['columns'];
  /** What is known of app, accounts and devices. */
  readonly channel?: DeclaredChannel;
  /** Told of every message, reported or not, in order; a batch compares archives by it. */
  readonly witness?: (chat: string, evidence: Evidence, decision: Decision) => void;
}

export interface Knowledge {
  readonly detectors: Detectors;
  readonly decisions: DecisionData;
  readonly findIdentifying: FindIdentifying;
  /** Another policy, to see what it would change. */
  readonly compared?: { readonly policy: ToolRecord['policy']; readonly decisions: DecisionData };
  /** The staff list made ready, where one was given. */
  readonly standingsIn?: StandingsIn;
}

/** Where a report goes: its writer, and what to do with the text that the writer gives. */
export interface Output {
  readonly writer: ReportWriter;
  /** Whether it gets names and words of the chat; only after a deliberate reveal. */
  readonly reveals?: boolean;
  write(what: Written): Promise<void>;
}

export type Progress = (at: { readonly sources: number; readonly messages: number }) => void;

/** Scans every path and reports to every output in one pass. Bad input is reported, never thrown. */
export async function scan(
  paths: readonly string[],
  options: ScanOptions,
  knowledge: Knowledge,
  outputs: readonly Output[],
  progress: Progress = () => {},
): Promise<Summary> {
  const { key, baseline } = options;
  const totals = tally(knowledge.decisions.holds, options.workingHours, key ? 'case' : 'chat');
  const comparison = knowledge.compared && comparisonTally(knowledge.compared.policy);
  const run: Run = {
    options,
    knowledge,
    outputs,
    totals,
    ...(comparison ? { comparison } : {}),
    distinct: distinctPaths(),
    metBefore: chatsMet(),
    progress,
  };
  for await (const source of openSources(paths, options)) {
    try {
      await scanSource(source, run);
    } finally {
      await source.close();
    }
  }
  const summary = {
    ...run.totals.summary(),
    ...(baseline && { baseline: baseline.summary() }),
    ...(comparison && { comparison: comparison.counts() }),
  };
  await tell(run, (writer) => writer.end(summary));
  return summary;
}

interface Run {
  readonly options: ScanOptions;
  readonly knowledge: Knowledge;
  readonly outputs: readonly Output[];
  readonly totals: Tally;
  readonly comparison?: ComparisonTally;
  /** Tells sources apart whose shown paths are the same. */
  readonly distinct: (shown: string) => string;
  /** Tells chats that may have been scanned from another export already. */
  readonly metBefore: (chat: Conversation) => boolean;
  readonly progress: Progress;
}

async function scanSource(source: Source, run: Run): Promise<void> {
  const { dateOrder, columns } = run.options;
  const found = await findChats(source.files, {
    sourcePath: source.path,
    ...(source.besideArchives ? { besideArchives: true } : {}),
    ...(dateOrder ? { dateOrder } : {}),
    ...(columns ? { columns } : {}),
  });
  const mask = redactor(
    found.chats.flatMap(({ participants }) => participants),
    run.knowledge.findIdentifying,
  );
  // The title of a group may be shown, a person's name may not: only an archive of groups keeps the title in its name.
  const groupsOnly = found.chats.length > 0 && found.chats.every(({ kind }) => kind === 'group');
  const path = run.distinct(mask.path(source.path, groupsOnly ? 'group' : undefined));
  const issues = [...source.issues, ...found.issues];
  for (const [at, chat] of found.chats.entries()) {
    if (run.metBefore(chat)) issues.push({ code: 'chat-twice' });
    issues.push(...chat.issues, ...(await scanChat(chat, `${source.sha256.slice(0, 12)}-${at + 1}`, path, run)));
  }
  for (const row of [...source.notExamined, ...found.notExamined]) await notExamined(row, path, mask, run);
  const { sha256, bytes } = source;
  const record = { path, sha256, bytes, status: statusOf(issues), issues: summed(issues) };
  run.totals.source(record);
  await tell(run, (writer) => writer.source(record));
}

/** Scans one chat; gives the issues that only its second reading met, such as a disk that failed meanwhile. */
async function scanChat(chat: Conversation, id: string, path: string, run: Run): Promise<Issue[]> {
  const { key } = run.options;
  const mask = redactor(chat.participants, run.knowledge.findIdentifying, key);
  const people = peopleIn(id, key);
  const counted = { flagged: 0, possible: 0 };
  const exposure = exposureIn(chat, run.knowledge.standingsIn);
  const exemption = exemptionOf(chat.app, run.options.channel ?? {});
  const hours = hoursReader(chat, run.options.workingHours ?? OFFICE_HOURS);
  const damage: Issue[] = [];
  try {
    await scanMessages({ chat, id, path, mask, people, exposure, exemption, hours, counted }, run);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    damage.push({ code: error.code });
  }
  const who = { membership: exposure.membership(), standings: exposure.standings, exemption };
  const record = chatRecord(chat, id, path, { ...counted, ...who, hours: hours.hours() }, mask);
  run.totals.chat(record);
  await tell(run, (writer, reveals) => writer.chat(reveals ? revealChat(record, chat) : record));
  return damage;
}

/** One chat on its way through the stages. */
interface Passage {
  readonly chat: Conversation;
  readonly id: string;
  /** Of its source, as shown. */
  readonly path: string;
  readonly mask: Redactor;
  readonly people: People;
  readonly exposure: ExposureReader;
  readonly exemption: Exemption;
  readonly hours: HoursReader;
  readonly counted: { flagged: number; possible: number };
}

async function scanMessages(passage: Passage, run: Run): Promise<void> {
  const { chat, id, path, mask, people, exposure, exemption, hours, counted } = passage;
  const { detectors, decisions, compared } = run.knowledge;
  const { key, baseline, witness } = run.options;
  const holdsOn = decisions.holds && holdsOf(decisions.holds, chat);
  for await (const batch of detect(chat, detectors)) {
    for (const evidence of batch) {
      const holdIds = holdsOn?.(evidence);
      const decision = decide(evidence, decisions, holdIds, exemption.status);
      const other = compared && decide(evidence, compared.decisions, holdIds, exemption.status);
      const difference = other && differenceOf(decision, other);
      if (other) run.comparison?.add(decision, other);
      const seenBy = exposure.to(evidence.message);
      const about = people.of(evidence);
      hours.message(evidence.message);
      run.totals.message(decision, evidence.message, evidence.findings);
      witness?.(id, evidence, decision);
      for (const row of unreadAttachments(evidence.message, id)) await notExamined(row, path, mask, run);
      if (!isReportable(decision) && !difference) continue;
      if (decision.verdict === 'possible') counted.possible += 1;
      else if (decision.verdict !== 'none') counted.flagged += 1;
      const plain = messageRecord(evidence, decision, seenBy, id, mask, about(), key);
      const found = difference ? { ...plain, compared: difference } : plain;
      const record = baseline?.mark(found) ?? found;
      run.totals.record(record);
      await tell(run, (writer, reveals) => writer.message(reveals ? revealMessage(record, evidence.message) : record));
    }
    run.progress(run.totals.soFar());
  }
}

/** A location is text in the message itself; every other attachment is a file that nobody has opened. */
function unreadAttachments({ attachments, index }: Message, chat: string): NotExamined[] {
  return attachments
    .filter(({ kind }) => kind !== 'location')
    .map(({ name, kind, bytes }) => {
      const reason = bytes === undefined ? 'media-not-in-export' : 'media-not-read';
      return { chat, index, path: name, kind, reason };
    });
}

async function notExamined(row: NotExamined, source: string, mask: Redactor, run: Run): Promise<void> {
  const record = mask.notExamined(row, source);
  run.totals.notExamined();
  await tell(run, (writer) => writer.notExamined(record));
}

async function tell(
  { outputs }: Run,
  what: (writer: ReportWriter, reveals: boolean) => Written | Promise<Written>,
): Promise<void> {
  for (const { writer, reveals, write } of outputs) {
    const written = what(writer, reveals === true);
    if (written !== '') await write(await written);
  }
}

/** One row an issue and place, counts added up. */
function summed(issues: readonly Issue[]): Issue[] {
  const rows = new Map<string, Issue>();
  for (const issue of issues) {
    const key = `${issue.code} ${issue.place ?? ''}`;
    const before = rows.get(key);
    const count = before || issue.count ? (before?.count ?? (before ? 1 : 0)) + (issue.count ?? 1) : undefined;
    rows.set(key, { ...issue, ...(count === undefined ? {} : { count }) });
  }
  return [...rows.values()];
}
