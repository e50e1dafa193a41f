// Random access to bytes, wherever they lie: a file on disk, a buffer in memory, or a stretch of either.
// An archive is read through this alone, so that a zip inside a zip is read by the same code as one on disk.

import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { SourceError } from '../errors.ts';

/** The largest piece that is ever handed on. The default of 64 kB makes reading five times slower. */
export const CHUNK_BYTES = 1 << 20;

export interface Bytes {
  readonly size: number;
  /** Fills `into` from `position` on; how many bytes there were, 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** The same without waiting: for the few bytes of a header, where waiting costs more than reading. */
  readNow(into: Uint8Array, position: number): number;
}

/** A file held open for reading. Whoever opened it closes it. */
export class OpenFile implements Bytes {
  readonly size: number;
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.size = size;
  }

  /** Throws the error of the system. The path must be known to be a file: opening a pipe waits for its writer. */
  static async open(path: string): Promise<OpenFile> {
    const handle = await open(path, 'r');
    try {
      return new OpenFile(handle, (await handle.stat()).size);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async read(into: Uint8Array, position: number): Promise<number> {
    return (await this.#handle.read(into, 0, into.length, position)).bytesRead;
  }

  readNow(into: Uint8Array, position: number): number {
    return readSync(this.#handle.fd, into, 0, into.length, position);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** Bytes that are in memory already. */
export function bytesInMemory(buffer: Uint8Array): Bytes {
  const readNow = (into: Uint8Array, position: number): number => {
    const part = buffer.subarray(position, position + into.length);
    into.set(part);
    return part.length;
  };
  return { size: buffer.length, readNow, read: async (into, position) => readNow(into, position) };
}

/** The bytes from `start` up to `end`, as if they were all there is. Copies nothing. */
export function stretch(bytes: Bytes, start: number, end: number): Bytes {
  const size = end - start;
  const within = (into: Uint8Array, position: number): Uint8Array =>
    into.subarray(0, Math.max(0, Math.min(into.length, size - position)));
  return {
    size,
    read: (into, position) => bytes.read(within(into, position), start + position),
    readNow: (into, position) => bytes.readNow(within(into, position), start + position),
  };
}

/** Up to `length` bytes from `position` on; fewer only where the bytes end. */
export function peek(bytes: Bytes, position: number, length: number): Buffer {
  const room = Buffer.alloc(Math.max(0, Math.min(length, bytes.size - position)));
  let filled = 0;
  while (filled < room.length) {
    const count = bytes.readNow(room.subarray(filled), position + filled);
    if (count === 0) break;
    filled += count;
  }
  return room.subarray(0, filled);
}

/** The bytes from `start` up to `end` in pieces of at most `step`. Throws SourceError when they end early. */
export async function* chunks(bytes: Bytes, start: number, end: number, step: number): AsyncGenerator<Buffer> {
  let at = start;
  while (at < end) {
    const room = Buffer.allocUnsafe(Math.min(step, end - at));
    const count = await bytes.read(room, at);
    if (count === 0) throw new SourceError('file-unreadable');
    at += count;
    yield room.subarray(0, count);
  }
}
