import { expect, it } from 'vitest';

import { drawingReader } from '../../../src/extract/image/svg.ts';
import { recognise } from '../../../src/extract/kind.ts';
import type { Reading, ReadingLimits } from '../../../src/extract/reader.ts';
import { LIMITS } from './pictures.ts';

async function read(svg: string, limits: Partial<ReadingLimits> = {}): Promise<Reading> {
  const bytes = new TextEncoder().encode(svg);
  expect(await recognise(bytes, 'x')).toEqual({ kind: 'image' });
  return (await drawingReader({ ...LIMITS, ...limits }))(bytes);
}

it('takes the words out of a drawing, and its pictures', async () => {
  const { passages, inner, unread } = await read(
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><title>Ward map</title><style>.a{fill:red}</style>
     <text x="1">Bed 4 <tspan>Mr Quigley</tspan></text><image href="data:image/png;base64,iVBORw0KGgo="/></svg>`,
  );
  expect(passages).toEqual([{ place: 'text of the drawing', text: 'Ward map\nBed 4 Mr Quigley', by: 'typed' }]);
  expect(inner).toEqual([{ name: 'picture 1', bytes: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]) }]);
  expect(unread).toEqual([]);
});

it('follows no abbreviation and fetches nothing, and says what was left out', async () => {
  const { passages, unread } = await read(
    `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;&a; visible</text><image href="https://example.org/x.png"/><path d="M0 0"/></svg>`,
  );
  expect(passages[0]?.text).toContain('visible');
  expect(passages[0]?.text).not.toContain('root:');
  expect(passages[0]?.text).not.toContain('aaaa');
  expect(unread.map(({ place }) => place)).toEqual([
    'abbreviations that it defines for itself',
    'what stands after a fault in it',
    'a picture in it',
    'what it draws by lines',
  ]);
});

it('keeps what stands before a fault, and cuts at the limit', async () => {
  expect((await read('<svg><text>first</text><text')).unread).toEqual([
    { reason: 'media-partly-read', place: 'what stands after a fault in it' },
  ]);
  const { passages, unread } = await read('<svg><text>first second</text></svg>', { characters: 5 });
  expect(passages[0]?.text).toBe('first');
  expect(unread).toEqual([{ reason: 'media-partly-read', place: 'text beyond the limit' }]);
});

it('does not take a web page for a drawing', async () => {
  const page = '<!DOCTYPE html><html><body><svg></svg></body></html>';
  expect(await recognise(new TextEncoder().encode(page), 'x')).not.toEqual({ kind: 'image' });
});
