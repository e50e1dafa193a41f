// The parts of the screen, from the most to the least pressing. Each says everything in words; colour only helps the eye.

import type { ChalkInstance } from 'chalk';
import { ISSUES, type IssueCode } from '../../issues.ts';
import type { Destination, SourceRecord, Summary, ToolRecord, Verdict } from '../../model.ts';
import { comparisonRows } from '../comparison.ts';
import { decisionSentence } from '../decision-words.ts';
import { changeOf, channelReading, chatKind, dateReading, holdWarnings, issuePlace, staffLine } from '../describe.ts';
import { rowCount } from '../ledger.ts';
import type { Overview } from '../overview.ts';
import type { Wording } from '../report.ts';
import {
  baselineSentences,
  contactSentence,
  counted,
  countedKinds,
  foundSentences,
  holdSentence,
  shownSpan,
  thousands,
  unreadSentence,
  urgentSentence,
} from '../sentences.ts';
import { DESTINATIONS, idsOf, SEVERITIES, SOURCE_STATUSES, VERDICTS } from '../words.ts';
import type { Page } from './page.ts';

export interface Context {
  readonly page: Page;
  readonly paint: ChalkInstance;
  readonly overview: Overview;
  readonly summary: Summary;
  readonly wording: Wording;
}

const CHATS_SHOWN = 12;
const SOURCES_SHOWN = 12;
const DIFFERING_SHOWN = 15;

/** Sources that were not read, or not to their end, before anything else: an unread file must not look like a clean one. */
export function unreadSection({ page, paint, overview, summary }: Context): void {
  const sentence = unreadSentence(summary);
  if (sentence === undefined) return;
  page.heading('NOT EVERYTHING WAS READ', paint.red.bold);
  page.paragraph(sentence, { paint: paint.bold });
  const unread = [...overview.sources.filter(isUnreadable), ...overview.sources.filter(isPartial)];
  for (const { path, status, issues } of unread.slice(0, SOURCES_SHOWN)) {
    page.paragraph(path, { label: `${SOURCE_STATUSES[status]}  ` });
    for (const issue of issues) {
      const { effect, says, advice } = ISSUES[issue.code];
      if (effect === 'note') continue;
      const where = issuePlace(issue);
      page.paragraph(where === '' ? says : `${says} (${where})`, { indent: 4 });
      page.paragraph(advice, { indent: 4, label: 'What to do: ' });
    }
  }
  andMore(page, unread.length - SOURCES_SHOWN, 'source');
}

const isUnreadable = ({ status }: SourceRecord) => status === 'unreadable';
const isPartial = ({ status }: SourceRecord) => status === 'partial';

export function headlineSection({ page, paint, summary }: Context): void {
  page.heading('WHAT WAS FOUND', paint.bold);
  for (const sentence of foundSentences(summary)) page.paragraph(sentence);
  const urgent = urgentSentence(summary);
  if (urgent !== undefined) page.paragraph(urgent, { label: 'URGENT: ', paint: paint.red.bold });
  for (const sentence of baselineSentences(summary)) page.paragraph(sentence);
  const decided = decisionSentence(summary);
  if (decided !== undefined) page.paragraph(decided);
}

/** By receiver, and by verdict and severity. Nothing when there is nothing to count. */
export function countsSection({ page, paint, overview, summary }: Context): void {
  const destinations = idsOf<Destination>(DESTINATIONS).filter((id) => summary.byDestination[id] > 0);
  if (destinations.length > 0) {
    page.heading('WHERE IT BELONGS', paint.bold);
    for (const id of destinations) {
      page.paragraph(DESTINATIONS[id].name, { label: `${thousands(summary.byDestination[id]).padStart(6)}  ` });
    }
  }
  const verdicts = idsOf<Verdict>(VERDICTS).filter((id) =>
    Object.values(overview.matrix[id]).some((count) => count > 0),
  );
  if (verdicts.length === 0) return;
  page.heading('HOW SURE AND HOW SERIOUS', paint.bold);
  const severities = idsOf(SEVERITIES);
  const rows = verdicts.map((id) => {
    const counts = severities.map((severity) => overview.matrix[id][severity]);
    return [VERDICTS[id].name, ...counts.map((count) => (count === 0 ? '-' : thousands(count)))];
  });
  page.table([['', ...severities.map((id) => SEVERITIES[id].toLowerCase())], ...rows]);
}

