import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { statusOf } from '../../src/issues.ts';
import { CHAT, rawZip, readOne, temporaryFolder, zipOf } from './archives.ts';

const folder = temporaryFolder();
const read = (bytes: Buffer, name?: string) => readOne(folder, bytes, {}, name);

/** Text that hardly deflates, so that damage can be put in its midst. */
function longChat(lines: number): string {
  let seed = 1;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return seed;
  };
  return Array.from({ length: lines }, (_, i) => `line ${i} ${next().toString(36)} ${next().toString(36)}\n`).join('');
}

describe('a damaged entry', () => {
  it('is given to its end and then reported when its checksum is wrong', async () => {
    const source = await read(rawZip([{ name: 'a.txt', crc: 1 }]));
    expect(source.contents['a.txt']).toBe(CHAT);
    expect(source.failures).toEqual({ 'a.txt': 'entry-damaged' });
  });

  it('is reported when a stored file has a wrong checksum', async () => {
    expect((await read(rawZip([{ name: 'a.txt', method: 0, crc: 1 }]))).failures).toEqual({ 'a.txt': 'entry-damaged' });
  });

  it.each([
    ['fewer', CHAT.length + 5],
    ['more', CHAT.length - 5],
  ])('is reported when it holds %s bytes than stated', async (_, bytes) => {
    expect((await read(rawZip([{ name: 'a.txt', bytes }]))).failures).toEqual({ 'a.txt': 'entry-damaged' });
  });

  it('never gives more bytes than it states', async () => {
    const source = await read(rawZip([{ name: 'a.txt', content: 'x'.repeat(5_000_000), bytes: 10 }]));
    expect(source.contents['a.txt']?.length).toBeLessThanOrEqual(10);
    expect(source.failures).toEqual({ 'a.txt': 'entry-damaged' });
  });

  it('does not stop the others from being read', async () => {
    const source = await read(rawZip([{ name: 'a.txt', data: Buffer.from('not deflated') }, { name: 'b.txt' }]));
    expect(source.failures).toEqual({ 'a.txt': 'entry-damaged' });
    expect(source.contents['b.txt']).toBe(CHAT);
  });

  it.each([400, 40_000])('of %i lines is read up to close before the damage', async (lines) => {
    const text = longChat(lines);
    const packed = deflateRawSync(text);
    packed.fill(0xff, Math.floor(packed.length * 0.8));
    const source = await read(rawZip([{ name: 'a.txt', content: text, data: packed }]));
    const got = source.contents['a.txt'] ?? '';
    expect(source.failures).toEqual({ 'a.txt': 'entry-damaged' });
    expect(text.slice(0, Math.floor(text.length * 0.6)).length).toBeLessThan(got.length);
    expect(got.startsWith(text.slice(0, Math.floor(text.length * 0.6)))).toBe(true);
  });

  it('is read up to close before a place that zlib cannot get over, though it is small', async () => {
    const text = longChat(4000);
    const good = deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH });
    const data = Buffer.concat([good, Buffer.from([0x07, 0xff, 0xff, 0xff])]);
    const source = await read(rawZip([{ name: 'a.txt', content: text + text, data }]));
    expect(source.failures).toEqual({ 'a.txt': 'entry-damaged' });
    expect(text.startsWith(source.contents['a.txt'] ?? '?')).toBe(true);
    expect(source.contents['a.txt']?.length).toBeGreaterThan(text.length - 3000);
  });

  it('is read up to where it is cut short', async () => {
    const text = longChat(40_000);
    const packed = deflateRawSync(text);
    const cut = packed.subarray(0, packed.length / 2);
    const source = await read(rawZip([{ name: 'a.txt', content: text, data: cut }]));
    expect(source.failures).toEqual({ 'a.txt': 'entry-damaged' });
    expect(source.contents['a.txt']?.length).toBeGreaterThan(text.length * 0.4);
    expect(text.startsWith(source.contents['a.txt'] ?? '?')).toBe(true);
  });

  it.each([
    ['where there is no header', { offset: 3 }],
    ['beyond the file', { offset: 0x7fffffff }],
    ['with more bytes than the file has', { packed: 0x7fffffff }],
  ])('is reported when the list puts it %s', async (_, lie) => {
    expect((await read(rawZip([{ name: 'a.txt', ...lie }]))).failures).toEqual({ 'a.txt': 'entry-damaged' });
  });

  it('may be followed by stray packed bytes and is whole nevertheless', async () => {
    const data = Buffer.concat([deflateRawSync(CHAT), Buffer.alloc(200_000, 1)]);
    const source = await read(rawZip([{ name: 'a.txt', data }]));
    expect(source.contents['a.txt']).toBe(CHAT);
    expect(source.failures).toEqual({});
  });
});

