// Tables as an Excel workbook. Every cell is typed as text or as a number, so that nothing is run as a formula and no leading zero is
// lost; the same tables give the same bytes.

import writeExcelFile from 'write-excel-file/node';
import { forTerminal } from './escape.ts';
import { repacked } from './repack.ts';
import { type PrintSetup, printFeature } from './workbook-print.ts';

type Cell = string | number;

export interface Sheet extends PrintSetup {
  readonly name: string;
  /** `width` in signs. */
  readonly head: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const packed = await writeExcelFile(
    sheets.map(({ name, head, rows }) => ({
      sheet: name,
      data: [
        tall(
          head.map(({ title }) => title),
          head,
        ).map((cell) => ({ ...cell, fontWeight: 'bold' as const })),
        ...rows.map((row) => tall(row, head)),
      ],
      columns: head.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Arial', fontSize: 10, features: [printFeature(sheets)] },
  ).toBuffer();
  return repacked(packed);
}

/** In points: a line of the font, and the most that Excel allows a row. */
const LINE = 13;
const TALLEST = 400;
/** Words leave the end of a line free, and capitals are wide. */
const SLACK = 1.15;

/** The cells of a row that is tall enough for them: not every program works that out by itself. */
function tall(row: readonly Cell[], head: Sheet['head']) {
  const lines = row.map((cell, at) => Math.ceil((String(cell).length * SLACK) / (head[at]?.width ?? 1)));
  const height = Math.min(TALLEST, LINE * Math.max(1, ...lines) + 2);
  return row.map((cell) => ({ ...typed(cell), height }));
}

/** Excel takes at most 32,767 signs in a cell. */
const MOST_SIGNS = 32_000;

const typed = (cell: Cell) =>
  typeof cell === 'number'
    ? { value: cell, type: Number, alignVertical: 'top' as const }
    : {
        value: forTerminal(cell).slice(0, MOST_SIGNS),
        type: String,
        format: '@',
        wrap: true,
        alignVertical: 'top' as const,
      };
