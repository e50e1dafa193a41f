// What a reader sees of a mail that was written as a page (HTML), line by line: chats are pasted into such mails as well. Nothing that
// it links to is fetched.

import { Parser } from 'htmlparser2';

const UNSEEN = new Set(['script', 'style', 'title']);
/** A new line begins before and after these. */
const BLOCKS = new Set('p div br hr li tr ul ol table blockquote pre h1 h2 h3 h4 h5 h6 section article'.split(' '));

export function textOfPage(html: string): string {
  const parts: string[] = [];
  let unseen = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (UNSEEN.has(name)) unseen++;
      if (BLOCKS.has(name)) parts.push('\n');
    },
    ontext: (text) => {
      if (unseen === 0) parts.push(text.replace(/[ \t\r\n]+/g, ' '));
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen--;
      if (BLOCKS.has(name)) parts.push('\n');
    },
  });
  parser.end(html);
  const lines = parts.join('').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
