// The parts of a Word document: headings, lists, tables whose head repeats on every page, tick boxes, lines to write on, the marking and
// the page number. Real headings and heads, a title and a language are what a screen reader goes by (WCAG 2.2, 1.3.1, 2.4.2, 3.1.1).

import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { forHtml, forTerminal } from '../escape.ts';
import { repacked } from '../repack.ts';
import { MARKING } from './front.ts';

export type Block = Paragraph | Table;

interface Layout {
  readonly title: string;
  readonly landscape?: boolean;
  /** Size of the text in half points. */
  readonly size: number;
}

/** A twentieth of a point. */
const MARGIN = 850;
const A4 = { width: 11_906, height: 16_838 };
/** Between the margins. */
export const LANDSCAPE_WIDTH = A4.height - 2 * MARGIN;
export const PORTRAIT_WIDTH = A4.width - 2 * MARGIN;

/** A cell holds at most this much of a text: a message can be a megabyte long. */
const MOST_SIGNS = 8_000;
const CUT = ' … (cut: read the rest in the chat)';

/** Text that may come from a chat, on one line, without anything that Word or XML would trip over. */
function harmless(text: string): string {
  const line = forTerminal(text);
  return line.length > MOST_SIGNS ? forTerminal(line.slice(0, MOST_SIGNS)) + CUT : line;
}

export const heading = (level: 1 | 2, text: string, onNewPage = false): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    pageBreakBefore: onNewPage,
    children: [new TextRun(harmless(text))],
  });

export const paragraph = (text: string, style: { readonly bold?: boolean; readonly small?: boolean } = {}): Paragraph =>
  new Paragraph({
    spacing: { before: style.small ? 60 : 0, after: 40 },
    children: [new TextRun({ text: harmless(text), bold: style.bold === true, ...(style.small ? { size: 15 } : {}) })],
  });

export const list = (lines: readonly string[], kind: 'steps' | 'points'): readonly Paragraph[] =>
  lines.map(
    (line) =>
      new Paragraph({
        numbering: { reference: kind, level: 0 },
        spacing: { after: 20 },
        children: [new TextRun(harmless(line))],
      }),
  );

/** `Label: value`, or the label with a line to write on that ends at `width`. */
export function field(label: string, value: string, width: number, lines = 1): readonly Paragraph[] {
  if (value !== '') return [labelled(label, new TextRun(harmless(value)))];
  const tabStops = [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.UNDERSCORE }];
  const line = (children: readonly ParagraphChild[]) =>
    new Paragraph({ spacing: { before: 60, after: 20 }, tabStops, children });
  const first = line([new TextRun({ text: `${label}: `, bold: true }), new TextRun({ children: ['\t'] })]);
  return [first, ...Array.from({ length: lines - 1 }, () => line([new TextRun({ children: ['\t'] })]))];
}

const labelled = (label: string, value: TextRun): Paragraph =>
  new Paragraph({ spacing: { after: 20 }, children: [new TextRun({ text: `${label}: `, bold: true }), value] });

export const tickBox = (label: string, checked = false): Paragraph =>
  new Paragraph({
    spacing: { after: 20 },
    children: [new CheckBox({ checked, alias: label }), new TextRun(` ${label}`)],
  });

/** `widths` of the columns, adding up to the width of the page; a cell is text or blocks. */
export function table(
  head: readonly string[],
  widths: readonly number[],
  rows: Iterable<readonly (string | readonly Paragraph[])[]>,
): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: '8A8F94' };
  const cell = (content: string | readonly Paragraph[], at: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...(isHead ? { shading: { fill: 'E3E9EE' } } : {}),
      children: typeof content === 'string' ? [paragraph(content, { bold: isHead })] : [...content],
    });
  const row = (cells: readonly (string | readonly Paragraph[])[], isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((one, at) => cell(one, at, isHead)) });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    margins: { top: 50, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [row(head, true), ...Array.from(rows, (one) => row(one, false))],
  });
}

/** The document as bytes, the same for the same content. */
export async function wordFile(layout: Layout, blocks: readonly Block[]): Promise<Uint8Array> {
  const document = new Document({
    title: layout.title,
    styles: styles(layout.size),
    numbering: { config: [numbered('steps', LevelFormat.DECIMAL, '%1.'), numbered('points', LevelFormat.BULLET, '•')] },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: layout.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: 1000, bottom: 850, left: MARGIN, right: MARGIN, header: 400, footer: 400 },
          },
        },
        headers: { default: new Header({ children: [centred([new TextRun({ text: MARKING, bold: true })])] }) },
        footers: { default: new Footer({ children: [centred([pageNumber(layout.title)])] }) },
        children: [...blocks],
      },
    ],
  });
  return repacked(await Packer.toBuffer(document), { 'docProps/core.xml': properties(layout.title) });
}

const centred = (children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children });

const pageNumber = (title: string): TextRun =>
  new TextRun({ size: 16, children: [`${title}: page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });

function numbered(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const style = { paragraph: { indent: { left: 360, hanging: 300 } } };
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style }] };
}

function styles(size: number) {
  const title = (points: number, before: number) => ({
    run: { font: 'Arial', bold: true, size: points, color: '003087' },
    paragraph: { spacing: { before, after: 60 } },
  });
  return {
    default: {
      document: { run: { font: 'Arial', size, language: { value: 'en-GB' } } },
      heading1: title(size + 12, 0),
      heading2: title(size + 4, 160),
    },
  };
}

/** In place of the library's own, which bear an author and the time. */
function properties(title: string): string {
  const schemas = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="${schemas}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${forHtml(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`;
}
