// A message in words: how it was judged, who sent it, what it leans on. Shared by screen and page.

import { ISSUES } from '../issues.ts';
import type {
  Destination,
  Disposition,
  Issue,
  MessageRecord,
  NotExamined,
  NotExaminedRecord,
  Summary,
} from '../model.ts';
import type { ChatOverview } from './overview.ts';
import type { Wording } from './report.ts';
import { counted, percent, shownTime, thousands } from './sentences.ts';
import { DESTINATIONS, KINDS, RESIDUALS, SEVERITIES, STANDINGS, SUBJECTS, VERDICTS } from './words.ts';

/** `Critical, confirmed (98 %), about: patient P3`. */
export function judgement({ severity, verdict, confidence, subjects, people }: MessageRecord): string {
  const who = people.length > 0 ? ` ${people.join(', ')}` : '';
  const about = subjects.length > 0 ? `, about: ${subjects.map((subject) => SUBJECTS[subject]).join(', ')}${who}` : '';
  if (verdict === 'none') return `${SEVERITIES[severity]}, names nobody`;
  return `${SEVERITIES[severity]}, ${VERDICTS[verdict].name.toLowerCase()} (${percent(confidence)})${about}`;
}

/** Why a milder policy lowered it; '' where none did. */
export const easedBecause = ({ lenient = [] }: MessageRecord, wording: Wording): string =>
  lenient.map((id) => `Down-graded by the policy: ${wording.entry(id)} (${id})`).join('; ');

/** `High -> Low; Data breach assessment no longer (Emergency use …)`: what the policy named for comparison would change. */
export function changeOf({ compared, severity, dispositions, residual }: MessageRecord, wording: Wording): string {
  if (!compared) return '';
  const before = dispositions.map(({ destination }) => destination);
  const names = (ids: readonly Destination[]) => ids.map(receiverName).join(', ');
  const gone = before.filter((id) => !compared.destinations.includes(id));
  const added = compared.destinations.filter((id) => !before.includes(id));
  const parts = [
    compared.severity === severity ? '' : `${SEVERITIES[severity]} -> ${SEVERITIES[compared.severity]}`,
    gone.length > 0 ? `no longer for: ${names(gone)}` : '',
    added.length > 0 ? `also for: ${names(added)}` : '',
    compared.residual === residual ? '' : `copy: ${RESIDUALS[residual].name} -> ${RESIDUALS[compared.residual].name}`,
  ];
  const because = compared.by.map((id) => `${wording.entry(id)} (${id})`).join('; ');
  return `${parts.filter((part) => part !== '').join('; ')}. ${because}`;
}
/** Senders that are no people. */
const SENDERS: Readonly<Record<string, string>> = { '': 'written by the app', unknown: 'sender unknown' };

/** `message 12, S3`. */
export function whoAndWhere({ index, sender }: MessageRecord): string {
  return `message ${index}, ${SENDERS[sender] ?? sender}`;
}

/** ` (to 12)`: how many people were in the chat when it was sent, without the sender; with whom the staff list does not hold. */
export function readBy({ exposure, sender }: MessageRecord): string {
  if (sender in SENDERS) return '';
  const { members, outsiders = 0, leavers = 0 } = exposure;
  const notStaff = [
    outsiders > 0 ? `${outsiders} in the chat ${STANDINGS.unlisted}` : '',
    leavers > 0 ? `${leavers} had left the Trust` : '',
  ];
  return ` (${[`to ${Math.max(0, members - 1)}`, ...notStaff].filter((part) => part !== '').join('; ')})`;
}

/** `S7 not on the staff list; S3 on the staff list until 31 Mar 2024; …`; undefined without a list, and where all are on it. */
export function staffLine({
  apart,
  membership: { outsiders, leavers = 0, unplaced = 0 },
}: ChatOverview): string | undefined {
  if (outsiders === undefined) return undefined;
  const counts = [
    `${outsiders} ${STANDINGS.unlisted}`,
    `${leavers} in the chat after leaving the Trust`,
    `${unplaced} ${STANDINGS.unknown}`,
  ];
  const people = apart.map(({ id, staff }) =>
    staff?.leftOn
      ? `${id} ${STANDINGS.listed} until ${shownTime(staff.leftOn)}`
      : `${id} ${STANDINGS[staff?.status ?? 'unknown']}`,
  );
  return `${counts.join(', ')}${people.length > 0 ? `: ${people.join('; ')}` : ''}`;
}

const APPS: Readonly<Record<string, string>> = {
  whatsapp: 'WhatsApp',
  messenger: 'Messenger',
  instagram: 'Instagram',
  signal: 'Signal',
  sms: 'Text message',
  imessage: 'iMessage',
  telegram: 'Telegram',
  teams: 'Teams',
  'teams-personal': 'Teams (personal account)',
  skype: 'Skype',
  viber: 'Viber',
  line: 'LINE',
  rsmf: 'RSMF',
  table: 'Tabulated',
};

