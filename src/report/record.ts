// Evidence and decision -> the records of the report. No text of the chat goes in: offsets, pseudonyms and words of the pattern files only.

import { foundText } from '../found-text.ts';
import { FILE_APP } from '../loose-files.ts';
import type {
  AttachmentRecord,
  ChatRecord,
  Conversation,
  Decision,
  DecisionNote,
  DecisionRecord,
  Evidence,
  Exposure,
  Finding,
  Hours,
  Membership,
  MessageRecord,
  Standing,
} from '../model.ts';
import type { CaseKey } from './case-key.ts';
import { messageFingerprint, valueFingerprint } from './fingerprints.ts';
import type { Redactor } from './redact.ts';

/** Good signs are no reason to report a message. */
const GOOD_SIGNS = new Set(['governance.moved-to-formal', 'governance.rule-acknowledged']);
/** Evidence that only helps to read a message, and findings too unsure to show. */
const BACKSTAGE = /^(ops|context)\./;
const SHOWN_CONFIDENCE = 0.5;
const CONTENT = /^(patient\.(clinical|restricted|social|special|criminal)|safeguarding|staff\.hr)\b/;

/** Something to report: a verdict, a destination, or a sign that records are at risk. */
export const isReportable = ({ verdict, dispositions, flags }: Decision): boolean =>
  verdict !== 'none' ||
  dispositions.length > 0 ||
  flags.some((flag) => flag.startsWith('governance.') && !GOOD_SIGNS.has(flag));

export function messageRecord(
  evidence: Evidence,
  decision: Decision,
  exposure: Exposure,
  chat: string,
  mask: Redactor,
  /** Pseudonyms of those whom it is about. */
  people: readonly string[],
  attachments: readonly AttachmentRecord[],
  key?: CaseKey,
): MessageRecord {
  const { message, carried, aboutness } = evidence;
  const id = `${chat}:${message.index}`;
  const findings = [...evidence.findings.filter(isShown), ...asReadWhole(evidence, decision)];
  return {
    id,
    chat,
    index: message.index,
    at: message.at,
    sender: mask.sender(message.sender),
    people,
    verdict: decision.verdict,
    severity: decision.severity,
    confidence: decision.confidence,
    rules: decision.rules,
    subjects: decision.subjects,
    flags: decision.flags,
    findings: findings.map((finding, at) => ({
      id: `${id}.${at + 1}`,
      ...finding,
      ...(key && fingerprintOf(finding, evidence, key)),
    })),
    dispositions: decision.dispositions,
    ...(decision.lenient ? { lenient: decision.lenient } : {}),
    residual: decision.residual,
    hold: decision.hold,
    context: leanedOn(carried?.from ?? [], aboutness.leansOn).map((index) => `${chat}:${index}`),
    exposure,
    ...(evidence.decision ? { decision: decisionRecord(evidence.decision, chat, mask) } : {}),
    ...(evidence.aboutChild ? { aboutChild: true } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(key && { fingerprint: messageFingerprint(key, message) }),
  };
}

function decisionRecord({ takenOn, ...note }: DecisionNote, chat: string, mask: Redactor): DecisionRecord {
  if (!takenOn) return note;
  return { ...note, takenOn: { message: `${chat}:${takenOn.index}`, sender: mask.sender(takenOn.sender) } };
}

function fingerprintOf(finding: Finding, evidence: Evidence, key: CaseKey): { fingerprint: string } | undefined {
  const fingerprint = valueFingerprint(key, finding, foundText(finding, evidence));
  return fingerprint === undefined ? undefined : { fingerprint };
}

const leanedOn = (...from: readonly (readonly number[])[]): number[] => [...new Set(from.flat())].sort((a, b) => a - b);

/** Where content may belong by how the message reads alone, and the categories that would say so by its words. */
const AS_READ = [
  { topic: 'incident', category: 'context.aboutness-incident', destination: 'incident-system', inWords: /^incident\./ },
  {
    topic: 'corporate',
    category: 'context.aboutness-corporate',
    destination: 'corporate-record',
    inWords: /^corporate\./,
  },
  {
    topic: 'safeguarding',
    category: 'context.aboutness-safeguarding',
    destination: 'safeguarding',
    inWords: /^safeguarding\./,
  },
  { topic: 'hr', category: 'context.aboutness-staff', destination: 'staff-record', inWords: /^staff\./ },
] as const;

/** How the whole message reads, as findings of their own: no destination is left without what speaks for it. */
function asReadWhole({ message, aboutness, findings }: Evidence, { dispositions }: Decision): Finding[] {
  const { person, because } = aboutness;
  const read = (category: string, confidence: number, reasons: readonly string[]): Finding => {
    return { pattern: 'aboutness', category, start: 0, end: message.text.length, confidence, because: reasons };
  };
  const unsaid = AS_READ.filter(
    ({ destination, inWords }) =>
      dispositions.some((one) => one.destination === destination) &&
      !findings.some((one) => isShown(one) && inWords.test(one.category)),
  );
  return [
    ...(person >= SHOWN_CONFIDENCE ? [read('context.aboutness', person, because)] : []),
    ...unsaid.map(({ topic, category }) => read(category, aboutness[topic], [])),
  ];
}

export function isShown({ category, confidence }: Finding): boolean {
  if (category === 'context.urgent') return true;
  if (BACKSTAGE.test(category)) return false;
  return confidence >= SHOWN_CONFIDENCE || CONTENT.test(category);
}

export function chatRecord(
  chat: Conversation,
  id: string,
  /** Path of its source as shown. */
  source: string,
  known: {
    readonly flagged: number;
    readonly possible: number;
    readonly membership: Membership;
    readonly hours?: Hours | undefined;
    readonly exemption: NonNullable<ChatRecord['exemption']>;
    /** Of each participant, in their order; empty without a staff list. */
    readonly standings: readonly Standing[];
  },
  mask: Redactor,
): ChatRecord {
  const { flagged, possible, membership, hours, exemption, standings } = known;
  const { app, layout, kind, dateOrder, firstAt, lastAt, issues } = chat;
  return {
    id,
    source,
    path: app === FILE_APP ? mask.file(chat.path) : mask.path(chat.path, kind),
    app,
    layout,
    title: app === FILE_APP ? mask.file(chat.path) : mask.title(chat.title, kind),
    kind,
    dateOrder,
    participants: mask.participants().map((one, at) => {
      const staff = standings[at];
      return staff ? { ...one, staff } : one;
    }),
    firstAt,
    lastAt,
    counts: { ...chat.counts, flagged, possible },
    membership,
    ...(hours ? { hours } : {}),
    exemption,
    issues,
  };
}
