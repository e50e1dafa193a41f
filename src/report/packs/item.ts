// A message as an item of a pack: where it stands, and as much of what it is as its receiver needs to know.

import type { MessageRecord } from '../../model.ts';
import { foundText } from '../found.ts';
import type { ChatOverview } from '../overview.ts';
import type { Wording } from '../report.ts';
import { HOLDS, RESIDUALS, SEVERITIES, SUBJECTS, VERDICTS } from '../words.ts';
import type { Receiver } from './receivers.ts';

export interface Item {
  /** From 1, within the pack. */
  readonly number: number;
  /** Id of the message, as in the report. */
  readonly reference: string;
  /** Title of the chat as shown. */
  readonly chat: string;
  readonly at: string;
  readonly index: number;
  /** Pseudonym; the name after a deliberate reveal. */
  readonly author: string;
  /** The words; '' unless they were deliberately revealed. */
  readonly words: string;
  readonly what: string;
  /** `patient; member of staff`. */
  readonly about: string;
  /** With a word where nobody has confirmed that it is about a person at all. */
  readonly severity: string;
  /** '' where the policy sets no limit. */
  readonly due: string;
  /** Ids of the clauses that ask for it. */
  readonly clauses: readonly string[];
  /** What becomes of the copy in the chat. */
  readonly copy: string;
}

export function itemFor(
  receiver: Receiver,
  record: MessageRecord,
  number: number,
  { chats, wording }: { readonly chats: ReadonlyMap<string, ChatOverview>; readonly wording: Wording },
): Item {
  const { id, chat, at, index, revealed, subjects, severity, verdict, residual, hold } = record;
  const asked = record.dispositions.find(({ destination }) => destination === receiver.destination);
  return {
    number,
    reference: id,
    chat: chats.get(chat)?.title ?? chat,
    at,
    index,
    author: authorOf(record),
    words: revealed?.text ?? '',
    what: whatFor(receiver, record, wording),
    about: subjects.map((subject) => SUBJECTS[subject]).join('; '),
    severity: `${SEVERITIES[severity]}${verdict === 'possible' ? `, ${VERDICTS.possible.name.toLowerCase()} only` : ''}`,
    due: asked?.due ?? '',
    clauses: asked?.because ?? [],
    copy: `${RESIDUALS[residual].name}${hold.status === 'matched' ? ` (${HOLDS.matched})` : ''}`,
  };
}

function authorOf({ sender, revealed }: MessageRecord): string {
  if (revealed !== undefined && revealed.sender !== '') return revealed.sender;
  return sender === '' ? 'the app' : `${sender} of this chat`;
}

function whatFor({ concerns, asRead }: Receiver, record: MessageRecord, wording: Wording): string {
  const findings = record.findings.filter(({ category }) => concerns(category));
  const flags = record.flags.filter(concerns);
  return foundText({ ...record, findings, flags }, wording) || asRead;
}
