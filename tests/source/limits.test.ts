import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Budget, DEFAULT_LIMITS } from '../../src/source/limits.ts';
import { openSources } from '../../src/source/sources.ts';
import { CHAT, drain, rawZip, readOne, readSources, temporaryFolder, zipOf } from './archives.ts';

const folder = temporaryFolder();

describe('the limit on entries', () => {
  it('leaves the rest unread and says how many', async () => {
    const zip = rawZip(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })));
    const source = await readOne(folder, zip, { entries: 2 });
    expect(source.names).toEqual(['a', 'b']);
    expect(source.issues).toEqual([{ code: 'limit-entries', count: 3 }]);
  });

  it('is not met by exactly as many entries', async () => {
    const source = await readOne(folder, rawZip([{ name: 'a' }, { name: 'b' }]), { entries: 2 });
    expect(source.issues).toEqual([]);
  });

  it('counts the entries of nested archives as well', async () => {
    const inner = rawZip(['1', '2', '3', '4'].map((name) => ({ name })));
    const source = await readOne(folder, rawZip([{ name: 'a' }, { name: 'b.zip', content: inner }]), { entries: 4 });
    expect(source.names).toEqual(['a', 'b.zip!/1', 'b.zip!/2']);
    expect(source.issues).toEqual([{ code: 'limit-entries', count: 2 }]);
  });

  it('holds for the files of a folder', async () => {
    const many = temporaryFolder();
    for (const name of ['a', 'b', 'c']) writeFileSync(join(many, name), CHAT);
    const [source] = await readSources([many], { entries: 2 });
    expect(source?.names).toEqual(['a', 'b']);
    expect(source?.issues).toEqual([{ code: 'limit-entries' }]);
  });

  it('lets 5,000 entries pass', async () => {
    const zip = rawZip(Array.from({ length: 5_000 }, (_, i) => ({ name: `${i}`, content: 'x', method: 0 })));
    expect((await readOne(folder, zip)).names).toHaveLength(5_000);
  });
});

describe('the limit on ratio', () => {
  it('stops a bomb of zeros after a few of its 200 MB', async () => {
    const source = await readOne(folder, await zipOf({ 'bomb.txt': Buffer.alloc(200_000_000) }));
    expect(source.failures).toEqual({ 'bomb.txt': 'limit-ratio' });
    // 200 MB of zeros take 194 kB: with a ratio of 200 some 39 MB come out.
    expect(source.contents['bomb.txt']?.length).toBeLessThan(45_000_000);
  });

  it('lets a small file of one repeated line pass', async () => {
    const source = await readOne(folder, await zipOf({ 'a.txt': 'same\n'.repeat(200_000) }));
    expect(source.failures).toEqual({});
  });

  it('lets a bot that posts the same line every minute pass', async () => {
    const two = (n: number) => String(n).padStart(2, '0');
    const line = (i: number) =>
      `${two(1 + (Math.floor(i / 1440) % 28))}/03/2024, ${two(Math.floor(i / 60) % 24)}:${two(i % 60)} - Ward Bot: ` +
      `${'Please complete the handover sheet before leaving the ward. '.repeat(6)}\n`;
    const chat = Array.from({ length: 20_000 }, (_, i) => line(i)).join('');
    expect((await readOne(folder, await zipOf({ 'a.txt': chat }))).failures).toEqual({});
  });

  it('stops a bomb that is locked with a password as well', async () => {
    const { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js');
    const writer = new ZipWriter(new Uint8ArrayWriter(), { password: 'x', useWebWorkers: false });
    await writer.add('chat.txt', new Uint8ArrayReader(new Uint8Array(4 << 20)));
    const path = join(folder, 'locked-bomb.zip');
    writeFileSync(path, await writer.close());
    const [source] = await readSources([path], {}, ['x']);
    expect(source?.failures['chat.txt']).toBe('limit-ratio');
  });
});

describe('the limit on inflated bytes', () => {
  it('stops the file that goes beyond it', async () => {
    const zip = await zipOf({ 'a.txt': 'a'.repeat(600), 'b.txt': 'b'.repeat(600) });
    const source = await readOne(folder, zip, { inflatedBytes: 1000 });
    expect(source.failures).toEqual({ 'b.txt': 'limit-inflated-bytes' });
  });

  it('does not count a second pass over the same file', async () => {
    const path = join(folder, 'twice.zip');
    writeFileSync(path, await zipOf({ 'a.txt': 'a'.repeat(600) }));
    for await (const source of openSources([path], { limits: { ...DEFAULT_LIMITS, inflatedBytes: 1000 } })) {
      const codes = [];
      for (let pass = 0; pass < 3; pass += 1) for (const file of source.files) codes.push((await drain(file)).code);
      expect(codes).toEqual([undefined, undefined, undefined]);
    }
  });

  it('counts what a half-read file gave, and only the rest of it later', () => {
    const budget = new Budget({ ...DEFAULT_LIMITS, inflatedBytes: 1000 });
    const first = budget.meter(100);
    first(400);
    first(300);
    first(700);
    expect(() => budget.meter(100)(301)).toThrow('limit-inflated-bytes');
    expect(() => budget.meter(100)(300)).not.toThrow();
    expect(() => first(700)).not.toThrow();
  });

  it('stops a file at the same place in each pass', () => {
    const meter = new Budget({ ...DEFAULT_LIMITS, inflatedBytes: 1000 }).meter(100);
    meter(900);
    expect(() => meter(1100)).toThrow('limit-inflated-bytes');
    expect(() => meter(900)).not.toThrow();
    expect(() => meter(1100)).toThrow('limit-inflated-bytes');
  });
});
