// The nouns of ig-scan: what each stage of the pipeline hands to the next. Types only, no code.
// source -> SourceFile -> parse -> Conversation, Message -> detect -> Evidence -> policy -> Decision -> report -> MessageRecord

import type { IssueCode } from './issues.ts';
import type { Topic } from './topics.ts';

// ------------------------------------------------------------------------------------------------ words of the contract

/** `confirmed`, `probable` and `indirect` are reported as person-confidential; `possible` asks a person to look. */
export type Verdict = 'confirmed' | 'probable' | 'indirect' | 'possible' | 'none';
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export type Subject = 'patient' | 'staff' | 'relative' | 'third-party' | 'unknown';
export type Destination =
  | 'care-record'
  | 'staff-record'
  | 'corporate-record'
  | 'incident-system'
  | 'safeguarding'
  | 'breach-assessment'
  | 'secure-credential'
  | 'human-review';
/** What becomes of the copy in the chat. */
export type Residual = 'retain' | 'do-not-delete-yet' | 'delete-after-transfer' | 'leave';
export type HoldKind = 'foi' | 'sar' | 'inquiry' | 'inquest' | 'claim' | 'complaint' | 'regulator' | 'police' | 'other';
export type HoldStatus = 'matched' | 'none' | 'unknown';
export type SourceStatus = 'read' | 'partial' | 'unreadable';
/** A dotted taxonomy id such as `patient.clinical.result`; all of them stand in patterns/taxonomy.yaml. */
export type Category = string;

// ------------------------------------------------------------------------------------------------ source

/** A fact about the input that the reader of the report must know. It never holds text of the input. */
export interface Issue {
  readonly code: IssueCode;
  /** Where: a line, an entry number, a message index; in words, without any text of the chat. */
  readonly place?: string;
  readonly count?: number;
}

/** One file: a loose file, a file in a folder, or an entry of an archive. */
export interface SourceFile {
  /** Path inside its source with `/`; entries of a nested archive follow `!/`; the bare file name for a loose file. Raw: mask before showing. */
  readonly path: string;
  /** Size in bytes once inflated, as the directory or archive states it. */
  readonly bytes: number;
  /** What the sender of a mail wrote. It is scanned by line where it is no chat, whatever is attached to the mail. */
  readonly written?: true;
  /**
   * Reads the file from its start; may be called again for another pass. Chunks of up to 1 MB, never the whole file.
   * Throws SourceError when the bytes are damaged, encrypted or over a limit.
   */
  open(): AsyncIterable<Uint8Array>;
}

/** What was given to scan: a file, an archive or a folder, with all the files found in it. */
export interface Source {
  /** As given on the command line, or the path of an archive found in a given folder. Raw: mask before showing. */
  readonly path: string;
  /** Of the file's bytes; for a folder, of the sorted lines `sha256  path` of its files. */
  readonly sha256: string;
  readonly bytes: number;
  /** Sorted by path; empty when nothing could be read. */
  readonly files: readonly SourceFile[];
  readonly issues: readonly Issue[];
  /** Files that were seen but could not be offered for reading (encrypted entry, entry over a limit …). */
  readonly notExamined: readonly NotExamined[];
  /** The files lie in a folder with archives, which are sources of their own. */
  readonly besideArchives?: boolean;
  close(): Promise<void>;
}

/** Something a reader would expect to have been read and that was not. */
export interface NotExamined {
  /** Id of the chat it belongs to, once that is known. */
  readonly chat?: string;
  /** Index of the message that carried it. */
  readonly index?: number;
  /** Raw: mask before showing. */
  readonly path: string;
  readonly kind: MediaKind | 'file' | 'archive' | 'chat';
  readonly reason: IssueCode;
  /** Which part of it, in words; none = all of it. Raw: mask before showing. */
  readonly place?: string;
}

export interface Limits {
  /** Entries in one archive, nested ones included. */
  readonly entries: number;
  /** Bytes that all entries of one source may inflate to when read. */
  readonly inflatedBytes: number;
  /** Inflated size divided by compressed size of one entry. */
  readonly ratio: number;
  /** How many archives deep: 1 = an archive, 2 = an archive in an archive. */
  readonly depth: number;
  /** A nested archive is held in memory to be read: its largest size in bytes. */
  readonly nestedBytes: number;
}

// ------------------------------------------------------------------------------------------------ parse

