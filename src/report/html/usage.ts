// How the chats are used: the risks that the policy names with what the chats show of them, messages by month, hours, and what ordinary
// messages are about. All of it of groups, never of one person.

import type { MonthCounts, Summary } from '../../model.ts';
import { chatKind } from '../describe.ts';
import { type Indicators, indicatorsOf } from '../indicators.ts';
import type { Overview } from '../overview.ts';
import type { Wording } from '../report.ts';
import { thousands } from '../sentences.ts';
import {
  monthName,
  ORDINARY_NOTE,
  ordinaryRows,
  shareOf,
  stretchOf,
  TOO_FEW,
  workingHoursName,
} from '../usage-words.ts';
import { countTable, foreign, type Html, html } from './markup.ts';
import type { Section } from './page.ts';

/** Undefined where no chat was read. */
export function usageSections(summary: Summary, overview: Overview, wording: Wording): readonly Section[] {
  if (summary.chats === 0) return [];
  return [
    riskSection(summary),
    timelineSection(summary),
    hoursSection(summary, overview),
    ordinarySection(summary, wording),
  ];
}

function riskSection(summary: Summary): Section {
  const body = html`<p>The Trust policy says that messaging apps put proper record keeping, detailed decision making, and accountability and transparency at risk, and may harm patients. What the chats show of each, to be read beside them: a count is no judgement, and a nought proves nothing.</p>
<table class="r"><caption>What the chats show of each risk</caption><thead><tr><th scope="col">Sign</th><th scope="col" class="n">Count</th></tr></thead>${indicatorsOf(summary).map(riskRows)}</table>
`;
  return { id: 'risks', title: 'The risks that the policy names', body };
}

/** What was not seen takes one line: a long list of noughts would hide the rest. */
function riskRows({ title, sentence, source, rows }: Indicators): Html {
  const seen = rows.filter(([, count]) => count > 0);
  const unseen = rows.filter(([, count]) => count === 0).map(([label]) => inSentence(label));
  return html`<tbody><tr><th colspan="2" scope="rowgroup">${title} <small>${sentence} (${source})</small></th></tr>
${seen.map(([label, count]) => html`<tr><th scope="row">${label}</th><td class="n">${thousands(count)}</td></tr>\n`)}${
  unseen.length > 0 ? html`<tr><td colspan="2"><small>Not seen: ${unseen.join('; ')}.</small></td></tr>\n` : undefined
}</tbody>`;
}

const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

function timelineSection({ timeline }: Summary): Section {
  const most = Math.max(1, ...timeline.map(({ messages }) => messages));
  const body = html`<p>Entries by month, by the clock of the phone that made the export. A month in which nothing was written is left out.</p>
<table class="r bars"><caption>Messages by month</caption><thead><tr><th scope="col">Month</th><th scope="col" class="n">Entries</th><th scope="col" class="n">Person-confidential</th><th scope="col" class="n">Ordinary</th><th scope="col" aria-hidden="true"></th></tr></thead><tbody>
${timeline.map((row) => monthRow(row, most))}</tbody></table>
<p><small>Each bar is as long as the month's entries; its dark part are the person-confidential ones. The numbers beside it say the same.</small></p>
`;
  return { id: 'timeline', title: 'Messages by month', body };
}

/** Bars are made of two signs, so that they show without colour, script or style, and on paper. */
const BAR = 24;

function monthRow({ month, messages, confidential, ordinary }: MonthCounts, most: number): Html {
  const length = Math.max(1, Math.round((messages / most) * BAR));
  const dark = confidential === 0 ? 0 : Math.max(1, Math.round((confidential / messages) * length));
  const bar = '█'.repeat(dark) + '░'.repeat(length - dark);
  return html`<tr><th scope="row">${monthName(month)}</th><td class="n">${thousands(messages)}</td><td class="n">${thousands(confidential)}</td><td class="n">${thousands(ordinary)}</td><td class="bar" aria-hidden="true">${bar}</td></tr>
`;
}

function hoursSection({ workingHours }: Summary, { chats }: Overview): Section {
  const head = [
    'Chat',
    'Messages',
    'Outside working hours',
    'At night (22:00 to 06:00)',
    'Longest stretch without 11 quiet hours',
  ];
  const rows = [...chats.values()].map(
    (chat) => html`<tr><th scope="row">${foreign(chat.title)} <small>${chatKind(chat)}</small></th>${
      chat.hours
        ? html`<td class="n">${thousands(chat.hours.messages)}</td><td class="n">${shareOf(chat.hours.outside, chat.hours)}</td><td class="n">${shareOf(chat.hours.night, chat.hours)}</td><td class="n">${stretchOf(chat.hours)}</td>`
        : html`<td colspan="4">${TOO_FEW}</td>`
    }</tr>
`,
  );
  const body = html`<p>Messaging apps can blur the lines between work and personal life and make it hard to switch off (Trust policy, paragraph 7). This is a measure of the group, for whoever plans its work, and says nothing about one person: it is shown only where at least five people wrote, and counts below five are hidden.</p>
<p>Working hours are taken to be ${workingHoursName(workingHours)}. Bank holidays, shifts and leave are not known. Times are those of the phone that made the export.</p>
<table class="r h"><caption>When the chats are written in</caption><thead><tr>${head.map((title, at) => (at === 0 ? html`<th scope="col">${title}</th>` : html`<th scope="col" class="n">${title}</th>`))}</tr></thead><tbody>
${rows}</tbody></table>
`;
  return { id: 'hours', title: 'Working hours and rest', body };
}

function ordinarySection(summary: Summary, wording: Wording): Section {
  const body = html`<p>${ORDINARY_NOTE}</p>
${countTable(
  'Ordinary messages by what they are about',
  ['About', 'Messages'],
  ordinaryRows(summary, wording).map(([label, count]) => [label, thousands(count)]),
)}`;
  return { id: 'ordinary', title: 'Ordinary use', count: thousands(summary.ordinary), body };
}