export function readSection({ page, paint, overview, summary }: Context): void {
  page.heading('WHAT WAS READ', paint.bold);
  const { read, partial, unreadable } = summary.sources;
  const sources = [`${read} read whole`, `${partial} read in part`, `${unreadable} not read`].join(', ');
  page.paragraph(
    `${counted(read + partial + unreadable, 'source')} (${sources}), ${counted(summary.chats, 'chat')}, ${counted(summary.messages, 'message')}; ${thousands(summary.ordinary)} of them ordinary`,
  );
  const chats = [...overview.chats.values()];
  for (const chat of chats.slice(0, CHATS_SHOWN)) {
    const { records, flagged, possible } = chat.counts;
    page.paragraph(chat.title, { label: '- ', paint: paint.bold });
    page.paragraph(
      `${chatKind(chat)} (${chat.layout}), ${counted(records, 'message')}, ${shownSpan(chat.firstAt, chat.lastAt)}`,
      { indent: 4 },
    );
    page.paragraph(dateReading(chat), { indent: 4, label: 'dates read ' });
    const channel = channelReading(chat);
    if (channel !== '') page.paragraph(channel, { indent: 4, label: 'channel: ' });
    page.paragraph(`${thousands(flagged)} person-confidential, ${thousands(possible)} possible`, { indent: 4 });
    const staff = staffLine(chat);
    if (staff !== undefined) page.paragraph(staff, { indent: 4, label: 'people: ' });
  }
  andMore(page, chats.length - CHATS_SHOWN, 'chat');
  notesOf(page, overview);
}

/** Facts about what was read that may change how the result is understood; each once, with the number of sources. */
function notesOf(page: Page, overview: Overview): void {
  const sources = new Map<IssueCode, number>();
  for (const { issues } of overview.sources) {
    for (const code of new Set(issues.map((issue) => issue.code))) sources.set(code, (sources.get(code) ?? 0) + 1);
  }
  for (const [code, count] of sources) {
    const { effect, says, advice } = ISSUES[code];
    if (effect !== 'note') continue;
    page.paragraph(`${says} ${advice === 'Nothing.' ? '' : advice} (${counted(count, 'source')})`, { label: 'Note: ' });
  }
}

export function notExaminedSection({ page, paint, overview }: Context): void {
  page.heading('NOT EXAMINED', paint.bold);
  const groups = [...overview.ledger.groups.values()].sort((a, b) => rowCount(b) - rowCount(a));
  if (groups.length === 0) page.paragraph('Nothing was left out that the program knows of.');
  for (const { reason, kinds } of groups) {
    page.paragraph(countedKinds(kinds), { label: '- ', paint: paint.bold });
    page.paragraph(ISSUES[reason].says, { indent: 4 });
    page.paragraph(ISSUES[reason].advice, { indent: 4, label: 'What to do: ' });
  }
}

/** Nothing when no other policy was named. */
export function comparisonSection({ page, paint, overview, summary, wording }: Context): void {
  const { comparison } = summary;
  if (!comparison) return;
  const { id, version } = comparison.policy;
  page.heading(`COMPARED WITH POLICY ${id} ${version}`, paint.bold);
  page.paragraph(
    `${counted(comparison.differing, 'message')} would be judged differently; this report goes by its own policy.`,
  );
  const rows = comparisonRows(comparison).map(([name, old, now]) => [name, thousands(old), thousands(now)]);
  if (rows.length > 0) page.table([['', 'this policy', id], ...rows]);
  for (const record of overview.differing.slice(0, DIFFERING_SHOWN)) {
    const title = overview.chats.get(record.chat)?.title ?? record.chat;
    page.paragraph(`${title}, message ${record.index}: ${changeOf(record, wording)}`, { label: '- ' });
  }
  andMore(page, comparison.differing - DIFFERING_SHOWN, 'message');
}

export function deletionSection({ page, paint, overview, summary, wording }: Context): void {
  page.heading('WHAT MAY BE DELETED', paint.bold);
  page.paragraph(holdSentence(summary, overview.held()));
  for (const warning of holdWarnings(summary, wording)) page.paragraph(warning, { label: '- ' });
}

export function nextSection({ page, paint }: Context): void {
  page.heading('NEXT', paint.bold);
  page.paragraph(
    'Write the full list, with authorities and without any words of the chat, to a page to read and print:',
  );
  page.paragraph('ig-scan PATH --out html=report.html', { indent: 4 });
}

/** `contact`: whom to ask, where that is known. */
export function methodSection(
  { page, paint, summary }: Context,
  { version, patterns, policy }: ToolRecord,
  contact: string | undefined,
): void {
  page.blank();
  page.paragraph(
    `ig-scan ${version}, patterns ${patterns.version}, policy ${policy.id} ${policy.version}. People appear as ${summary.pseudonyms === 'case' ? 'S-…, P-…' : 'S1, P1 …'}; no words of the chat are shown. The program decides nothing: a person checks each message in the chat itself.`,
    { indent: 0, paint: paint.dim },
  );
  const ask = contactSentence(contact);
  if (ask !== undefined) page.paragraph(ask, { indent: 0 });
}

function andMore(page: Page, count: number, what: string): void {
  if (count > 0) page.paragraph(`… and ${counted(count, `more ${what}`)}; all of them stand in the JSON report.`);
}
