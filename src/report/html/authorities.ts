// What the short references in the rows mean: clauses of the policy and of law, and the rules that led to a verdict.

import { type Html, html } from './markup.ts';
import type { Section } from './page.ts';
import type { RowContext } from './row.ts';

/** To be built after the rows, which say what they refer to. */
export function authoritiesSection(context: RowContext): Section {
  const { wording, clauseAnchor, ruleAnchor } = context;
  const { clauses, rules } = context.used();
  const body = html`<p>Clauses are given in brief, not word for word; ask your information governance lead for the full text.</p>
${table('Clauses that say where a message belongs', ['Clause', 'Source', 'In brief'], clauses, (id) => {
  const { source, says } = wording.clause(id);
  return html`<tr id="${clauseAnchor(id)}"><th scope="row">${id}</th><td>${source}</td><td>${says}</td></tr>\n`;
})}${table('Rules that make a message person-confidential', ['Rule', 'In brief'], rules, (id) => html`<tr id="${ruleAnchor(id)}"><th scope="row">${id}</th><td>${wording.rule(id)}</td></tr>\n`)}`;
  return { id: 'authorities', title: 'Authorities and rules', body };
}

function table(
  caption: string,
  head: readonly string[],
  ids: readonly string[],
  row: (id: string) => Html,
): Html | undefined {
  if (ids.length === 0) return undefined;
  return html`<table><caption>${caption}</caption><thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>
${ids.map(row)}</tbody></table>
`;
}
