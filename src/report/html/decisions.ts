// Decisions and actions: who decided what kind of thing, when, on what information, and who acts; with columns to be filled in by hand
// with the person concerned. Indicators to be checked, in neutral words: no message is judged here.

import type { DecisionRecord, MessageRecord, Summary } from '../../model.ts';
import { DECISION_SIGNS, decisionName, decisionSentence, restsOn, whoActs, writtenUp } from '../decision-words.ts';
import { whoAndWhere } from '../describe.ts';
import { counted, shownTime, thousands } from '../sentences.ts';
import { idsOf } from '../words.ts';
import { type Html, html } from './markup.ts';
import type { Section } from './page.ts';
import { chatName } from './receivers.ts';
import type { RowContext } from './row.ts';

/** Beyond these the page would be mostly this table. */
const ROWS_SHOWN = 2_000;

interface Decided extends MessageRecord {
  readonly decision: DecisionRecord;
}

/** Undefined where no message decides anything. */
export function decisionSection(
  records: readonly MessageRecord[],
  summary: Summary,
  context: RowContext,
): Section | undefined {
  const lead = decisionSentence(summary);
  const decided = records.filter((record): record is Decided => record.decision !== undefined);
  if (lead === undefined || decided.length === 0) return undefined;
  const shown = decided.slice(0, ROWS_SHOWN);
  const { decision, request, action } = summary.decisions.byRole;
  const total = decision + request + action;
  const more = total - shown.length;
  const body = html`<p>${lead}</p>
<p>Recognised by their wording, so some are missed and some are none. Confirm each with its author before it is entered anywhere; the last columns are for that.</p>
${more > 0 ? html`<p>${counted(more, 'more message')} of this kind in the JSON report.</p>\n` : undefined}<table class="d"><caption>Decisions, requests and actions: ${thousands(shown.length)}</caption><thead><tr>${HEAD.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>${byChat(
    shown,
  ).map(
    ([chat, rows]) => html`<tbody><tr><th colspan="${HEAD.length}" scope="rowgroup">${chatName(chat, context)}</th></tr>
${rows.map((record) => row(record, context))}</tbody>`,
  )}</table>
${signList(summary)}`;
  return { id: 'decisions', title: 'Decisions and actions', count: thousands(total), body };
}

function signList({ decisions: { bySign } }: Summary): Html | undefined {
  const signs = idsOf(DECISION_SIGNS).filter((sign) => bySign[sign] > 0);
  if (signs.length === 0) return undefined;
  return html`<h3>What the signs mean</h3>
<dl>
${signs.map((sign) => html`<dt>${DECISION_SIGNS[sign].name} (${thousands(bySign[sign])})</dt><dd>${DECISION_SIGNS[sign].says}</dd>\n`)}</dl>
`;
}

const HEAD = [
  'When and who',
  'What',
  'On what information',
  'Who acts, by when',
  'Written up?',
  'Agreed / corrected',
  'Initials',
];

function row({ id, decision, ...record }: Decided, { wording, anchors }: RowContext): Html {
  const anchor = anchors.get(id)?.anchor;
  return html`<tr><td>${shownTime(record.at)}<br><a href="#${anchor}">${whoAndWhere({ id, ...record })}</a></td><td>${decisionName(decision)}</td><td>${restsOn(decision, wording)}</td><td>${whoActs(decision)}</td><td>${writtenUp(decision)}</td><td></td><td></td></tr>
`;
}

function byChat(records: readonly Decided[]): readonly (readonly [string, readonly Decided[]])[] {
  const chats = new Map<string, Decided[]>();
  for (const record of records) {
    const rows = chats.get(record.chat);
    if (rows) rows.push(record);
    else chats.set(record.chat, [record]);
  }
  return [...chats];
}
