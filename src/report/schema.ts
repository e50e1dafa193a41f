// What a JSON report looks like, as a schema that programs can check reports with. report.schema.json is made from it by
// scripts/make-schema.mjs. Only that script and the tests load this file; writing a report does not need it.

import { z } from 'zod';
import { ISSUES, type IssueCode } from '../issues.ts';
import type {
  Accepted,
  AttachmentRecord,
  BreachFacts,
  ChatRecord,
  Compared,
  Comparison,
  DecisionRecord,
  FindingRecord,
  Issue,
  MessageRecord,
  NotExaminedRecord,
  ParticipantRecord,
  PolicyCounts,
  SourceRecord,
  Summary,
  ToolRecord,
} from '../model.ts';
import { HOLD_KINDS } from '../policy/order.ts';
import { DECISION_KINDS, DECISION_ROLES, DECISION_SIGNS } from './decision-words.ts';
import {
  ACCEPTED_AS,
  DESTINATIONS,
  HOLDS,
  idsOf,
  KINDS,
  RESIDUALS,
  SEVERITIES,
  SOURCE_STATUSES,
  STANDINGS,
  STILL_COUNTS,
  SUBJECTS,
  VERDICTS,
} from './words.ts';

const count = z.int().min(0);
const confidence = z.number().min(0).max(1);
const sha256 = z.string().describe('lower-case hexadecimal; empty when nothing could be read');
const at = z.string().describe('wall clock as exported, YYYY-MM-DDTHH:MM[:SS], without zone');
const severity = z.enum(idsOf(SEVERITIES));
const subject = z.enum(idsOf(SUBJECTS));
const issueCode = z.enum(idsOf<IssueCode>(ISSUES));

const issue = z
  .strictObject({
    code: issueCode,
    place: z.string().exactOptional(),
    count: count.exactOptional(),
  })
  .meta({ id: 'issue' }) satisfies z.ZodType<Issue>;

const policy = z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() });

const tool = z
  .strictObject({
    name: z.literal('ig-scan'),
    version: z.string(),
    patterns: z.strictObject({ version: z.string(), sha256: z.string() }),
    policy,
  })
  .meta({ id: 'tool' }) satisfies z.ZodType<ToolRecord>;

const source = z
  .strictObject({
    path: z.string().describe('masked'),
    sha256,
    bytes: count,
    status: z.enum(idsOf(SOURCE_STATUSES)),
    issues: z.array(issue),
  })
  .meta({ id: 'source' }) satisfies z.ZodType<SourceRecord>;

const participant = z
  .strictObject({
    id: z.string().describe('pseudonym within the chat, or with a key within the case'),
    shown: z.enum(['name', 'number', 'push-name']).describe('how the export shows this person'),
    said: count,
    staff: z
      .strictObject({
        status: z.enum(idsOf(STANDINGS)),
        leftOn: z.string().exactOptional().describe('last day at the Trust, YYYY-MM-DD'),
      })
      .exactOptional()
      .describe('what the staff list says of this person; absent without a list'),
  })
  .meta({ id: 'participant' }) satisfies z.ZodType<ParticipantRecord>;

const chat = z
  .strictObject({
    id: z.string(),
    source: z.string().describe('path of its source, as in sources'),
    path: z.string().describe('masked'),
    app: z.string(),
    layout: z.string(),
    title: z.string().describe('masked'),
    kind: z.enum(['group', 'direct']),
    dateOrder: z.strictObject({
      order: z.enum(['day-first', 'month-first', 'year-first']),
      certain: z.boolean(),
      evidence: z.string(),
    }),
    participants: z.array(participant),
    firstAt: at,
    lastAt: at,
    counts: z.strictObject({
      records: count,
      said: count,
      system: count,
      attachments: count,
      flagged: count,
      possible: count,
    }),
    membership: z.strictObject({
      atStart: count,
      most: count.describe('at one time'),
      atEnd: count,
      cameLater: count,
      left: count,
      removed: count.describe('taken out by somebody else'),
      outsiders: count
        .exactOptional()
        .describe('people not on the staff list; absent without a list, as the two below'),
      leavers: count.exactOptional().describe('people in the chat after their last day at the Trust'),
      unplaced: count.exactOptional().describe('people of whom the list does not say whether they are on it'),
    }),
    hours: z
      .strictObject({
        messages: count,
        outside: count.exactOptional().describe('outside the working hours of the summary; left out from 1 to 4'),
        night: count.exactOptional().describe('from 22:00 to 06:00; left out from 1 to 4'),
        longestStretch: count.describe('calendar days in which the chat was never quiet for 11 hours'),
      })
      .exactOptional()
      .describe('of all people together; left out where fewer than five wrote'),
    exemption: z
      .strictObject({ status: z.enum(['met', 'not-met', 'unknown']), because: z.array(z.string()) })
      .exactOptional()
      .describe('whether it was written in Teams with a work account on a work device, which the policy allows'),
    issues: z.array(issue),
    revealed: z
      .strictObject({ title: z.string(), names: z.array(z.string()).describe('in the order of participants') })
      .exactOptional()
      .describe('only after a deliberate reveal'),
  })
  .meta({ id: 'chat' }) satisfies z.ZodType<ChatRecord>;

