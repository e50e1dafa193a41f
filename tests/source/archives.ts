// Archives for the tests: ordinary ones from yazl, hostile ones byte by byte.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { ZipFile } from 'yazl';
import { SourceError } from '../../src/errors.ts';
import type { Limits, Source, SourceFile } from '../../src/model.ts';
import { DEFAULT_LIMITS } from '../../src/source/limits.ts';
import { openSources } from '../../src/source/sources.ts';

export const CHAT = '12/03/2024, 09:00 - Ward Bot: hello\n12/03/2024, 09:01 - Ward Bot: bye\n';

/** A zip as a well-behaved program writes it. */
export async function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
  options: { readonly forceZip64Format?: boolean; readonly compress?: boolean } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, options);
  zip.end({ forceZip64Format: options.forceZip64Format ?? false, comment: '' });
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export interface RawEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly attributes?: number;
  readonly extra?: Buffer;
  /** These replace what would be true. */
  readonly data?: Buffer;
  readonly crc?: number;
  readonly bytes?: number;
  readonly packed?: number;
  readonly offset?: number;
}

function entryParts(entry: RawEntry, at: number): { local: Buffer; listed: Buffer } {
  const name = Buffer.from(entry.name);
  const content = Buffer.from(entry.content ?? CHAT);
  const method = entry.method ?? 8;
  const data = entry.data ?? (method === 8 ? deflateRawSync(content) : content);
  const extra = entry.extra ?? Buffer.alloc(0);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(entry.flags ?? 0, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(entry.crc ?? crc32(content), 10);
  common.writeUInt32LE(entry.packed ?? data.length, 14);
  common.writeUInt32LE(entry.bytes ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra.length, 24);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((entry.attributes ?? 0) >>> 0, 6);
  rest.writeUInt32LE(entry.offset ?? at, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), common, name, extra, data]),
    listed: Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, name, extra]),
  };
}

/** A zip with any lie in it. `end` patches the end record: entries on offset 10, disk on 4, list size on 12, list offset on 16. */
export function rawZip(entries: readonly RawEntry[], patch: (end: Buffer) => void = () => undefined): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { local, listed } = entryParts(entry, at);
    files.push(local);
    list.push(listed);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  patch(end);
  return Buffer.concat([...files, ...list, end]);
}

/** A folder that goes away after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ig-scan-source-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a consumer ends up with: each source with the content, or the code, of each of its files. */
export interface ReadSource
  extends Pick<Source, 'path' | 'sha256' | 'bytes' | 'issues' | 'notExamined' | 'besideArchives'> {
  readonly codes: readonly string[];
  readonly contents: Readonly<Record<string, string>>;
  readonly names: readonly string[];
  readonly failures: Readonly<Record<string, string>>;
}

/** Reads one file to its end or to its error. */
export async function drain(file: SourceFile): Promise<{ content: string; code: string | undefined }> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of file.open()) parts.push(part);
    return { content: Buffer.concat(parts).toString(), code: undefined };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { content: Buffer.concat(parts).toString(), code: error.code };
  }
}

export async function readSources(
  paths: readonly string[],
  limits: Partial<Limits> = {},
  passwords: readonly string[] = [],
): Promise<ReadSource[]> {
  const read: ReadSource[] = [];
  for await (const source of openSources(paths, { limits: { ...DEFAULT_LIMITS, ...limits }, passwords })) {
    const contents: Record<string, string> = {};
    const failures: Record<string, string> = {};
    for (const file of source.files) {
      const { content, code } = await drain(file);
      contents[file.path] = content;
      if (code !== undefined) failures[file.path] = code;
    }
    const { path, sha256, bytes, issues, notExamined, besideArchives = false } = source;
    const names = source.files.map((file) => file.path);
    read.push({
      path,
      sha256,
      bytes,
      issues,
      notExamined,
      besideArchives,
      contents,
      failures,
      names,
      codes: issues.map(({ code }) => code),
    });
    await source.close();
  }
  return read;
}

/** Writes the bytes as a file, gives it to scan, and returns the one source that comes of it. */
export async function readOne(
  folder: string,
  bytes: Uint8Array | string,
  limits: Partial<Limits> = {},
  name = 'given.bin',
): Promise<ReadSource> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const [source, ...more] = await readSources([path], limits);
  if (source === undefined || more.length > 0) throw new Error(`one source expected, not ${more.length + 1}`);
  return source;
}
