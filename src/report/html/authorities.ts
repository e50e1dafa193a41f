// What the short references in the rows mean. A row names two clauses for each receiver; here stand all that ask for it, how long the
// receiver keeps it, what each clause says, and the rules that led to a verdict.

import type { Destination, Disposition, MessageRecord } from '../../model.ts';
import { clausesOf, receiverName, wordingState } from '../describe.ts';
import { DESTINATIONS, idsOf } from '../words.ts';
import { type Html, html } from './markup.ts';
import type { Section } from './page.ts';
import type { RowContext } from './row.ts';

/** To be built after the rows, which say what they refer to. */
export function authoritiesSection(records: readonly MessageRecord[], context: RowContext): Section {
  const { wording, clauseAnchor, ruleAnchor } = context;
  const receivers = receiversTable(records, context);
  const { clauses, rules } = context.used();
  const body = html`<p>The rows name the sentence of the policy and the law that weigh most; the first table names every clause. Clauses are given in brief, not word for word; ask your information governance lead for the full text.</p>
${receivers}${table('What the clauses say', ['Clause', 'Source', 'In brief'], clauses, (id) => {
  const { source, says, verifiedOn } = wording.clause(id);
  return html`<tr id="${clauseAnchor(id)}"><th scope="row">${id}</th><td>${source}</td><td>${says} <small>${wordingState(verifiedOn)}</small></td></tr>\n`;
})}${table('Rules that make a message person-confidential', ['Rule', 'In brief'], rules, (id) => html`<tr id="${ruleAnchor(id)}"><th scope="row">${id}</th><td>${wording.rule(id)}</td></tr>\n`)}`;
  return { id: 'authorities', title: 'Authorities and rules', body };
}

function receiversTable(records: readonly MessageRecord[], { clauseAnchor }: RowContext): Html | undefined {
  const all = records.flatMap(({ dispositions }) => dispositions);
  const to = (id: Destination) => all.filter(({ destination }) => destination === id);
  const receivers = idsOf<Destination>(DESTINATIONS).filter((id) => to(id).length > 0);
  const links = (ids: readonly string[]) => ids.map((id) => html` <a href="#${clauseAnchor(id)}">${id}</a>`);
  return table('What asks for it, and how long it is kept there', ['Receiver', 'Clauses', 'Kept'], receivers, (id) => {
    const keep = keptOf(to(id));
    const because = clausesOf(to(id)).filter((clause) => !keep.includes(clause));
    const name = receiverName(id);
    return html`<tr><th scope="row">${name}</th><td>${links(because)}</td><td>${links(keep)}</td></tr>\n`;
  });
}

const keptOf = (dispositions: readonly Disposition[]): string[] =>
  [...new Set(dispositions.flatMap(({ keep = [] }) => keep))].sort();

function table<Id extends string>(
  caption: string,
  head: readonly string[],
  ids: readonly Id[],
  row: (id: Id) => Html,
): Html | undefined {
  if (ids.length === 0) return undefined;
  return html`<table><caption>${caption}</caption><thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>
${ids.map(row)}</tbody></table>
`;
}
