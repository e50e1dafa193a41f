// The pipeline, top to bottom: paths -> source -> parse -> detect -> policy -> report. Read this first.
// Nothing is held but the message at hand: a chat is read in two passes (facts first, then messages) and reported as it is read.

import { attachmentsOf, type ChatAttachments, howFar } from './attachments.ts';
import { type Detectors, detect } from './detect/detect.ts';
import { SourceError } from './errors.ts';
import { ISSUES, type IssueCode, statusOf } from './issues.ts';
import { chatOfFile, issuesAfterReading, looseAmong } from './loose-files.ts';
import { type MediaMode, type MediaReading, mediaReading } from './media-reading.ts';
import type {
  Conversation,
  DateOrder,
  Decision,
  Evidence,
  Issue,
  Limits,
  NotExamined,
  Source,
  SourceFile,
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
import { type SameFiles, sameFiles } from './same-files.ts';
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
  /** How much is read of the files that come with chats; nothing where it is not said. */
  readonly media?: MediaMode;
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

export type Progress = (at: {
  readonly sources: number;
  readonly messages: number;
  /** Of the chat at hand, where files that came with it are read. */
  readonly attachments?: { readonly done: number; readonly of: number };
}) => void;

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
    sameFiles: sameFiles(),
    media: mediaReading(options.media ?? 'none'),
    progress,
  };
  try {
    for await (const source of openSources(paths, { ...options, documents: run.media.read !== undefined })) {
      try {
        await scanSource(source, run);
      } finally {
        await source.close();
      }
    }
  } finally {
    run.media.close();
  }
  const absentReaders = run.media.absent();
  const repeated = run.sameFiles.inSeveralChats();
  const summary = {
    ...run.totals.summary(),
    ...(absentReaders.length > 0 && { absentReaders }),
    ...(repeated.length > 0 && { sameFiles: repeated }),
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
  readonly media: MediaReading;
  readonly sameFiles: SameFiles;
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
  const files = new Map(source.files.map((file) => [file.path, file]));
  const id = (at: number) => `${source.sha256.slice(0, 12)}-${at}`;
  const issues: Issue[] = [];
  for (const [at, chat] of found.chats.entries()) {
    if (run.metBefore(chat)) issues.push({ code: 'chat-twice' });
    issues.push(...(await scanChat(chat, id(at + 1), path, files, run)));
  }
  const { loose, rest } = run.media.read
    ? looseAmong(found.notExamined, files)
    : { loose: [], rest: found.notExamined };
  const left = [...source.notExamined, ...rest];
  let read = 0;
  for (const [file, row] of loose) {
    const extract = await run.media.read?.(file);
    if (!extract || howFar(extract) === 'no') {
      left.push({ ...row, reason: extract?.unread[0]?.reason ?? row.reason });
      continue;
    }
    read += 1;
    const chat = chatOfFile(file, extract);
    issues.push(...(await scanChat(chat, id(found.chats.length + read), path, files, run)));
  }
  const alone = source.files.length === 1;
  issues.unshift(...source.issues, ...issuesAfterReading(found.issues, { read, left, alone }));
  for (const row of left) await notExamined(row, path, mask, run);
  const { sha256, bytes } = source;
  const record = { path, sha256, bytes, status: statusOf(issues), issues: summed(issues) };
  run.totals.source(record);
  await tell(run, (writer) => writer.source(record));
}

/** Scans one chat with the files that came with it; gives its issues, those of its second reading among them, such as a disk that failed meanwhile. */
async function scanChat(
  chat: Conversation,
  id: string,
  path: string,
  files: ReadonlyMap<string, SourceFile>,
  run: Run,
): Promise<Issue[]> {
  const { key } = run.options;
  const mask = redactor(chat.participants, run.knowledge.findIdentifying, key);
  const { detectors, standingsIn } = run.knowledge;
  const passage: Passage = {
    chat,
    id,
    path,
    mask,
    people: peopleIn(id, key),
    exposure: exposureIn(chat, standingsIn),
    exemption: exemptionOf(chat.app, run.options.channel ?? {}),
    hours: hoursReader(chat, run.options.workingHours ?? OFFICE_HOURS),
    attachments: attachmentsOf(chat, id, { ...run.media, files }, detectors, mask),
    counted: { flagged: 0, possible: 0 },
    unread: [],
  };
  const damage: Issue[] = [];
  try {
    await scanMessages(passage, run);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    damage.push({ code: error.code });
  }
  const { exposure, exemption, hours, counted, unread } = passage;
  const issues = run.media.read ? issuesWithUnread(chat.issues, unread) : chat.issues;
  const who = { membership: exposure.membership(), standings: exposure.standings, exemption };
  const record = chatRecord({ ...chat, issues }, id, path, { ...counted, ...who, hours: hours.hours() }, mask);
  run.totals.chat(record);
  await tell(run, (writer, reveals) => writer.chat(reveals ? revealChat(record, chat) : record));
  return [...issues, ...damage];
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
  readonly attachments: ChatAttachments;
  readonly counted: { flagged: number; possible: number };
  /** Why attachments were not read, one entry each. */
  readonly unread: IssueCode[];
}

async function scanMessages(passage: Passage, run: Run): Promise<void> {
  const { chat, id, path, mask, people, exposure, exemption, hours, attachments, counted, unread } = passage;
  const { detectors, decisions, compared } = run.knowledge;
  const { key, baseline, witness } = run.options;
  const holdsOn = decisions.holds && holdsOf(decisions.holds, chat);
  const done = { done: 0, of: chat.counts.attachments };
  for await (const batch of detect(attachments.chat, detectors)) {
    for (const own of batch) {
      const { evidence, records, extracts, unread: rows } = await attachments.of(own);
      for (const one of extracts) run.sameFiles.add(one, { chat: id, index: evidence.message.index });
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
      for (const row of rows) await notExamined(row, path, mask, run);
      unread.push(...rows.map(({ reason }) => reason));
      if (records.length > 0 && run.media.read) {
        done.done += records.length;
        run.progress({ ...run.totals.soFar(), attachments: done });
      }
      if (!isReportable(decision) && !difference) continue;
      if (decision.verdict === 'possible') counted.possible += 1;
      else if (decision.verdict !== 'none') counted.flagged += 1;
      const plain = messageRecord(evidence, decision, seenBy, id, mask, about(), records, key);
      const found = difference ? { ...plain, compared: difference } : plain;
      const record = baseline?.mark(found) ?? found;
      run.totals.record(record);
      await tell(run, (writer, reveals) => writer.message(reveals ? revealMessage(record, evidence) : record));
    }
    run.progress(run.totals.soFar());
  }
}

/** The issues of a chat, with what is known of its attachments now that they have been read. */
function issuesWithUnread(issues: readonly Issue[], unread: readonly IssueCode[]): Issue[] {
  const ofMedia = unread
    .filter((code) => code !== 'media-not-in-export')
    .map((code): Issue => ({ code: ISSUES[code].effect === 'unreadable' ? 'file-unreadable' : code, count: 1 }));
  return summed([...issues.filter(({ code }) => code !== 'media-not-read'), ...ofMedia]);
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
