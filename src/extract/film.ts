// What a film or recording of a phone says of itself (mp4, m4a, mov, 3gp: ISO/IEC 14496-12): how long, how large, when and where it was
// taken, what it is called. It is a tree of boxes, each with its size before its name; nothing is decoded.

import type { FileFact } from './reader.ts';

export interface Film {
  /** In seconds. */
  readonly length?: number;
  readonly facts: readonly FileFact[];
  /** What it is called, and what is said about it. */
  readonly words: readonly string[];
}

/** Boxes that hold boxes which are looked at. */
const CARRIERS: ReadonlySet<string> = new Set([
  'moov',
  'trak',
  'udta',
  'meta',
  'ilst',
  '\xa9nam',
  '\xa9cmt',
  'desc',
  '\xa9xyz',
]);
const MOST_BOXES = 10_000;
/** Seconds between 1904, from which these files count, and 1970. */
const SINCE_1904 = 2_082_844_800;

interface Box {
  readonly name: string;
  readonly body: Buffer;
  readonly within: readonly string[];
}

export function filmOf(bytes: Uint8Array): Film {
  let length: number | undefined;
  let size: string | undefined;
  const facts: FileFact[] = [];
  const words: string[] = [];
  for (const { name, body, within } of boxesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    if (name === 'mvhd') {
      length = lengthIn(body);
      facts.push(...takenIn(body));
    } else if (name === 'tkhd') size ??= sizeIn(body);
    else if (name === '\xa9xyz') facts.push(...positionIn(body));
    else if (name === 'data' && within.includes('ilst')) words.push(body.subarray(8).toString('utf8'));
  }
  if (size !== undefined) facts.push({ name: 'size', value: size });
  return { ...(length === undefined ? {} : { length }), facts, words };
}

function* boxesIn(all: Buffer): Generator<Box> {
  const open: { at: number; readonly end: number; readonly within: readonly string[] }[] = [
    { at: 0, end: all.length, within: [] },
  ];
  for (let count = 0; count < MOST_BOXES; count++) {
    const here = open.at(-1);
    if (!here) return;
    if (here.at + 8 > here.end) {
      open.pop();
      continue;
    }
    const name = all.toString('latin1', here.at + 4, here.at + 8);
    const stated = all.readUInt32BE(here.at);
    const isLong = stated === 1 && here.at + 16 <= here.end;
    const start = here.at + (isLong ? 16 : 8);
    const size = isLong ? Number(all.readBigUInt64BE(here.at + 8)) : stated || here.end - here.at;
    const end = Math.min(here.at + size, here.end);
    if (end < start) {
      open.pop();
      continue;
    }
    here.at = end;
    yield { name, body: all.subarray(start, end), within: here.within };
    // `meta` has four bytes of version before its boxes, but not in all programs' files.
    const skip = name === 'meta' && all.readUInt32BE(Math.min(start, all.length - 4)) === 0 ? 4 : 0;
    if (CARRIERS.has(name)) open.push({ at: start + skip, end, within: [...here.within, name] });
  }
}

/** Version 1 has dates and lengths of 8 bytes. */
function lengthIn(header: Buffer): number | undefined {
  const isLong = header[0] === 1;
  if (header.length < (isLong ? 32 : 20)) return undefined;
  const scale = header.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  return scale === 0 ? undefined : duration / scale;
}

function takenIn(header: Buffer): readonly FileFact[] {
  if (header.length < 12) return [];
  const seconds = (header[0] === 1 ? Number(header.readBigUInt64BE(4)) : header.readUInt32BE(4)) - SINCE_1904;
  // Programs that do not know the time write none.
  if (seconds <= 0 || seconds > 1e10) return [];
  return [{ name: 'taken-at', value: new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000', '') }];
}

/** At the end of a track's header, in 65536ths; a sound track has none. */
function sizeIn(header: Buffer): string | undefined {
  if (header.length < 84) return undefined;
  const width = header.readUInt32BE(header.length - 8) >> 16;
  const height = header.readUInt32BE(header.length - 4) >> 16;
  return width > 0 && height > 0 ? `${width} x ${height}` : undefined;
}

/** `+51.5007-000.1246/` (ISO 6709). */
function positionIn(body: Buffer): readonly FileFact[] {
  const found = /([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)/.exec(body.toString('latin1', 0, 100));
  if (!found) return [];
  return [{ name: 'position', value: `${Number(found[1]).toFixed(6)}, ${Number(found[2]).toFixed(6)}` }];
}

/** Seconds as `0:21` or `1:02:03`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number): string => String(number).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours > 0 ? `${hours}:${two(rest)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
