// What the two one-page summaries have in common: the facts they draw on, the sentences on what is not known, and the page itself. They
// name nobody and rank nobody; every number says where it stands in the full report.

import type { Summary, ToolRecord } from '../../model.ts';
import { kindsOf } from '../ledger.ts';
import type { Overview } from '../overview.ts';
import type { Wording } from '../report.ts';
import { counted, countedKinds, thousands, unreadSentence } from '../sentences.ts';
import type { Receiver } from './receivers.ts';
import type { Signs } from './signs.ts';
import { type Block, heading, paragraph, wordFile } from './word.ts';

export interface SummaryFacts {
  readonly summary: Summary;
  readonly overview: Overview;
  readonly signs: Signs;
  /** How much each receiver's pack holds. */
  readonly shares: readonly { readonly receiver: Receiver; readonly items: number }[];
  readonly wording: Wording;
  readonly contact: string;
  readonly tool: ToolRecord;
}

/** Sections of the full report, by the names that they bear there. */
export const IN_REPORT = {
  summary: 'Summary',
  breach: 'Facts for a breach assessment',
  unread: 'Not examined',
} as const;

/** The limits of the scan, the gravest first; a summary without them would read as the whole truth. */
export function unknowns({ summary, overview }: SummaryFacts): readonly string[] {
  const kinds = kindsOf(overview.ledger.groups.values());
  const assumed = [...overview.chats.values()].filter(({ dateOrder }) => !dateOrder.certain).length;
  const lines = [
    kinds.size > 0 ? `Nobody has looked at ${countedKinds(kinds)} yet.` : '',
    summary.holdRegister ? '' : 'Whether any of it must be kept: no hold register was given.',
    assumed > 0 ? `The order of day and month is assumed in ${counted(assumed, 'chat')}.` : '',
    'What the program missed, and what it took wrongly for care: a person has to read each message. An export can be edited, and it lacks deleted messages; copies on other phones and in backups are not counted.',
  ];
  return lines.filter((line) => line !== '');
}

/** What may be done to the chats, short. */
export function keepSentence({ summary, overview }: SummaryFacts): string {
  if (!summary.holdRegister) return 'Nobody deletes anything until a hold register has been checked.';
  const held = overview.held();
  const unmet = summary.holds.filter(({ messages }) => messages === 0).length;
  const said =
    held === 0 ? 'No reported message is on hold.' : `${counted(held, 'message')} on hold: keep as it stands.`;
  return unmet === 0
    ? said
    : `${said} ${counted(unmet, 'hold covers', 'holds cover')} nothing: check its names and dates.`;
}

/** A number as it stands in a table of the page. */
export const shown = (count: number): string => thousands(count);

export function summaryPage(title: string, facts: SummaryFacts, blocks: readonly Block[]): Promise<Uint8Array> {
  const { contact, tool, summary } = facts;
  const unread = unreadSentence(summary);
  const { version, patterns, policy } = tool;
  return wordFile({ title, size: 20 }, [
    heading(1, title),
    ...(unread === undefined ? [] : [paragraph(`Not everything was read. ${unread}`, { bold: true })]),
    ...blocks,
    paragraph(
      `Questions: ${contact}. Counted by ig-scan ${version}, patterns ${patterns.version}, policy ${policy.id} ${policy.version}; it decides nothing.`,
      { small: true },
    ),
  ]);
}
