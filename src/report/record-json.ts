// Records as they stand in JSON and NDJSON: every field is named here, in a fixed order. Nothing is copied wholesale, so a field
// that a record happens to carry besides (a raw name, say) cannot slip into a report.

import type {
  Accepted,
  AttachmentRecord,
  BaselineSummary,
  BreachFacts,
  ChatRecord,
  Compared,
  Comparison,
  DecisionRecord,
  Disposition,
  FindingRecord,
  Hours,
  Issue,
  MessageRecord,
  NotExaminedRecord,
  ParticipantRecord,
  PolicyCounts,
  SourceRecord,
  Summary,
  ToolRecord,
} from '../model.ts';
import { REVEAL_NOTICE } from './reveal.ts';

/** Semantic version of the JSON report: a new field raises the second number, any other change the first. */
export const SCHEMA_VERSION = '1.2.0';

// Signs that JSON allows as they are, but that repaint a terminal or turn its text around when somebody prints the file.
const MISLEADING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON on one line, harmless to print; read back, it gives the same values. */
export function jsonLine(value: object | string): string {
  return JSON.stringify(value).replace(MISLEADING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A JSON list that is written row by row behind a head, which is known from the start. */
export function rowByRow(head: string) {
  let opened = false;
  return {
    row: (text: string): string => {
      const lead = opened ? ',\n' : head;
      opened = true;
      return lead + text;
    },
    close: (): string => (opened ? '\n]' : `${head}]`),
  };
}

export function toolJson({ name, version, patterns, policy }: ToolRecord) {
  return {
    name,
    version,
    patterns: { version: patterns.version, sha256: patterns.sha256 },
    policy: policyJson(policy),
  };
}

/** What a revealed report says of itself; undefined in a masked one. */
export const revealJson = (reveal: { readonly reason: string } | undefined) =>
  reveal && { notice: REVEAL_NOTICE, reason: reveal.reason };
const policyJson = ({ id, version, sha256 }: ToolRecord['policy']) => ({ id, version, sha256 });

export function messageJson(record: MessageRecord) {
  return {
    id: record.id,
    chat: record.chat,
    index: record.index,
    at: record.at,
    sender: record.sender,
    people: record.people,
    verdict: record.verdict,
    severity: record.severity,
    confidence: rounded(record.confidence),
    rules: record.rules,
    subjects: record.subjects,
    flags: record.flags,
    findings: record.findings.map(findingJson),
    dispositions: record.dispositions.map(dispositionJson),
    lenient: record.lenient,
    residual: record.residual,
    hold: { status: record.hold.status, ids: record.hold.ids },
    context: record.context,
    exposure: {
      members: record.exposure.members,
      outsiders: record.exposure.outsiders,
      leavers: record.exposure.leavers,
    },
    decision: record.decision && decisionJson(record.decision),
    aboutChild: record.aboutChild,
    attachments: record.attachments?.map(attachmentJson),
    compared: record.compared && comparedJson(record.compared),
    fingerprint: record.fingerprint,
    accepted: record.accepted && acceptedJson(record.accepted),
    revealed: record.revealed && { sender: record.revealed.sender, text: record.revealed.text },
  };
}

const comparedJson = ({ severity, destinations, residual, by }: Compared) => ({ severity, destinations, residual, by });

// JSON.stringify leaves out a key whose value is undefined, which is how an absent field looks in the report.
function findingJson(finding: FindingRecord) {
  return {
    id: finding.id,
    pattern: finding.pattern,
    category: finding.category,
    start: finding.start,
    end: finding.end,
    confidence: rounded(finding.confidence),
    because: finding.because,
    subject: finding.subject,
    attachment: finding.attachment,
    place: finding.place,
    fingerprint: finding.fingerprint,
    text: finding.text,
  };
}

function decisionJson({ kind, role, signs, basis, owner, due, takenOn }: DecisionRecord) {
  const by = takenOn && { message: takenOn.message, sender: takenOn.sender };
  return { kind, role, signs, basis, owner, due, takenOn: by };
}

function attachmentJson({ name, kind, read, facts }: AttachmentRecord) {
  return { name, kind, read, facts: facts?.map((fact) => ({ name: fact.name, value: fact.value })) };
}

function acceptedJson({ state, reason, owner, until, worst, stillCounts }: Accepted) {
  return { state, reason, owner, until, worst, stillCounts };
}

function dispositionJson({ destination, because, due, keep, by }: Disposition) {
  return { destination, because, due, keep, by };
}

export function chatJson(record: ChatRecord) {
  const { order, certain, evidence } = record.dateOrder;
  const { records, said, system, attachments, flagged, possible } = record.counts;
  const { atStart, most, atEnd, cameLater, left, removed, outsiders, leavers, unplaced } = record.membership;
  return {
    id: record.id,
    source: record.source,
    path: record.path,
    app: record.app,
    layout: record.layout,
    title: record.title,
    kind: record.kind,
    dateOrder: { order, certain, evidence },
    participants: record.participants.map(participantJson),
    firstAt: record.firstAt,
    lastAt: record.lastAt,
    counts: { records, said, system, attachments, flagged, possible },
    membership: { atStart, most, atEnd, cameLater, left, removed, outsiders, leavers, unplaced },
    exemption: record.exemption && { status: record.exemption.status, because: record.exemption.because },
    hours: record.hours && hoursJson(record.hours),
    issues: record.issues.map(issueJson),
    revealed: record.revealed && { title: record.revealed.title, names: record.revealed.names },
  };
}

function hoursJson({ messages, outside, night, longestStretch }: Hours) {
  return { messages, outside, night, longestStretch };
}

function participantJson({ id, shown, said, staff }: ParticipantRecord) {
  return { id, shown, said, staff: staff && { status: staff.status, leftOn: staff.leftOn } };
}

export function sourceJson({ path, sha256, bytes, status, issues }: SourceRecord) {
  return { path, sha256, bytes, status, issues: issues.map(issueJson) };
}

function issueJson({ code, place, count }: Issue) {
  return { code, place, count };
}

export function notExaminedJson({ source, chat, index, path, kind, reason, place }: NotExaminedRecord) {
  return { source, chat, index, path, kind, reason, place };
}

export function summaryJson(summary: Summary) {
  const { sources, byVerdict, bySubject } = summary;
  return {
    sources: { read: sources.read, partial: sources.partial, unreadable: sources.unreadable },
    chats: summary.chats,
    messages: summary.messages,
    byVerdict: {
      confirmed: byVerdict.confirmed,
      probable: byVerdict.probable,
      indirect: byVerdict.indirect,
      possible: byVerdict.possible,
    },
    bySeverity: severitiesJson(summary.bySeverity),
    byDestination: destinationsJson(summary.byDestination),
    bySubject: {
      patient: bySubject.patient,
      staff: bySubject.staff,
      relative: bySubject.relative,
      'third-party': bySubject['third-party'],
      unknown: bySubject.unknown,
    },
    urgent: summary.urgent,
    ordinary: summary.ordinary,
    notExamined: summary.notExamined,
    absentReaders: summary.absentReaders?.map(({ title, packages, files }) => ({ title, packages, files })),
    sameFiles: summary.sameFiles?.map(({ how, sentIn }) => ({
      how,
      sentIn: sentIn.map(({ chat, index }) => ({ chat, index })),
    })),
    holdRegister: summary.holdRegister,
    holds: summary.holds.map(({ id, kind, messages }) => ({ id, kind, messages })),
    breachFacts: breachFactsJson(summary.breachFacts),
    ...usageJson(summary),
    pseudonyms: summary.pseudonyms,
    baseline: summary.baseline && baselineJson(summary.baseline),
    comparison: summary.comparison && comparisonJson(summary.comparison),
  };
}

function baselineJson({ entries, accepted, silenced, stillCounts, unused }: BaselineSummary) {
  const { critical, high, medium, low, info } = silenced;
  const { urgent, held, worse, expired } = stillCounts;
  return {
    entries,
    accepted,
    silenced: { critical, high, medium, low, info },
    stillCounts: { urgent, held, worse, expired },
    unused,
  };
}

/** What the chats show of how they are used: decisions, gaps, months, ordinary matters. */
function usageJson({ decisions, byFlag, evidenceGaps, timeline, ordinaryUse, workingHours }: Summary) {
  const { byRole, byKind, bySign } = decisions;
  return {
    decisions: {
      byRole: { decision: byRole.decision, request: byRole.request, action: byRole.action },
      byKind: { clinical: byKind.clinical, corporate: byKind.corporate, staffing: byKind.staffing },
      bySign: {
        'not-documented': bySign['not-documented'],
        hedged: bySign.hedged,
        'no-reason': bySign['no-reason'],
        'quick-agreement': bySign['quick-agreement'],
        'unanswered-question': bySign['unanswered-question'],
        'moved-to-formal': bySign['moved-to-formal'],
      },
    },
    byFlag: { ...byFlag },
    evidenceGaps: {
      deleted: evidenceGaps.deleted,
      edited: evidenceGaps.edited,
      viewOnce: evidenceGaps.viewOnce,
      undecrypted: evidenceGaps.undecrypted,
      mediaMissing: evidenceGaps.mediaMissing,
      timerChanges: evidenceGaps.timerChanges,
      cutOff: evidenceGaps.cutOff,
      silences: evidenceGaps.silences,
    },
    timeline: timeline.map(({ month, messages, confidential, ordinary }) => ({
      month,
      messages,
      confidential,
      ordinary,
    })),
    ordinaryUse: { ...ordinaryUse },
    workingHours: { days: workingHours.days, from: workingHours.from, to: workingHours.to },
  };
}

function comparisonJson({ policy, differing, before, after }: Comparison) {
  const counts = ({ bySeverity, byDestination, byResidual }: PolicyCounts) => ({
    bySeverity: severitiesJson(bySeverity),
    byDestination: destinationsJson(byDestination),
    byResidual: {
      retain: byResidual.retain,
      'do-not-delete-yet': byResidual['do-not-delete-yet'],
      'delete-after-transfer': byResidual['delete-after-transfer'],
      leave: byResidual.leave,
    },
  });
  return { policy: policyJson(policy), differing, before: counts(before), after: counts(after) };
}

const severitiesJson = ({ critical, high, medium, low, info }: Summary['bySeverity']) => ({
  critical,
  high,
  medium,
  low,
  info,
});

const destinationsJson = (byDestination: Summary['byDestination']) => ({
  safeguarding: byDestination.safeguarding,
  'secure-credential': byDestination['secure-credential'],
  'incident-system': byDestination['incident-system'],
  'care-record': byDestination['care-record'],
  'staff-record': byDestination['staff-record'],
  'corporate-record': byDestination['corporate-record'],
  'breach-assessment': byDestination['breach-assessment'],
  'human-review': byDestination['human-review'],
});

function breachFactsJson(facts: BreachFacts) {
  return {
    entries: facts.entries,
    named: facts.named,
    withPhone: facts.withPhone,
    withDateOfBirth: facts.withDateOfBirth,
    withAddress: facts.withAddress,
    withHealth: facts.withHealth,
    restricted: facts.restricted,
    aboutStaff: facts.aboutStaff,
    children: facts.children,
    images: facts.images,
    screenshots: facts.screenshots,
    videos: facts.videos,
    voiceNotes: facts.voiceNotes,
    documents: facts.documents,
    readers: facts.readers,
    removed: facts.removed,
    outsiders: facts.outsiders,
    leavers: facts.leavers,
    unplaced: facts.unplaced,
    readBeyondStaff: facts.readBeyondStaff,
    firstAt: facts.firstAt,
    lastAt: facts.lastAt,
  };
}

/** Sums of points leave tails like 0.30000000000000004. */
function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
