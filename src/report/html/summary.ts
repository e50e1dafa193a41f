// The top of the page: what was read, what was found, what to do first; enough for somebody who reads nothing else.

import type { Destination, Subject, Summary, Verdict } from '../../model.ts';
import { kindsOf } from '../ledger.ts';
import type { Overview } from '../overview.ts';
import {
  baselineSentences,
  countedKinds,
  foundSentences,
  holdSentence,
  thousands,
  unreadSentence,
  urgentSentence,
} from '../sentences.ts';
import { DESTINATIONS, idsOf, SEVERITIES, SUBJECTS, VERDICTS } from '../words.ts';
import { countTable, type Html, html } from './markup.ts';
import type { Section } from './page.ts';

export function summarySection(summary: Summary, overview: Overview): Section {
  const [found, ...more] = foundSentences(summary);
  const unread = unreadSentence(summary);
  const urgent = urgentSentence(summary);
  const body = html`${
    unread === undefined
      ? undefined
      : html`<p class="care"><b>Not everything was read.</b> ${unread} <a href="#sources">Which, and what to do</a></p>
`
  }<p class="lead">${found}</p>
<ul>
${more.map((sentence) => html`<li>${sentence}</li>\n`)}${urgent === undefined ? undefined : html`<li><b>Urgent:</b> ${urgent}</li>\n`}${baselineSentences(summary).map((sentence) => html`<li>${sentence}</li>\n`)}<li>${thousands(summary.ordinary)} of the messages are ordinary; nothing of them is shown.</li>
${notExamined(overview)}</ul>
<p class="care">${holdSentence(summary, overview.held())}</p>
${leftOut(overview)}${tables(summary, overview)}`;
  return { id: 'summary', title: 'Summary', alert: unread !== undefined, body };
}

function notExamined({ ledger }: Overview): Html | undefined {
  const kinds = kindsOf(ledger.groups.values());
  if (kinds.size === 0) return undefined;
  return html`<li>Not examined: ${countedKinds(kinds)}. <a href="#not-examined">Somebody needs to look at them</a>.</li>\n`;
}

/** A list that was cut must not pass for a whole one. */
function leftOut({ messages }: Overview): Html | undefined {
  if (messages.leftOut.size === 0) return undefined;
  const counts = idsOf(SEVERITIES)
    .filter((id) => messages.leftOut.has(id))
    .map((id) => `${thousands(messages.leftOut.get(id) ?? 0)} ${SEVERITIES[id].toLowerCase()}`);
  return html`<p class="care"><b>This page does not list every message.</b> The least serious are left out to keep it readable: ${counts.join(', ')}. The totals count them, and the JSON report lists them.</p>
`;
}

function tables(summary: Summary, { matrix }: Overview): Html | undefined {
  const verdicts = idsOf<Verdict>(VERDICTS).filter((id) => Object.values(matrix[id]).some((count) => count > 0));
  if (verdicts.length === 0) return undefined;
  const destinations = idsOf<Destination>(DESTINATIONS).filter((id) => summary.byDestination[id] > 0);
  const subjects = idsOf<Subject>(SUBJECTS).filter((id) => summary.bySubject[id] > 0);
  const severities = idsOf(SEVERITIES);
  const judged = verdicts.map((id) => [
    VERDICTS[id].name,
    ...severities.map((severity) => thousands(matrix[id][severity])),
  ]);
  return html`<div class="totals">
${countTable(
  'Where the messages belong (one may belong in several places)',
  ['Receiver', 'Messages'],
  destinations.map((id) => [DESTINATIONS[id].name, thousands(summary.byDestination[id])]),
)}${countTable(
  'Whom they are about',
  ['Person', 'Messages'],
  subjects.map((id) => [SUBJECTS[id], thousands(summary.bySubject[id])]),
)}</div>
${countTable('How sure, and how serious', ['Verdict', ...severities.map((id) => SEVERITIES[id])], judged)}<dl>
${verdicts.map((id) => html`<dt>${VERDICTS[id].name}</dt><dd>${VERDICTS[id].says}</dd>\n`)}</dl>
`;
}
