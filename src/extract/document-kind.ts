// Word, PowerPoint, Excel and OpenDocument files by their first bytes: they are zips whose first part says what they are, XML, or the
// containers that Office wrote before 2007 and still writes around a document locked with a password.

import { constants as flush, inflateRawSync } from 'node:zlib';

export type DocumentKind = 'office' | 'spreadsheet';

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const LOCAL_HEADER = Buffer.from('PK\x03\x04');
const DEFLATED = 8;
/** The list of content types of a large presentation; more of it says nothing new. */
const MOST_TYPES = 1 << 16;

export const isOle = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, OLE.length)).equals(OLE);

/** True where the container's list of streams holds this name; exact only with the whole file. */
export const holdsStream = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));

/** Names of endings, for files whose first bytes leave it open. */
const ENDINGS: Readonly<Record<DocumentKind, RegExp>> = {
  office: /\.(?:doc[xm]|dot[xm]|pp[ts][xm]|pot[xm]|od[tpg]|ot[tp]|fod[tpg])$/i,
  spreadsheet: /\.(?:xl[st]|xl[st][xm]|xlsb|ods|ots|fods)$/i,
};

/** The kind of a zip; undefined when it is none, or its first bytes and its name do not say. */
export function kindOfZip(head: Uint8Array, name: string): DocumentKind | undefined {
  if (!Buffer.from(head.subarray(0, 4)).equals(LOCAL_HEADER)) return undefined;
  return kindOfText(readableStart(head)) ?? kindOfName(name);
}

export const kindOfName = (name: string): DocumentKind | undefined =>
  ENDINGS.office.test(name) ? 'office' : ENDINGS.spreadsheet.test(name) ? 'spreadsheet' : undefined;

/** Flat OpenDocument: one XML file that says its type in its outermost element. */
export function kindOfFlatXml(head: Uint8Array): DocumentKind | undefined {
  const text = Buffer.from(head).toString('latin1').replaceAll('\0', '');
  return /<\w*:?document\b/.test(text) && text.includes('office:mimetype') ? kindOfText(text) : undefined;
}

/** OpenDocument's types and Office's content types and folders; a spreadsheet inside a letter shows only further on. */
function kindOfText(text: string): DocumentKind | undefined {
  const found = [
    ['spreadsheet', /opendocument\.spreadsheet|ms-excel|spreadsheetml|\bxl\//.exec(text)],
    [
      'office',
      /opendocument\.(?:text|presentation|graphics)|wordprocessingml|presentationml|ms-word|ms-powerpoint|\b(?:word|ppt)\//.exec(
        text,
      ),
    ],
  ] as const;
  const main =
    /(?:spreadsheetml\.(?:sheet|template)|ms-excel\.[\w.]+)\.main|(?:wordprocessingml|presentationml|ms-word|ms-powerpoint)\.[\w.]+\.main/.exec(
      text,
    );
  if (main) return /spreadsheetml|ms-excel/.test(main[0]) ? 'spreadsheet' : 'office';
  const [first] = found.filter(([, match]) => match).sort(([, a], [, b]) => (a?.index ?? 0) - (b?.index ?? 0));
  return first?.[0];
}

/** Names of the parts in these bytes, and what the first one holds. */
function readableStart(head: Uint8Array): string {
  const bytes = Buffer.from(head);
  const method = bytes.length > 30 ? bytes.readUInt16LE(8) : 0;
  const start = bytes.length > 30 ? 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28) : 0;
  const names = bytes.toString('latin1');
  if (method !== DEFLATED) return names;
  try {
    const options = { finishFlush: flush.Z_SYNC_FLUSH, maxOutputLength: MOST_TYPES };
    return inflateRawSync(bytes.subarray(start), options).toString('latin1') + names;
  } catch {
    return names;
  }
}
