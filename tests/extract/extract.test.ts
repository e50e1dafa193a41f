import { afterAll, describe, expect, it } from 'vitest';
import { extractor } from '../../src/extract/extract.ts';
import { READING_LIMITS } from '../../src/extract/limits.ts';
import { poolOf } from '../../src/extract/pool.ts';
import type { SourceFile } from '../../src/model.ts';
import { READERS } from './fake-readers.mjs';

const module = new URL('./fake-readers.mjs', import.meta.url);
const reading = extractor({ readers: { list: READERS, module } });
afterAll(() => reading.close());

const file = (text: string, path = 'a/note.txt'): SourceFile => ({
  path,
  bytes: text.length,
  async *open() {
    yield Buffer.from(text);
  },
});
const words = async (text: string) => (await reading.read(file(text))).passages.map((one) => one.text);

describe('reading a file in a process of its own', () => {
  it('gives its text', async () => {
    expect(await words('good')).toEqual([expect.stringMatching(/^good \d+$/)]);
  });

  it('reads the same bytes once, whatever the file is called', async () => {
    const first = await reading.read(file('twice', 'one.txt'));
    expect(await reading.read(file('twice', 'b/two.txt'))).toBe(first);
  });

  it('says what is not installed, and goes on', async () => {
    const { unread, absent } = await reading.read(file('%PDF-1.7'));
    expect(unread).toEqual([{ reason: 'reader-absent' }]);
    expect(absent).toEqual([{ title: 'fake pdf', packages: ['no-such-package'] }]);
    expect(await words('after')).toHaveLength(1);
  });

  it.each([
    ['crash', 'media-damaged'],
    ['throw', 'media-damaged'],
    ['hog', 'media-too-big'],
  ])('outlives a reader that does "%s"', async (trick, reason) => {
    expect(await reading.read(file(trick))).toMatchObject({ passages: [], unread: [{ reason }] });
    expect(await words(`after ${trick}`)).toHaveLength(1);
  });

  it('ends a reader that hangs, and gives the others their turn', async () => {
    const pool = poolOf(1, module);
    const job = (text: string) => ({
      kind: 'text' as const,
      name: 'note.txt',
      bytes: Buffer.from(text),
      bounds: { ms: 700, bytes: 1e9 },
      limits: READING_LIMITS,
      settings: {},
    });
    const [hung, next] = await Promise.all([
      pool.run(job('hang')),
      pool.run({ ...job('next'), bounds: { ms: 20_000, bytes: 1e9 } }),
    ]);
    pool.close();
    expect(hung).toEqual({ ended: 'time' });
    expect(next).toMatchObject({ reading: { passages: [{ text: 'next 1' }] } });
  });

  it.each(['fetch', 'dns', 'https'])('reaches no network by %s', async (way) => {
    expect(await words(way)).toEqual(['ig-scan never goes online']);
  });

  it('says nothing of what a library complains about', async () => {
    expect(JSON.stringify(await reading.read(file('throw')))).not.toContain('Smith');
  });

  it('reads the files in it, each for itself, and names the one that could not be read', async () => {
    const { passages, unread } = await reading.read(file('inner'));
    expect(passages.map(({ place }) => place)).toEqual(['', 'note 1']);
    expect(unread).toEqual([{ reason: 'media-damaged', place: 'note 2' }]);
  });

  it('goes three deep', async () => {
    const { passages, unread } = await reading.read(file('matryoshka'));
    expect(passages.map(({ place }) => place)).toEqual(['', 'doll', 'doll, doll']);
    expect(unread).toEqual([{ reason: 'media-partly-read', place: 'doll, doll, doll' }]);
  });

  it('does not take up a file that its first bytes rule out', async () => {
    let taken = 0;
    const random: SourceFile = {
      path: 'IMG-20241203-WA0003.jpg',
      bytes: 50e6,
      async *open() {
        for (let at = 0; at < 50; at++) {
          taken += 1;
          yield Buffer.alloc(1e6, 0x01);
        }
      },
    };
    expect((await reading.read(random)).unread).toEqual([{ reason: 'media-kind-unknown' }]);
    expect(taken).toBe(1);
  });
});