describe('a damaged list', () => {
  it('is archive-damaged when not even one entry can be listed', async () => {
    const zip = rawZip([{ name: 'a.txt' }]);
    zip.fill(0, zip.indexOf('PK\x01\x02'), zip.indexOf('PK\x01\x02') + 4);
    expect((await read(zip)).codes).toEqual(['archive-damaged']);
  });

  it('gives the entries before the damage, and says that there were more', async () => {
    const zip = rawZip([{ name: 'a.txt' }, { name: 'b.txt' }]);
    zip.fill(0, zip.lastIndexOf('PK\x01\x02'), zip.lastIndexOf('PK\x01\x02') + 4);
    const source = await read(zip);
    expect(source.names).toEqual(['a.txt']);
    expect(source.codes).toEqual(['archive-list-damaged']);
  });

  it('is noticed when it holds more entries than the end record admits', async () => {
    const zip = rawZip([{ name: 'a.txt' }, { name: 'b.txt' }], (end) => end.writeUInt16LE(1, 10));
    const source = await read(zip);
    expect(source.names).toEqual(['a.txt']);
    expect(source.codes).toEqual(['archive-list-damaged']);
  });

  it('is noticed when the end record claims more entries than there are', async () => {
    const zip = rawZip([{ name: 'a.txt' }], (end) => end.writeUInt16LE(5, 10));
    expect((await read(zip)).codes).toEqual(['archive-list-damaged']);
  });

  it('is archive-damaged when an extra field overruns the first entry', async () => {
    const extra = Buffer.from([1, 0, 0xff, 0xff]);
    expect((await read(rawZip([{ name: 'a.txt', extra }]))).codes).toEqual(['archive-damaged']);
  });
});

describe('a zip that is not all there', () => {
  it('is archive-truncated wherever it is cut', async () => {
    const zip = await zipOf({ 'a.txt': CHAT, 'b.txt': longChat(50) });
    for (let size = 4; size < zip.length; size += 37) {
      expect((await read(zip.subarray(0, size))).codes).toEqual(['archive-truncated']);
    }
  });

  it('is not read as its own last part when cut inside a zip that it holds', async () => {
    const zip = await zipOf(
      { 'inner.zip': await zipOf({ 'a.txt': CHAT }), 'b.txt': longChat(50) },
      { compress: false },
    );
    const inner = zip.lastIndexOf('PK\x05\x06', zip.lastIndexOf('PK\x05\x06') - 1);
    expect((await read(zip.subarray(0, inner + 40))).codes).toEqual(['archive-damaged']);
  });

  it.each([
    ['numbered by 7-Zip', 'export.zip.001'],
    ['numbered by WinZip', 'export.z01'],
  ])('is archive-split when %s', async (_, name) => {
    const zip = await zipOf({ 'a.txt': longChat(50) });
    expect((await read(zip.subarray(0, 300), name)).codes).toEqual(['archive-split']);
    expect((await read(zip.subarray(300, 600), name)).codes).toEqual(['archive-split']);
  });

  it('is archive-split when it begins as a first part', async () => {
    expect((await read(Buffer.from(`PK\x07\x08PK\x03\x04${'x'.repeat(500)}`))).codes).toEqual(['archive-split']);
  });

  it('is archive-split when it is the last of several disks', async () => {
    expect((await read(rawZip([{ name: 'a.txt' }], (end) => end.writeUInt16LE(1, 4)))).codes).toEqual([
      'archive-split',
    ]);
  });

  it('is archive-split when its front is missing', async () => {
    const zip = await zipOf({ 'a.txt': longChat(50) });
    expect((await read(zip.subarray(200))).codes).toEqual(['archive-split']);
  });
});

describe('a zip with other bytes around it', () => {
  it('is read behind a mail header, and the header is reported', async () => {
    const zip = await zipOf({ 'a.txt': CHAT, 'b.txt': longChat(100) });
    const source = await read(Buffer.concat([Buffer.from('Content-Type: application/zip\r\n\r\n'), zip]));
    expect(source.contents['a.txt']).toBe(CHAT);
    expect(source.codes).toEqual(['archive-extra-bytes']);
    expect(statusOf(source.issues)).toBe('partial');
  });

  it('is read in front of bytes that a gateway added', async () => {
    const source = await read(Buffer.concat([await zipOf({ 'a.txt': CHAT }), Buffer.from('\r\n-- scanned --\r\n')]));
    expect(source.contents['a.txt']).toBe(CHAT);
    expect(source.codes).toEqual(['archive-extra-bytes']);
  });

  it('is archive-damaged when it is two zips joined: the list of the first is lost', async () => {
    const two = Buffer.concat([await zipOf({ 'a.txt': CHAT }), await zipOf({ 'b.txt': CHAT })]);
    expect((await read(two)).codes).toEqual(['archive-damaged']);
  });
});
