// A pack as a Word document: to read, to fill in by hand or on the screen, and to send back.

import { frontOf, type Pack } from './front.ts';
import type { Item } from './item.ts';
import { type Block, field, heading, LANDSCAPE_WIDTH, list, paragraph, table, tickBox, wordFile } from './word.ts';
import { CHECKED, placeOf, REASON, REFERENCE, replySlip, STATES } from './worksheet.ts';

/** More is too long to fill in, and too large to make in memory; the workbook beside it has the rest. */
const MOST_ITEMS = 500;

const WIDTHS = [600, 2_600, 3_300, 4_700, LANDSCAPE_WIDTH - 11_200];
const PADDING = 200;
const SLIP = [4_500, LANDSCAPE_WIDTH - 4_500];

export function packDocument(pack: Pack): Promise<Uint8Array> {
  const { receiver, items } = pack;
  const front = frontOf(pack).flatMap(({ title, lines, ordered }): Block[] => [
    heading(2, title),
    ...(lines.length === 1 ? [paragraph(lines[0] ?? '')] : list(lines, ordered ? 'steps' : 'points')),
  ]);
  return wordFile({ title: receiver.title, landscape: true, size: 19 }, [
    heading(1, receiver.title),
    paragraph(`For: ${receiver.team}`, { bold: true }),
    ...front,
    heading(2, 'Worksheet'),
    ...(items.length > MOST_ITEMS
      ? [
          paragraph(
            `This document lists the first ${MOST_ITEMS} items. The workbook of the same name lists them all.`,
            { bold: true },
          ),
        ]
      : []),
    table(
      ['No.', 'Where it stands', 'What it is', 'To fill in', 'State'],
      WIDTHS,
      items.slice(0, MOST_ITEMS).map((item) => row(item, pack)),
    ),
    heading(2, 'Reply slip', true),
    table(
      ['', 'Fill in'],
      SLIP,
      replySlip(pack).map(([label, value]) => [label, value]),
    ),
    paragraph(''),
  ]);
}

function row(item: Item, { receiver }: Pack) {
  const { number, reference, what, severity, due, clauses, copy } = item;
  const [, , , fill = 0, state = 0] = WIDTHS;
  return [
    String(number),
    [...placeOf(item).map((line) => paragraph(line)), paragraph(`Reference ${reference}`, { small: true })],
    [
      paragraph(what, { bold: true }),
      paragraph(`Severity: ${severity.toLowerCase()}`),
      ...(due === '' ? [] : [paragraph(`Due: ${due}`)]),
      ...(clauses.length === 0 ? [] : [paragraph(`By ${clauses.join(', ')}`)]),
      paragraph(`Copy in the chat: ${copy.charAt(0).toLowerCase()}${copy.slice(1)}`),
    ],
    receiver.fields.flatMap(({ title, of, lines }) => field(title, of?.(item) ?? '', fill - PADDING, lines)),
    [
      ...STATES.map((one) => tickBox(one)),
      ...[REFERENCE, REASON, CHECKED].flatMap((label) => field(label, '', state - PADDING)),
    ],
  ];
}
