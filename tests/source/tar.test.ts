// Tars, plain and compressed, as GNU tar and others write them.

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAT, readOne, temporaryFolder, zipOf } from './archives.ts';

const folder = temporaryFolder();
const read = (bytes: Buffer | string, limits = {}) => readOne(folder, bytes, limits);

interface Given {
  readonly name: string;
  readonly content?: string | Buffer;
  readonly type?: string;
  /** Replaces the true one. */
  readonly size?: string;
  readonly prefix?: string;
}

function member({ name, content = CHAT, type = '0', size, prefix = '' }: Given): Buffer {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write(size ?? `${bytes.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345, 155);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

const tarOf = (...members: readonly Given[]): Buffer => Buffer.concat([...members.map(member), Buffer.alloc(1024)]);

const paxRecord = (key: string, value: string): string => {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  const length = bytes + String(bytes + String(bytes).length).length;
  return `${length}${rest}`;
};

/** More than one piece, and not to be packed so well that it looks like a bomb. */
const LARGE = Array.from({ length: 150_000 }, (_, at) => `${at} ${(at * 7919) % 10_007}\n`).join('');
const LONG = `${'Übergabe '.repeat(20)}/_chat.txt`;

describe.each([
  ['a tar', (tar: Buffer) => tar],
  ['a compressed tar', (tar: Buffer) => gzipSync(tar)],
])('%s', (_, packed) => {
  it('gives each file, whatever the order in which they lie in it', async () => {
    const source = await read(
      packed(
        tarOf({ name: './b/_chat.txt' }, { name: 'b/', type: '5', content: '' }, { name: 'a.txt', content: LARGE }),
      ),
    );
    expect(source.names).toEqual(['a.txt', 'b/_chat.txt']);
    expect(source.contents['a.txt'] === LARGE).toBe(true);
    expect(source.contents['b/_chat.txt']).toBe(CHAT);
  });

  it('may have long names, by pax, by GNU tar, or in two parts', async () => {
    const source = await read(
      packed(
        tarOf(
          { name: 'x', type: 'x', content: paxRecord('path', LONG) },
          { name: 'short.txt' },
          { name: '././@LongLink', type: 'L', content: `gnu/${LONG}\0` },
          { name: 'short.txt' },
          { name: '_chat.txt', prefix: 'in/folder' },
        ),
      ),
    );
    expect([...source.names].sort()).toEqual([`gnu/${LONG}`, 'in/folder/_chat.txt', LONG].sort());
  });

  it('lists links, unsafe names and files with holes as not read', async () => {
    const source = await read(
      packed(
        tarOf(
          { name: 'a.txt' },
          { name: 'link', type: '2', content: '' },
          { name: '../out.txt' },
          { name: 'holes', type: 'S' },
        ),
      ),
    );
    expect(source.names).toEqual(['a.txt']);
    expect(source.notExamined.map(({ path, reason }) => [path, reason])).toEqual([
      ['../out.txt', 'entry-name-unsafe'],
      ['holes', 'entry-method'],
      ['link', 'link-not-followed'],
    ]);
  });

  it('opens a zip in it', async () => {
    const source = await read(packed(tarOf({ name: 'in.zip', content: await zipOf({ 'a.txt': CHAT }) })));
    expect(source.contents).toEqual({ 'in.zip!/a.txt': CHAT });
  });

  it('says so when it breaks off, and gives what stands before', async () => {
    const source = await read(packed(tarOf({ name: 'a.txt' }, { name: 'b.txt' }).subarray(0, 1200)));
    expect(source.codes).toEqual(['archive-list-damaged']);
    expect(source.contents).toMatchObject({ 'a.txt': CHAT });
  });

  it('says so when a header is damaged or states no size', async () => {
    const good = member({ name: 'a.txt' });
    const bad = member({ name: 'b.txt', size: 'not a size\0\0' });
    expect((await read(packed(Buffer.concat([good, bad])))).codes).toEqual(['archive-list-damaged']);
    expect((await read(packed(bad))).codes).toEqual(['archive-damaged']);
  });

  it('has no more files than the limit', async () => {
    const source = await read(packed(tarOf({ name: 'a.txt' }, { name: 'b.txt' }, { name: 'c.txt' })), { entries: 2 });
    expect(source.names).toHaveLength(2);
    expect(source.codes).toEqual(['limit-entries']);
  });

  it('never throws, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2000), fc.uint8Array({ maxLength: 40 }), async (at, bytes) => {
        const tar = tarOf({ name: 'x', type: 'x', content: paxRecord('path', LONG) }, { name: 'a.txt' });
        tar.set(bytes.subarray(0, Math.max(0, tar.length - at)), at);
        const source = await read(packed(tar));
        expect(source.names.length + source.codes.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a compressed file', () => {
  it('holds one file, called after it', async () => {
    expect(Object.values((await read(gzipSync(CHAT))).contents)).toEqual([CHAT]);
  });

  it('may be of several parts', async () => {
    const parts = Buffer.concat([gzipSync(CHAT), gzipSync(CHAT)]);
    expect(Object.values((await read(parts)).contents)).toEqual([CHAT + CHAT]);
  });

  it('is stopped where it unpacks to more than the limit', async () => {
    const source = await read(gzipSync(Buffer.alloc(20_000_000, 'a')), { ratio: 100 });
    expect(Object.values(source.failures)).toEqual(['limit-ratio']);
    const tar = await read(gzipSync(tarOf({ name: 'a.txt', content: Buffer.alloc(20_000_000, 'a') })), { ratio: 100 });
    expect(tar.codes).toEqual(['archive-list-damaged']);
  });

  it('is read up to where it breaks off', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `line ${at} ${(at * 7919) % 10_007}\n`).join('');
    const packed = gzipSync(lines);
    const source = await read(packed.subarray(0, packed.length - 100));
    expect(Object.values(source.failures)).toEqual(['entry-damaged']);
    const [text = ''] = Object.values(source.contents);
    expect(lines.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(lines.length * 0.9);
  });
});
