// Pages (HTML) of any size, read as they come in: a page is never held, only the record at hand. Nothing that a page links to is fetched
// and no script in it runs; scripts and styles are passed over.

import { Parser } from 'htmlparser2';
import { LONGEST } from './lines.ts';

/** An element as its start tag has it. */
export interface Opening {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** How many elements are open around it. */
  readonly depth: number;
  /** Number of the element that it lies in, counted over the page from 1; 0 for the outermost. */
  readonly parent: number;
}

export interface HtmlElement extends Opening {
  readonly children: readonly (HtmlElement | string)[];
}

/** What went wrong while reading. */
export interface HtmlNotes {
  /** Records of which only the beginning was kept. */
  long: number;
  /** The page breaks off before its end, or is nested deeper than any app writes. */
  cut: boolean;
}

/** Takes the signs of a page one after another. */
export interface HtmlEvents {
  open(opening: Opening): void;
  text(text: string): void;
  close(): void;
}

/** Apps nest some twenty deep; what is nested deeper is meant to exhaust its reader. */
const DEEPEST = 500;
const DEEPEST_IN_RECORD = 100;
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'svg']);

/** Tells `events` of the page as it is read, and yields after each piece of text. Throws what `text` throws. */
export async function* readHtml(
  text: AsyncIterable<string>,
  events: HtmlEvents,
  notes: HtmlNotes,
): AsyncGenerator<void> {
  const around: number[] = [];
  let count = 0;
  let unseen = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (UNSEEN.has(name)) unseen++;
      if (unseen === 0) events.open({ name, attributes, depth: around.length, parent: around.at(-1) ?? 0 });
      around.push(++count);
    },
    ontext: (piece) => {
      if (unseen === 0) events.text(piece);
    },
    onclosetag: (name) => {
      around.pop();
      if (unseen === 0) events.close();
      else if (UNSEEN.has(name)) unseen--;
    },
  });
  for await (const piece of text) {
    parser.write(piece);
    yield;
    if (around.length >= DEEPEST) break;
  }
  if (around.length > 0) notes.cut = true;
  parser.end();
  yield;
}

/** An element that is being read. */
interface Open extends Opening {
  readonly children: (HtmlElement | string)[];
}

/** The elements of a page that `begins` says are records, whole, in the order in which they end. None lies inside another. */
export async function* htmlRecords(
  text: AsyncIterable<string>,
  begins: (opening: Opening) => boolean,
  notes: HtmlNotes,
): AsyncGenerator<HtmlElement> {
  const ready: HtmlElement[] = [];
  const open: Open[] = [];
  let length = 0;
  let outside = 0;
  let tooDeep = 0;
  const events: HtmlEvents = {
    open: (opening) => {
      if (open.length === 0 && !begins(opening)) return void outside++;
      if (open.length === 0) length = 0;
      // What is nested too deep counts as part of what it lies in.
      if (open.length >= DEEPEST_IN_RECORD) return void tooDeep++;
      open.push({ ...opening, children: [] });
    },
    text: (piece) => {
      if (open.length === 0) return;
      if (length < LONGEST && length + piece.length >= LONGEST) notes.long++;
      open.at(-1)?.children.push(piece.slice(0, Math.max(0, LONGEST - length)));
      length += piece.length;
    },
    close: () => {
      if (tooDeep > 0) return void tooDeep--;
      const closed = open.pop();
      if (!closed) return void outside--;
      const around = open.at(-1);
      if (around) around.children.push(closed);
      else ready.push(closed);
    },
  };
  for await (const _ of readHtml(text, events, notes)) yield* ready.splice(0);
}

export const classesOf = ({ attributes }: Opening): readonly string[] =>
  (attributes.class ?? '').split(/\s+/).filter((name) => name !== '');

export const hasClass = (element: Opening, name: string): boolean => classesOf(element).includes(name);

export const isElement = (child: HtmlElement | string): child is HtmlElement => typeof child !== 'string';

export const elementsIn = ({ children }: HtmlElement): HtmlElement[] => children.filter(isElement);

/** The first element below `element`, itself left out, that has the class. */
export function findByClass(element: HtmlElement, name: string): HtmlElement | undefined {
  for (const child of elementsIn(element)) {
    const found = hasClass(child, name) ? child : findByClass(child, name);
    if (found) return found;
  }
  return undefined;
}
