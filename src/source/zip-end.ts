// Where a zip begins and ends within a file. Its list of files stands at its end, and points back by offsets that count
// from its start; mail gateways and self-extractors put bytes around it, and a cut or split file lacks one of the two.
// PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16.

import { SourceError } from '../errors.ts';
import { type Bytes, peek } from './bytes.ts';

const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;
const LONGEST_COMMENT = 0xffff;
const END = Buffer.from('PK\x05\x06');
const ZIP64_LOCATOR = Buffer.from('PK\x06\x07');
const ZIP64_END = Buffer.from('PK\x06\x06');
const LOCAL_HEADER = Buffer.from('PK\x03\x04');
const SPLIT = Buffer.from('PK\x07\x08');

/** Offsets are 32 bits wide; Archive Utility of macOS lets them start over at 0 instead of writing zip64 (yauzl #69). */
export const OFFSET_WRAP = 2 ** 32;

export interface ZipSpan {
  /** First and last (exclusive) byte of the zip within the file. */
  readonly start: number;
  readonly end: number;
  /** Size of the list of files. */
  readonly listBytes: number;
  /** The file is larger than its offsets can say: an offset may be short by a multiple of OFFSET_WRAP. */
  readonly wrapped: boolean;
}

interface EndRecord {
  /** Where the list must end: here what describes it begins. */
  readonly at: number;
  readonly end: number;
  readonly listBytes: number;
  readonly listOffset: number;
}

/** True when the file ends as a zip does, whatever it begins with. */
export function endsAsZip(bytes: Bytes): boolean {
  return findEnd(bytes) !== undefined;
}

/**
 * Throws SourceError (archive-truncated, archive-split, archive-damaged) when it is not one whole zip: each byte between
 * its start and its end must be accounted for, or files could go unseen.
 */
export function spanOfZip(bytes: Bytes): ZipSpan {
  const head = peek(bytes, 0, 4);
  const tail = findEnd(bytes);
  if (tail === undefined) throw new SourceError(head.equals(SPLIT) ? 'archive-split' : 'archive-truncated');
  const { at, end, listBytes, listOffset } = endRecord(bytes, tail);
  const start = at - listBytes - listOffset;
  if (start < 0) throw new SourceError('archive-split');
  const wrapped = start > 0 && start % OFFSET_WRAP === 0;
  // A zip whose list belongs to another zip further on: the first of two joined ones, or one cut inside a zip it holds.
  if (start > 0 && !wrapped && head.equals(LOCAL_HEADER)) throw new SourceError('archive-damaged');
  return { start, end, listBytes, wrapped };
}

interface Tail {
  readonly at: number;
  readonly end: number;
  readonly record: Buffer;
  /** The 20 bytes in front of it, where zip64 says that there is more to know. */
  readonly before: Buffer;
}

function findEnd(bytes: Bytes): Tail | undefined {
  const from = Math.max(0, bytes.size - END_BYTES - LONGEST_COMMENT - LOCATOR_BYTES);
  const tail = peek(bytes, from, bytes.size - from);
  for (let at = tail.lastIndexOf(END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(END, at - 1)) {
    const record = tail.subarray(at, at + END_BYTES);
    if (record.length < END_BYTES) continue;
    const end = at + END_BYTES + record.readUInt16LE(20);
    if (end > tail.length) continue;
    return { at: from + at, end: from + end, record, before: tail.subarray(Math.max(0, at - LOCATOR_BYTES), at) };
  }
  return undefined;
}

function endRecord(bytes: Bytes, { at, end, record, before }: Tail): EndRecord {
  if (before.length === LOCATOR_BYTES && before.subarray(0, 4).equals(ZIP64_LOCATOR)) {
    return zip64EndRecord(bytes, before, at - LOCATOR_BYTES, end);
  }
  if (record.readUInt16LE(4) !== 0) throw new SourceError('archive-split');
  return { at, end, listBytes: record.readUInt32LE(12), listOffset: record.readUInt32LE(16) };
}

function zip64EndRecord(bytes: Bytes, locator: Buffer, locatorAt: number, end: number): EndRecord {
  if (locator.readUInt32LE(16) > 1) throw new SourceError('archive-split');
  const at = Number(locator.readBigUInt64LE(8));
  const record = peek(bytes, at, ZIP64_END_BYTES);
  const isWhole = record.length === ZIP64_END_BYTES && record.subarray(0, 4).equals(ZIP64_END);
  if (!isWhole || at + 12 + Number(record.readBigUInt64LE(4)) !== locatorAt) throw new SourceError('archive-damaged');
  const listBytes = Number(record.readBigUInt64LE(40));
  return { at, end, listBytes, listOffset: Number(record.readBigUInt64LE(48)) };
}
