// The fingerprint of a file: proves later that the file scanned is the file kept.

import { createHash } from 'node:crypto';
import { SourceError } from '../errors.ts';
import { type Bytes, CHUNK_BYTES } from './bytes.ts';

/** SHA-256 of all the bytes, in lower-case hex. One buffer is used again and again: the file may be larger than memory. */
export async function sha256Of(bytes: Bytes): Promise<string> {
  const hash = createHash('sha256');
  const room = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, bytes.size));
  for (let at = 0; at < bytes.size; ) {
    const count = await bytes.read(room.subarray(0, Math.min(room.length, bytes.size - at)), at);
    if (count === 0) throw new SourceError('read-error');
    hash.update(room.subarray(0, count));
    at += count;
  }
  return hash.digest('hex');
}

/** SHA-256 of a text in UTF-8. */
export function sha256OfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
