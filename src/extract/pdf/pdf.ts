// Letters, lists and scans as PDF: the text of each page, forms filled in, notes and attached files; pages without text, or with a picture
// over most of them, are drawn and handed back as pictures. A document locked with a password to open it stays unread; one that only
// forbids printing or copying is read, as every PDF program shows it.

import { Gathering } from '../gathering.ts';
import type { Reader, Reading, ReadingLimits } from '../reader.ts';
import { loadPdfium, type Pdfium, type PdfiumCopy } from './library.ts';
import { bytesAt, textOf, withName, withRoom } from './memory.ts';
import { drawnPage, mustBeSeen, pageNotes, pageText } from './page.ts';
import { pdfSample } from './sample.ts';

const END_MARK = '%%EOF';
const END_MARK_WITHIN = 2048;
/** FPDF_GetLastError: needs a password, or is locked in a way unknown to PDFium. */
const LOCKED = new Set([4, 5]);
const PROPERTIES = { Author: 'author', Title: 'title', Subject: 'subject', Keywords: 'keywords' } as const;
const PROPERTY_BYTES = 1 << 16;
const FORM_CALLBACKS_BYTES = 256;
const FORM_CALLBACKS_VERSION = 2;
const ATTACHMENTS = 200;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export const pdfReader: Reader = {
  kind: 'pdf',
  title: 'PDF documents',
  packages: ['@hyzyla/pdfium'],
  ready: async (limits) => {
    const startCopy = await loadPdfium();
    return { read: async (bytes) => readPdf(bytes, await startCopy(), limits) };
  },
  sample: pdfSample,
};

function readPdf(bytes: Uint8Array, copy: PdfiumCopy, limits: ReadingLimits): Reading {
  const got = new Gathering(limits);
  let place: string | undefined;
  try {
    new PdfDocument(copy.pdfium, got, limits, (next) => {
      place = next;
    }).read(bytes);
  } catch {
    // PDFium breaks off in many ways, all of them without words for an officer; what was read until then stands.
    got.unread(
      copy.isFull() ? 'media-too-big' : 'media-damaged',
      place === undefined ? undefined : `${place} and what follows`,
    );
  }
  return got.done();
}

class PdfDocument {
  readonly #pdfium: Pdfium;
  readonly #got: Gathering;
  readonly #limits: ReadingLimits;
  readonly #reaches: (place: string) => void;
  #drawn = 0;

  /** `reaches` is told what is read next, so that it can be named should PDFium break off there. */
  constructor(pdfium: Pdfium, got: Gathering, limits: ReadingLimits, reaches: (place: string) => void) {
    this.#pdfium = pdfium;
    this.#got = got;
    this.#limits = limits;
    this.#reaches = reaches;
  }

  read(bytes: Uint8Array): void {
    const pdfium = this.#pdfium;
    const address = pdfium._malloc(bytes.length); // kept until the end: PDFium reads from it
    if (address === 0) throw new RangeError('no memory');
    pdfium.HEAPU8.set(bytes, address);
    const document = pdfium._FPDF_LoadMemDocument(address, bytes.length, 0);
    if (document === 0) {
      this.#got.unread(LOCKED.has(pdfium._FPDF_GetLastError()) ? 'media-locked' : 'media-damaged');
      return;
    }
    const isCut = !latin1(bytes.subarray(-END_MARK_WITHIN)).includes(END_MARK);
    if (isCut) this.#got.unread('media-damaged', 'the end of the file is missing');
    this.#readPages(document);
    this.#readProperties(document);
    this.#readAttachments(document);
  }