export type MediaKind =
  | 'image'
  | 'video'
  | 'voice-note'
  | 'document'
  | 'contact-card'
  | 'location'
  | 'sticker-gif'
  | 'omitted'
  | 'view-once';

export interface Attachment {
  /** As the export names it, '' when the export leaves the name out. Raw: mask before showing. */
  readonly name: string;
  readonly kind: MediaKind;
  /** Size in bytes when the file came with the export; undefined = the file is not there. */
  readonly bytes?: number;
  /** Its path inside the source, where it is a file of its own. Raw: mask before showing. */
  readonly path?: string;
}

export type Mark =
  | 'deleted'
  | 'edited'
  | 'poll'
  | 'location'
  | 'contact-card'
  | 'forwarded'
  | 'view-once'
  | 'undecrypted';

export type SystemEventType =
  | 'created'
  | 'added'
  | 'joined'
  | 'left'
  | 'removed'
  | 'renamed'
  | 'described'
  | 'icon'
  | 'timer'
  | 'number-changed'
  | 'call'
  | 'admin'
  | 'settings'
  | 'pinned'
  | 'encryption'
  | 'security-code'
  | 'earlier-messages-missing'
  | 'other';

/** What a line written by the app says; the evidence for membership over time. */
export interface SystemEvent {
  readonly type: SystemEventType;
  /** Who did it, as named in the export. */
  readonly actor?: string;
  /** Who was added, removed, joined or left. */
  readonly members: readonly string[];
  /** The new group name of a `created` or `renamed` line; the setting of a `timer` line (`24 hours`, `off`). */
  readonly value?: string;
}

/** One record of the export. */
export interface Message {
  /** Counts every record of the export from 1, system lines included, oldest first. */
  readonly index: number;
  readonly kind: 'said' | 'system';
  /** Wall clock as exported, `YYYY-MM-DDTHH:MM[:SS]`, without zone. */
  readonly at: string;
  /** As the export names the sender; '' for a system line, `?` in a text that does not say who wrote what. */
  readonly sender: string;
  /** What the sender typed (the caption where there is an attachment), or the text of a system line. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly marks: readonly Mark[];
  readonly system?: SystemEvent;
  /** First line of the record in its file, from 1. */
  readonly line: number;
}

export interface DateOrder {
  readonly order: 'day-first' | 'month-first' | 'year-first';
  /** False when the file holds no evidence and the default was taken. */
  readonly certain: boolean;
  /** In words: what decided it. */
  readonly evidence: string;
}

export interface Participant {
  /** As the export names them. Raw: mask before showing. */
  readonly name: string;
  /** Messages they sent; 0 for people known only from system lines. */
  readonly said: number;
  /** The first that the export shows of them is that they were added or joined; without it, they were there from the start. */
  readonly cameLater?: true;
}

/** One chat of a source. Facts come from a first pass; `messages` reads the chat again, as often as asked. */
export interface Conversation {
  readonly app: string;
  /** Which layout of the app's export, e.g. `whatsapp-android`, `whatsapp-ios`, `whatsapp-web`. */
  readonly layout: string;
  /** Path of the chat's text inside its source. Raw: mask before showing. */
  readonly path: string;
  /** Raw: mask before showing. */
  readonly title: string;
  readonly kind: 'group' | 'direct';
  readonly dateOrder: DateOrder;
  /** In order of first appearance. */
  readonly participants: readonly Participant[];
  readonly firstAt: string;
  readonly lastAt: string;
  readonly counts: {
    readonly records: number;
    readonly said: number;
    readonly system: number;
    readonly attachments: number;
  };
  readonly issues: readonly Issue[];
  /** In order, in batches. Ends early, without an error, where the first pass met damage (it is in `issues`). */
  messages(): AsyncIterable<readonly Message[]>;
}

// ------------------------------------------------------------------------------------------------ detect

/** How far a category singles out a person (domain: direct, strong, weak). */
export type Power = 'direct' | 'strong' | 'weak' | 'none';

/** A piece of evidence on a span of a message. It holds no text: only offsets and words that come from the pattern files. */
export interface Finding {
  /** Id of the pattern or lexicon that made it. */
  readonly pattern: string;
  readonly category: Category;
  /** UTF-16 offsets into the message's text. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly because: readonly string[];
  /** Whom it is about, where the wording says so. */
  readonly subject?: Subject;
  /** Shown name of the attachment whose text or name the offsets count in. */
  readonly attachment?: string;
  /** Where in the attachment, in words ("page 2, top left"); masked where `attachment` is. */
  readonly place?: string;
}

