import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineSplitter, LONGEST } from '../../src/parse/lines.ts';

const ENDS = { crlf: '\r\n', lf: '\n', cr: '\r', none: '' } as const;

function linesOf(pieces: readonly string[]): { text: string; end: keyof typeof ENDS; cut: boolean }[] {
  const lines: { text: string; end: keyof typeof ENDS; cut: boolean }[] = [];
  const splitter = createLineSplitter((text, end, cut) => lines.push({ text, end, cut }));
  for (const piece of pieces) splitter.push(piece);
  splitter.finish();
  return lines;
}

describe('lines', () => {
  it('end with CRLF, LF or a lone CR and with nothing else', () => {
    const text = 'a\r\nb\nc\rd\u2028e\u0085f\vg\fh\r\r\ni';
    expect(linesOf([text]).map((line) => [line.text, line.end])).toEqual([
      ['a', 'crlf'],
      ['b', 'lf'],
      ['c', 'cr'],
      ['d\u2028e\u0085f\vg\fh', 'cr'],
      ['', 'crlf'],
      ['i', 'none'],
    ]);
  });

  it('put together again are the text, however it arrives', () => {
    const texts = fc.array(fc.constantFrom('a', 'bc', '\r', '\n', '\r\n', 'é'), { maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 5 }), (parts, size) => {
        const text = parts.join('');
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
          text.slice(i * size, (i + 1) * size),
        );
        expect(
          linesOf(pieces)
            .map((line) => line.text + ENDS[line.end])
            .join(''),
        ).toBe(text);
        expect(linesOf(pieces)).toEqual(linesOf([text]));
      }),
    );
  });

  it('longer than any message are cut, and the next line is whole', () => {
    const lines = linesOf([...Array.from({ length: 40 }, () => 'x'.repeat(65_536)), '\nnext']);
    expect(lines.map(({ text, cut }) => [text.length, cut])).toEqual([
      [LONGEST, true],
      [4, false],
    ]);
  });
});
