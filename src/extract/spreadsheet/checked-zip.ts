// What SheetJS needs of an .xlsx or .xlsb, unpacked within limits and packed again without compression: whatever it unpacks then is what
// was counted here. A sheet of more rows than are read is cut off behind them.

import { zipSync } from 'fflate';
import type { DocumentZip } from '../document-zip.ts';
import type { Gathering } from '../gathering.ts';
import { numberOf } from '../office/parts.ts';
import type { ReadingLimits } from '../reader.ts';

/** Parts whose text SheetJS gives. */
export const SHEET_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles|metadata|calcChain)\.\w+|xl\/_rels\/workbook\.\w+\.rels|xl\/(?:worksheets|chartsheets|dialogsheets|macrosheets|tables|comments|threadedComments|persons)\/.*|xl\/comments\d*\.\w+|xl\/(?:sheetMetadata|volatileDependencies)\.\w+)$/i;
/** Needed to read the cells; the rest of what it gives has its place elsewhere, or says nothing. */
const IS_SHEET = /^xl\/(?:work|macro|dialog)sheets\/[^/]+\.(?:xml|bin)$/i;
/** SheetJS holds a cell in some 200 bytes and its text besides: 20 000 rows of an ordinary list take 10 MB of XML. */
const MOST_SHEET_BYTES = 24 * 1024 ** 2;
const ROW_END = Buffer.from('row>');
const HEADER_FOOTER = /<(?:\w+:)?headerFooter\b[\s\S]{0,20000}$/;

export interface CheckedZip {
  readonly bytes: Uint8Array;
  /** What the sheets print above and below each page. */
  readonly printed: readonly string[];
}

/** `got` is told which sheets were cut or not read. */
export async function checkedZip(zip: DocumentZip, got: Gathering, limits: ReadingLimits): Promise<CheckedZip> {
  const files: Record<string, Uint8Array> = {};
  const printed: string[] = [];
  let room = limits.inflatedPart;
  for (const part of zip.parts.filter(({ name }) => SHEET_PART.test(name))) {
    const isSheet = IS_SHEET.test(part.name);
    const { bytes, whyNot } = await zip.read(part, isSheet ? Math.min(room, MOST_SHEET_BYTES) : limits.inflatedPart);
    if (whyNot) got.unread(whyNot, isSheet ? `sheet ${numberOf(part.name)}: some of its rows` : 'some cells');
    const isXml = isSheet && part.name.toLowerCase().endsWith('.xml');
    if (isXml) printed.push(...printedIn(bytes));
    const kept = isXml ? firstRows(bytes, limits.rows + 1, whyNot !== undefined) : bytes;
    if (whyNot && !isXml) continue; // SheetJS would stop at the torn end
    if (isSheet) room -= kept.length;
    files[part.name] = kept;
  }
  return { bytes: zipSync(files, { level: 0 }), printed };
}

/** The sheet with its first rows, closed again; all of it when it has no more and is not torn. */
function firstRows(xml: Uint8Array, rows: number, isTorn: boolean): Uint8Array {
  const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.length);
  let end = -1;
  let count = 0;
  let at = bytes.indexOf(ROW_END);
  for (; at !== -1 && count < rows; at = bytes.indexOf(ROW_END, at + 1)) {
    const tag = bytes.subarray(Math.max(0, at - 12), at).toString('latin1');
    if (!/<\/(?:\w+:)?$/.test(tag)) continue;
    count++;
    end = at + ROW_END.length;
  }
  if (!isTorn && count < rows) return xml;
  if (end === -1) return Buffer.from('<worksheet><sheetData/></worksheet>');
  return Buffer.concat([bytes.subarray(0, end), Buffer.from('</sheetData></worksheet>')]);
}

/** '&L&"Arial"Ward list' → 'Ward list'. ECMA-376 part 1, 18.3.1.39. */
function printedIn(xml: Uint8Array): string[] {
  const tail = Buffer.from(xml.subarray(-40_000)).toString('utf8');
  const [found = ''] = HEADER_FOOTER.exec(tail) ?? [];
  return [...found.matchAll(/<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^>]*>([^<]{1,4000})</g)].map(
    ([, text = '']) =>
      text
        .replaceAll('&amp;', '&')
        .replaceAll(/&(?:"[^"]*"|K[\dA-F]{6}|\d{1,3}|[A-Z])/g, ' ')
        .replaceAll(/&(?:lt|gt|quot|apos);/g, ' ')
        .trim(),
  );
}
