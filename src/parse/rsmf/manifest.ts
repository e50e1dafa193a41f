// The manifest out of an RSMF file: an attachment in base64, which is a zip, in which the manifest is packed. Unpacked as it is read,
// up to a limit, so that a small file that unpacks to endless bytes does no harm; nothing else of the zip is unpacked.

import type { Unzip } from 'fflate';
import { linesOf } from '../line-batches.ts';
import type { FileText } from '../text.ts';

export interface ZipNotes {
  /** The manifest was over the limit and was read only up to it. */
  tooBig: boolean;
}

/** Bytes of a manifest at most: RSMF files are to have 10,000 events. */
const MOST_BYTES = 1_000_000_000;
/** Signs of base64 that are unpacked at a time. */
const PORTION = 64 * 1024;

/** The text of rsmf_manifest.json, a piece at a time; it ends early where the zip is damaged. */
export async function* manifestIn(text: FileText, notes: ZipNotes): AsyncGenerator<string> {
  const { Unzip, UnzipInflate } = await import('fflate');
  const decoder = new TextDecoder();
  let unpacked: Uint8Array[] = [];
  let total = 0;
  const unzip = new Unzip((entry) => {
    if (!/(?:^|\/)rsmf_manifest\.json$/i.test(entry.name)) return;
    entry.ondata = (error, bytes) => {
      if (!error) unpacked.push(bytes);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for await (const bytes of zipIn(text)) {
    if (!pushed(unzip, bytes)) break;
    const pieces = unpacked;
    unpacked = [];
    for (const piece of pieces) {
      total += piece.length;
      if (total > MOST_BYTES) {
        notes.tooBig = true;
        return;
      }
      yield decoder.decode(piece, { stream: true });
    }
  }
  yield decoder.decode();
}

/** False when the zip is damaged. */
function pushed(unzip: Unzip, bytes: Uint8Array): boolean {
  try {
    unzip.push(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The bytes of the attachment: the first part of the mail that is written in base64 and begins as a zip does. */
async function* zipIn(text: FileText): AsyncGenerator<Uint8Array> {
  let isBody = false;
  let isBase64 = false;
  let started = false;
  let signs = '';
  for await (const lines of linesOf(text.pieces())) {
    for (const { text: line } of lines) {
      if (started && !/^[A-Za-z0-9+/]+=*$/.test(line.trim()) && line.trim() !== '') {
        yield bytesOf(signs);
        return;
      }
      if (/^--\S/.test(line)) isBody = isBase64 = false;
      else if (!isBody) {
        if (/^Content-Transfer-Encoding:\s*base64/i.test(line)) isBase64 = true;
        if (line.trim() === '') isBody = true;
      } else if (isBase64 && (started || line.startsWith('UEsDB'))) {
        started = true;
        signs += line.trim();
        if (signs.length < PORTION) continue;
        const whole = signs.length - (signs.length % 4);
        yield bytesOf(signs.slice(0, whole));
        signs = signs.slice(whole);
      }
    }
  }
  if (signs !== '') yield bytesOf(signs);
}

/** What is no base64 is left out. */
function bytesOf(signs: string): Uint8Array {
  try {
    return Uint8Array.from(atob(signs), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