/** Text that was read out of an attachment; offsets of its findings count in it. */
export interface AttachedText {
  /** As findings name it. */
  readonly name: string;
  readonly text: string;
}

/** Identity that a message borrows from earlier ones of its episode. */
export interface Carried {
  readonly power: 'direct' | 'strong';
  readonly subject: Subject;
  /** Indexes of the messages that hold the identity. */
  readonly from: readonly number[];
  readonly confidence: number;
  readonly because: string;
}

/** What the title and the people of a chat say about it. */
export interface Setting {
  /** False for a plainly private chat (football, gym, family). */
  readonly work: boolean;
  /** The title names a ward, unit, team or clinic, so that a bed number singles out a patient. */
  readonly ward: boolean;
}

/** How likely a message is about each topic, 0 to 1. */
export interface Aboutness extends Readonly<Record<Topic, number>> {
  /** The strongest clues, in words of the pattern files. */
  readonly because: readonly string[];
  /** Indexes of the messages before that it leans on. */
  readonly leansOn: readonly number[];
}

/** What a decision is about: somebody's care, the business of the organisation, or colleagues. */
export type DecisionKind = 'clinical' | 'corporate' | 'staffing';
/** Something is decided or ordered; asked for; taken on by the sender. */
export type DecisionRole = 'decision' | 'request' | 'action';
/** To be checked by a person, never a verdict. */
export type DecisionSign =
  | 'not-documented'
  | 'hedged'
  | 'no-reason'
  | 'quick-agreement'
  | 'unanswered-question'
  | 'moved-to-formal';

/** What a message decides, asks for or takes on. */
export interface DecisionNote {
  readonly kind: DecisionKind;
  readonly role: DecisionRole;
  /** Sorted. */
  readonly signs: readonly DecisionSign[];
  /** Kinds of health information in it and in the messages it leans on, sorted. */
  readonly basis: readonly Category[];
  /** Who is to act, where the wording says so. */
  readonly owner?: 'sender' | 'reader' | 'anyone';
  /** By when, where the wording says so: a clock time `17:00`, or words of the pattern file. */
  readonly due?: string;
  /** The message just after that takes it on. */
  readonly takenOn?: Pick<Message, 'index' | 'sender'>;
}

/** All evidence on one message, read in its conversation. */
export interface Evidence {
  readonly message: Message;
  readonly setting: Setting;
  readonly findings: readonly Finding[];
  /** Taxonomy ids that sit on no span: `governance.*`, `ops.*`, `context.*`, `media.*`. */
  readonly signals: readonly Category[];
  readonly carried?: Carried;
  readonly aboutness: Aboutness;
  readonly decision?: DecisionNote;
  /** The person spoken of is under 18, as far as the messages say. */
  readonly aboutChild?: true;
  /** What was read out of its attachments; only of a message that has some. */
  readonly attached?: readonly AttachedText[];
}

// ------------------------------------------------------------------------------------------------ policy

export interface Disposition {
  readonly destination: Destination;
  /** Ids of the clauses that ask for it, the weightiest first. */
  readonly because: readonly string[];
  /** In words, e.g. `same day`. */
  readonly due?: string;
  /** Ids of the clauses that say how long it is kept there. */
  readonly keep?: readonly string[];
  /** Ids of the entries of the policy that send it there. */
  readonly by?: readonly string[];
}

export interface Decision {
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly confidence: number;
  readonly subjects: readonly Subject[];
  readonly flags: readonly Category[];
  /** Ids of the combination rules that led to the verdict, the deciding one first. */
  readonly rules: readonly string[];
  readonly dispositions: readonly Disposition[];
  /** Ids of the entries of a milder policy that lowered its severity or dropped its breach assessment. */
  readonly lenient?: readonly string[];
  readonly residual: Residual;
  readonly hold: { readonly status: HoldStatus; readonly ids: readonly string[] };
}

/** Who could read a message when it was sent, the sender among them, as far as the export shows. */
export interface Exposure {
  readonly members: number;
  /** How many of them are not on the staff list, and how many had left the Trust by then; absent without a list. */
  readonly outsiders?: number;
  readonly leavers?: number;
}

