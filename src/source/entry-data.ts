// The bytes of one file in a zip: found, inflated and checked as they flow by.

import { crc32, createInflateRaw, constants as flush, type Gunzip, type InflateRaw, inflateRawSync } from 'node:zlib';
import { SourceError } from '../errors.ts';
import { type Bytes, CHUNK_BYTES, chunks, peek, stretch } from './bytes.ts';
import { codeOfReading } from './failure.ts';
import type { Meter } from './limits.ts';
import type { ZipEntry } from './zip.ts';

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER = Buffer.from('PK\x03\x04');
const STORED = 0;

/** Packed bytes handed to zlib at a time: measured, 64 kB is the fastest (16 kB and 1 MB take twice the time). */
const FEED_BYTES = 1 << 16;
/** zlib withholds what came out of the piece that holds the damage; in small pieces little is lost. */
const SALVAGE_BYTES = 1 << 10;
/** Enough packed bytes to judge by: they inflate to more than the signatures need. */
const HEAD_PACKED_BYTES = 1024;

/** A file that lies in the archive unpacked, as a stretch of it; undefined when it must be inflated first. */
export function storedBytes(archive: Bytes, entry: ZipEntry): Bytes | undefined {
  if (entry.method !== STORED) return undefined;
  const start = dataStart(archive, entry);
  return stretch(archive, start, start + entry.packed);
}

/** The first bytes of the file, as many as come out of 1 kB; none when they are damaged. Meant for `sniff`. */
export function entryHead(archive: Bytes, entry: ZipEntry): Uint8Array {
  try {
    const packed = peek(archive, dataStart(archive, entry), Math.min(entry.packed, HEAD_PACKED_BYTES));
    return entry.method === STORED ? packed : inflateRawSync(packed, { finishFlush: flush.Z_SYNC_FLUSH });
  } catch (error) {
    codeOfReading(error);
    return new Uint8Array();
  }
}

/**
 * The file from its start to its end, inflated, in pieces of up to 1 MB. Throws SourceError where it is damaged, or where
 * `meter` says that it is too much; when its checksum or size is wrong, after the last piece.
 */
export async function* entryBytes(archive: Bytes, entry: ZipEntry, meter: Meter): AsyncGenerator<Uint8Array> {
  let produced = 0;
  let checksum = 0;
  try {
    const start = dataStart(archive, entry);
    const end = start + entry.packed;
    const content = entry.method === STORED ? chunks(archive, start, end, CHUNK_BYTES) : inflated(archive, start, end);
    for await (const chunk of content) {
      const stated = chunk.subarray(0, entry.bytes - produced);
      produced += stated.length;
      meter(produced);
      checksum = crc32(stated, checksum);
      if (stated.length > 0) yield stated;
      if (stated.length < chunk.length) throw new SourceError('entry-damaged');
    }
  } catch (error) {
    throw new SourceError(codeOfReading(error));
  }
  if (produced !== entry.bytes || checksum !== entry.crc32) throw new SourceError('entry-damaged');
}

/** Behind the local header, which repeats the name and may hold other extra fields than the list does. */
function dataStart(archive: Bytes, entry: ZipEntry): number {
  const header = peek(archive, entry.offset, LOCAL_HEADER_BYTES);
  const isHeader = header.length === LOCAL_HEADER_BYTES && header.subarray(0, 4).equals(LOCAL_HEADER);
  if (!isHeader) throw new SourceError('entry-damaged');
  const start = entry.offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.packed > archive.size) throw new SourceError('entry-damaged');
  return start;
}

/** Inflates; a small file at once. */
async function* inflated(archive: Bytes, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (start === end) return;
  const small = end - start <= FEED_BYTES ? inflatedAtOnce(peek(archive, start, end - start)) : undefined;
  if (small) {
    yield small;
    return;
  }
  yield* inflatedToDamage(archive, start, end, () => createInflateRaw({ chunkSize: CHUNK_BYTES }));
}

/**
 * Inflates, and where the data are damaged goes over them once more in small pieces, to give all that stands before the damage.
 * `unpacker` makes a fresh one for each of the two goes. Throws the error of zlib after that.
 */
export async function* inflatedToDamage(
  archive: Bytes,
  start: number,
  end: number,
  unpacker: () => InflateRaw | Gunzip,
): AsyncGenerator<Uint8Array> {
  let given = 0;
  try {
    for await (const chunk of inflate(chunks(archive, start, end, FEED_BYTES), unpacker())) {
      given += chunk.length;
      yield chunk;
    }
    return;
  } catch (error) {
    if (codeOfReading(error) !== 'entry-damaged') throw error;
  }
  let passed = 0;
  for await (const chunk of inflate(chunks(archive, start, end, SALVAGE_BYTES), unpacker())) {
    const rest = chunk.subarray(Math.max(0, given - passed));
    passed += chunk.length;
    if (rest.length > 0) yield rest;
  }
}

/** Ten times as fast for a small file; undefined when it is damaged or comes out large. */
function inflatedAtOnce(packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: CHUNK_BYTES });
  } catch {
    return undefined;
  }
}

/**
 * Pieces in, pieces out. Not by a pipe: a stream that fails throws away what it has not handed on yet, which here is the
 * text just before the damage.
 */
async function* inflate(packed: AsyncIterable<Uint8Array>, unpacker: InflateRaw | Gunzip): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  unpacker.on('data', (chunk: Uint8Array) => ready.push(chunk));
  unpacker.on('error', () => undefined); // once nobody waits any more
  try {
    for await (const piece of packed) {
      await settled(unpacker, (done) => unpacker.write(piece, done));
      yield* ready.splice(0);
      if (unpacker.readableEnded) return; // what follows belongs to no file
    }
    await settled(unpacker, () => unpacker.end());
    yield* ready.splice(0);
  } finally {
    unpacker.destroy();
  }
}

/** Waits until zlib has taken a piece, has come to the end of the file, or has failed: it tells only one of the three. */
function settled(unpacker: InflateRaw | Gunzip, act: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const forget = (): void => {
      unpacker.off('end', done).off('error', fail);
    };
    const done = (): void => {
      forget();
      resolve();
    };
    const fail = (error: Error): void => {
      forget();
      reject(error);
    };
    unpacker.on('end', done).on('error', fail);
    act(done);
  });
}
