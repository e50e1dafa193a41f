// Barcodes of wristbands, request forms and labels (DataMatrix, QR, Code 128 and others), which often hold the NHS number itself.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Pixels } from './picture.ts';

export type ReadBarcodes = (pixels: Pixels) => Promise<string[]>;

/** More codes than any form carries: a picture made of codes does not take forever. */
const MOST = 30;

/** Loads the reader. Its program is read from the package's own file; left to itself it would fetch it from the internet. */
export async function barcodeReader(): Promise<ReadBarcodes> {
  const zxing = await import('zxing-wasm/reader');
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasm = await readFile(file);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  await zxing.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return async ({ width, height, data }) => {
    const four = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let from = 0, to = 0; from < data.length; from += 3, to += 4) four.set(data.subarray(from, from + 3), to);
    const image = { width, height, data: four, colorSpace: 'srgb' } as const;
    const codes = await zxing.readBarcodes(image, { tryHarder: true, maxNumberOfSymbols: MOST });
    return [...new Set(codes.filter((code) => code.isValid && code.text.trim() !== '').map((code) => code.text))];
  };
}
