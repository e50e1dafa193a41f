// The messages, in the sections in which they are handed out. Each stands in full once: under "urgent", or with the receiver who
// must act first. The other receivers of the same message get its number with a link, so that no list is incomplete.

import type { Destination, MessageRecord } from '../../model.ts';
import { chatKind } from '../describe.ts';
import { counted, thousands } from '../sentences.ts';
import { isUrgent } from '../urgent.ts';
import { DESTINATIONS, idsOf } from '../words.ts';
import { foreign, type Html, html } from './markup.ts';
import type { Section } from './page.ts';
import { messageRow, type RowContext } from './row.ts';

type Home = Destination | 'urgent' | 'nobody';

interface HomeText {
  readonly id: Home;
  readonly title: string;
  readonly advice: string;
}

const RECEIVERS = idsOf<Destination>(DESTINATIONS);

const HOMES: readonly HomeText[] = [
  {
    id: 'urgent',
    title: 'Urgent: read these now',
    advice:
      'Safeguarding, danger to a person, or talk of destroying evidence. Open the chat at the message and act today.',
  },
  ...RECEIVERS.map((id) => ({ id, title: DESTINATIONS[id].name, advice: DESTINATIONS[id].advice })),
  {
    id: 'nobody',
    title: 'Signs that records are at risk',
    advice: 'These name nobody and belong nowhere in particular, but they show how the chat is used.',
  },
];

function homeOf(record: MessageRecord): Home {
  if (isUrgent(record)) return 'urgent';
  // A receiver is not troubled with what nobody has confirmed.
  if (record.verdict === 'possible') return 'human-review';
  return RECEIVERS.find((id) => isFor(record, id)) ?? (record.verdict === 'none' ? 'nobody' : 'human-review');
}

function isFor({ dispositions }: MessageRecord, home: Home): boolean {
  return dispositions.some(({ destination }) => destination === home);
}

/** Only sections that have a message. */
export function receiverSections(records: readonly MessageRecord[], context: RowContext): readonly Section[] {
  return HOMES.flatMap(({ id, title, advice }): Section[] => {
    const own = records.filter((record) => homeOf(record) === id);
    const also = records.filter((record) => homeOf(record) !== id && isFor(record, id));
    if (own.length + also.length === 0) return [];
    const body = html`<p>${advice}</p>
${own.length > 0 ? messageTable(`${title}: ${counted(own.length, 'message')}${namingNobody(own)}`, own, context) : undefined}${also.length > 0 ? alsoFor(also, own.length, context) : undefined}`;
    return [{ id, title, count: thousands(own.length + also.length), alert: id === 'urgent', body }];
  });
}

function namingNobody(records: readonly MessageRecord[]): string {
  const nobody = records.filter(({ verdict }) => verdict === 'none').length;
  return nobody === 0 || nobody === records.length
    ? ''
    : `, ${thousands(nobody)} of which ${nobody === 1 ? 'names' : 'name'} nobody`;
}

function messageTable(caption: string, records: readonly MessageRecord[], context: RowContext): Html {
  const groups = [...byChat(records)].map(
    ([chat, rows]) => html`<tbody><tr><th colspan="4" scope="rowgroup">${chatName(chat, context)}</th></tr>
${rows.map((record) => messageRow(record, context))}</tbody>`,
  );
  return html`<table class="m"><caption>${caption}</caption><thead><tr><th scope="col">When and who</th><th scope="col">What was found</th><th scope="col">Where it belongs</th><th scope="col">Copy in the chat</th></tr></thead>${groups}</table>
`;
}

function alsoFor(records: readonly MessageRecord[], before: number, context: RowContext): Html {
  const lines = [...byChat(records)].map(([chat, rows]) => {
    const links = rows.map(({ id, index }) => html` <a href="#${context.anchors.get(id)?.anchor}">${index}</a>`);
    return html`<li>${chatName(chat, context)}: message${links}</li>\n`;
  });
  const lead = `${counted(records.length, before > 0 ? 'more message' : 'message')} for this receiver, in full in another section:`;
  return html`<p>${lead}</p><ul>
${lines}</ul>
`;
}

function byChat(records: readonly MessageRecord[]): ReadonlyMap<string, readonly MessageRecord[]> {
  const chats = new Map<string, MessageRecord[]>();
  for (const record of records) {
    const rows = chats.get(record.chat);
    if (rows) rows.push(record);
    else chats.set(record.chat, [record]);
  }
  return chats;
}

export function chatName(id: string, { chats }: RowContext): Html {
  const chat = chats.get(id);
  return chat ? html`${foreign(chat.title)} <small>${chatKind(chat)}</small>` : html`chat ${id}`;
}
