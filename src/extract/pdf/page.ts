// One page of a PDF: its text, the notes and form fields on it, and a picture of it where the text alone does not show what is on it.

import type { Pdfium } from './library.ts';
import { bytesAt, textOf, withName, withRoom } from './memory.ts';
import { pngOf } from './png.ts';

/** A page with fewer letters is a scan, or text turned into outlines. */
const FEW_LETTERS = 20;
/** A picture that covers more of the page than this may be a scan with its text laid over it, which may be wrong. */
const LARGE_SHARE = 0.5;
/** Objects looked at for pictures: a scan has a handful, a drawing may have a million. */
const MOST_OBJECTS = 5000;
const MOST_NOTES = 2000;
/** A note or field at most, in bytes. */
const NOTE_BYTES = 1 << 20;
const IMAGE = 3;
const FORM = 5;

/** 200 dots an inch read well; a page of more than 8 million pixels reads no better and takes memory. */
const DOTS_A_POINT = 200 / 72;
const MOST_PIXELS = 8e6;
/** Below this a line of ordinary print is too small to be read. */
const LEAST_SCALE = 0.5;
const COLOUR_WITHOUT_ALPHA = 2;
const WHITE = 0xffffffff;
/** Notes are drawn, and bytes come in the order red, green, blue. */
const DRAW_FLAGS = 0x01 | 0x10;

/** The text in the order of the file, lines as on the page; cut at `most` characters. */
export function pageText(pdfium: Pdfium, page: number, most: number): string {
  const text = pdfium._FPDFText_LoadPage(page);
  if (text === 0) throw new RangeError('no text');
  try {
    const count = Math.min(pdfium._FPDFText_CountChars(text), most);
    if (count <= 0) return '';
    return withRoom(pdfium, (count + 1) * 2, (address) => {
      const given = pdfium._FPDFText_GetText(text, 0, count, address);
      const units = Buffer.from(bytesAt(pdfium, address, Math.max(0, given - 1) * 2));
      return units.toString('utf16le').replaceAll('\r\n', '\n').replaceAll('\0', '');
    });
  } finally {
    pdfium._FPDFText_ClosePage(text);
  }
}

export interface PageNotes {
  /** 'Surname: …', as it is filled in. */
  readonly fields: readonly string[];
  /** What somebody wrote on the page with a PDF program. */
  readonly notes: readonly string[];
  readonly authors: readonly string[];
}

/** What is on the page beside its own content. `form`: the document's form, 0 = none. */
export function pageNotes(pdfium: Pdfium, page: number, form: number): PageNotes {
  const found = { fields: [] as string[], notes: [] as string[], authors: [] as string[] };
  const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), MOST_NOTES);
  for (let at = 0; at < count; at++) {
    const note = pdfium._FPDFPage_GetAnnot(page, at);
    if (note === 0) continue;
    const own = (key: string): string =>
      withName(pdfium, key, (name) =>
        textOf(pdfium, NOTE_BYTES, (into, bytes) => pdfium._FPDFAnnot_GetStringValue(note, name, into, bytes)),
      );
    const value =
      textOf(pdfium, NOTE_BYTES, (into, bytes) => pdfium._FPDFAnnot_GetFormFieldValue(form, note, into, bytes)) ||
      own('V');
    const name = textOf(pdfium, NOTE_BYTES, (into, bytes) =>
      pdfium._FPDFAnnot_GetFormFieldName(form, note, into, bytes),
    );
    if (value !== '') found.fields.push(name === '' ? value : `${name}: ${value}`);
    else {
      const content = own('Contents');
      if (content !== '') found.notes.push(content);
      const author = own('T');
      if (author !== '') found.authors.push(author);
    }
    pdfium._FPDFPage_CloseAnnot(note);
  }
  return found;
}

/** True where what stands on the page can be told only by looking at it. */
export function mustBeSeen(pdfium: Pdfium, page: number, text: string): boolean {
  const count = pdfium._FPDFPage_CountObjects(page);
  if (count <= 0) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEW_LETTERS) return true;
  const area = pdfium._FPDF_GetPageWidth(page) * pdfium._FPDF_GetPageHeight(page);
  for (let at = 0; at < Math.min(count, MOST_OBJECTS); at++) {
    const object = pdfium._FPDFPage_GetObject(page, at);
    if (holdsImage(pdfium, object) && areaOf(pdfium, object) > area * LARGE_SHARE) return true;
  }
  return false;
}

/** A picture, or a group of objects with a picture among them. */
function holdsImage(pdfium: Pdfium, object: number): boolean {
  const type = pdfium._FPDFPageObj_GetType(object);
  if (type !== FORM) return type === IMAGE;
  const count = Math.min(pdfium._FPDFFormObj_CountObjects(object), MOST_OBJECTS);
  for (let at = 0; at < count; at++) {
    if (pdfium._FPDFPageObj_GetType(pdfium._FPDFFormObj_GetObject(object, at)) === IMAGE) return true;
  }
  return false;
}

function areaOf(pdfium: Pdfium, object: number): number {
  return withRoom(pdfium, 16, (at) => {
    if (!pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return 0;
    const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.HEAPF32.subarray(at / 4, at / 4 + 4);
    return Math.abs(right - left) * Math.abs(top - bottom);
  });
}

export interface DrawnPage {
  readonly png: Uint8Array;
  /** The page is so large that ordinary print on it came out too small to read. */
  readonly isTooSmall: boolean;
}

/** The page as a picture of at most 8 million pixels; undefined for a page without a size. */
export function drawnPage(pdfium: Pdfium, page: number): DrawnPage | undefined {
  const width = pdfium._FPDF_GetPageWidth(page);
  const height = pdfium._FPDF_GetPageHeight(page);
  if (!(width > 0 && height > 0)) return undefined;
  const scale = Math.min(DOTS_A_POINT, Math.sqrt(MOST_PIXELS / (width * height)));
  const across = Math.min(MOST_PIXELS, Math.max(1, Math.floor(width * scale)));
  const down = Math.max(1, Math.min(Math.floor(height * scale), Math.floor(MOST_PIXELS / across)));
  const pixels = withRoom(pdfium, across * down * 3, (address) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(across, down, COLOUR_WITHOUT_ALPHA, address, across * 3);
    if (bitmap === 0) throw new RangeError('no bitmap');
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, across, down, WHITE);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, DRAW_FLAGS);
    pdfium._FPDFBitmap_Destroy(bitmap);
    return bytesAt(pdfium, address, across * down * 3);
  });
  return { png: pngOf(pixels, across, down), isTooSmall: scale < LEAST_SCALE };
}
