// A page as it streams by: what opens, what closes, and text between. Nothing of it is built up, fetched or run.

import { Parser } from 'htmlparser2';

export interface HtmlReader {
  opens(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  closes(name: string): void;
}

/** Hands the page to the reader a piece at a time, and pauses after each; ends all that is still open. */
export async function* readHtml(pieces: AsyncIterable<string>, reader: HtmlReader): AsyncGenerator<void> {
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (isCode(name)) hidden++;
      reader.opens(name, attributes);
    },
    ontext: (text) => {
      if (hidden === 0) reader.text(text);
    },
    onclosetag: (name) => {
      if (isCode(name)) hidden--;
      reader.closes(name);
    },
  });
  for await (const piece of pieces) {
    parser.write(piece);
    yield;
  }
  parser.end();
  yield;
}

const isCode = (name: string): boolean => name === 'script' || name === 'style';

const BLOCKS = new Set('p div br hr li tr ul ol table blockquote h1 h2 h3 h4 h5 h6 section article td'.split(' '));
/** A new line begins before and after these. */
export const isBlock = (name: string): boolean => BLOCKS.has(name);

/** Text of a page with single spaces, and a line a block. */
export const tidied = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** The words of a piece of HTML that stands in a message. `isLeftOut` names elements of which nothing is wanted, answered messages for instance. */
export function textOfHtml(
  html: string,
  isLeftOut: (name: string, attributes: Readonly<Record<string, string>>) => boolean = () => false,
): string {
  if (!/[<&]/.test(html)) return html;
  let text = '';
  const open: boolean[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      open.push(isCode(name) || isLeftOut(name, attributes));
      if (isBlock(name)) text += '\n';
    },
    ontext: (more) => {
      if (!open.includes(true)) text += more;
    },
    onclosetag: (name) => {
      open.pop();
      if (isBlock(name)) text += '\n';
    },
  });
  parser.end(html);
  return tidied(text);
}
