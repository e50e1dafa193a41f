// What the messages of a chat add up to: counts, people, title, kind. Gathered from the same messages that are handed out
// later, so that report and messages agree.

import type { Conversation, Message, Participant, SystemEvent } from '../model.ts';
import { copyOf } from './marks.ts';
import type { Shelf } from './media.ts';

/** Stands for whoever wrote a message where the export does not say who; it is nobody's name. */
export const SOMEBODY = '?';

export interface Census {
  /** Messages by sender, in order of first appearance; 0 for people whom only system lines name. */
  readonly said: Map<string, number>;
  /** People first met as they were added or joined. */
  readonly came: Set<string>;
  first: string;
  last: string;
  records: number;
  system: number;
  attachments: number;
  /** Attachments that have a file name. */
  named: number;
  /** Files that came, and files that did not (places have none). */
  here: number;
  missing: number;
  /** Pictures and videos, and how many of them carry a text. */
  pictures: number;
  captions: number;
  yearless: number;
  /** Messages that are more than a day older than the one before. */
  back: number;
  isGroup: boolean;
  earlierMissing: boolean;
  /** Name of the group as the last line that names it has it; '' when none does. */
  title: string;
}

export const emptyCensus = (): Census => ({
  said: new Map(),
  came: new Set(),
  first: '',
  last: '',
  records: 0,
  system: 0,
  attachments: 0,
  named: 0,
  here: 0,
  missing: 0,
  pictures: 0,
  captions: 0,
  yearless: 0,
  back: 0,
  isGroup: false,
  earlierMissing: false,
  title: '',
});

/** Counts one message, and claims the files that it names. */
export function count(census: Census, message: Message, shelf: Shelf, path: string): void {
  census.records++;
  if (census.first === '') census.first = message.at;
  // Android dates the notice that opens a chat later than what follows.
  if (census.records > 2 && goesBack(census.last, message.at)) census.back++;
  census.last = message.at;
  if (message.at.startsWith('0000')) census.yearless++;
  if (message.system) {
    census.system++;
    countEvent(census, message.system, message.text);
    return;
  }
  const before = census.said.get(message.sender);
  census.said.set(before === undefined ? copyOf(message.sender) : message.sender, (before ?? 0) + 1);
  if (message.attachments.length > 0) countAttachments(census, message, shelf, path);
}

/** By more than a day; clocks are put back by hours. Years that are left out tell nothing. */
function goesBack(last: string, at: string): boolean {
  if (at.slice(0, 10) >= last.slice(0, 10) || at.startsWith('0000')) return false;
  return Date.parse(`${last.slice(0, 10)}T00:00:00Z`) - Date.parse(`${at.slice(0, 10)}T00:00:00Z`) > 86_400_000;
}

function countAttachments(census: Census, message: Message, shelf: Shelf, path: string): void {
  for (const { name, kind, bytes } of message.attachments) {
    census.attachments++;
    if (name !== '') {
      census.named++;
      shelf.claim(name, path);
    }
    if (bytes !== undefined) census.here++;
    else if (kind !== 'location') census.missing++;
    if (kind !== 'image' && kind !== 'video') continue;
    census.pictures++;
    if (message.text !== '') census.captions++;
  }
}

const GROUP_EVENTS: ReadonlySet<SystemEvent['type']> = new Set<SystemEvent['type']>([
  'created',
  'added',
  'joined',
  'left',
  'removed',
  'renamed',
  'described',
  'icon',
  'admin',
]);

function countEvent(census: Census, event: SystemEvent, text: string): void {
  if (GROUP_EVENTS.has(event.type) || text.includes('this group')) census.isGroup = true;
  if (event.type === 'earlier-messages-missing') census.earlierMissing = true;
  if ((event.type === 'renamed' || event.type === 'created') && event.value) census.title = copyOf(event.value);
  const brings = event.type === 'added' || event.type === 'joined';
  for (const name of event.actor === undefined ? event.members : [event.actor, ...event.members]) {
    // The exporting phone calls its owner `You`; they stand under their own name among the senders.
    if (name === '' || name === 'You' || name === 'you' || census.said.has(name)) continue;
    const copy = copyOf(name);
    census.said.set(copy, 0);
    if (brings && event.members.includes(name)) census.came.add(copy);
  }
}

export const participantsOf = ({ said, came }: Census): Participant[] =>
  [...said]
    .filter(([name]) => name !== SOMEBODY)
    .map(([name, count]) => ({ name, said: count, ...(came.has(name) ? { cameLater: true } : {}) }));

/** `direct` for exactly two people and nothing that only groups have. */
export const kindOf = (census: Census): Conversation['kind'] =>
  census.said.size === 2 && !census.isGroup ? 'direct' : 'group';