/**
 * What the staff list says of a participant: on it; on it with a last day; surely not on it; or it does not say who that is.
 */
export interface Standing {
  readonly status: 'listed' | 'left' | 'unlisted' | 'unknown';
  /** Last day at the Trust, `YYYY-MM-DD`, of those who left. */
  readonly leftOn?: string;
}

/** How the people of a chat came and went. */
export interface Membership {
  readonly atStart: number;
  /** At one time. */
  readonly most: number;
  readonly atEnd: number;
  readonly cameLater: number;
  readonly left: number;
  /** Taken out by somebody else: perhaps a leaver, perhaps an outsider added by mistake. */
  readonly removed: number;
  /** People not on the staff list, people who were in the chat after they had left the Trust, people whom the list does not place. */
  readonly outsiders?: number;
  readonly leavers?: number;
  readonly unplaced?: number;
}

// ------------------------------------------------------------------------------------------------ report

/** A finding as reported; `id` is unique in the report. */
export interface FindingRecord extends Finding {
  readonly id: string;
  /** Of an identifier, the same wherever it stands; only with a case key. */
  readonly fingerprint?: string;
  /** What was found, word for word; only after a deliberate reveal. */
  readonly text?: string;
}

/** What a message decides, asks for or takes on, as reported. */
export interface DecisionRecord extends Omit<DecisionNote, 'takenOn'> {
  /** The message just after that takes it on, and the pseudonym of its sender. */
  readonly takenOn?: { readonly message: string; readonly sender: string };
}

/** A file that a message brought, as reported: what it is and whether it was read. */
export interface AttachmentRecord {
  /** Masked, as findings name it. */
  readonly name: string;
  readonly kind: MediaKind;
  readonly read: 'all' | 'part' | 'no';
  /** What the file tells of itself; masked, and no position. */
  readonly facts?: readonly AttachmentFact[];
}

export interface AttachmentFact {
  readonly name: string;
  /** Left off where only the fact that it is there may be shown. */
  readonly value?: string;
}

/** Files that could not be read because the part of the program that reads their kind is not installed. */
export interface AbsentReader {
  /** `photos and scans`. */
  readonly title: string;
  /** npm packages that it needs. */
  readonly packages: readonly string[];
  readonly files: number;
}

/** Why an accepted message counts all the same. */
export type StillCounts = 'expired' | 'worse' | 'urgent' | 'held';

/** What a baseline says of a message that somebody has looked at and accepted. */
export interface BaselineEntry {
  /** Of the message, `igf1:…`. */
  readonly fingerprint: string;
  readonly state: 'not-confidential' | 'accepted-risk' | 'dealt-with';
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly until: string;
  /** Worst severity that was accepted. */
  readonly worst: Severity;
}

/** An entry as a report shows it, beside its message. */
export interface Accepted extends Omit<BaselineEntry, 'fingerprint'> {
  /** Left off where the message no longer counts for `--fail-on`. */
  readonly stillCounts?: StillCounts;
}

/** What another policy would have made of a message. */
export interface Compared {
  readonly severity: Severity;
  readonly destinations: readonly Destination[];
  readonly residual: Residual;
  /** Ids of the entries, of either policy, that make the difference. */
  readonly by: readonly string[];
}

/** How many reported messages there are of each kind under one policy. */
export interface PolicyCounts {
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byDestination: Readonly<Record<Destination, number>>;
  readonly byResidual: Readonly<Record<Residual, number>>;
}

/** The policy of the report (`before`) beside another one (`after`). */
export interface Comparison {
  /** The other one. */
  readonly policy: ToolRecord['policy'];
  /** Messages that it judges differently. */
  readonly differing: number;
  readonly before: PolicyCounts;
  readonly after: PolicyCounts;
}

