// PDFium, the PDF reader of Chrome, compiled to WebAssembly: an own copy of it for each file, so that one file can neither see nor break
// what belongs to another. A small PDF can unpack to more than a machine holds; the memory that PDFium may ask for is bounded here.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The calls of PDFium's C interface that are used here. Handles and addresses are numbers; 0 = none. */
export interface Pdfium {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  _FPDF_InitLibrary(): void;
  _FPDF_LoadMemDocument(address: number, bytes: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetMetaText(document: number, tag: number, into: number, bytes: number): number;
  _FPDFDOC_InitFormFillEnvironment(document: number, callbacks: number): number;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, at: number): number;
  _FPDFAttachment_GetName(attachment: number, into: number, bytes: number): number;
  _FPDFAttachment_GetFile(attachment: number, into: number, bytes: number, needed: number): number;
  _FPDF_LoadPage(document: number, at: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidth(page: number): number;
  _FPDF_GetPageHeight(page: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetText(text: number, from: number, count: number, into: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, at: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, at: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, at: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFAnnot_GetStringValue(annotation: number, key: number, into: number, bytes: number): number;
  _FPDFAnnot_GetFormFieldName(form: number, annotation: number, into: number, bytes: number): number;
  _FPDFAnnot_GetFormFieldValue(form: number, annotation: number, into: number, bytes: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, address: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, x: number, y: number, width: number, height: number, colour: number): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
}

/** Node has it; its types for version 20 leave it out. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => object;
};

type Start = (options: object) => Promise<Pdfium>;

/**
 * What PDFium may hold: the file itself, one picture of 8 million pixels, and what a page unpacks to. Measured: letters and
 * scans stay below 100 MB. A stream that unpacks to 800 MB in a file of 778 KB would take 1.6 GB.
 */
const HEAP_BYTES = 320 * 1024 ** 2;

export interface PdfiumCopy {
  readonly pdfium: Pdfium;
  /** True once PDFium has asked for more memory than it may have. */
  readonly isFull: () => boolean;
}

/** Loads and compiles PDFium once; each call of the result starts a copy (a few milliseconds). */
export async function loadPdfium(): Promise<() => Promise<PdfiumCopy>> {
  const { PDFiumModule } = await import('@hyzyla/pdfium');
  const code = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const compiled = new WebAssembly.Module(code);
  return () => start(PDFiumModule as unknown as Start, compiled);
}

async function start(startModule: Start, compiled: object): Promise<PdfiumCopy> {
  let full = false;
  const instantiateWasm = (
    imports: { readonly env: Record<string, unknown> },
    done: (instance: object) => void,
  ): object => {
    const grow = imports.env.emscripten_resize_heap as (bytes: number) => boolean;
    const bounded = (bytes: number): boolean => {
      if (bytes >>> 0 > HEAP_BYTES) full = true;
      return !full && grow(bytes);
    };
    const env = { ...imports.env, emscripten_resize_heap: bounded };
    done(new WebAssembly.Instance(compiled, { ...imports, env }));
    return {};
  };
  const silent = (): void => undefined;
  const pdfium = await startModule({ instantiateWasm, print: silent, printErr: silent });
  pdfium._FPDF_InitLibrary();
  return { pdfium, isFull: () => full };
}
