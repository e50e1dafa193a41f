import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import { describe, expect, it } from 'vitest';
import { Gathering } from '../../src/extract/gathering.ts';
import { picturesIn } from '../../src/extract/word-97/pictures.ts';
import { summaryOf } from '../../src/extract/word-97/summary.ts';
import { word97Reader } from '../../src/extract/word-97/word-97.ts';
import { LIMITS } from './limits.ts';
import { readWith, textAt } from './reading.ts';

/** The least that Word reads: one piece of text, its places in the two streams at the end ([MS-DOC], 2.5, 2.8.35). */
function letter(text: string, flags = 0): Uint8Array {
  const main = Buffer.alloc(4096);
  const start = 1024;
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(flags, 0x0a);
  main.writeUInt32LE(text.length, 0x4c);
  main.write(text, start, 'utf16le');
  const table = Buffer.alloc(4096);
  main.writeUInt32LE(0, 0x1a2);
  main.writeUInt32LE(21, 0x1a6);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(16, 1);
  table.writeUInt32LE(text.length, 9);
  table.writeUInt32LE(start, 15);
  const streams = { WordDocument: main, '0Table': table };
  return burn([
    { name: 'Root Entry', type: 5, length: 0, children: [1, 2] },
    ...Object.entries(streams).map(([name, content]) => ({
      name,
      type: 2 as const,
      length: content.length,
      binaryProvider: () => content,
    })),
  ]);
}

describe('a Word document of before 2007', () => {
  it('gives its text', async () => {
    const reading = await readWith(word97Reader, letter('Mrs Kit Vale\rNHS 999 107 9203\r'));
    expect(textAt(reading, 'text')).toBe('Mrs Kit Vale\nNHS 999 107 9203');
    expect(reading.unread).toEqual([]);
  });

  it('that is locked says so', async () => {
    expect((await readWith(word97Reader, letter('zzzz', 0x100))).unread).toEqual([{ reason: 'media-locked' }]);
  });
});

describe('the pictures of a Word document', () => {
  const record = (type: number, instance: number, content: string): Buffer => {
    const checksums = 16 * ((instance & 1) + 1);
    const header = Buffer.alloc(8 + checksums + 1, 0xaa);
    header.writeUInt16LE(instance << 4, 0);
    header.writeUInt16LE(type, 2);
    header.writeUInt32LE(checksums + 1 + content.length, 4);
    return Buffer.concat([header, Buffer.from(content)]);
  };

  it('are given, and those in forms that are not read are named', () => {
    const gathering = new Gathering(LIMITS);
    const noise = Buffer.from([0xf0, 0x1d, 0xf0, 0xf0, 0, 0x1e, 0xf0]);
    picturesIn(
      [
        Buffer.concat([noise, record(0xf01d, 0x46a, 'jpeg'), record(0xf01a, 0x3d4, 'emf')]),
        record(0xf01e, 0x6e1, 'png'),
      ],
      gathering,
    );
    const { inner, unread } = gathering.done();
    expect(inner.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['picture 1', 'jpeg'],
      ['picture 3', 'png'],
    ]);
    expect(unread).toEqual([{ reason: 'media-partly-read', place: 'picture 2' }]);
  });
});

describe('what a file tells of itself', () => {
  const stream = Buffer.alloc(160);
  stream.writeUInt32LE(48, 44);
  stream.writeUInt32LE(2, 52);
  for (const [at, id, offset, text] of [
    [0, 2, 24, 'Re: Kit Vale\0'],
    [1, 4, 56, 'Si\xe2n\0'],
  ] as const) {
    stream.writeUInt32LE(id, 56 + at * 8);
    stream.writeUInt32LE(offset, 60 + at * 8);
    stream.writeUInt32LE(30, 48 + offset);
    stream.writeUInt32LE(text.length, 52 + offset);
    stream.write(text, 56 + offset, 'latin1');
  }

  it('is its title and author', () => {
    const gathering = new Gathering(LIMITS);
    summaryOf(stream, gathering);
    expect(textAt(gathering.done(), 'title')).toBe('Re: Kit Vale');
    expect(gathering.done().facts).toContainEqual({ name: 'author', value: 'Siân' });
  });

  it('is damaged where it points out of itself', () => {
    const gathering = new Gathering(LIMITS);
    summaryOf(stream.subarray(0, 70), gathering);
    expect(gathering.done().unread).toEqual([{ reason: 'media-damaged', place: 'its properties' }]);
  });
});
