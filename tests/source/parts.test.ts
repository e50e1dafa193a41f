// Parts of one download are read as one, each with its own SHA-256; nothing else is joined, and nothing is lost by joining.

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSources, temporaryFolder, zipOf } from './archives.ts';

type Files = Readonly<Record<string, string>>;
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** A folder with a zip of each name. */
async function folderWith(zips: Readonly<Record<string, Files | Buffer>>): Promise<string> {
  const folder = temporaryFolder();
  for (const [name, files] of Object.entries(zips)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), Buffer.isBuffer(files) ? files : await zipOf(files));
  }
  return folder;
}

/** Name, files and issues of each source below the folder. */
async function read(folder: string, paths: readonly string[] = [folder]) {
  const sources = await readSources(paths);
  return sources.map(({ path, names, codes }) => [path.slice(folder.length + 1), names, codes]);
}

const ONE = { 'a.txt': 'a' };
const TWO = { 'b.txt': 'b' };

describe('archives that are parts of one download', () => {
  it.each([
    ['facebook-samreed-2024-12-10-Ab12Cd34.zip', 'facebook-samreed-2024-12-10-Xy98Zw76.zip'],
    ['instagram-sam_r-10_12_2024-Ab12Cd34.zip', 'instagram-sam_r-10_12_2024-Xy98Zw76.zip'],
    ['facebook-samreed-part-1.zip', 'facebook-samreed-part-2.zip'],
    ['facebook-samreed-part1.zip', 'facebook-samreed-part2 (1).zip'],
    ['takeout-20241210T101112Z-001.zip', 'takeout-20241210T101112Z-002.zip'],
    ['takeout-20241210T101112Z-1-001.zip', 'takeout-20241210T101112Z-1-002.zip'],
    ['mydata~1733820000-2.zip', 'mydata~1733820000.zip'],
  ])('%s and %s offer their files together', async (first, second) => {
    const folder = await folderWith({ [first]: ONE, [second]: TWO });
    const expected = [
      [first, ['a.txt', 'b.txt'], ['part-of-download']],
      [second, [], ['part-of-download']],
    ];
    expect(await read(folder)).toEqual(expected);
    expect(await read(folder, [join(folder, second), join(folder, first)])).toEqual(expected);
  });

  it('keep each their own SHA-256 and size, and all contents', async () => {
    const [one, two] = [await zipOf(ONE), await zipOf(TWO)];
    const folder = await folderWith({ 'facebook-x-part1.zip': one, 'facebook-x-part2.zip': two });
    const sources = await readSources([folder]);
    expect(sources.map(({ sha256: hash, bytes }) => [hash, bytes])).toEqual([
      [sha256(one), one.length],
      [sha256(two), two.length],
    ]);
    expect(sources[0]?.contents).toEqual({ 'a.txt': 'a', 'b.txt': 'b' });
  });

  it('are not confused where both have a file of the same path', async () => {
    const folder = await folderWith({ 'facebook-x-part1.zip': ONE, 'facebook-x-part2.zip': { 'a.txt': 'other' } });
    const [first] = await readSources([folder]);
    expect(first?.contents).toEqual({ 'a.txt': 'a', 'facebook-x-part2.zip!/a.txt': 'other' });
  });

  it('do not lose a part that is new beside one that was read before', async () => {
    const one = await zipOf(ONE);
    const folder = await folderWith({
      'a/facebook-x-part1.zip': one,
      'b/facebook-x-part1.zip': one,
      'b/facebook-x-part2.zip': TWO,
    });
    expect(await read(folder, [join(folder, 'a'), join(folder, 'b')])).toEqual([
      ['a/facebook-x-part1.zip', ['a.txt'], []],
      ['b/facebook-x-part1.zip', [], ['duplicate']],
      ['b/facebook-x-part2.zip', ['b.txt'], []],
    ]);
  });

  it('are read as far as they can be when one of them is damaged', async () => {
    const two = await zipOf(TWO);
    const folder = await folderWith({
      'takeout-20241210T101112Z-001.zip': two.subarray(0, two.length - 30),
      'takeout-20241210T101112Z-002.zip': TWO,
      'takeout-20241210T101112Z-003.zip': ONE,
    });
    expect(await read(folder)).toEqual([
      ['takeout-20241210T101112Z-001.zip', [], ['archive-truncated']],
      ['takeout-20241210T101112Z-002.zip', ['a.txt', 'b.txt'], ['part-of-download']],
      ['takeout-20241210T101112Z-003.zip', [], ['part-of-download']],
    ]);
  });

  it.each([
    [
      ['takeout-20241210T101112Z-001.zip', 'takeout-20241210T101112Z-003.zip'],
      ['part-missing', 'part-of-download'],
    ],
    [['takeout-20241210T101112Z-002.zip'], ['part-missing']],
    [['takeout-20241210T101112Z-001.zip'], []],
  ])('say so when their numbers leave a gap: %j', async (names, codes) => {
    const folder = await folderWith(Object.fromEntries(names.map((name) => [name, { [`${name}.txt`]: name }])));
    expect((await readSources([folder]))[0]?.codes).toEqual(codes);
  });
});

describe('other archives', () => {
  it.each([
    ['facebook-samreed-2024-12-10-Ab12Cd34.zip', 'facebook-samreed-2024-12-11-Xy98Zw76.zip'],
    ['facebook-annlee-2024-12-10-Ab12Cd34.zip', 'facebook-samreed-2024-12-10-Xy98Zw76.zip'],
    ['WhatsApp Chat with Ward 12 part 1.zip', 'WhatsApp Chat with Ward 12 part 2.zip'],
    ['takeout-20241210T101112Z-001.zip', 'takeout-20241211T101112Z-001.zip'],
    ['a/facebook-x-part1.zip', 'b/facebook-x-part1.zip'],
  ])('stay apart: %s and %s', async (first, second) => {
    const folder = await folderWith({ [first]: ONE, [second]: TWO });
    expect(await read(folder)).toEqual([
      [first, ['a.txt'], []],
      [second, ['b.txt'], []],
    ]);
  });
});
