// Pages as they come in: records whole, nothing of scripts, and an end for what is meant to have none.

import { describe, expect, it } from 'vitest';
import { elementsIn, type HtmlElement, hasClass, htmlRecords } from '../../src/parse/html.ts';
import { shownText } from '../../src/parse/html-text.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(html: string, size = 7) {
  const notes = { long: 0, cut: false };
  const records: HtmlElement[] = [];
  for await (const record of htmlRecords(inPieces(html, size), (opening) => hasClass(opening, 'm'), notes)) {
    records.push(record);
  }
  return { records, notes, texts: records.map((record) => shownText(record)) };
}

describe('htmlRecords', () => {
  it('gives records whole, wherever the page is cut into pieces, and records in records as part of the outer', async () => {
    const html =
      '<html><body><div class="x m">a &amp; <b>b</b></div><p>no</p><div class="m">c<i class="m">d</i></div></body></html>';
    for (const size of [1, 3, 1000]) {
      const { texts, notes } = await read(html, size);
      expect([texts, notes]).toEqual([['a & b', 'cd'], { long: 0, cut: false }]);
    }
  });

  it('passes over scripts and styles', async () => {
    const { texts } = await read('<div class="m">a<script>var x = "<b>no</b>";</script><style>p{}</style>b</div>');
    expect(texts).toEqual(['ab']);
  });

  it('says that a page breaks off, and gives what came before', async () => {
    const { texts, notes } = await read('<html><div class="m">whole</div><div class="m">half');
    expect([texts, notes.cut]).toEqual([['whole', 'half'], true]);
  });

  it('does not run out of room on what is nested without end, and keeps its text', async () => {
    const deep = `<div class="m">${'<b>'.repeat(300)}bed 4${'</b>'.repeat(300)}</div>`;
    const { records, texts, notes } = await read(deep, 64_000);
    expect([texts, notes.cut, records.length]).toEqual([['bed 4'], false, 1]);
    const endless = await read(`<html><div class="m">a</div>${'<div class="m">'.repeat(50_000)}`, 64_000);
    expect(endless.notes.cut).toBe(true);
    expect(endless.texts[0]).toBe('a');
  });

  it('keeps the beginning of a record that is longer than any message', async () => {
    const { texts, notes } = await read(
      `<div class="m">${'x'.repeat(3_000_000)}</div><div class="m">next</div>`,
      64_000,
    );
    expect([texts[0]?.length, texts[1], notes.long]).toEqual([1 << 20, 'next', 1]);
  });
});

describe('shownText', () => {
  it('draws spaces together, sets blocks on lines of their own and names the address behind a link', async () => {
    const { texts } = await read(
      '<div class="m">\n  <p>one\n two</p><p> three<br>four </p><a href="https://example.org/x">this</a> <a href="mailto:a@example.org">mail</a></div>',
    );
    expect(texts).toEqual(['one two\nthree\nfour\nthis https://example.org/x mail']);
  });

  it('leaves out what it is told to', async () => {
    const { records } = await read('<div class="m"><p>a</p><ul><li>b</li></ul></div>');
    expect(shownText(records[0]!, ({ name }) => name === 'ul')).toBe('a');
    expect(elementsIn(records[0]!)).toHaveLength(2);
  });
});
