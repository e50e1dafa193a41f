// Letters and slides: Word, PowerPoint and OpenDocument. Every text of every part is taken, in headers, comments, notes and text boxes, and
// what was deleted with changes tracked or is hidden: it goes out with the file whoever sends it. Pictures and files in it are handed back.

import { DocumentZip } from '../document-zip.ts';
import { Gathering } from '../gathering.ts';
import type { Reader, Reading, ReadingLimits } from '../reader.ts';
import { Markup } from './markup.ts';
import { officeParts } from './parts.ts';
import { readParts, readXmlText } from './read-parts.ts';
import { officeSample } from './sample.ts';
import type { SaxesParser } from './xml.ts';

const ZIP_MARK = 'PK';
const PIECE_BYTES = 1 << 16;

export const officeReader: Reader = {
  kind: 'office',
  title: 'Word, PowerPoint and OpenDocument files',
  packages: ['saxes'],
  ready: async (limits) => {
    const { SaxesParser } = await import('saxes');
    return { read: (bytes) => readOffice(bytes, limits, SaxesParser) };
  },
  sample: officeSample,
};

async function readOffice(bytes: Uint8Array, limits: ReadingLimits, saxes: SaxesParser): Promise<Reading> {
  const got = new Gathering(limits);
  if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') !== ZIP_MARK) {
    await readXmlText(saxes, piecesOf(bytes, limits), new Markup('text', got), got, 'text');
  } else {
    const zip = await openDocument(bytes, limits, got);
    if (zip) await readParts(zip, officeParts(zip.parts), got, saxes);
  }
  return got.done();
}

/** The zip of a document; undefined, with the reason among the unread, when it is locked or no zip. */
export async function openDocument(
  bytes: Uint8Array,
  limits: ReadingLimits,
  got: Gathering,
): Promise<DocumentZip | undefined> {
  const zip = await DocumentZip.open(bytes, limits);
  if (!zip || zip.parts.length === 0) {
    got.unread('media-damaged');
    return undefined;
  }
  // OpenDocument locks part by part and says so in its manifest.
  const manifest = zip.find('META-INF/manifest.xml');
  if (manifest && Buffer.from((await zip.read(manifest)).bytes).includes('encryption-data')) {
    got.unread('media-locked');
    return undefined;
  }
  if (zip.isIncomplete) got.unread('media-damaged', 'some parts of the file');
  return zip;
}

/** The bytes in pieces, up to the limit of one part. */
export function* piecesOf(bytes: Uint8Array, limits: ReadingLimits): Generator<Uint8Array> {
  const end = Math.min(bytes.length, limits.inflatedPart);
  for (let at = 0; at < end; at += PIECE_BYTES) yield bytes.subarray(at, Math.min(end, at + PIECE_BYTES));
}
