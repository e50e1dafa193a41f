// A photo, scan or screenshot -> its pixels, upright and of a size in which text can be looked for. The file is hostile until decoded:
// its size is looked at first, and a picture that breaks off is shown as far as it goes, and said to be cut.

import type { Metadata, Sharp } from 'sharp';
import type { ReadingLimits, Unread } from '../reader.ts';
import { PictureFault } from './fault.ts';
import { decodeHeic, isHeic } from './heic.ts';

export type SharpLibrary = typeof import('sharp').default;

/** Pixels in rows: red, green, blue. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Picture {
  /** Of each page that was decoded: one, but for a fax or scan of several pages in one TIFF. */
  readonly pages: readonly Pixels[];
  /** As the file has it, before it was made smaller; upright. */
  readonly width: number;
  readonly height: number;
  readonly format: string;
  /** What the file says of itself, where sharp reads its kind. */
  readonly header?: Metadata;
  readonly unread: readonly Unread[];
}

/** Longest side that is kept of a photo. On letters of 12 million pixels, 3000 gave no word more and cost twice the time. */
const LONGEST_SIDE = 2000;

/** A screen is as sharp as its pixels: up to this length nothing is made smaller, as small print would go first. */
const KEPT_SIDE = 2600;

/** A scrolling screenshot is many times as long as wide: its short side must stay this wide, or its letters vanish. */
const SHORT_SIDE = 900;
const LONGEST_STRIP = 8000;

/** Decodes any picture but an SVG. Throws a PictureFault when it is too large or nothing of it can be shown. */
export async function decode(sharp: SharpLibrary, bytes: Uint8Array, limits: ReadingLimits): Promise<Picture> {
  if (isHeic(bytes)) return decodePhoneFormat(sharp, bytes, limits);
  const header = await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata().catch(damaged);
  const height = header.pageHeight ?? header.height;
  if (header.width * height > limits.pixels) throw new PictureFault('media-too-big');
  const unread: Unread[] = [];
  if (await breaksOff(sharp, bytes, limits))
    unread.push({ reason: 'media-partly-read', place: 'where the file breaks off' });
  const pages = await decodePages(sharp, bytes, header, limits);
  const left = (header.pages ?? 1) - pages.length;
  if (left > 0 || isMovingPng(bytes)) unread.push({ reason: 'media-partly-read', place: leftOut(header, left) });
  const [across, down] = (header.orientation ?? 1) >= 5 ? [height, header.width] : [header.width, height];
  return { pages, width: across, height: down, format: header.format, header, unread };
}

async function decodePhoneFormat(sharp: SharpLibrary, bytes: Uint8Array, limits: ReadingLimits): Promise<Picture> {
  const { width, height, data, more } = await decodeHeic(bytes, limits.pixels);
  const page = await shrink(sharp(data, { raw: { width, height, channels: 4 } }), width, height);
  const unread: Unread[] = more ? [{ reason: 'media-partly-read', place: 'all pictures in it but the first' }] : [];
  return { pages: [page], width, height, format: 'heic', unread };
}

/** The pages of a TIFF are pages of a scan; the frames of a moving picture differ little, and the first stands for them. */
async function decodePages(
  sharp: SharpLibrary,
  bytes: Uint8Array,
  header: Metadata,
  limits: ReadingLimits,
): Promise<Pixels[]> {
  const count = header.format === 'tiff' ? Math.min(header.pages ?? 1, limits.drawnPages) : 1;
  const pages: Pixels[] = [];
  for (let page = 0; page < count; page++) {
    const options = { limitInputPixels: limits.pixels, failOn: 'none', page } as const;
    const { width, height, orientation } = page === 0 ? header : await sharp(bytes, options).metadata().catch(damaged);
    const [across, down] = (orientation ?? 1) >= 5 ? [height, width] : [width, height];
    pages.push(await shrink(sharp(bytes, options).autoOrient(), across, down));
  }
  return pages;
}

function leftOut(header: Metadata, pages: number): string {
  return header.format === 'tiff' ? `its last ${pages} pages` : 'its moving part: only its first frame was read';
}

/** A PNG that moves says so in a block before its pixels; sharp shows the first frame and keeps silent. */
function isMovingPng(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return start.startsWith('\x89PNG') && start.includes('acTL');
}

/** Down to the size in which text is looked for, what is see-through on white, three bytes a pixel. */
async function shrink(picture: Sharp, width: number, height: number): Promise<Pixels> {
  const scale = scaleFor(width, height);
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return toPixels(picture.resize({ ...size, fit: 'fill' }).flatten({ background: '#fff' }));
}

function scaleFor(width: number, height: number): number {
  const [short, long] = width < height ? [width, height] : [height, width];
  if (long <= KEPT_SIDE) return 1;
  return Math.min(1, Math.max(LONGEST_SIDE / long, Math.min(SHORT_SIDE / short, LONGEST_STRIP / long)));
}

async function toPixels(picture: Sharp): Promise<Pixels> {
  const image = picture.toColourspace('srgb').removeAlpha().raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true }).catch(damaged);
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return { width: info.width, height: info.height, data: info.channels === 3 ? bytes : coloured(bytes, info.channels) };
}

/** Grey pixels as red, green and blue. */
function coloured(grey: Uint8Array, channels: number): Uint8Array {
  const colour = new Uint8Array((grey.length / channels) * 3);
  for (let at = 0; at * 3 < colour.length; at++) colour.fill(grey[at * channels] ?? 0, at * 3, at * 3 + 3);
  return colour;
}

/** A second, strict reading at the smallest size: it fails where the first one fills what is missing with grey. */
async function breaksOff(sharp: SharpLibrary, bytes: Uint8Array, limits: ReadingLimits): Promise<boolean> {
  try {
    await sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'truncated' }).resize({ width: 16 }).raw().toBuffer();
    return false;
  } catch {
    return true;
  }
}

/** Pixels as a picture to go on working with. */
export const pictureOf = (sharp: SharpLibrary, { width, height, data }: Pixels) =>
  sharp(data, { raw: { width, height, channels: 3 } });

/** The same pixels turned clockwise. */
export async function turn(sharp: SharpLibrary, pixels: Pixels, degrees: 180 | 270): Promise<Pixels> {
  return toPixels(pictureOf(sharp, pixels).rotate(degrees));
}

function damaged(): never {
  throw new PictureFault('media-damaged');
}
