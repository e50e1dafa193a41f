// The body of a mail as a page. Mail programs send the same words as plain text too, so only what the page says beyond that is kept: rows of
// tables with their headings, names of pictures, words that are not shown.

import { Gathering } from './gathering.ts';
import { readPage } from './page.ts';
import type { ReadingLimits } from './reader.ts';

export function readMailPage(html: string, plain: string, gathering: Gathering, limits: ReadingLimits): void {
  const page = new Gathering(limits);
  readPage(html.slice(0, limits.characters * 2), page, 'body');
  const { passages, inner, unread } = page.done();
  const known = joined(plain);
  for (const { text } of passages)
    for (const line of text.split('\n')) if (!known.includes(joined(line))) gathering.line('body as a page', line);
  for (const { name, bytes } of inner) gathering.inner(name, bytes);
  for (const { reason, place } of unread) gathering.unread(reason, place);
}

/** Programs break lines in different places. */
const joined = (text: string): string => text.replace(/\s+/g, '');
