// The list of files of a tar, gathered by going from header to header. Forms: POSIX.1-2017 (pax, ustar), and the long names and large
// sizes of GNU tar. No library is used: those that there are hand out files as a stream goes by, and do not say where they lie.

import { SourceError } from '../errors.ts';
import { CHUNK_BYTES } from './bytes.ts';
import { codeOfReading } from './failure.ts';

/** Bytes that are cheap to read onwards; reading back may cost reading all again. */
export interface Flow {
  /** Fills `into` from `position` on; how many bytes there were, 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
}

export interface TarEntry {
  /** With `/`. Raw: mask before showing. */
  readonly name: string;
  readonly bytes: number;
  /** Where its first byte lies. */
  readonly offset: number;
  /** `odd` is stored with holes or in parts. */
  readonly what: 'file' | 'link' | 'odd';
}

export interface TarList {
  readonly entries: readonly TarEntry[];
  readonly beyondLimit: number;
  /** It breaks off, or a header is damaged: what follows is not listed. */
  readonly broken: boolean;
}

const BLOCK = 512;
/** No name is as long. */
const LONGEST_NOTE = 1024 ** 2;

/** Lists at most `limit` files. Throws SourceError when nothing at all can be listed. */
export async function listTar(flow: Flow, limit: number): Promise<TarList> {
  const entries: TarEntry[] = [];
  let beyondLimit = 0;
  let broken = false;
  try {
    for await (const entry of entriesOf(flow)) {
      if (entries.length < limit) entries.push(entry);
      else beyondLimit++;
    }
  } catch (error) {
    const code = codeOfReading(error);
    if (entries.length === 0) throw new SourceError(code === 'entry-damaged' ? 'archive-damaged' : code);
    broken = true;
  }
  return { entries, beyondLimit, broken };
}

async function* entriesOf(flow: Flow): AsyncGenerator<TarEntry> {
  let at = 0;
  let noted: ReadonlyMap<string, string> = new Map();
  for (;;) {
    const header = Buffer.from(await readFrom(flow, at, BLOCK));
    if (header.length < BLOCK) throw new SourceError('entry-damaged');
    if (header.every((byte) => byte === 0)) return;
    if (!isHeader(header)) throw new SourceError('entry-damaged');
    const type = header.toString('latin1', 156, 157);
    const offset = at + BLOCK;
    const own = sizeOf(header);
    if (NOTES.has(type)) {
      noted = await notesOf(flow, type, offset, own, noted);
      at = offset + padded(own);
      continue;
    }
    const bytes = isLink(type) ? 0 : Number(noted.get('size') ?? own);
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw new SourceError('entry-damaged');
    const name = (noted.get('path') ?? nameIn(header)).replaceAll('\\', '/').replace(/^(?:\.\/){1,8}/, '');
    const isFolder = type === '5' || name.endsWith('/') || name === '.';
    if (!isFolder) yield { name, bytes, offset, what: whatIs(type, noted) };
    noted = new Map();
    at = offset + padded(isFolder ? own : bytes);
  }
}

const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;
const isLink = (type: string): boolean => type === '1' || type === '2';

/** Entries that only say something of the next one: pax, and long names of GNU. Those of `g` and `K` are of no use here. */
const NOTES = new Set(['x', 'g', 'L', 'K']);

function whatIs(type: string, noted: ReadonlyMap<string, string>): TarEntry['what'] {
  if (isLink(type)) return 'link';
  const hasHoles = [...noted.keys()].some((key) => key.startsWith('GNU.sparse'));
  return !hasHoles && ['0', '\0', '7'].includes(type) ? 'file' : 'odd';
}

/** The sum of the header's bytes, its own field counted as spaces. */
function isHeader(header: Buffer): boolean {
  const stated = Number.parseInt(header.toString('latin1', 148, 156).replaceAll('\0', ' ').trim(), 8);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return sum === stated;
}

/** Octal digits; a size above 8 GB as a number in the last eight bytes, marked by the highest bit of the first. */
function sizeOf(header: Buffer): number {
  if (((header[124] ?? 0) & 0x80) !== 0) return Number(header.readBigUInt64BE(128));
  const size = Number.parseInt(header.toString('latin1', 124, 136).replaceAll('\0', ' ').trim() || '0', 8);
  if (Number.isNaN(size)) throw new SourceError('entry-damaged');
  return size;
}

function nameIn(header: Buffer): string {
  const name = decoded(upToNul(header.subarray(0, 100)));
  const isPosix = header.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? decoded(upToNul(header.subarray(345, 500))) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

async function notesOf(
  flow: Flow,
  type: string,
  offset: number,
  size: number,
  before: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  if (type === 'g' || type === 'K') return before;
  if (size > LONGEST_NOTE) throw new SourceError('entry-damaged');
  const content = Buffer.from(await readFrom(flow, offset, size));
  if (type === 'L') return new Map([...before, ['path', decoded(upToNul(content))]]);
  return new Map([...before, ...paxRecords(content)]);
}

/** `27 path=Ward 12/_chat.txt\n`: the length counts the whole record. */
function* paxRecords(content: Buffer): Generator<[string, string]> {
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(' ', at);
    const length = space === -1 ? Number.NaN : Number(content.toString('latin1', at, space));
    if (!Number.isInteger(length) || length <= space - at || at + length > content.length) return;
    const record = content.subarray(space + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (equals > 0) yield [decoded(record.subarray(0, equals)), decoded(record.subarray(equals + 1))];
    at += length;
  }
}

const upToNul = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
};

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** Up to `length` bytes; fewer only where the tar ends. */
export async function readFrom(flow: Flow, position: number, length: number): Promise<Uint8Array> {
  const room = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = await flow.read(room.subarray(filled), position + filled);
    if (count === 0) break;
    filled += count;
  }
  return room.subarray(0, filled);
}

/** The bytes of one file, in pieces of up to 1 MB. Throws SourceError where the tar ends early. */
export async function* bytesFrom(flow: Flow, { offset, bytes }: TarEntry): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < bytes; ) {
    const room = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, bytes - done));
    const count = await flow.read(room, offset + done);
    if (count === 0) throw new SourceError('entry-damaged');
    done += count;
    yield room.subarray(0, count);
  }
}
