// Lists of patients as spreadsheets: Excel's formats through SheetJS, OpenDocument by its XML. Rows, columns and sheets that are hidden are
// read like all others, and their place says so.

import type { DocumentZip } from '../document-zip.ts';
import { Gathering } from '../gathering.ts';
import { openDocument, piecesOf } from '../office/office.ts';
import { officeParts } from '../office/parts.ts';
import { readParts, readXmlText } from '../office/read-parts.ts';
import type { SaxesParser } from '../office/xml.ts';
import type { Reader, Reading, ReadingLimits } from '../reader.ts';
import { checkedZip, SHEET_PART } from './checked-zip.ts';
import { OpenSheets } from './open-sheets.ts';
import { spreadsheetSample } from './sample.ts';
import { type ReadWorkbook, readWorkbook } from './workbook.ts';

/** The container that Excel wrote before 2007. MS-CFB 2.2. */
const COMPOUND = '\xd0\xcf\x11\xe0';
/** What SheetJS says to a file that is locked; it has no codes. */
const SAYS_LOCKED = /password|encrypt/i;

interface Libraries {
  readonly read: ReadWorkbook;
  readonly saxes: SaxesParser;
}

export const spreadsheetReader: Reader = {
  kind: 'spreadsheet',
  title: 'Excel and OpenDocument spreadsheets',
  packages: ['@e965/xlsx', 'saxes'],
  ready: async (limits) => {
    const [{ read }, { SaxesParser }] = await Promise.all([import('@e965/xlsx'), import('saxes')]);
    return { read: (bytes) => readSpreadsheet(bytes, limits, { read, saxes: SaxesParser }) };
  },
  sample: spreadsheetSample,
};

async function readSpreadsheet(bytes: Uint8Array, limits: ReadingLimits, libraries: Libraries): Promise<Reading> {
  const got = new Gathering(limits);
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start === COMPOUND) readCells(bytes, libraries.read, got, limits);
  else if (!start.startsWith('PK')) {
    await readXmlText(libraries.saxes, piecesOf(bytes, limits), new OpenSheets(got, limits), got, 'sheets');
  } else {
    const zip = await openDocument(bytes, limits, got);
    if (zip) await readZip(zip, libraries, got, limits);
  }
  return got.done();
}

async function readZip(
  zip: DocumentZip,
  { read, saxes }: Libraries,
  got: Gathering,
  limits: ReadingLimits,
): Promise<void> {
  const content = zip.find('content.xml');
  if (content) await readXmlText(saxes, zip.pieces(content), new OpenSheets(got, limits), got, 'sheets');
  else {
    const { bytes, printed } = await checkedZip(zip, got, limits);
    for (const text of printed) got.line('page header', text);
    readCells(bytes, read, got, limits);
  }
  const parts = zip.parts.filter(({ name }) => name !== 'content.xml' && !isRead(name));
  await readParts(zip, officeParts(parts), got, saxes);
}

/** Addresses of links stand among the relations of a sheet, and with the cells. */
const isRead = (name: string): boolean => SHEET_PART.test(name) && !/\.xml\.rels$/.test(name);

function readCells(bytes: Uint8Array, read: ReadWorkbook, got: Gathering, limits: ReadingLimits): void {
  try {
    readWorkbook(bytes, read, got, limits);
  } catch (error) {
    const isLocked = error instanceof Error && SAYS_LOCKED.test(error.message);
    got.unread(isLocked ? 'media-locked' : 'media-damaged');
  }
}
