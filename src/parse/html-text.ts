// What a reader of a page sees: its text, block under block, with the addresses behind its links; and the files that it shows.

import type { Attachment, MediaKind } from '../model.ts';
import { elementsIn, type HtmlElement, isElement } from './html.ts';
import { baseName, cameAs, kindOfName, type Shelf } from './media.ts';

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** The text of an element, a line a block, without what `skip` names. Spaces are drawn together, as a browser does. */
export function shownText(element: HtmlElement, skip: (inner: HtmlElement) => boolean = () => false): string {
  const parts: string[] = [];
  take(element, skip, parts);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function take(element: HtmlElement, skip: (inner: HtmlElement) => boolean, parts: string[]): void {
  const isBlock = BLOCKS.has(element.name);
  if (isBlock) parts.push('\n');
  const begin = parts.length;
  for (const child of element.children) {
    if (!isElement(child)) parts.push(child.replace(/[\r\n\t\f ]+/g, ' '));
    else if (!skip(child)) take(child, skip, parts);
  }
  const address = element.name === 'a' ? (element.attributes.href ?? '') : '';
  if (/^https?:/i.test(address) && !parts.slice(begin).join('').includes(address)) parts.push(` ${address} `);
  if (isBlock) parts.push('\n');
}

const KINDS: Readonly<Record<string, MediaKind>> = { img: 'image', video: 'video', audio: 'voice-note' };

/** Files that an element shows or leads to, each once; pictures inside a link to a file are small copies of it. */
export function filesShown(element: HtmlElement, path: string, shelf: Shelf): Attachment[] {
  const found = new Map<string, Attachment>();
  collect(element, undefined, path, shelf, found);
  return [...found.values()];
}

function collect(
  element: HtmlElement,
  around: MediaKind | undefined,
  path: string,
  shelf: Shelf,
  found: Map<string, Attachment>,
): void {
  const reference = element.name === 'a' ? element.attributes.href : element.attributes.src;
  const name = localName(reference ?? '');
  const kind = KINDS[element.name] ?? around;
  if (name !== '' && !found.has(name)) {
    const file = shelf.find(name, path);
    found.set(name, { name, kind: kindOfShown(name, kind), ...cameAs(file) });
  }
  if (element.name === 'a' && name !== '') {
    if (shelf.find(name, path)) claimCopies(element, path, shelf);
    return;
  }
  for (const child of elementsIn(element)) collect(child, kind, path, shelf, found);
}

/** The small copies of a file that came along need no look of their own. */
function claimCopies(element: HtmlElement, path: string, shelf: Shelf): void {
  const name = element.name === 'img' ? localName(element.attributes.src ?? '') : '';
  if (name !== '') shelf.claim(name, path);
  for (const child of elementsIn(element)) claimCopies(child, path, shelf);
}

/** Its ending tells more than the tag: a `.gif` stands in an `img`. */
function kindOfShown(name: string, tag: MediaKind | undefined): MediaKind {
  const byName = kindOfName(name);
  return byName === 'document' && tag ? tag : byName;
}

/** '' for an address on the web, a place on a page, or data written out. */
function localName(reference: string): string {
  if (reference === '' || reference.includes('#') || /^[a-z][a-z0-9+.-]*:/i.test(reference)) return '';
  const name = baseName(reference.replace(/\?.*$/, ''));
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
