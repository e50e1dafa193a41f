import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { imageReader } from '../../../src/extract/image/image.ts';
import { likenessOf } from '../../../src/extract/image/likeness.ts';
import { decode, pictureOf } from '../../../src/extract/image/picture.ts';
import { recognise } from '../../../src/extract/kind.ts';
import type { Reading, ReadyReader } from '../../../src/extract/reader.ts';
import { LIMITS, picture, ready } from './pictures.ts';

let reader: ReadyReader;
beforeAll(async () => {
  reader = await ready();
});

const read = (bytes: Uint8Array): Promise<Reading> => reader.read(new Uint8Array(bytes), 'IMG-0001');
const textOf = ({ passages }: Reading): string => passages.map(({ text }) => text).join('\n');
/** A space is left out here and there, and a cell not told from the next: that varies with the picture. */
const lettersOf = (reading: Reading): string => textOf(reading).replace(/[ |]/g, '');
const fact = ({ facts }: Reading, name: string): string | undefined => facts.find((one) => one.name === name)?.value;

describe('what is written in a picture', () => {
  it('reads a printed label', async () => {
    const reading = await read(picture('label.png'));
    expect(textOf(reading)).toBe('RASMUSSEN, Horace\nBorn 14/08/1947 Male\nNHS No: 999 000 0042');
    expect(reading.passages[0]).toMatchObject({ by: 'seen', place: expect.any(String) });
    expect(reading.passages[0]?.confidence).toBeGreaterThan(0.9);
    expect(reading.unread).toEqual([]);
    expect(fact(reading, 'size')).toBe('560 x 190');
  });

  it('keeps what belongs to one patient on one line, straight and tilted', async () => {
    const tilted = await sharp(picture('list.png'))
      .flatten({ background: '#fff' })
      .rotate(4, { background: '#fff' })
      .jpeg()
      .toBuffer();
    for (const bytes of [picture('list.png'), tilted]) {
      const lines = lettersOf(await read(bytes)).split('\n');
      expect(lines).toHaveLength(4);
      expect(lines[2]).toBe('5OKONKWO,Winston21/06/19519990000026Stroke');
    }
  });

  it('reads a chat in dark colours from a screenshot', async () => {
    const reading = await read(picture('chat.png'));
    expect(textOf(reading).split('\n')).toContain('Yes, NHS 999 000 0050');
    expect(textOf(reading)).toContain('Mrs Fairweather');
    expect(fact(reading, 'screenshot')).toBeDefined();
  });

  it('reads pages that lie on their side or on their head', async () => {
    for (const degrees of [90, 180]) {
      const turned = await sharp(picture('label.png')).rotate(degrees).png().toBuffer();
      expect(lettersOf(await read(turned)), `${degrees}`).toContain('NHSNo:9990000042');
    }
  });

  it('turns a photo as the camera says, and tells its size upright', async () => {
    const stored = await sharp(picture('label.png'))
      .flatten()
      .rotate(270)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const reading = await read(stored);
    expect(lettersOf(reading)).toContain('NHSNo:9990000042');
    expect(fact(reading, 'size')).toBe('560 x 190');
  });

  it('reads other kinds of picture, whatever they are called', async () => {
    for (const format of ['jpeg', 'webp', 'gif', 'tiff', 'avif'] as const) {
      const bytes = await sharp(picture('label.png')).flatten({ background: '#fff' }).toFormat(format).toBuffer();
      expect(await recognise(bytes, 'x.txt'), format).toEqual({ kind: 'image' });
      if (format === 'webp' || format === 'avif') expect(textOf(await read(bytes)), format).toContain('RASMUSSEN');
    }
  });

  it('reads every page of a scan, and names the page', async () => {
    const label = await sharp(picture('label.png')).flatten({ background: '#fff' }).toBuffer();
    const scan = await sharp([label, label], { join: { animated: true } })
      .tiff()
      .toBuffer();
    const reading = await read(scan);
    expect(reading.passages.map(({ place }) => place.split(',')[0])).toEqual(['page 1', 'page 2']);
    const { passages, unread } = await (await ready({ drawnPages: 1 })).read(new Uint8Array(scan), 'scan.tif');
    expect(passages).toHaveLength(1);
    expect(unread).toEqual([{ reason: 'media-partly-read', place: 'its last 1 pages' }]);
  });
});