const fingerprint = z.string().regex(/^igf1:[0-9A-Z]{26}$/);

const finding = z
  .strictObject({
    id: z.string(),
    pattern: z.string(),
    category: z.string(),
    start: count.describe('UTF-16 offset into the text of the message, or of the attachment'),
    end: count,
    confidence,
    because: z.array(z.string()),
    subject: subject.exactOptional(),
    attachment: z.string().exactOptional().describe('shown name of the attachment that the offsets count in'),
    place: z.string().exactOptional().describe('where in the attachment, in words'),
    fingerprint: fingerprint.exactOptional().describe('of an identifier, the same wherever it stands; only with a key'),
    text: z.string().exactOptional().describe('what was found, word for word; only after a deliberate reveal'),
  })
  .meta({ id: 'finding' }) satisfies z.ZodType<FindingRecord>;

const attachment = z
  .strictObject({
    name: z.string().describe('masked, as findings name it'),
    kind: z.enum(idsOf(KINDS)).exclude(['file', 'archive', 'chat']),
    read: z.enum(['all', 'part', 'no']),
    facts: z
      .array(z.strictObject({ name: z.string(), value: z.string().exactOptional() }))
      .exactOptional()
      .describe('what the file tells of itself; a fact without a value is there, but not shown'),
  })
  .meta({ id: 'attachment' }) satisfies z.ZodType<AttachmentRecord>;

const decision = z
  .strictObject({
    kind: z.enum(idsOf(DECISION_KINDS)),
    role: z.enum(idsOf(DECISION_ROLES)),
    signs: z.array(z.enum(idsOf(DECISION_SIGNS))).describe('to be checked by a person, never a verdict'),
    basis: z.array(z.string()).describe('categories of health information in it and in the messages it leans on'),
    owner: z.enum(['sender', 'reader', 'anyone']).exactOptional().describe('who is to act, by the wording'),
    due: z.string().exactOptional().describe('by when, by the wording: a clock time or a phrase of the pattern file'),
    takenOn: z
      .strictObject({ message: z.string(), sender: z.string() })
      .exactOptional()
      .describe('the message just after that takes it on'),
  })
  .meta({ id: 'decision' }) satisfies z.ZodType<DecisionRecord>;
const accepted = z
  .strictObject({
    state: z.enum(idsOf(ACCEPTED_AS)),
    reason: z.string(),
    owner: z.string(),
    until: z.string().describe('last day, YYYY-MM-DD'),
    worst: severity.describe('worst severity that was accepted'),
    stillCounts: z.enum(idsOf(STILL_COUNTS)).exactOptional().describe('why it counts for --fail-on all the same'),
  })
  .describe('what the baseline says of the message')
  .meta({ id: 'accepted' }) satisfies z.ZodType<Accepted>;
const compared = z
  .strictObject({
    severity,
    destinations: z.array(z.enum(idsOf(DESTINATIONS))),
    residual: z.enum(idsOf(RESIDUALS)),
    by: z.array(z.string()).describe('ids of the entries, of either policy, that make the difference'),
  })
  .meta({ id: 'compared' }) satisfies z.ZodType<Compared>;

