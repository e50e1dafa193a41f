import { describe, expect, it } from 'vitest';
import { rtfReader } from '../../src/extract/rtf/rtf.ts';
import { readWith, sampleIsRead, textAt } from './reading.ts';

const read = (body: string) => readWith(rtfReader, Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'latin1'));

describe('rich text', () => {
  it('gives its words without fonts and styles, each part at its place', async () => {
    const reading = await read(
      `{\\fonttbl{\\f0 Arial;}}{\\stylesheet{Normal;}}{\\*\\generator Some Program;}{\\info{\\title Re: Kit Vale}{\\author Ida Fennimore}}
       {\\header\\pard Hospital No RX1\\par}{\\*\\annotation asked her}\\pard\\b Seen\\b0  today,\\par bed 4\\par
       {\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 9991079203}}{\\shptxt boxed\\par}}}{\\v not shown}`,
    );
    expect(textAt(reading, 'text')).toBe('Seen today,\nbed 4\nnot shown');
    expect(textAt(reading, 'page header')).toBe('Hospital No RX1');
    expect(textAt(reading, 'comment')).toBe('asked her');
    expect(textAt(reading, 'text box')).toBe('boxed');
    expect(textAt(reading, 'title')).toBe('Re: Kit Vale');
    expect(reading.facts).toContainEqual({ name: 'author', value: 'Ida Fennimore' });
    expect(textAt(reading)).not.toMatch(/Arial|Normal|Program|9991079203/);
    expect(reading.unread).toEqual([]);
    expect(await sampleIsRead(rtfReader)).toBe(true);
  });

  it.each([
    ["Si\\'e2n", 'Siân'],
    ['Si\\u226?n', 'Siân'],
    ["Si\\u226\\'e2n", 'Siân'],
    ['\\uc0 Si\\u226 n', 'Siân'],
    ['Si\xe2n', 'Siân'],
    ['O\\rquote Neill \\{1\\}', 'O’Neill {1}'],
    ['one{\\bin3 }}} two', 'one two'],
  ])('%s is %s', async (rtf, words) => {
    expect(textAt(await read(rtf))).toBe(words);
  });

  it('gives each row of a table with its headings', async () => {
    const row = (...cells: string[]) => `\\trowd ${cells.map((cell) => `${cell}\\cell `).join('')}\\row `;
    const { passages } = await read(row('Name', 'NHS No') + row('Kit\\par Vale', '999 107 9203'));
    expect(passages[0]?.text).toBe('Name\tNHS No\nName: Kit Vale; NHS No: 999 107 9203');
  });

  it('gives its pictures once, and says which of them cannot be read', async () => {
    const { inner, unread } = await read(
      '{\\*\\shppict{\\pict\\pngblip\\picw1 68 65\n6c6c6f}}{\\nonshppict{\\pict\\wmetafile8 00}}{\\pict\\wmetafile8 00}{\\object{\\*\\objdata 0105}{\\result shown}}',
    );
    expect(inner.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['picture 1', 'hello']]);
    expect(unread.map(({ place }) => place)).toEqual(['picture 2', 'files placed in it']);
  });

  it('that breaks off, or opens very many groups, is read as far as it goes', async () => {
    const reading = await readWith(rtfReader, `{\\rtf1 Kit Vale${'{'.repeat(100_000)}`);
    expect(textAt(reading)).toBe('Kit Vale');
    expect(reading.unread).toEqual([{ reason: 'media-damaged', place: 'its end is missing' }]);
  });
});
