// What an old Office file tells of itself: title, subject, author, comments ([MS-OLEPS], 2.21; [MS-OSHARED], 2.3.3.2.1). A title often names the
// patient, as Word takes it from the first line of a letter.

import { decoderOf } from '../decoded.ts';
import type { Gathering } from '../gathering.ts';

const PLACES: Readonly<Record<number, string>> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  6: 'comments on the file',
  8: 'last author',
};
const CODE_PAGE = 1;
const UTF_8 = 65001;
const TEXT = 30;
const MOST_PROPERTIES = 100;

/** A stream that is not what it should be gives what could be read. */
export function summaryOf(stream: Uint8Array | null, gathering: Gathering): void {
  if (!stream) return;
  try {
    for (const [place, text] of textsIn(new DataView(stream.buffer, stream.byteOffset, stream.byteLength))) {
      if (place === 'title' || place === 'author') gathering.fact(place, text);
      gathering.passage(place, text, 'told');
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    gathering.unread('media-damaged', 'its properties');
  }
}

function* textsIn(view: DataView): Generator<readonly [string, string]> {
  const start = view.getUint32(44, true);
  const count = Math.min(view.getUint32(start + 4, true), MOST_PROPERTIES);
  const all = new Map<number, number>();
  for (let one = 0; one < count; one++) {
    const at = start + 8 + one * 8;
    all.set(view.getUint32(at, true), start + view.getUint32(at + 4, true));
  }
  const pageAt = all.get(CODE_PAGE);
  const page = pageAt === undefined ? 1252 : view.getUint16(pageAt + 4, true);
  for (const [id, at] of all) {
    const place = PLACES[id];
    if (place === undefined || view.getUint32(at, true) !== TEXT) continue;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 8, view.getUint32(at + 4, true));
    const decoder = page === UTF_8 ? new TextDecoder() : decoderOf(`windows-${page}`);
    const [text = ''] = decoder.decode(bytes).split('\0', 1);
    if (text.trim() !== '') yield [place, text];
  }
}
