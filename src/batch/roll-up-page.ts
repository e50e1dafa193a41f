// The roll-up as a page to read, print and hand on: first what needs a person, last every archive with the way to its report.

import type { ToolRecord } from '../model.ts';
import { foreign, type Html, html, listOf } from '../report/html/markup.ts';
import { pageOf, type Section } from '../report/html/page.ts';
import { counted, thousands } from '../report/sentences.ts';
import { SOURCE_STATUSES } from '../report/words.ts';
import type { ParallelTalk } from './parallel-talk.ts';
import type { ArchiveRow, ChatRow, Need, RollUp } from './roll-up.ts';
import { totalsLines } from './roll-up-lines.ts';
import type { SameChat } from './same-chats.ts';

const ROWS_SHOWN = 5_000;

export function rollUpPage(roll: RollUp, tool: ToolRecord): string {
  const named = namesOf(roll.chats);
  const sections: Section[] = [
    {
      id: 'totals',
      title: 'The batch in short',
      body: listOf(totalsLines(roll).map((line) => html`${line}`)) ?? html``,
    },
    needsSection(roll.needsAPerson),
    ...(roll.sameChats.length > 0 ? [sameSection(roll.sameChats, named)] : []),
    ...(roll.parallelTalk.length > 0 ? [parallelSection(roll.parallelTalk, named)] : []),
    archivesSection(roll.archives),
  ];
  return pageOf(sections, tool, undefined);
}

function needsSection(needs: readonly Need[]): Section {
  const rows = needs
    .slice(0, ROWS_SHOWN)
    .map(
      ({ archive, report, why }) =>
        html`<tr><th scope="row">${foreign(archive)}<br><small>${report}</small></th><td>${listOf(why.map((line) => html`${line}`))}</td></tr>\n`,
    );
  const body =
    needs.length === 0
      ? html`<p>No archive. Findings still want a reader: each archive's report lists them.</p>`
      : table(
          'Archives that somebody must look at, the most pressing first',
          ['Archive and report', 'Why'],
          rows,
          needs.length,
        );
  return { id: 'needs', title: 'Needs a person', count: thousands(needs.length), alert: needs.length > 0, body };
}

/** A chat as somebody would look for it, in a list of them. */
type Named = (chats: readonly string[]) => Html | undefined;

function namesOf(chats: readonly ChatRow[]): Named {
  const rows = new Map(chats.map((row) => [row.chat, row]));
  return (ids) =>
    listOf(
      ids.map((id) => {
        const row = rows.get(id);
        return html`${foreign(row?.title ?? id)} <small>in ${foreign(row?.archive ?? '')}</small>`;
      }),
    );
}

function sameSection(same: readonly SameChat[], named: Named): Section {
  const rows = same.slice(0, ROWS_SHOWN).map(({ chats, messages, reported, seenIn }) => {
    const seen = Object.entries(seenIn).map(
      ([exports, count]) => html`${thousands(count)} in ${exports} of ${chats.length}`,
    );
    return html`<tr><th scope="row">${named(chats)}</th><td>${listOf(seen)}</td><td class="n">${thousands(messages)}</td><td class="n">${thousands(reported)}</td></tr>\n`;
  });
  const heads = ['Chats', 'Messages seen in so many exports', 'Messages, each once', 'Reported, each once'];
  const body = table('Exports of the same conversation by several of its members', heads, rows, same.length);
  return { id: 'same', title: 'Same conversation, several exports', count: thousands(same.length), body };
}

function parallelSection(people: readonly ParallelTalk[], named: Named): Section {
  const rows = people
    .slice(0, ROWS_SHOWN)
    .map(
      ({ person, chats, messages, decidedApart }) =>
        html`<tr><th scope="row">${person}${decidedApart ? html`<br><b>decisions in two groups within a day: check that they agree</b>` : undefined}</th><td>${named(chats)}</td><td class="n">${thousands(messages)}</td></tr>\n`,
    );
  const heads = ['Person', 'Chats', 'Messages'];
  const body = table('People spoken of in more than one conversation', heads, rows, people.length);
  return { id: 'parallel', title: 'Talk about one person in several groups', count: thousands(people.length), body };
}

function archivesSection(archives: readonly ArchiveRow[]): Section {
  const rows = archives.slice(0, ROWS_SHOWN).map((row) => {
    const status = SOURCE_STATUSES[row.status];
    const read = row.status === 'read' ? html`${status}` : html`<b>${status}</b>`;
    const twin =
      row.duplicateOf === undefined ? undefined : html`<br><small>same bytes as ${foreign(row.duplicateOf)}</small>`;
    return html`<tr><th scope="row">${foreign(row.archive)}<br><small>${row.report}</small><br><span class="k">${row.sha256}</span></th><td>${read}${twin}</td><td class="n">${thousands(row.messages)}</td><td class="n">${thousands(row.reported)}</td><td class="n">${thousands(row.urgent)}</td></tr>\n`;
  });
  const heads = ['Archive, report and SHA-256', 'Read?', 'Messages', 'Reported', 'Urgent'];
  const body = table('All archives, by path', heads, rows, archives.length);
  return { id: 'archives', title: 'Archives', count: thousands(archives.length), body };
}

const NUMBERS = new Set(['Messages', 'Reported', 'Urgent', 'Messages, each once', 'Reported, each once']);

function table(caption: string, heads: readonly string[], rows: readonly Html[], all: number): Html {
  const head = heads.map((text) =>
    NUMBERS.has(text) ? html`<th scope="col" class="n">${text}</th>` : html`<th scope="col">${text}</th>`,
  );
  const more = all > rows.length ? html`<p>${counted(all - rows.length, 'more row')} in batch.json.</p>\n` : undefined;
  return html`<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${rows}</tbody></table>
${more}`;
}
