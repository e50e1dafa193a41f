// What was not examined: each reason once with what to do, then the items one by one, so that a person can tick them off.

import { ISSUES } from '../../issues.ts';
import type { NotExaminedRecord } from '../../model.ts';
import { itemName, itemPlace } from '../describe.ts';
import { type LedgerGroup, rowCount } from '../ledger.ts';
import type { ChatOverview, Overview } from '../overview.ts';
import { counted, countedKinds, thousands } from '../sentences.ts';
import { foreign, type Html, html } from './markup.ts';
import type { Section } from './page.ts';

export function ledgerSection({ ledger, chats }: Overview): Section {
  const groups = [...ledger.groups.values()].sort((a, b) => rowCount(b) - rowCount(a));
  const total = groups.reduce((sum, group) => sum + rowCount(group), 0);
  const body =
    total === 0
      ? html`<p>Nothing was left out that the program knows of.</p>
`
      : html`<p>The program did not look into these. Nothing is known about what they show or say.</p>
${groups.map((group) => groupPart(group, chats))}`;
  return { id: 'not-examined', title: 'Not examined', count: thousands(total), body };
}

function groupPart(group: LedgerGroup, chats: ReadonlyMap<string, ChatOverview>): Html {
  const { says, advice } = ISSUES[group.reason];
  const more = rowCount(group) - group.rows.length;
  return html`<h3>${countedKinds(group.kinds)}</h3>
<p>${says} <b>What to do:</b> ${advice}</p>
<ul>
${[...itemsByPlace(group.rows, chats)].map(([place, items]) => html`<li>${foreign(place)}: ${items.map((item, i) => html`${i > 0 ? '; ' : ''}${item}`)}</li>\n`)}</ul>
${more > 0 ? html`<p>${counted(more, 'more item')} of this kind in the JSON report.</p>\n` : undefined}`;
}

/** Items in a line for each chat, or for each source where the chat is not known: a list of 2,000 photos stays readable. */
function itemsByPlace(
  rows: readonly NotExaminedRecord[],
  chats: ReadonlyMap<string, ChatOverview>,
): Map<string, Html[]> {
  const places = new Map<string, Html[]>();
  for (const row of rows) {
    const place = itemPlace(row, chats);
    const item = row.index === undefined ? html`${itemName(row)}` : html`message ${row.index}, ${itemName(row)}`;
    const items = places.get(place);
    if (items) items.push(item);
    else places.set(place, [item]);
  }
  return places;
}
