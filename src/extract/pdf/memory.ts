// Texts and bytes on their way into PDFium's memory and out of it.

import type { Pdfium } from './library.ts';

/** Room in PDFium's memory while `use` runs. Throws when there is none. */
export function withRoom<T>(pdfium: Pdfium, bytes: number, use: (address: number) => T): T {
  const address = pdfium._malloc(Math.max(1, bytes));
  if (address === 0) throw new RangeError('no memory');
  try {
    return use(address);
  } finally {
    pdfium._free(address);
  }
}

/** A copy of what stands there; PDFium's memory moves when it grows. */
export const bytesAt = (pdfium: Pdfium, address: number, bytes: number): Uint8Array =>
  pdfium.HEAPU8.slice(address, address + bytes);

/** Gives the address of `text` in ASCII, as PDFium takes names of properties. */
export function withName<T>(pdfium: Pdfium, text: string, use: (address: number) => T): T {
  return withRoom(pdfium, text.length + 1, (address) => {
    pdfium.HEAPU8.set([...Buffer.from(text, 'latin1'), 0], address);
    return use(address);
  });
}

/** PDFium tells texts in two calls: how many bytes they need, then the text in UTF-16 with a final NUL. Cut at `most` bytes. */
export function textOf(pdfium: Pdfium, most: number, tell: (into: number, bytes: number) => number): string {
  const bytes = tell(0, 0);
  if (bytes <= 2 || bytes > most) return '';
  return withRoom(pdfium, bytes, (address) => {
    tell(address, bytes);
    return Buffer.from(bytesAt(pdfium, address, bytes - 2)).toString('utf16le');
  });
}
