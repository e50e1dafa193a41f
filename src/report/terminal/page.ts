// Lays out text on a screen of a given width: headings, paragraphs with a hanging indent, tables. Every string is made harmless
// here, just before it is written, and coloured only after that.

import { forTerminal } from '../escape.ts';

/** Colours a finished piece of text, or leaves it as it is. */
export type Paint = (text: string) => string;

export interface Page {
  heading(text: string, paint?: Paint): void;
  /** Wrapped; `label` stands before the first line and the others are set below its end. */
  paragraph(text: string, layout?: { readonly indent?: number; readonly label?: string; readonly paint?: Paint }): void;
  /** First column left, numbers right. The first row is the heading of the table. */
  table(rows: readonly (readonly string[])[], indent?: number): void;
  blank(): void;
  text(): string;
}

const plain: Paint = (text) => text;

export function page(width: number): Page {
  const lines: string[] = [];
  const blank = () => {
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };
  return {
    blank,
    heading: (text, paint = plain) => {
      blank();
      lines.push(paint(forTerminal(text)));
    },
    paragraph: (text, { indent = 2, label = '', paint = plain } = {}) => {
      const start = ' '.repeat(indent) + forTerminal(label);
      const margin = ' '.repeat(columns(start));
      const wrapped = wrap(forTerminal(text), Math.max(20, width - margin.length));
      lines.push(...wrapped.map((line, i) => (i === 0 ? start : margin) + paint(line)));
    },
    table: (rows, indent = 2) => {
      const clean = rows.map((row) => row.map(forTerminal));
      const widths = (clean[0] ?? []).map((_, i) => Math.max(...clean.map((row) => columns(row[i] ?? ''))));
      for (const row of clean) {
        const cells = row.map((cell, i) => {
          const padding = ' '.repeat((widths[i] ?? 0) - columns(cell));
          return i === 0 ? cell + padding : padding + cell;
        });
        lines.push(' '.repeat(indent) + cells.join('  ').trimEnd());
      }
    },
    text: () => `${lines.join('\n')}\n`,
  };
}

/** Lines of at most `width` columns, broken at spaces; a longer word is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/ +/).flatMap((long) => cut(long, width))) {
    const size = columns(word);
    if (used > 0 && used + 1 + size > width) {
      lines.push(line);
      line = word;
      used = size;
    } else {
      line = used > 0 ? `${line} ${word}` : word;
      used += used > 0 ? 1 + size : size;
    }
  }
  lines.push(line);
  return lines;
}

function cut(word: string, width: number): readonly string[] {
  if (columns(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const sign of word) {
    const size = columns(sign);
    if (used + size > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += sign;
    used += size;
  }
  return [...pieces, piece];
}

const WIDE = /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;
const NO_WIDTH = /[\p{M}\u200d]/u;

/** Columns that a terminal gives to a text: two for emoji and East Asian signs, none for marks. */
export function columns(text: string): number {
  let sum = 0;
  for (const sign of text) sum += NO_WIDTH.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return sum;
}
