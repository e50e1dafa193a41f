// One message as a row of a table: when and who, what was found and why, where it belongs and by when, what becomes of the chat
// copy. The row names the chat and the number of the message, so that it can be found there; it holds no words of it.

import type { Disposition, MessageRecord } from '../../model.ts';
import { easedBecause, judgement, leadClauses, readBy, receiverName, whoAndWhere } from '../describe.ts';
import { foundIn } from '../found.ts';
import type { ChatOverview } from '../overview.ts';
import type { Wording } from '../report.ts';
import { acceptedSentence, shownTime } from '../sentences.ts';
import { HOLDS, idsOf, RESIDUALS, SEVERITIES } from '../words.ts';
import { foreign, type Html, html, listOf } from './markup.ts';

export interface RowContext {
  readonly wording: Wording;
  readonly chats: ReadonlyMap<string, ChatOverview>;
  /** Anchor of each row on the page, by id of the message: ids are long, and may hold any sign. */
  readonly anchors: ReadonlyMap<string, { readonly anchor: string; readonly index: number }>;
  /** Anchor of a clause or a rule among the authorities. */
  clauseAnchor(id: string): string;
  ruleAnchor(id: string): string;
  /** The clauses and rules that were linked to, sorted. */
  used(): { readonly clauses: readonly string[]; readonly rules: readonly string[] };
}

export function rowContext(
  records: readonly MessageRecord[],
  chats: ReadonlyMap<string, ChatOverview>,
  wording: Wording,
): RowContext {
  const anchors = new Map(records.map(({ id, index }, i) => [id, { anchor: `m${i + 1}`, index }]));
  const clauses = new Map<string, string>();
  const rules = new Map<string, string>();
  const anchorIn = (known: Map<string, string>, letter: string) => (id: string) => {
    const anchor = known.get(id) ?? `${letter}${known.size + 1}`;
    known.set(id, anchor);
    return anchor;
  };
  return {
    wording,
    chats,
    anchors,
    clauseAnchor: anchorIn(clauses, 'c'),
    ruleAnchor: anchorIn(rules, 'r'),
    used: () => ({ clauses: [...clauses.keys()].sort(), rules: [...rules.keys()].sort() }),
  };
}

export function messageRow(record: MessageRecord, context: RowContext): Html {
  const anchor = context.anchors.get(record.id)?.anchor ?? '';
  const tone = `s${idsOf(SEVERITIES).indexOf(record.severity)}`;
  return html`<tr id="${anchor}"><td>${shownTime(record.at)}<br>${whoAndWhere(record)}${readBy(record)}${revealedSender(record)}</td><td><b class="t ${tone}">${judgement(record)}</b>${revealedText(record)}${foundList(record, context)}${reason(record, context)}${easedNote(record, context)}</td><td>${belongs(record.dispositions, context)}</td><td>${chatCopy(record)}${accepted(record)}</td></tr>
`;
}

const revealedSender = ({ revealed }: MessageRecord): Html | undefined =>
  revealed && revealed.sender !== '' ? html`<br>${foreign(revealed.sender)}` : undefined;

const revealedText = ({ revealed }: MessageRecord): Html | undefined =>
  revealed && html`<blockquote>${foreign(revealed.text)}</blockquote>`;

const accepted = (record: MessageRecord): Html | undefined =>
  record.accepted && html`<br><small>${acceptedSentence(record.accepted)}</small>`;

function foundList(record: MessageRecord, { wording }: RowContext): Html | undefined {
  return listOf(
    foundIn(record, wording).flatMap(({ attachment, found }) => {
      const items = found.map(({ what, because }) =>
        because === '' ? html`${what}` : html`${what} <small>${because}</small>`,
      );
      return attachment === undefined ? items : [html`<b>in ${foreign(attachment)}:</b>${listOf(items)}`];
    }),
  );
}

function reason(record: MessageRecord, context: RowContext): Html | undefined {
  const rules = record.rules.map((id) => html` <a href="#${context.ruleAnchor(id)}">${id}</a>`);
  const leansOn = record.context.map((id) => {
    const known = context.anchors.get(id);
    return known
      ? html` <a href="#${known.anchor}">${known.index}</a>`
      : html` ${id.startsWith(`${record.chat}:`) ? id.slice(record.chat.length + 1) : id}`;
  });
  if (rules.length === 0 && leansOn.length === 0) return undefined;
  return html`<small>${rules.length > 0 ? html`Rule${rules}` : undefined}${rules.length > 0 && leansOn.length > 0 ? '; ' : ''}${leansOn.length > 0 ? html`read with message${leansOn}` : undefined}</small>`;
}

function easedNote(record: MessageRecord, { wording }: RowContext): Html | undefined {
  const eased = easedBecause(record, wording);
  return eased === '' ? undefined : html`<small>${eased}</small>`;
}

function belongs(dispositions: readonly Disposition[], context: RowContext): Html | undefined {
  return listOf(
    dispositions.map((disposition) => {
      const { destination, due } = disposition;
      const clauses = leadClauses(disposition, context.wording).map(
        (id) => html` <a href="#${context.clauseAnchor(id)}">${id}</a>`,
      );
      return html`<b>${receiverName(destination)}</b>${due === undefined ? '' : `, ${due}`}<small>${clauses}</small>`;
    }),
  );
}

function chatCopy({ residual, hold }: MessageRecord): Html {
  const holds = hold.ids.length > 0 ? `: ${hold.ids.join(', ')}` : '';
  const held = hold.status === 'matched' ? html`<br><small>${HOLDS.matched}${holds}</small>` : undefined;
  return html`${RESIDUALS[residual].name}${held}`;
}