  #readPages(document: number): void {
    const pages = this.#pdfium._FPDF_GetPageCount(document);
    this.#got.fact('pages', String(pages));
    if (pages === 0) this.#got.unread('media-damaged');
    if (pages > this.#limits.pages)
      this.#got.unread('media-too-big', `page ${this.#limits.pages + 1} and what follows`);
    const form = this.#form(document);
    for (let at = 0; at < Math.min(pages, this.#limits.pages) && !this.#got.isFull; at++) {
      const place = `page ${at + 1}`;
      this.#reaches(place);
      const page = this.#pdfium._FPDF_LoadPage(document, at);
      if (page === 0) {
        this.#got.unread('media-damaged', place);
        continue;
      }
      this.#readPage(page, form, place);
      this.#pdfium._FPDF_ClosePage(page);
    }
  }

  #readPage(page: number, form: number, place: string): void {
    const text = pageText(this.#pdfium, page, this.#limits.characters);
    this.#got.passage(place, text);
    const { fields, notes, authors } = pageNotes(this.#pdfium, page, form);
    for (const field of fields) this.#got.line(`${place}, form field`, field);
    for (const note of notes) this.#got.line(`${place}, note`, note);
    for (const author of new Set(authors)) this.#got.line(`${place}, author of a note`, author, 'told');
    if (mustBeSeen(this.#pdfium, page, text)) this.#draw(page, place);
  }

  #draw(page: number, place: string): void {
    this.#drawn++;
    if (this.#drawn > this.#limits.drawnPages) {
      if (this.#drawn === this.#limits.drawnPages + 1)
        this.#got.unread('media-too-big', `pictures on ${place} and what follows`);
      return;
    }
    const drawn = drawnPage(this.#pdfium, page);
    if (drawn) this.#got.inner(`${place} as a picture`, drawn.png);
    if (!drawn || drawn.isTooSmall) this.#got.unread('media-partly-read', `${place} as a picture`);
  }

  /** PDFium tells what is filled in only of a form that has been set up; no script of it ever runs, this build has no engine for them. */
  #form(document: number): number {
    const callbacks = this.#pdfium._malloc(FORM_CALLBACKS_BYTES);
    if (callbacks === 0) return 0;
    this.#pdfium.HEAPU8.fill(0, callbacks, callbacks + FORM_CALLBACKS_BYTES);
    this.#pdfium.HEAPU8[callbacks] = FORM_CALLBACKS_VERSION;
    return this.#pdfium._FPDFDOC_InitFormFillEnvironment(document, callbacks);
  }

  #readProperties(document: number): void {
    for (const [tag, word] of Object.entries(PROPERTIES)) {
      const text = this.#property(document, tag);
      if (text === '') continue;
      this.#got.line(`property: ${word}`, text, 'told');
      if (word === 'author' || word === 'title') this.#got.fact(word, text);
    }
    const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(this.#property(document, 'ModDate')) ?? [];
    if (year) this.#got.fact('modified', `${year}-${month}-${day}`);
  }

  #property(document: number, tag: string): string {
    const pdfium = this.#pdfium;
    return withName(pdfium, tag, (name) =>
      textOf(pdfium, PROPERTY_BYTES, (into, bytes) => pdfium._FPDF_GetMetaText(document, name, into, bytes)),
    );
  }

  #readAttachments(document: number): void {
    const count = this.#pdfium._FPDFDoc_GetAttachmentCount(document);
    if (count > ATTACHMENTS) this.#got.unread('media-too-big', 'attached files');
    for (let at = 0; at < Math.min(count, ATTACHMENTS); at++) {
      this.#reaches(`attached file ${at + 1}`);
      const attachment = this.#pdfium._FPDFDoc_GetAttachment(document, at);
      const bytes = attachment === 0 ? undefined : this.#attached(attachment);
      const name = textOf(this.#pdfium, PROPERTY_BYTES, (into, room) =>
        this.#pdfium._FPDFAttachment_GetName(attachment, into, room),
      );
      if (bytes) this.#got.inner(name || `attached file ${at + 1}`, bytes);
      else this.#got.unread('media-partly-read', `attached file ${at + 1}`);
    }
  }

  #attached(attachment: number): Uint8Array | undefined {
    const pdfium = this.#pdfium;
    return withRoom(pdfium, 4, (needed) => {
      const size = (): number => new DataView(pdfium.HEAPU8.buffer).getUint32(needed, true);
      if (!pdfium._FPDFAttachment_GetFile(attachment, 0, 0, needed)) return undefined;
      const bytes = size();
      if (bytes > this.#limits.inflatedPart) return undefined;
      return withRoom(pdfium, bytes, (address) =>
        pdfium._FPDFAttachment_GetFile(attachment, address, bytes, needed)
          ? bytesAt(pdfium, address, bytes)
          : undefined,
      );
    });
  }
}
