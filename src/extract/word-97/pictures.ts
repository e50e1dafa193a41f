// The pictures in a Word document of before 2007. They lie in two of its streams as records ([MS-ODRAW], 2.2.23): a header with a kind and a
// length, one or two checksums, a byte, the picture.

import type { Gathering } from '../gathering.ts';

interface Record {
  readonly type: number;
  /** Instances of one checksum; the next higher one means two. */
  readonly instances: readonly number[];
  readonly isRead: boolean;
}

const RECORDS: readonly Record[] = [
  { type: 0xf01d, instances: [0x46a, 0x6e2], isRead: true }, // JPEG
  { type: 0xf01e, instances: [0x6e0], isRead: true }, // PNG
  { type: 0xf029, instances: [0x6e4], isRead: true }, // TIFF
  { type: 0xf02a, instances: [0x46a, 0x6e2], isRead: true }, // JPEG
  { type: 0xf01a, instances: [0x3d4], isRead: false }, // EMF
  { type: 0xf01b, instances: [0x216], isRead: false }, // WMF
  { type: 0xf01c, instances: [0x542], isRead: false }, // PICT
  { type: 0xf01f, instances: [0x7a8], isRead: false }, // DIB
];
const HEADER = 8;
const CHECKSUM = 16;

/** Gives each picture as an inner file, and says of those that cannot be read that they are there. */
export function picturesIn(streams: readonly Uint8Array[], gathering: Gathering): void {
  let number = 0;
  for (const stream of streams) {
    const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
    // All types end with this byte, and it is rare in text.
    for (let at = stream.indexOf(0xf0, 3); at >= 0; at = stream.indexOf(0xf0, at + 1)) {
      const found = recordAt(view, at - 3);
      if (!found) continue;
      number += 1;
      const { start, end, isRead } = found;
      if (isRead) gathering.inner(`picture ${number}`, stream.slice(start, end));
      else gathering.unread('media-partly-read', `picture ${number}`);
      at = end - 1;
    }
  }
}

function recordAt(view: DataView, at: number): { start: number; end: number; isRead: boolean } | undefined {
  if (at + HEADER > view.byteLength) return undefined;
  const instance = view.getUint16(at, true) >> 4;
  const record = RECORDS.find(({ type }) => type === view.getUint16(at + 2, true));
  if (!record?.instances.includes(instance & ~1)) return undefined;
  const start = at + HEADER + CHECKSUM * ((instance & 1) + 1) + 1;
  const end = at + HEADER + view.getUint32(at + 4, true);
  return start < end && end <= view.byteLength ? { start, end, isRead: record.isRead } : undefined;
}