/** A message with something to report. Nothing in it is text of the chat, but for `revealed`. */
export interface MessageRecord extends Decision {
  readonly id: string;
  readonly chat: string;
  readonly index: number;
  readonly at: string;
  /**
   * Pseudonym within the chat, `S1` …, with a case key of the whole case; '' for a system line, `unknown` in a text that does not say
   * who wrote what.
   */
  readonly sender: string;
  /** Pseudonyms of those whom it is about, `P1` …, in order of appearance. */
  readonly people: readonly string[];
  readonly findings: readonly FindingRecord[];
  /** Ids of the messages that the verdict leans on. */
  readonly context: readonly string[];
  readonly exposure: Exposure;
  readonly decision?: DecisionRecord;
  readonly aboutChild?: true;
  /** Only of a message with files that came with the export. */
  readonly attachments?: readonly AttachmentRecord[];
  /** The same for this message in another member's export; only with a case key. */
  readonly fingerprint?: string;
  /** Where a baseline names it. */
  readonly accepted?: Accepted;
  /** What another policy would have made of it, where that is something else. */
  readonly compared?: Compared;
  /** Word for word, as the export has it; only after a deliberate reveal. */
  readonly revealed?: { readonly sender: string; readonly text: string };
}

export interface SourceRecord {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: SourceStatus;
  readonly issues: readonly Issue[];
}

export interface ParticipantRecord {
  /** Pseudonym, `S1` …. */
  readonly id: string;
  /** What the export shows of them: a saved name, a bare number, or a `~` push name. */
  readonly shown: 'name' | 'number' | 'push-name';
  readonly said: number;
  /** Absent without a staff list. */
  readonly staff?: Standing;
}

export interface ChatRecord {
  readonly id: string;
  /** Path of its source, as in `sources`. */
  readonly source: string;
  readonly path: string;
  readonly app: string;
  readonly layout: string;
  readonly title: string;
  readonly kind: 'group' | 'direct';
  readonly dateOrder: DateOrder;
  readonly participants: readonly ParticipantRecord[];
  readonly firstAt: string;
  readonly lastAt: string;
  readonly counts: {
    readonly records: number;
    readonly said: number;
    readonly system: number;
    readonly attachments: number;
    /** Messages reported as person-confidential. */
    readonly flagged: number;
    /** Messages that a person should look at. */
    readonly possible: number;
  };
  readonly membership: Membership;
  /** When people wrote; only of a chat in which at least five did. */
  readonly hours?: Hours;
  /** Whether it was written where the policy allows it (policy/channel.ts); in words why. */
  readonly exemption?: { readonly status: 'met' | 'not-met' | 'unknown'; readonly because: readonly string[] };
  readonly issues: readonly Issue[];
  /** As the export has them; only after a deliberate reveal. Names in the order of `participants`. */
  readonly revealed?: { readonly title: string; readonly names: readonly string[] };
}

/** When a chat was written in, of all its people together. A count from 1 to 4 is left out: it could point at somebody. */
export interface Hours {
  /** Written by people at a time that can be read. */
  readonly messages: number;
  /** Outside the working hours. */
  readonly outside?: number;
  /** From 22:00 to 06:00. */
  readonly night?: number;
  /** Calendar days of the longest stretch in which the chat was never quiet for 11 hours. */
  readonly longestStretch: number;
}

/** The hours of work that `Hours` is counted by; wall clock. */
export interface WorkingHours {
  /** Monday is 1, Sunday 7. */
  readonly days: readonly number[];
  /** Minutes of the day: from the first, until before the second. */
  readonly from: number;
  readonly to: number;
}

/** A row of the ledger of what was not examined; its path is masked. */
export interface NotExaminedRecord extends NotExamined {
  /** Path of its source, as in `sources`. */
  readonly source: string;
}

/**
 * What the ICO counted in the NHS Lanarkshire case (2023): facts for a breach assessment, which a person makes. Entries are messages
 * reported as person-confidential.
 */
