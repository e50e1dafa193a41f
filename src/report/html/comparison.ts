// What would change under another policy: the counts side by side, and every message that it judges differently.

import type { Comparison, MessageRecord } from '../../model.ts';
import { comparisonRows } from '../comparison.ts';
import { changeOf } from '../describe.ts';
import type { Overview } from '../overview.ts';
import { counted, thousands } from '../sentences.ts';
import { countTable, foreign, type Html, html } from './markup.ts';
import type { Section } from './page.ts';
import type { RowContext } from './row.ts';

/** Undefined when nothing was compared. */
export function comparisonSection(
  comparison: Comparison | undefined,
  { differing }: Overview,
  context: RowContext,
): Section | undefined {
  if (!comparison) return undefined;
  const { policy } = comparison;
  const counts = comparisonRows(comparison).map(([name, old, now]) => [name, thousands(old), thousands(now)]);
  const more = comparison.differing - differing.length;
  const body = html`<p>The report goes by its own policy. Under ${policy.id}, version ${policy.version}, ${counted(comparison.differing, 'message')} would be judged differently. Nothing else in this report changes by it.</p>
${counts.length > 0 ? countTable('Messages under both policies', ['', 'This policy', policy.id], counts) : undefined}${
  differing.length > 0
    ? html`<ul>
${differing.map((record) => line(record, context))}</ul>
`
    : undefined
}${
  more > 0
    ? html`<p>${counted(more, 'more message')} in the JSON report.</p>
`
    : undefined
}`;
  return { id: 'comparison', title: `Compared with policy ${policy.id}`, count: thousands(comparison.differing), body };
}

function line(record: MessageRecord, { anchors, chats, wording }: RowContext): Html {
  const anchor = anchors.get(record.id)?.anchor;
  const number = html`message ${record.index}`;
  const title = chats.get(record.chat)?.title ?? record.chat;
  return html`<li>${foreign(title)}, ${anchor === undefined ? number : html`<a href="#${anchor}">${number}</a>`}: ${changeOf(record, wording)}</li>
`;
}
