// The result as SARIF 2.1.0 (OASIS), for tools that collect the findings of scanners. It is made for program code; a chat stands in it
// as an artifact, a message as a logical location, clauses of the policy as a taxonomy. There are no snippets: they would be text.

import { ISSUES } from '../issues.ts';
import type {
  Accepted,
  ChatRecord,
  Issue,
  MessageRecord,
  NotExaminedRecord,
  Severity,
  SourceRecord,
  ToolRecord,
} from '../model.ts';
import { chatKind, issuePlace, itemName, judgement, leadClausesOf } from './describe.ts';
import { forTerminal } from './escape.ts';
import { foundText } from './found.ts';
import { overviewOf } from './overview.ts';
import { jsonLine, rowByRow } from './record-json.ts';
import type { OpenReport, Wording } from './report.ts';
import { acceptedSentence } from './sentences.ts';
import { DESTINATIONS, RESIDUALS, SOURCE_STATUSES } from './words.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
const RANKS: Readonly<Record<Severity, number>> = { critical: 80, high: 60, medium: 40, low: 20, info: 0 };
const POLICY = 'policy';
/** For a message that names nobody and belongs somewhere all the same. */
const IMPERSONAL = 'names-nobody';

/** Results are written as they come; what they refer to (rules, clauses, chats) is known at the end and follows them. */
export const openSarif: OpenReport = (tool, wording) => {
  const used = { rules: new Set<string>(), clauses: new Set<string>() };
  const artifacts: object[] = [];
  const notifications: object[] = [];
  const results = rowByRow('{"version": "2.1.0",\n"runs": [{"columnKind": "utf16CodeUnits",\n"results": [\n');
  return {
    message: (record) => results.row(jsonLine(resultOf(record, wording, used))),
    chat: (chat) => {
      artifacts.push(chatArtifact(chat));
      return '';
    },
    source: (source) => {
      artifacts.push(sourceArtifact(source));
      notifications.push(...source.issues.map((issue) => issueNotification(issue, source)));
      return '';
    },
    notExamined: (row) => {
      notifications.push(unreadNotification(row));
      return '';
    },
    end: ({ sources }) => {
      const executionSuccessful = sources.unreadable + sources.partial === 0;
      const rest = {
        tool: driver(tool, wording, used.rules),
        taxonomies: [taxonomy(tool, wording, used.clauses)],
        artifacts,
        invocations: [{ executionSuccessful, toolExecutionNotifications: notifications }],
      };
      const fields = Object.entries(rest).map(([key, value]) => `"${key}": ${jsonLine(value)}`);
      return `${results.close()},\n${fields.join(',\n')}\n}]}\n`;
    },
  };
};

function resultOf(record: MessageRecord, wording: Wording, used: { rules: Set<string>; clauses: Set<string> }): object {
  const { id, chat, index, sender, verdict, severity, confidence, dispositions, people, residual, hold, context } =
    record;
  const ruleId = record.rules[0] ?? IMPERSONAL;
  const clauses = leadClausesOf(dispositions, wording);
  used.rules.add(ruleId);
  for (const clause of clauses) used.clauses.add(clause);
  const isOpen = verdict === 'possible';
  return {
    ruleId: forTerminal(ruleId),
    kind: isOpen ? 'review' : 'fail',
    level: isOpen ? 'none' : LEVELS[severity],
    rank: Math.round(RANKS[severity] + 20 * confidence),
    message: { text: saidOf(record, wording) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURIComponent(chat) } },
        logicalLocations: [{ kind: 'message', fullyQualifiedName: `${chat}/${index}`, name: sender || 'the app' }],
      },
    ],
    ...(clauses.length > 0 ? { taxa: clauses.map((clause) => ({ id: clause, toolComponent: { name: POLICY } })) } : {}),
    ...(record.fingerprint === undefined ? {} : { partialFingerprints: { igf1: record.fingerprint } }),
    ...(record.accepted && !record.accepted.stillCounts ? { suppressions: [suppression(record.accepted)] } : {}),
    properties: { message: id, verdict, severity, confidence, people, residual, hold, context },
  };
}

const suppression = (accepted: Accepted): object => ({
  kind: 'external',
  status: 'accepted',
  justification: forTerminal(acceptedSentence(accepted)),
});

function saidOf(record: MessageRecord, wording: Wording): string {
  const found = foundText(record, wording);
  const belongs = record.dispositions.map(
    ({ destination, due }) => `${DESTINATIONS[destination].name}${due ? `, ${due}` : ''}`,
  );
  const parts = [
    judgement(record),
    found === '' ? '' : `Found: ${found}`,
    belongs.length > 0 ? `Belongs: ${belongs.join('; ')}` : '',
    `Copy in the chat: ${RESIDUALS[record.residual].name.toLowerCase()}`,
  ];
  return forTerminal(parts.filter((part) => part !== '').join('. '));
}

const artifact = (uri: string, text: string, more: object = {}): object => ({
  location: { uri: encodeURIComponent(forTerminal(uri)), description: { text: forTerminal(text) } },
  ...more,
});

function chatArtifact(chat: ChatRecord): object {
  return artifact(chat.id, `${chat.title}, ${chatKind(overviewOf(chat))}, from ${chat.source}`);
}

function sourceArtifact({ path, sha256, bytes, status }: SourceRecord): object {
  const hashes = sha256 === '' ? {} : { hashes: { 'sha-256': sha256 } };
  return artifact(path, SOURCE_STATUSES[status], { length: bytes, ...hashes });
}

const notification = (level: 'error' | 'warning' | 'note', text: string, id: string): object => ({
  level,
  descriptor: { id },
  message: { text: forTerminal(text) },
});

function issueNotification(issue: Issue, { path, status }: SourceRecord): object {
  const { says, advice } = ISSUES[issue.code];
  const where = issuePlace(issue);
  const level = status === 'read' ? 'note' : 'error';
  return notification(level, `${path}: ${says}${where === '' ? '' : ` (${where})`} ${advice}`, issue.code);
}

function unreadNotification(row: NotExaminedRecord): object {
  const where = row.chat === undefined ? row.source : `${row.chat}${row.index === undefined ? '' : `/${row.index}`}`;
  return notification('warning', `${where}: ${itemName(row)} was not examined. ${ISSUES[row.reason].says}`, row.reason);
}

function driver({ version, patterns }: ToolRecord, wording: Wording, rules: ReadonlySet<string>): object {
  const says = (id: string) =>
    id === IMPERSONAL ? 'Names nobody, but belongs in a record of the Trust' : wording.rule(id);
  return {
    driver: {
      name: 'ig-scan',
      version,
      properties: { patterns },
      rules: [...rules]
        .sort()
        .map((id) => ({ id: forTerminal(id), shortDescription: { text: forTerminal(says(id)) } })),
      supportedTaxonomies: [{ name: POLICY }],
    },
  };
}

function taxonomy({ policy }: ToolRecord, wording: Wording, clauses: ReadonlySet<string>): object {
  const taxa = [...clauses].sort().map((id) => {
    const { source, says } = wording.clause(id);
    return { id, name: forTerminal(source), shortDescription: { text: forTerminal(says === '' ? source : says) } };
  });
  return { name: POLICY, version: policy.version, properties: { policy }, taxa };
}