describe('what a picture carries beside its writing', () => {
  it('reads a barcode', async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
    const { svg } = await writeBarcode('999 000 0042', { format: 'QRCode', scale: 6 });
    const code = await sharp(Buffer.from(svg))
      .flatten({ background: '#fff' })
      .extend({ top: 30, bottom: 30, left: 30, right: 30, background: '#fff' })
      .png()
      .toBuffer();
    const reading = await read(code);
    expect(reading.passages).toContainEqual({ place: 'barcode', text: '999 000 0042', by: 'seen', confidence: 1 });
    expect(fact(reading, 'barcode')).toBe('999 000 0042');
  });

  it('tells when, with what and where a photo was taken, and the words that were given to it', async () => {
    const exif = {
      IFD0: { Make: 'Acme', Model: 'Phone 5', ImageDescription: 'Wound of Mr Quigley', Artist: 'C Whitby' },
      IFD2: { DateTimeOriginal: '2024:09:02 10:11:12' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '3/1 15/1 0/1' },
    };
    for (const format of ['jpeg', 'webp', 'png'] as const) {
      const bytes = await sharp({ create: { width: 200, height: 150, channels: 3, background: '#865' } })
        .withExif(exif)
        .toFormat(format)
        .toBuffer();
      const reading = await read(bytes);
      expect(fact(reading, 'taken-at'), format).toBe('2024-09-02 10:11:12');
      expect(fact(reading, 'device'), format).toBe('Acme Phone 5');
      expect(fact(reading, 'position'), format).toBe('54.500000, -3.250000');
      expect(fact(reading, 'author'), format).toBe('C Whitby');
      expect(reading.passages, format).toContainEqual({ place: 'caption', text: 'Wound of Mr Quigley', by: 'told' });
    }
  });

  it('gives the same photo, made smaller, nearly the same likeness, and another one a different one', async () => {
    const likeness = async (bytes: Uint8Array): Promise<bigint> => {
      const { pages } = await decode(sharp, bytes, LIMITS);
      return BigInt(`0x${await likenessOf(pictureOf(sharp, pages[0]!))}`);
    };
    const apart = (a: bigint, b: bigint): number => (a ^ b).toString(2).replaceAll('0', '').length;
    const smaller = await sharp(picture('chat.png'))
      .flatten({ background: '#fff' })
      .resize(400)
      .jpeg({ quality: 70 })
      .toBuffer();
    expect(apart(await likeness(picture('chat.png')), await likeness(smaller))).toBeLessThanOrEqual(10);
    expect(apart(await likeness(picture('list.png')), await likeness(picture('chat.png')))).toBeGreaterThan(10);
  });
});

describe('what cannot be read is listed', () => {
  it('reads a photo that breaks off as far as it goes', async () => {
    const photo = await sharp(picture('label.png')).flatten({ background: '#fff' }).jpeg().toBuffer();
    const { unread, passages } = await read(photo.subarray(0, Math.floor(photo.length * 0.6)));
    expect(unread).toEqual([{ reason: 'media-partly-read', place: 'where the file breaks off' }]);
    expect(passages.map(({ text }) => text).join('\n')).toContain('RASMUSSEN');
  });

  it('refuses a picture of 900 million pixels before it is decoded', async () => {
    const huge = Buffer.from(picture('label.png'));
    huge.writeUInt32BE(30_000, 16);
    huge.writeUInt32BE(30_000, 20);
    expect(await read(withChecksum(huge))).toEqual({
      passages: [],
      facts: [],
      inner: [],
      unread: [{ reason: 'media-too-big' }],
    });
  });

  it('says of a moving picture that one frame was read', async () => {
    const label = await sharp(picture('label.png')).flatten({ background: '#fff' }).toBuffer();
    const other = await sharp(label).negate().toBuffer();
    for (const format of ['webp', 'gif'] as const) {
      const moving = await sharp([label, other], { join: { animated: true } })
        .toFormat(format)
        .toBuffer();
      const reading = await read(moving);
      expect(reading.unread, format).toEqual([
        { reason: 'media-partly-read', place: 'its moving part: only its first frame was read' },
      ]);
      expect(lettersOf(reading), format).toContain('9990000042');
    }
  });

  it('says that writing is there when it cannot be made out', async () => {
    const small = await sharp(picture('list.png')).flatten({ background: '#fff' }).resize(170).jpeg().toBuffer();
    const blurred = await sharp(small).resize(800).png().toBuffer();
    expect((await read(blurred)).unread).toEqual([
      { reason: 'media-partly-read', place: 'writing too small or blurred' },
    ]);
  });

  it('calls damaged what only begins like a picture', async () => {
    for (const start of ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff\xe0', 'GIF89a', '\0\0\0\x18ftypheic'])
      expect((await read(Buffer.from(`${start}nonsense that follows`, 'latin1'))).unread).toEqual([
        { reason: 'media-damaged' },
      ]);
  });

  it('cuts text at the limit, and says so', async () => {
    const { passages, unread } = await (await ready({ characters: 9 })).read(picture('label.png'), 'x.png');
    expect(passages.map(({ text }) => text)).toEqual(['RASMUSSEN']);
    expect(unread).toEqual([{ reason: 'media-partly-read', place: 'text beyond the limit' }]);
  });
});

it('proves that it works on a picture of its own', async () => {
  const sample = imageReader.sample?.();
  expect(sample && textOf(await read(sample.bytes))).toContain(sample?.word);
});

it('refuses a model that is not the one it was measured with', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'models-'));
  await writeFile(join(folder, 'en_PP-OCRv3_det_infer.onnx'), 'another model');
  await expect(imageReader.ready(LIMITS, { ocrModel: folder })).rejects.toThrow('is not the file that it should be');
  await rm(folder, { recursive: true });
});

/** A PNG whose header was changed, with the header's checksum put right. */
function withChecksum(png: Buffer): Buffer {
  let crc = 0xffffffff;
  for (const byte of png.subarray(12, 29)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  png.writeUInt32BE(~crc >>> 0, 29);
  return png;
}
