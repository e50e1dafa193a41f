// A drawing (SVG) is a text that tells what to draw, and may tell to fetch files. It is not drawn: its words are taken out of the text,
// with the pictures that it carries. What is drawn by lines only is not read, and said to be so.

import type { InnerFile, Passage, Reading, ReadingLimits, Unread } from '../reader.ts';

const START =
  /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^[>]*(?:\[[\s\S]*?\]\s*)?>\s*)*<svg[\s>]/i;

export function isSvg(bytes: Uint8Array): boolean {
  return START.test(Buffer.from(bytes.subarray(0, 4096)).toString('utf8'));
}

export type ReadDrawing = (bytes: Uint8Array) => Reading;

/** Elements that show words, and those whose text is not shown. */
const LINES = new Set(['text', 'title', 'desc', 'p', 'div', 'li', 'td', 'metadata']);
const SILENT = new Set(['style', 'script']);
const SHAPES = new Set(['path', 'polyline', 'polygon']);
const EMBEDDED = /^data:image\/[\w.+-]+;base64,/i;

export async function drawingReader(limits: ReadingLimits): Promise<ReadDrawing> {
  const { SaxesParser } = await import('saxes');
  return (bytes) => {
    const drawing = new Drawing(limits);
    const parser = new SaxesParser({ xmlns: false });
    parser.on('doctype', (told) => drawing.doctype(told));
    parser.on('opentag', ({ name, attributes }) => drawing.open(name, attributes));
    parser.on('closetag', ({ name }) => drawing.close(name));
    parser.on('text', (text) => drawing.text(text));
    parser.on('cdata', (text) => drawing.text(text));
    parser.on('error', () => drawing.note('what stands after a fault in it'));
    parser.write(Buffer.from(bytes).toString('utf8')).close();
    return drawing.reading();
  };
}

class Drawing {
  private readonly lines: string[] = [];
  private readonly inner: InnerFile[] = [];
  private readonly unread = new Map<string, Unread>();
  private readonly limits: ReadingLimits;
  private line = '';
  private silent = 0;
  private characters = 0;

  constructor(limits: ReadingLimits) {
    this.limits = limits;
  }

  note(place: string): void {
    this.unread.set(place, { reason: 'media-partly-read', place });
  }

  /** Own abbreviations ("entities") can name files, or grow to any size. They are never followed. */
  doctype(told: string): void {
    if (/<!ENTITY/i.test(told)) this.note('abbreviations that it defines for itself');
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const element = name.replace(/^.*:/, '');
    if (SILENT.has(element)) this.silent += 1;
    if (LINES.has(element)) this.endLine();
    if (SHAPES.has(element)) this.note('what it draws by lines');
    for (const [attribute, value] of Object.entries(attributes))
      this.attribute(element, attribute.replace(/^.*:/, ''), value);
  }

  private attribute(element: string, name: string, value: string): void {
    if (name === 'title' || name === 'aria-label' || name === 'label') this.lines.push(value);
    if (name !== 'href' || (element !== 'image' && element !== 'feImage')) return;
    if (!EMBEDDED.test(value) || this.inner.length >= this.limits.innerFiles) {
      this.note('a picture in it');
      return;
    }
    const bytes = new Uint8Array(Buffer.from(value.slice(value.indexOf(',') + 1), 'base64'));
    this.inner.push({ name: `picture ${this.inner.length + 1}`, bytes });
  }

  close(name: string): void {
    const element = name.replace(/^.*:/, '');
    if (SILENT.has(element)) this.silent -= 1;
    if (LINES.has(element)) this.endLine();
  }

  text(text: string): void {
    if (this.silent > 0) return;
    const room = this.limits.characters - this.characters;
    if (text.length > room) this.note('text beyond the limit');
    this.line += text.slice(0, Math.max(0, room));
    this.characters += text.length;
  }

  private endLine(): void {
    const line = this.line.replace(/\s+/g, ' ').trim();
    if (line) this.lines.push(line);
    this.line = '';
  }

  reading(): Reading {
    this.endLine();
    const text = this.lines.join('\n');
    const passages: Passage[] = text ? [{ place: 'text of the drawing', text, by: 'typed' }] : [];
    return { passages, facts: [], inner: this.inner, unread: [...this.unread.values()] };
  }
}
