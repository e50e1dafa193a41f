import { chmod, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audioReader } from '../../src/extract/audio/audio.ts';
import { soundLength } from '../../src/extract/audio/sound-length.ts';
import { pngsIn } from '../../src/extract/video/frames.ts';
import { videoReader } from '../../src/extract/video/video.ts';
import { readWith, textAt } from './reading.ts';

const box = (name: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const numbers = (...all: number[]): Buffer => {
  const bytes = Buffer.alloc(all.length * 4);
  for (const [at, one] of all.entries()) bytes.writeUInt32BE(one, at * 4);
  return bytes;
};
/** Taken on 2 September 2024 at 09:00 UTC. */
const film = (brand: string, seconds: number): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from(brand), Buffer.alloc(4)),
    box('mdat', Buffer.alloc(64)),
    box(
      'moov',
      box('mvhd', numbers(0, 3808112400, 0, 1000, seconds * 1000)),
      box('trak', box('tkhd', Buffer.alloc(76), numbers(640 << 16, 480 << 16))),
      box(
        'udta',
        box('\xa9xyz', Buffer.from('\0\x15\x15\xc7+51.5007-000.1246/', 'latin1')),
        box('meta', numbers(0), box('ilst', box('\xa9nam', box('data', numbers(1, 0), Buffer.from('handover Vale'))))),
      ),
    ),
  ]);

describe('a recording', () => {
  const opus = Buffer.alloc(28 + 19 + 14);
  opus.write('OggS', 0);
  opus.write('OpusHead', 28);
  opus.writeUInt16LE(312, 38);
  opus.write('OggS', 47);
  opus.writeBigInt64LE(BigInt(48_000 * 21 + 312), 53);

  const wave = Buffer.alloc(44 + 16_000);
  wave.write('RIFF\0\0\0\0WAVEfmt ', 0, 'latin1');
  wave.writeUInt32LE(16, 16);
  wave.writeUInt32LE(8000, 28);
  wave.write('data', 36);
  wave.writeUInt32LE(16_000, 40);

  const mp3 = Buffer.alloc(10 + 300 + 16_000);
  mp3.write('ID3', 0);
  mp3.set([0, 0, 2, 44], 6);
  mp3.set([0xff, 0xfb, 0x90, 0], 310);

  it.each([
    ['Ogg', opus, 21],
    ['WAV', wave, 2],
    ['MP3', mp3, 1],
    ['AMR', Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(13 * 50)]), 1],
    ['M4A', film('M4A ', 83), 83],
  ])('tells its length: %s', (_form, bytes, seconds) => {
    expect(soundLength(bytes)).toBeCloseTo(seconds, 1);
  });

  it('is listed as not heard, with its length and what it is called', async () => {
    const reading = await readWith(audioReader, film('M4A ', 83));
    expect(reading.facts).toContainEqual({ name: 'length', value: '1:23' });
    expect(textAt(reading, 'title')).toBe('handover Vale');
    expect(reading.unread).toEqual([{ reason: 'recording-not-heard' }]);
  });

  it('that is cut short is listed all the same', async () => {
    for (const bytes of [
      opus.subarray(0, 50),
      wave.subarray(0, 20),
      mp3.subarray(0, 12),
      film('M4A ', 1).subarray(0, 100),
    ])
      expect((await readWith(audioReader, bytes)).unread).toHaveLength(1);
  });
});

describe('a video', () => {
  it('tells its length, size, time and place, and is listed as neither seen nor heard without ffmpeg', async () => {
    const reading = await readWith(videoReader, film('isom', 83), { settings: { ffmpeg: '/no/such/ffmpeg' } });
    expect(reading.facts).toEqual([
      { name: 'taken-at', value: '2024-09-02 09:00:00Z' },
      { name: 'position', value: '51.500700, -0.124600' },
      { name: 'size', value: '640 x 480' },
      { name: 'length', value: '1:23' },
    ]);
    expect(reading.unread).toEqual([
      { reason: 'video-not-seen' },
      { reason: 'recording-not-heard', place: 'its sound' },
    ]);
  });

  it('gives pictures that differ, and leaves nothing behind', async () => {
    const { default: sharp } = await import('sharp');
    const picture = async (dark: 'left' | 'right') => {
      const grey = Buffer.from(Array.from({ length: 72 }, (_, at) => (dark === 'left' ? at % 9 : 8 - (at % 9)) * 25));
      return sharp(grey, { raw: { width: 9, height: 8, channels: 1 } })
        .png()
        .toBuffer();
    };
    const left = await picture('left');
    const folder = await mkdtemp(join(tmpdir(), 'fake-ffmpeg-'));
    await writeFile(join(folder, 'frames'), Buffer.concat([left, left, await picture('right')]));
    const ffmpeg = join(folder, 'ffmpeg');
    await writeFile(ffmpeg, `#!/bin/sh\ncat '${folder}/frames'\n`);
    await chmod(ffmpeg, 0o755);
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('ig-scan-'));
    const reading = await readWith(videoReader, film('isom', 3), { settings: { ffmpeg } });
    expect(reading.inner.map(({ name }) => name)).toEqual(['picture at 0:00', 'picture at 0:02']);
    expect(reading.unread).toEqual([{ reason: 'recording-not-heard', place: 'its sound' }]);
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith('ig-scan-'));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
    expect(pngsIn(Buffer.concat([left, left.subarray(0, 40)]))).toHaveLength(1);
  });
});
