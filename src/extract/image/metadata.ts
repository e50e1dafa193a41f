// What a photo says of itself: when, with what and where it was taken, and the words that somebody gave it. WhatsApp takes these out of
// photos, not out of pictures sent as documents. A position is a patient's home as often as a ward.

import type { FileFact, Passage } from '../reader.ts';
import type { Picture } from './picture.ts';

type Tags = Readonly<Record<string, unknown>>;

/** The facts and words, and whether a camera made the picture. */
interface Origin {
  readonly facts: readonly FileFact[];
  readonly passages: readonly Passage[];
  readonly fromCamera: boolean;
}

export type ReadOrigin = (bytes: Uint8Array, picture: Picture) => Promise<Origin>;

/** Where each kind of words stands, under the names that EXIF, IPTC and XMP give to it. */
const WORDS: readonly [place: string, tags: readonly string[]][] = [
  ['title', ['title', 'ObjectName', 'XPTitle', 'DocumentName', 'Headline']],
  ['caption', ['ImageDescription', 'description', 'Caption', 'XPSubject']],
  ['comment', ['UserComment', 'XPComment', 'Instructions', 'SpecialInstructions']],
  ['keywords', ['Keywords', 'subject', 'XPKeywords', 'PersonInImage']],
];

/** Text that some cameras write into every picture. */
const NO_WORDS = /^(?:OLYMPUS DIGITAL CAMERA|SONY DSC|DCIM|default|screenshot|\W*)$/i;

/** A thumbnail whose shape differs by more than this from the picture's shows what was cut off. */
const OTHER_SHAPE = 0.06;

const OPTIONS = {
  tiff: true,
  exif: true,
  gps: true,
  xmp: true,
  iptc: true,
  ifd1: false,
  icc: false,
  makerNote: false,
  userComment: true,
  reviveValues: false,
  mergeOutput: true,
} as const;

/** Loads the library. What is damaged in the data is passed over: the picture itself is what counts. */
export async function originReader(): Promise<ReadOrigin> {
  const { default: exifr } = await import('exifr');
  return async (bytes, picture) => {
    const block = exifBlock(bytes, picture);
    const ofFile = await exifr.parse(Buffer.from(bytes), OPTIONS).catch(() => undefined);
    const ofBlock = block ? await exifr.parse(Buffer.from(block), OPTIONS).catch(() => undefined) : undefined;
    const tags: Tags = { ...ofBlock, ...ofFile };
    const thumbnail = await exifr.thumbnail(Buffer.from(bytes)).catch(() => undefined);
    const facts = [...factsOf(tags), ...(thumbnail ? shownByThumbnail(thumbnail, picture) : [])];
    return { facts, passages: wordsOf(tags, picture), fromCamera: has(tags.Make) || has(tags.ExposureTime) };
  };
}

/** The camera's data of files that exifr does not open (WebP) or not fully (HEIC): it begins with its name, then a TIFF. */
function exifBlock(bytes: Uint8Array, { header }: Picture): Uint8Array | undefined {
  const block = Buffer.from(header?.exif ?? bytes);
  const at = block.indexOf('Exif\0\0', 0, 'latin1');
  if (at < 0) return header?.exif;
  const tiff = block.subarray(at + 6);
  return /^(?:II\*\0|MM\0\*)/.test(tiff.subarray(0, 4).toString('latin1')) ? tiff : undefined;
}

function factsOf(tags: Tags): FileFact[] {
  const facts: FileFact[] = [];
  const taken = text(tags.DateTimeOriginal) || text(tags.CreateDate);
  if (/^\d{4}[:-]\d\d[:-]\d\d/.test(taken))
    facts.push({ name: 'taken-at', value: taken.replace(/^(\d{4})[:-](\d\d)[:-](\d\d)/, '$1-$2-$3') });
  const device = [...new Set([text(tags.Make), text(tags.Model)])].filter(Boolean).join(' ');
  if (device) facts.push({ name: 'device', value: device });
  const { latitude, longitude } = tags;
  if (typeof latitude === 'number' && typeof longitude === 'number' && Number.isFinite(latitude + longitude))
    facts.push({ name: 'position', value: `${latitude.toFixed(6)}, ${longitude.toFixed(6)}` });
  const author = text(tags.Artist) || text(tags.creator) || text(tags['By-line']) || text(tags.Byline);
  if (author) facts.push({ name: 'author', value: author });
  return facts;
}

function wordsOf(tags: Tags, { header }: Picture): Passage[] {
  const passages: Passage[] = [];
  const add = (place: string, words: string): void => {
    const known = NO_WORDS.test(words) || passages.some((passage) => passage.text === words);
    if (!known) passages.push({ place, text: words, by: 'told' });
  };
  for (const [place, names] of WORDS) for (const name of names) add(place, text(tags[name]));
  for (const comment of header?.comments ?? []) add('comment', text(comment.text));
  return passages;
}

/** A tag as words: text, a list of texts, text with its language, or bytes (Windows writes UTF-16, a comment names its encoding). */
function text(tag: unknown): string {
  if (typeof tag === 'string') return tag.replace(/\0+/g, ' ').trim();
  if (typeof tag === 'number') return String(tag);
  if (tag instanceof Uint8Array) return ofBytes(tag);
  if (Array.isArray(tag))
    return tag.every((item) => typeof item === 'number')
      ? ofBytes(Uint8Array.from(tag))
      : tag.map(text).filter(Boolean).join(', ');
  if (tag && typeof tag === 'object' && 'value' in tag) return text(tag.value);
  return '';
}

function ofBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const named = buffer.subarray(0, 8).toString('latin1');
  if (/^(?:ASCII|UNICODE)\0*$/.test(named)) return ofBytes(buffer.subarray(8));
  const wide = buffer.length > 1 && buffer.length % 2 === 0 && buffer.every((byte, at) => at % 2 === 0 || byte < 0x20);
  return buffer
    .toString(wide ? 'utf16le' : 'utf8')
    .replace(/\0+/g, ' ')
    .trim();
}

function has(tag: unknown): boolean {
  return tag !== undefined && tag !== '';
}

/** Cropping changes the picture and leaves the small one that the camera put into the file. */
function shownByThumbnail(thumbnail: Uint8Array, { width, height }: Picture): FileFact[] {
  const size = jpegSize(thumbnail);
  if (!size) return [];
  const shape = Math.max(width, height) / Math.min(width, height);
  const small = Math.max(size.width, size.height) / Math.min(size.width, size.height);
  if (Math.abs(shape - small) / shape < OTHER_SHAPE) return [];
  return [{ name: 'hidden', value: 'a small picture in the file, of another shape: it may show what was cut off' }];
}

/** Width and height from the frame header of a JPEG. */
function jpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = Buffer.from(bytes);
  let at = 2;
  while (at + 9 < view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { height: Math.max(1, view.readUInt16BE(at + 5)), width: Math.max(1, view.readUInt16BE(at + 7)) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}
