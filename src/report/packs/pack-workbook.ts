// A pack as an Excel workbook: the same to filter, sort and fill in, with a list of choices for the state.

import { shownTime } from '../sentences.ts';
import { type Sheet, workbook } from '../workbook.ts';
import { frontOf, MARKING, type Pack } from './front.ts';
import { CHECKED, REASON, REFERENCE, replySlip, STATES } from './worksheet.ts';

export const packWorkbook = (pack: Pack): Promise<Uint8Array> =>
  workbook([frontSheet(pack), itemSheet(pack), slipSheet(pack)]);

function frontSheet(pack: Pack): Sheet {
  const { receiver } = pack;
  const rows = frontOf(pack).flatMap(({ title, lines, ordered }) =>
    lines.map((line, at) => [at === 0 ? title : '', ordered ? `${at + 1}. ${line}` : line]),
  );
  return {
    name: 'What to do',
    marking: MARKING,
    head: [
      { title: MARKING, width: 22 },
      { title: receiver.title, width: 90 },
    ],
    rows: [['For', receiver.team], ...rows],
  };
}

function itemSheet({ receiver, items }: Pack): Sheet {
  const known = [
    { title: 'No.', width: 6 },
    { title: 'Chat', width: 24 },
    { title: 'Date and time', width: 19 },
    { title: 'Message', width: 9 },
    { title: 'Reference', width: 20 },
    { title: 'What it is', width: 34 },
    { title: 'Severity', width: 9 },
    { title: 'Due', width: 14 },
    { title: 'By which clauses', width: 18 },
    { title: 'Copy in the chat', width: 16 },
  ];
  const fields = receiver.fields.map(({ title, lines }) => ({ title, width: lines ? 44 : 20 }));
  const [toMove] = STATES;
  return {
    name: 'Worksheet',
    marking: MARKING,
    choices: { column: known.length + fields.length, words: STATES },
    head: [...known, ...fields, { title: 'State', width: 12 }, ...[REFERENCE, REASON, CHECKED].map(wide)],
    rows: items.map((item) => {
      const { number, chat, at, index, reference, what, severity, due, clauses, copy } = item;
      const filled = receiver.fields.map(({ of }) => of?.(item) ?? '');
      const place = [number, chat, shownTime(at), index, reference];
      return [...place, what, severity, due, clauses.join(', '), copy, ...filled, toMove, '', '', ''];
    }),
  };
}

const wide = (title: string) => ({ title, width: 22 });

function slipSheet(pack: Pack): Sheet {
  return {
    name: 'Reply slip',
    marking: MARKING,
    head: [
      { title: 'Reply slip', width: 34 },
      { title: 'Fill in', width: 70 },
    ],
    rows: replySlip(pack),
  };
}
