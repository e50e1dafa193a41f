// How long a recording is, told without decoding it. Each form says it in its own way; MP3 does not, so its length is an estimate.

import { filmOf } from '../film.ts';

/** In seconds; undefined where it cannot be told. */
export function soundLength(bytes: Uint8Array): number | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = all.toString('latin1', 0, 12);
  const length = lengthByForm(all, start);
  return length !== undefined && Number.isFinite(length) && length >= 0 ? length : undefined;
}

function lengthByForm(all: Buffer, start: string): number | undefined {
  if (start.startsWith('OggS')) return ofOgg(all);
  if (start.startsWith('ftyp', 4)) return filmOf(all).length;
  if (start.startsWith('RIFF')) return ofWave(all);
  if (start.startsWith('fLaC')) return ofFlac(all);
  if (start.startsWith('#!AMR\n')) return ofAmr(all);
  if (start.startsWith('ID3') || all[0] === 0xff) return ofMp3(all);
  return undefined;
}

const OPUS_RATE = 48_000;

/** The last page says how many samples have gone by (RFC 3533, 6; RFC 7845, 4). */
function ofOgg(all: Buffer): number | undefined {
  const last = all.lastIndexOf('OggS');
  if (last + 14 > all.length) return undefined;
  const samples = Number(all.readBigInt64LE(last + 6));
  const head = all.subarray(28, 128);
  if (head.toString('latin1', 0, 8) === 'OpusHead') return (samples - head.readUInt16LE(10)) / OPUS_RATE;
  if (head.toString('latin1', 1, 7) === 'vorbis') return samples / head.readUInt32LE(12);
  return head.toString('latin1', 0, 5) === 'Speex' ? samples / head.readUInt32LE(36) : undefined;
}

/** Chunks: one says how many bytes a second takes, one holds the sound. */
function ofWave(all: Buffer): number | undefined {
  let perSecond = 0;
  for (let at = 12; at + 8 <= all.length; ) {
    const name = all.toString('latin1', at, at + 4);
    const size = all.readUInt32LE(at + 4);
    if (name === 'fmt ' && at + 20 <= all.length) perSecond = all.readUInt32LE(at + 16);
    if (name === 'data') return Math.min(size, all.length - at - 8) / perSecond;
    at += 8 + size + (size % 2);
  }
  return undefined;
}

function ofFlac(all: Buffer): number | undefined {
  if (all.length < 26) return undefined;
  const rate = all.readUIntBE(18, 3) >> 4;
  const samples = ((all[21] ?? 0) & 15) * 2 ** 32 + all.readUInt32BE(22);
  return samples / rate;
}

/** Bytes of a frame by its mode; each holds 20 ms (RFC 4867, 5.3). */
const AMR_FRAMES = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];

function ofAmr(all: Buffer): number {
  let frames = 0;
  for (let at = 6; at < all.length; frames++) at += AMR_FRAMES[((all[at] ?? 0) >> 3) & 15] ?? 1;
  return frames / 50;
}

/** In kilobits a second, layer III of versions 1 and 2. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];

function ofMp3(all: Buffer): number | undefined {
  const start = all.toString('latin1', 0, 3) === 'ID3' && all.length > 10 ? 10 + sizeOfTag(all) : 0;
  const [mark = 0, kind = 0, rate = 0] = all.subarray(start, start + 3);
  if (mark !== 0xff || (kind & 0xe6) !== 0xe2) return undefined;
  const kilobits = ((kind & 0x18) === 0x18 ? RATES_1 : RATES_2)[rate >> 4] ?? 0;
  return kilobits === 0 ? undefined : ((all.length - start) * 8) / (kilobits * 1000);
}

/** Seven bits a byte (ID3v2.4, 6.2). */
const sizeOfTag = (all: Buffer): number => [...all.subarray(6, 10)].reduce((sum, byte) => sum * 128 + (byte & 127), 0);
