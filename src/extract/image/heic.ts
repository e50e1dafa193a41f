// Photos of iPhones (HEIC), which sharp cannot show for reasons of licence: libheif, compiled for the sandbox of WebAssembly, can.

import { PictureFault } from './fault.ts';

const BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1']);

/** By the brand that stands in its first box. AVIF, the other picture of that kind of file, is left to sharp. */
export function isHeic(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(4, 12)).toString('latin1');
  return text.startsWith('ftyp') && BRANDS.has(text.slice(4));
}

/** Red, green, blue and opacity of the first picture, and whether there are more. Its size is looked at before its pixels are made. */
export async function decodeHeic(
  bytes: Uint8Array,
  limit: number,
): Promise<{ width: number; height: number; data: Uint8Array; more: boolean }> {
  const { default: heic } = await import('heic-decode');
  const images = await silently(() => heic.all({ buffer: bytes })).catch(() => {
    throw new PictureFault('media-damaged');
  });
  try {
    const [first] = images;
    if (!first) throw new PictureFault('media-damaged');
    if (first.width * first.height > limit) throw new PictureFault('media-too-big');
    const { width, height, data } = await first.decode().catch(() => {
      throw new PictureFault('media-damaged');
    });
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.length), more: images.length > 1 };
  } finally {
    images.dispose();
  }
}

/** libheif prints its complaints. They may quote the file, and what is printed here would stand in the midst of what is handed on. */
async function silently<T>(work: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => {};
  try {
    return await work();
  } finally {
    console.log = log;
  }
}