export interface BreachFacts {
  readonly entries: number;
  /** Entries with the name of a patient or relative, or of a colleague whose private matter is told. */
  readonly named: number;
  /** Of the named entries. */
  readonly withPhone: number;
  readonly withDateOfBirth: number;
  readonly withAddress: number;
  readonly withHealth: number;
  /** Entries of classes that the law keeps especially secret, safeguarding among them. */
  readonly restricted: number;
  readonly aboutStaff: number;
  /** Entries about somebody under 18, at the least: where no age, date of birth or word of children's care is given, none is guessed. */
  readonly children: number;
  /** Attachments of all messages, whether they could be read or not. */
  readonly images: number;
  readonly screenshots: number;
  readonly videos: number;
  readonly voiceNotes: number;
  readonly documents: number;
  /** Most people who could read one of the entries. */
  readonly readers: number;
  /** People taken out of a chat by somebody else. */
  readonly removed: number;
  /** As in the membership of the chats that hold entries; absent without a staff list. */
  readonly outsiders?: number;
  readonly leavers?: number;
  readonly unplaced?: number;
  /** Entries sent while one of those who are not on the list, or who had left, could read them. */
  readonly readBeyondStaff?: number;
  /** Wall clock of the first and last entry; '' without entries. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** One file, or one photo, that was sent in more than one chat. */
export interface SameFile {
  /** `alike`: some copies were made smaller or saved again; their look and their writing agree. */
  readonly how: 'same-bytes' | 'alike';
  /** In the order in which it came. */
  readonly sentIn: readonly { readonly chat: string; readonly index: number }[];
}

export interface Summary {
  readonly sources: { readonly read: number; readonly partial: number; readonly unreadable: number };
  readonly chats: number;
  readonly messages: number;
  readonly byVerdict: Readonly<Record<Exclude<Verdict, 'none'>, number>>;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byDestination: Readonly<Record<Destination, number>>;
  readonly bySubject: Readonly<Record<Subject, number>>;
  /** Safeguarding and danger: to be read by a person now. */
  readonly urgent: number;
  readonly ordinary: number;
  readonly notExamined: number;
  /** Readers that were wanted and are not installed; only where there are some. */
  readonly absentReaders?: readonly AbsentReader[];
  /** Files that were sent in more than one chat; only where there are some. */
  readonly sameFiles?: readonly SameFile[];
  /** Whether a hold register was given. */
  readonly holdRegister: boolean;
  /** Each hold of the register, and how many messages it covers, reported or not. */
  readonly holds: readonly { readonly id: string; readonly kind: HoldKind; readonly messages: number }[];
  readonly breachFacts: BreachFacts;
  readonly decisions: DecisionCounts;
  /** Reported messages by flag, sorted; only flags that occur. */
  readonly byFlag: Readonly<Record<Category, number>>;
  readonly evidenceGaps: EvidenceGaps;
  /** Sorted; months in which nothing was written are left out. */
  readonly timeline: readonly MonthCounts[];
  /** Ordinary messages by what they are about (`ops.running-late` …), sorted; each counted once, those about nothing known left out. */
  readonly ordinaryUse: Readonly<Record<Category, number>>;
  readonly workingHours: WorkingHours;
  /** How far a pseudonym reaches: one chat, or with a key the whole case. */
  readonly pseudonyms: 'chat' | 'case';
  /** Only where a baseline was given. */
  readonly baseline?: BaselineSummary;
  /** Only when another policy was named to compare with. */
  readonly comparison?: Comparison;
}

/** What reported messages decide, ask for or take on. */
export interface DecisionCounts {
  readonly byRole: Readonly<Record<DecisionRole, number>>;
  readonly byKind: Readonly<Record<DecisionKind, number>>;
  readonly bySign: Readonly<Record<DecisionSign, number>>;
}

/** What is missing from the chats, or was changed, as far as they show it themselves. */
export interface EvidenceGaps {
  readonly deleted: number;
  readonly edited: number;
  readonly viewOnce: number;
  readonly undecrypted: number;
  /** Attachments that did not come with the export. */
  readonly mediaMissing: number;
  /** Lines of the app that set how soon messages vanish. */
  readonly timerChanges: number;
  /** Chats that the app cut, or that say that earlier messages are missing. */
  readonly cutOff: number;
  /** Times that a chat was silent for 30 days or more. */
  readonly silences: number;
}

export interface MonthCounts {
  /** `2024-12` */
  readonly month: string;
  /** Entries of the export. */
  readonly messages: number;
  /** Reported as person-confidential. */
  readonly confidential: number;
  readonly ordinary: number;
}

/** What became of the accepted messages of a baseline. */
export interface BaselineSummary {
  readonly entries: number;
  /** Reported messages that it names. */
  readonly accepted: number;
  /** Of these, those that do not count for `--fail-on`. */
  readonly silenced: Readonly<Record<Severity, number>>;
  /** Of these, those that count all the same. */
  readonly stillCounts: Readonly<Record<StillCounts, number>>;
  /** Fingerprints of the entries that fit no reported message. */
  readonly unused: readonly string[];
}

export interface ToolRecord {
  readonly name: 'ig-scan';
  readonly version: string;
  readonly patterns: { readonly version: string; readonly sha256: string };
  readonly policy: { readonly id: string; readonly version: string; readonly sha256: string };
}
