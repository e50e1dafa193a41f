// Files in a zip that Node's own zlib cannot unpack: locked ones, when somebody gave the password, and those packed by Deflate64, which
// Windows Explorer uses for large files. Read through zip.js, which is loaded only when such a file turns up.

import type { Entry, FileEntry } from '@zip.js/zip.js';
import { SourceError } from '../errors.ts';
import type { IssueCode } from '../issues.ts';
import { type Bytes, peek } from './bytes.ts';
import { codeOfReading } from './failure.ts';
import type { Meter } from './limits.ts';
import type { ZipEntry } from './zip.ts';
import { spanOfZip } from './zip-end.ts';

const DEFLATED = 8;
const DEFLATED_64 = 9;
const AES = 99;

/** True for a file that only this reader can read, if anybody can. */
export const isOdd = ({ encrypted, method }: ZipEntry): boolean => encrypted || (method !== 0 && method !== DEFLATED);

export class OddEntries {
  readonly #archive: Bytes;
  readonly #passwords: readonly string[];
  #listed: Promise<ReadonlyMap<number, FileEntry>> | undefined;
  /** The password of each locked file, as found by `refusal`. */
  readonly #opens: Map<ZipEntry, string>;

  constructor(archive: Bytes, passwords: readonly string[], opens: Map<ZipEntry, string>) {
    this.#archive = archive;
    this.#passwords = passwords;
    this.#opens = opens;
  }

  /** Why the file cannot be read; undefined when it can. */
  async refusal(entry: ZipEntry): Promise<IssueCode | undefined> {
    if (![0, DEFLATED, DEFLATED_64, AES].includes(entry.method)) return 'entry-method';
    if (!entry.encrypted) return undefined;
    if (this.#passwords.length === 0) return 'entry-encrypted';
    const file = await this.#find(entry);
    for (const password of this.#passwords) {
      if (!(await isOpenedBy(file, password))) continue;
      this.#opens.set(entry, password);
      return undefined;
    }
    return 'entry-password-wrong';
  }

  /** As `entryBytes`; the checksum, or the seal of a locked file, is checked by zip.js. */
  async *read(entry: ZipEntry, meter: Meter): AsyncGenerator<Uint8Array> {
    const file = await this.#find(entry);
    const password = this.#opens.get(entry);
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const given = file.getData(writable, { checkSignature: true, ...(password === undefined ? {} : { password }) });
    // Its failure comes out of `readable` as well; nobody waits for this one when the reader stops early.
    given.catch(() => undefined);
    let produced = 0;
    try {
      for await (const chunk of readable) {
        produced += chunk.length;
        meter(produced);
        yield chunk;
      }
      await given;
    } catch (error) {
      if (error instanceof SourceError) throw error;
      throw new SourceError('entry-damaged');
    }
    if (produced !== entry.bytes) throw new SourceError('entry-damaged');
  }

  async #find({ offset }: ZipEntry): Promise<FileEntry> {
    this.#listed ??= listed(this.#archive);
    const file = (await this.#listed).get(offset);
    if (!file) throw new SourceError('entry-damaged');
    return file;
  }
}

/** Files by where their header begins. */
async function listed(archive: Bytes): Promise<ReadonlyMap<number, FileEntry>> {
  const { configure, Reader, ZipReader } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  class ArchiveReader extends Reader<Bytes> {
    override size = archive.size;
    override async readUint8Array(position: number, length: number): Promise<Uint8Array> {
      return peek(archive, position, length);
    }
  }
  const { start } = spanOfZip(archive);
  const files = new Map<number, FileEntry>();
  try {
    for await (const entry of new ZipReader(new ArchiveReader(archive)).getEntriesGenerator()) {
      if (isFile(entry)) files.set(start + entry.offset, entry);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // What was listed until here can be read.
  }
  return files;
}

const isFile = (entry: Entry): entry is FileEntry => !entry.directory;

async function isOpenedBy(file: FileEntry, password: string): Promise<boolean> {
  try {
    await file.getData(new WritableStream(), { password, checkPasswordOnly: true });
    return true;
  } catch (error) {
    if (error instanceof Error && !('code' in error)) return false;
    throw new SourceError(codeOfReading(error));
  }
}