const message = z
  .strictObject({
    id: z.string(),
    chat: z.string().describe('id of its chat'),
    index: z.int().min(1).describe('counts every record of the export, system lines included, oldest first'),
    at,
    sender: z
      .string()
      .describe(
        'pseudonym within the chat, or with a key within the case; empty for a system line, `unknown` in a text that does not say who wrote what',
      ),
    people: z.array(z.string()).describe('pseudonyms of those whom it is about, in order of appearance'),
    verdict: z.enum(idsOf(VERDICTS)),
    severity,
    confidence,
    rules: z.array(z.string()).describe('combination rules that led to the verdict, the deciding one first'),
    subjects: z.array(subject),
    flags: z.array(z.string()),
    findings: z.array(finding),
    dispositions: z.array(
      z.strictObject({
        destination: z.enum(idsOf(DESTINATIONS)),
        because: z.array(z.string()).describe('ids of clauses that ask for it, the weightiest first'),
        due: z.string().exactOptional(),
        keep: z.array(z.string()).exactOptional().describe('ids of clauses on how long it is kept there'),
        by: z.array(z.string()).exactOptional().describe('ids of the entries of the policy that send it there'),
      }),
    ),
    lenient: z
      .array(z.string())
      .exactOptional()
      .describe('ids of the entries of a milder policy that lowered its severity or dropped its breach assessment'),
    residual: z.enum(idsOf(RESIDUALS)).describe('what becomes of the copy in the chat'),
    hold: z.strictObject({ status: z.enum(idsOf(HOLDS)), ids: z.array(z.string()) }),
    context: z.array(z.string()).describe('ids of the messages that the verdict leans on'),
    exposure: z.strictObject({
      members: count.describe('people who could read it when it was sent, at the least'),
      outsiders: count.exactOptional().describe('of them not on the staff list; absent without a list'),
      leavers: count.exactOptional().describe('of them had left the Trust by then; absent without a list'),
    }),
    decision: decision.exactOptional().describe('what it decides, asks for or takes on'),
    attachments: z.array(attachment).exactOptional().describe('only of a message with files that came with it'),
    aboutChild: z
      .literal(true)
      .exactOptional()
      .describe('the person spoken of is under 18, as far as the messages say'),
    compared: compared.exactOptional().describe('what the policy named for comparison makes of it, where that differs'),
    fingerprint: fingerprint.exactOptional().describe("the same in another member's export; only with a key"),
    accepted: accepted.exactOptional(),
    revealed: z
      .strictObject({ sender: z.string(), text: z.string() })
      .exactOptional()
      .describe('word for word; only after a deliberate reveal'),
  })
  .meta({ id: 'message' }) satisfies z.ZodType<MessageRecord>;

const notExamined = z
  .strictObject({
    source: z.string().describe('path of its source, as in sources'),
    chat: z.string().exactOptional(),
    index: z.int().min(1).exactOptional(),
    path: z.string().describe('masked'),
    kind: z.enum(idsOf(KINDS)),
    reason: issueCode,
    place: z.string().exactOptional().describe('which part of it, in words; none = all of it'),
  })
  .meta({ id: 'notExamined' }) satisfies z.ZodType<NotExaminedRecord>;

const breachFacts = z
  .strictObject({
    entries: count.describe('messages reported as person-confidential'),
    named: count.describe('entries with a name'),
    withPhone: count.describe('of the named entries, as the three below'),
    withDateOfBirth: count,
    withAddress: count,
    withHealth: count,
    restricted: count.describe('entries of especially secret classes, safeguarding among them'),
    aboutStaff: count,
    children: count.describe('entries about somebody under 18, at the least'),
    images: count.describe('attachments of all messages, as the four below'),
    screenshots: count,
    videos: count,
    voiceNotes: count,
    documents: count,
    readers: count.describe('most people who could read one of the entries'),
    removed: count.describe('people taken out of a chat by somebody else'),
    outsiders: count
      .exactOptional()
      .describe('people not on the staff list, in chats with entries; absent without a list, as the three below'),
    leavers: count.exactOptional().describe('people in such a chat after their last day at the Trust'),
    unplaced: count
      .exactOptional()
      .describe('people in such a chat of whom the list does not say whether they are on it'),
    readBeyondStaff: count
      .exactOptional()
      .describe('entries sent while somebody not on the list, or who had left, could read them'),
    firstAt: at,
    lastAt: at,
  })
  .meta({ id: 'breachFacts' }) satisfies z.ZodType<BreachFacts>;