export const appName = (app: string): string => APPS[app.toLowerCase()] ?? app;

/** `WhatsApp group of 12 people`; a text that is no chat has no people. */
export function chatKind({ app, kind, people }: ChatOverview): string {
  if (app === 'text') return 'Text scanned line by line';
  const name = appName(app);
  return kind === 'group' ? `${name} group of ${people} people` : `${name} chat of two people`;
}

const EXEMPTIONS = {
  met: 'allowed by the policy',
  'not-met': 'not as the policy allows it',
  unknown: 'whether the policy allows it is not known, so it counts as not allowed',
} as const;

/** Said of chats for which the question does not arise. */
const OTHER_APPS: ReadonlySet<string> = new Set(['not Teams', 'the app is not known']);

/** Whether the policy allows the app, in words; '' for one that is plainly not allowed. */
export function channelReading({ exemption }: ChatOverview): string {
  if (!exemption || exemption.because.some((reason) => OTHER_APPS.has(reason))) return '';
  return `${EXEMPTIONS[exemption.status]}: ${exemption.because.join(', ')}`;
}

/** `day first, assumed: …`. */
export function dateReading({ app, dateOrder }: Pick<ChatOverview, 'app' | 'dateOrder'>): string {
  if (app === 'text') return 'not at all: the text does not say when what was written';
  const { order, certain, evidence } = dateOrder;
  return `${order.replace('-', ' ')}, ${certain ? 'certain' : 'ASSUMED'}${evidence === '' ? '' : `: ${evidence}`}`;
}

/** `Safeguarding lead`, without the names of systems in brackets. */
export const receiverName = (destination: Destination): string => DESTINATIONS[destination].name.replace(/ \(.*$/, '');

/** Ids of all clauses behind some dispositions, and of those on how long it is kept, each once, sorted. */
export const clausesOf = (dispositions: readonly Disposition[]): string[] =>
  [...new Set(dispositions.flatMap(({ because, keep = [] }) => [...because, ...keep]))].sort();

/** The two clauses that a row has room for: the weightiest sentence of the policy, and the weightiest law beside it. */
export function leadClauses({ because }: Disposition, wording: Wording): readonly string[] {
  const firstOf = (...kinds: readonly string[]) => because.find((id) => kinds.includes(wording.clause(id).kind ?? ''));
  const lead = [firstOf('policy'), firstOf('law', 'data-protection')].filter((id) => id !== undefined);
  return lead.length > 0 ? lead : because.slice(0, 2);
}

/** The same for several dispositions, each clause once, sorted. */
export const leadClausesOf = (dispositions: readonly Disposition[], wording: Wording): string[] =>
  [...new Set(dispositions.flatMap((one) => leadClauses(one, wording)))].sort();

/** For each hold of the register, by which law it must be kept: `FOI-9, freedom of information request: … (FOIA s.77)`. */
export function holdWarnings({ holds }: Summary, wording: Wording): readonly string[] {
  return holds.map(({ id, kind, messages }) => {
    const { name, says, because } = wording.holdKind(kind);
    const sources = because.map((clause) => wording.clause(clause).source).join('; ');
    return `hold ${id}, ${name}, ${counted(messages, 'message')}: ${says} (${sources})`;
  });
}

/** Whether an information governance lead has confirmed how a clause is worded. */
export const wordingState = (verifiedOn: string | undefined): string =>
  verifiedOn === undefined ? 'Wording not yet confirmed' : `Wording confirmed on ${verifiedOn}`;

/** What an issue is, and where and how often. */
export function issueLine(issue: Issue): string {
  return [ISSUES[issue.code].says, issuePlace(issue)].filter((part) => part !== '').join(' ');
}

/** The title of the chat that an item belongs to; of its source where the chat is not known. */
export function itemPlace({ chat, source }: NotExaminedRecord, chats: ReadonlyMap<string, ChatOverview>): string {
  return (chat === undefined ? undefined : chats.get(chat)?.title) ?? source;
}

/** Where an issue lies and how often: `line 3`, `how many: 4`. */
export function issuePlace({ place, count }: Issue): string {
  const parts = [place, count !== undefined && count > 1 ? `how many: ${thousands(count)}` : undefined];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** `photo IMG-20241203-WA0003.jpg`; with the part of it where the rest was read: `document [name hidden 1].pdf (page 3)`. */
export function itemName({ kind, path, place }: NotExamined): string {
  return `${KINDS[kind][0]}${path && ` ${path}`}${place === undefined ? '' : ` (${place})`}`;
}
