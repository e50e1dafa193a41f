// The list of files at the end of a zip, read through yauzl without touching the files themselves.

import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { SourceError } from '../errors.ts';
import { type Bytes, peek, stretch } from './bytes.ts';
import { entryName, isUnsafe } from './entry-name.ts';
import { OFFSET_WRAP, spanOfZip, type ZipSpan } from './zip-end.ts';

/** One line of the list: what is needed to read the file later. */
export interface ZipEntry {
  /** Decoded, with `/`; a folder ends in `/`. Raw: mask before showing. */
  readonly name: string;
  readonly unsafe: boolean;
  readonly encrypted: boolean;
  /** 0 = as it is, 8 = deflated. */
  readonly method: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes once inflated, as stated. */
  readonly bytes: number;
  readonly crc32: number;
  /** Where its local header begins, from the start of the file. */
  readonly offset: number;
}

export interface ZipList {
  readonly entries: readonly ZipEntry[];
  /** Entries beyond the limit asked for. */
  readonly beyondLimit: number;
  /** The list breaks off, or holds more than it says. */
  readonly broken: boolean;
  /** There are bytes before or after the zip. */
  readonly surrounded: boolean;
}

const LIST_WINDOW = 1 << 16;
const LISTED_BYTES = 46;
const LOCAL_HEADER = Buffer.from('PK\x03\x04');
const AES = 99;

/** Lists at most `limit` entries. Throws SourceError when nothing at all can be listed. */
export async function listZip(bytes: Bytes, limit: number): Promise<ZipList> {
  const span = spanOfZip(bytes);
  const zip = await openZip(stretch(bytes, span.start, span.end));
  const entries: ZipEntry[] = [];
  let listed = 0;
  let broken = false;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length === limit) break;
      entries.push(zipEntry(entry, bytes, span));
      listed += LISTED_BYTES + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
  } catch (error) {
    if (entries.length === 0) throw new SourceError(isLocked(error) ? 'archive-encrypted' : 'archive-damaged');
    broken = true;
  }
  const whole = !broken && entries.length === zip.entryCount;
  return {
    entries,
    beyondLimit: !broken && !whole ? zip.entryCount - entries.length : 0,
    broken: broken || (whole && listed < span.listBytes),
    surrounded: (span.start > 0 && !span.wrapped) || span.end < bytes.size,
  };
}

/** Word, Excel, PowerPoint, OpenDocument, e-book and Apple documents are zips too; their list of files gives them away. */
export function isOfficeDocument(entries: readonly ZipEntry[]): boolean {
  const names = new Set(entries.map(({ name }) => name));
  return (
    (names.has('[Content_Types].xml') && names.has('_rels/.rels')) ||
    (names.has('mimetype') && (names.has('META-INF/manifest.xml') || names.has('META-INF/container.xml'))) ||
    names.has('Index/Document.iwa')
  );
}

async function openZip(bytes: Bytes): Promise<ZipFile> {
  try {
    // Names and sizes are checked here, entry by entry: yauzl would give up the whole archive for one bad entry.
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    return await fromRandomAccessReaderPromise(new ListReader(bytes), bytes.size, options);
  } catch {
    throw new SourceError('archive-damaged');
  }
}

/** PKWARE's "strong encryption", at which yauzl stops. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('strong encryption');
}

function zipEntry(entry: Entry, bytes: Bytes, span: ZipSpan): ZipEntry {
  const name = entryName(entry);
  const offset = entry.relativeOffsetOfLocalHeader;
  return {
    name,
    unsafe: isUnsafe(name, entry.externalFileAttributes),
    encrypted: entry.isEncrypted() || entry.compressionMethod === AES,
    method: entry.compressionMethod,
    packed: entry.compressedSize,
    bytes: entry.uncompressedSize,
    crc32: entry.crc32,
    offset: span.wrapped ? unwrapped(bytes, offset, entry.fileNameRaw) : span.start + offset,
  };
}

/** Tries the offset as it is and then each one that it can stand for, until the header there bears the entry's name. */
function unwrapped(bytes: Bytes, offset: number, name: Buffer): number {
  for (let at = offset; at < bytes.size; at += OFFSET_WRAP) {
    const header = peek(bytes, at, 30 + name.length);
    if (header.subarray(0, 4).equals(LOCAL_HEADER) && header.subarray(30).equals(name)) return at;
  }
  return offset;
}

/** Gives yauzl the list out of a window of 64 kB: two reads of the disk for each entry would take seconds for a large one. */
class ListReader extends RandomAccessReader {
  readonly #bytes: Bytes;
  #window: Buffer = Buffer.alloc(0);
  #windowAt = 0;

  constructor(bytes: Bytes) {
    super();
    this.#bytes = bytes;
  }

  override read(into: Buffer, offset: number, length: number, position: number, done: (e: Error | null) => void): void {
    const end = position + length;
    try {
      if (position < this.#windowAt || end > this.#windowAt + this.#window.length) {
        this.#window = peek(this.#bytes, position, Math.max(length, LIST_WINDOW));
        this.#windowAt = position;
      }
    } catch (error) {
      done(error instanceof Error ? error : new Error('unreadable'));
      return;
    }
    const count = this.#window.copy(into, offset, position - this.#windowAt, end - this.#windowAt);
    done(count < length ? new Error('unexpected end') : null);
  }
}
