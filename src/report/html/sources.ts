// The files that were given, with their fingerprints and what was odd about them, and the chats found in them.

import { ISSUES } from '../../issues.ts';
import type { Issue, SourceRecord } from '../../model.ts';
import { channelReading, chatKind, dateReading, issuePlace, staffLine } from '../describe.ts';
import type { ChatOverview, Overview } from '../overview.ts';
import { counted, shownSpan, thousands } from '../sentences.ts';
import { idsOf, SOURCE_STATUSES } from '../words.ts';
import { foreign, type Html, html, listOf } from './markup.ts';
import type { Section } from './page.ts';

const ROWS_SHOWN = 2_000;

export function sourcesSection({ sources, chats }: Overview): Section {
  // What was not read stands first, also when the list is cut.
  const ordered = idsOf(SOURCE_STATUSES).flatMap((status) => sources.filter((source) => source.status === status));
  const body = html`<table><caption>Files and folders that were given</caption><thead><tr><th scope="col">Source and SHA-256</th><th scope="col" class="n">Bytes</th><th scope="col">Read?</th></tr></thead><tbody>
${ordered.slice(0, ROWS_SHOWN).map(sourceRow)}</tbody></table>
${more(sources.length, 'source')}<table><caption>Chats found in them</caption><thead><tr><th scope="col">Chat</th><th scope="col">Time and dates</th><th scope="col" class="n">Messages</th><th scope="col" class="n">Confi&shy;dential</th><th scope="col" class="n">Possible</th></tr></thead><tbody>
${[...chats.values()].slice(0, ROWS_SHOWN).map(chatRow)}</tbody></table>
${more(chats.size, 'chat')}`;
  return { id: 'sources', title: 'Sources and chats', count: thousands(sources.length), body };
}

function sourceRow({ path, sha256, bytes, status, issues }: SourceRecord): Html {
  const name = SOURCE_STATUSES[status];
  return html`<tr><th scope="row">${foreign(path)}<br><span class="k">${sha256}</span></th><td class="n">${thousands(bytes)}</td><td>${status === 'read' ? name : html`<b>${name}</b>`}${listOf(issues.map(issueItem))}</td></tr>
`;
}

function issueItem(issue: Issue): Html {
  const { says, advice } = ISSUES[issue.code];
  const where = issuePlace(issue);
  return html`${says}${where === '' ? undefined : html` <small>${where}</small>`}${advice === 'Nothing.' ? undefined : html` <b>What to do:</b> ${advice}`}`;
}

function chatRow(chat: ChatOverview): Html {
  const { records, flagged, possible } = chat.counts;
  const staff = staffLine(chat);
  const channel = channelReading(chat);
  const revealed = chat.revealed && html`${foreign(chat.revealed.title)}: ${foreign(chat.names)}<br>`;
  const small = [channel === '' ? '' : `channel: ${channel}`, staff ?? ''].filter((line) => line !== '');
  return html`<tr><th scope="row">${revealed}${foreign(chat.title)}<br><small>${chatKind(chat)}, ${chat.layout}; from ${foreign(chat.source)}</small>${small.map((line) => html`<br><small>${line}</small>`)}</th><td>${shownSpan(chat.firstAt, chat.lastAt)}<br><small>dates read ${dateReading(chat)}</small></td><td class="n">${thousands(records)}</td><td class="n">${thousands(flagged)}</td><td class="n">${thousands(possible)}</td></tr>
`;
}

function more(all: number, what: string): Html | undefined {
  return all > ROWS_SHOWN ? html`<p>${counted(all - ROWS_SHOWN, `more ${what}`)} in the JSON report.</p>\n` : undefined;
}
