// What stands before the items of a pack, in Word and in Excel alike: what it is, what to do, by when, by what authority, what becomes of
// the copy in the chat, and whom to ask.

import type { Disposition, MessageRecord, Residual, Summary } from '../../model.ts';
import { clausesOf } from '../describe.ts';
import type { Wording } from '../report.ts';
import { counted, unreadSentence } from '../sentences.ts';
import { idsOf, RESIDUALS } from '../words.ts';
import type { Item } from './item.ts';
import type { Receiver } from './receivers.ts';

/** On every page of every pack, as the Government Security Classifications ask for. */
export const MARKING = 'OFFICIAL-SENSITIVE';

export interface Pack {
  readonly receiver: Receiver;
  readonly items: readonly Item[];
  /** The records behind the items. */
  readonly records: readonly MessageRecord[];
  /** Least serious items that were only counted. */
  readonly leftOut: number;
  /** Messages that may belong here too, once a person has confirmed what they are. */
  readonly perhaps: number;
  readonly contact: string;
  readonly summary: Summary;
  readonly wording: Wording;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  /** The lines are steps, one after the other. */
  readonly ordered?: boolean;
}

export function frontOf(pack: Pack): readonly Section[] {
  const { receiver, contact } = pack;
  const steps = [
    ...receiver.steps,
    'A second person checks each item against the chat and signs for it. Nothing counts as moved before.',
    `Fill in the reply slip at the end and send it to ${contact}.`,
  ];
  return [
    { title: 'What this is', lines: [receiver.purpose, ...extent(pack)] },
    { title: 'What to do', lines: steps, ordered: true },
    { title: 'By when', lines: limits(pack) },
    { title: 'By what authority', lines: authority(pack) },
    { title: 'The copy in the chat', lines: copies(pack) },
    {
      title: 'Whom to ask',
      lines: [
        `${contact}. Ask them to show you a message; do not ask for the chat itself, which holds other people's matters.`,
      ],
    },
  ];
}

/** How much stands here and how much does not: a pack must not pass for all that there is. */
function extent({ items, leftOut, perhaps, summary }: Pack): readonly string[] {
  const unread = unreadSentence(summary);
  const lines = [
    unread ?? '',
    `This pack lists ${counted(items.length, 'item')}, the urgent first, then the most serious.`,
    leftOut > 0 ? `It leaves out the ${counted(leftOut, 'least serious item')}; the full report lists them.` : '',
    perhaps > 0
      ? `${counted(perhaps, 'more message')} may belong here: those who hold the full report read them first and send on what is yours.`
      : '',
    summary.notExamined > 0
      ? `${counted(summary.notExamined, 'photo, recording or file', 'photos, recordings and files')} of the chats were not looked at by the program. More may belong here.`
      : '',
    'No more than this receiver needs is shown. Store it with the case, hand it to nobody else, and destroy it when the case is closed.',
  ];
  return lines.filter((line) => line !== '');
}

function limits({ items }: Pack): readonly string[] {
  const byDue = new Map<string, number>();
  for (const { due } of items) byDue.set(due, (byDue.get(due) ?? 0) + 1);
  const lines = [...byDue].map(([due, count]) => `${sentenceCase(due) || 'No limit set'}: ${counted(count, 'item')}.`);
  return [...lines, 'A limit ran from when the message was written. Where it has passed, act today.'];
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function authority({ receiver, records, wording }: Pack): readonly string[] {
  const asked = records.flatMap(({ dispositions }) =>
    dispositions.filter(({ destination }: Disposition) => destination === receiver.destination),
  );
  return clausesOf(asked).map((id) => {
    const { source, says } = wording.clause(id);
    return `${id}, ${source}${says === '' ? '' : `: ${says}`}`;
  });
}

function copies({ records, summary }: Pack): readonly string[] {
  const occurring = new Set(records.map(({ residual }) => residual));
  const lines = idsOf<Residual>(RESIDUALS)
    .filter((id) => occurring.has(id))
    .map((id) => `${RESIDUALS[id].name}: ${RESIDUALS[id].says}`);
  if (summary.holdRegister) return lines;
  return [
    ...lines,
    'No hold register was given to the program. Until somebody has checked what must be kept for an inquiry, a claim, an inquest or a request, nobody deletes anything.',
  ];
}