const policyCounts = z
  .strictObject({
    bySeverity: z.record(severity, count),
    byDestination: z.record(z.enum(idsOf(DESTINATIONS)), count),
    byResidual: z.record(z.enum(idsOf(RESIDUALS)), count),
  })
  .meta({ id: 'policyCounts' }) satisfies z.ZodType<PolicyCounts>;

const comparison = z
  .strictObject({
    policy: policy.describe('the other policy'),
    differing: count.describe('messages that it judges differently'),
    before: policyCounts.describe('under the policy of the report'),
    after: policyCounts.describe('under the other policy'),
  })
  .meta({ id: 'comparison' }) satisfies z.ZodType<Comparison>;

const summary = z
  .strictObject({
    sources: z.strictObject({ read: count, partial: count, unreadable: count }),
    chats: count,
    messages: count,
    byVerdict: z.record(z.enum(['confirmed', 'probable', 'indirect', 'possible']), count),
    bySeverity: z.record(severity, count),
    byDestination: z.record(z.enum(idsOf(DESTINATIONS)), count),
    bySubject: z.record(subject, count),
    urgent: count,
    ordinary: count,
    notExamined: count,
    absentReaders: z
      .array(z.strictObject({ title: z.string(), packages: z.array(z.string()), files: count }))
      .exactOptional()
      .describe('readers of files that were wanted and are not installed'),
    sameFiles: z
      .array(
        z.strictObject({
          how: z.enum(['same-bytes', 'alike']),
          sentIn: z.array(z.strictObject({ chat: z.string(), index: count })),
        }),
      )
      .exactOptional()
      .describe('files and photos that were sent in more than one chat'),
    holdRegister: z.boolean().describe('whether a hold register was given'),
    holds: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(HOLD_KINDS),
        messages: count.describe('covered, reported or not'),
      }),
    ),
    breachFacts,
    decisions: z.strictObject({
      byRole: z.record(z.enum(idsOf(DECISION_ROLES)), count),
      byKind: z.record(z.enum(idsOf(DECISION_KINDS)), count),
      bySign: z.record(z.enum(idsOf(DECISION_SIGNS)), count),
    }),
    byFlag: z.record(z.string(), count).describe('reported messages by flag'),
    evidenceGaps: z.strictObject({
      deleted: count,
      edited: count,
      viewOnce: count,
      undecrypted: count,
      mediaMissing: count.describe('attachments that did not come with the export'),
      timerChanges: count.describe('lines of the app that set how soon messages vanish'),
      cutOff: count.describe('chats that the app cut, or that say that earlier messages are missing'),
      silences: count.describe('times that a chat was silent for 30 days or more'),
    }),
    timeline: z.array(z.strictObject({ month: z.string(), messages: count, confidential: count, ordinary: count })),
    ordinaryUse: z.record(z.string(), count).describe('ordinary messages by what they are about'),
    workingHours: z.strictObject({
      days: z.array(z.int().min(1).max(7)).describe('Monday is 1'),
      from: count.describe('minutes of the day'),
      to: count,
    }),
    pseudonyms: z.enum(['chat', 'case']).describe('how far a pseudonym reaches; case needs a key'),
    baseline: z
      .strictObject({
        entries: count,
        accepted: count.describe('reported messages that the baseline names'),
        silenced: z.record(severity, count).describe('of these, what does not count for --fail-on'),
        stillCounts: z.record(z.enum(idsOf(STILL_COUNTS)), count).describe('of these, what counts all the same'),
        unused: z.array(fingerprint).describe('entries that fit no reported message'),
      })
      .exactOptional()
      .describe('only where a baseline was given'),
    comparison: comparison.exactOptional().describe('only with --compare-policy'),
  })
  .meta({ id: 'summary' }) satisfies z.ZodType<Summary>;

/** A document written by `--format json`. */
export const reportSchema = z.strictObject({
  schemaVersion: z.string(),
  tool,
  contact: z.string().exactOptional().describe('whom to ask, as the Trust wrote it; absent where it wrote nothing'),
  reveal: z
    .strictObject({ notice: z.string(), reason: z.string() })
    .exactOptional()
    .describe('only in a report that holds names and words of the chat'),
  messages: z.array(message).describe('the messages with something to report, in chat order'),
  sources: z.array(source),
  chats: z.array(chat),
  notExamined: z.array(notExamined),
  summary,
});

/** The text of report.schema.json (JSON Schema 2020-12). */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'Report of ig-scan', ...schema }, undefined, 2)}\n`;
}
