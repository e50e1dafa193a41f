import { describe, expect, it } from 'vitest';
import { CHAT, rawZip, readOne, temporaryFolder, zipOf } from './archives.ts';

const folder = temporaryFolder();
const read = (bytes: Buffer, limits = {}) => readOne(folder, bytes, limits);

describe('a zip in a zip', () => {
  it.each([true, false])('is read, its files named behind !/ (deflated: %s)', async (compress) => {
    const inner = await zipOf({ 'chats/a.txt': CHAT });
    const source = await read(await zipOf({ 'b.txt': CHAT, 'export.zip': inner }, { compress }));
    expect(source.contents).toEqual({ 'b.txt': CHAT, 'export.zip!/chats/a.txt': CHAT });
    expect(source.codes).toEqual([]);
  });

  it('is known by its bytes, not its name', async () => {
    const source = await read(await zipOf({ 'export.dat': await zipOf({ 'a.txt': CHAT }), 'no.zip': CHAT }));
    expect(source.names).toEqual(['export.dat!/a.txt', 'no.zip']);
  });

  it('is read among several, in any order of reading', async () => {
    const files = Object.fromEntries(
      await Promise.all(
        ['x', 'y', 'z'].map(async (name) => [`${name}.zip`, await zipOf({ 'a.txt': name, 'b.txt': CHAT })]),
      ),
    );
    const source = await read(await zipOf(files));
    expect(source.contents['x.zip!/a.txt']).toBe('x');
    expect(source.contents['z.zip!/a.txt']).toBe('z');
    expect(source.names).toHaveLength(6);
  });

  it('is not opened when it lies deeper than the limit', async () => {
    const deep = await zipOf({
      'in.zip': await zipOf({ 'inmost.zip': await zipOf({ 'a.txt': CHAT }), 'b.txt': CHAT }),
    });
    const source = await read(deep);
    expect(source.names).toEqual(['in.zip!/b.txt']);
    expect(source.codes).toEqual(['limit-depth']);
    expect(source.notExamined).toEqual([{ path: 'in.zip!/inmost.zip', kind: 'archive', reason: 'limit-depth' }]);
  });

  it('is opened at any depth that the limit allows', async () => {
    const deep = await zipOf({
      'in.zip': await zipOf({ 'inmost.zip': await zipOf({ 'a.txt': CHAT }), 'b.txt': CHAT }),
    });
    expect((await read(deep, { depth: 3 })).contents).toEqual({
      'in.zip!/inmost.zip!/a.txt': CHAT,
      'in.zip!/b.txt': CHAT,
    });
  });

  it('is not opened when it is too large to be held', async () => {
    const source = await read(await zipOf({ 'in.zip': await zipOf({ 'a.txt': CHAT }), 'b.txt': CHAT }), {
      nestedBytes: 50,
    });
    expect(source.names).toEqual(['b.txt']);
    expect(source.notExamined).toEqual([{ path: 'in.zip', kind: 'archive', reason: 'limit-nested-bytes' }]);
  });

  it('need not be held when it is stored, however large it is', async () => {
    const inner = await zipOf({ 'a.txt': CHAT });
    const source = await read(await zipOf({ 'in.zip': inner }, { compress: false }), { nestedBytes: 50 });
    expect(source.contents).toEqual({ 'in.zip!/a.txt': CHAT });
  });

  it('that is damaged makes the source partial, not unreadable', async () => {
    const cut = (await zipOf({ 'a.txt': CHAT.repeat(50) })).subarray(0, 90);
    const source = await read(await zipOf({ 'in.zip': cut, 'b.txt': CHAT }));
    expect(source.names).toEqual(['b.txt']);
    expect(source.codes).toEqual(['nested-archive']);
    expect(source.notExamined).toEqual([{ path: 'in.zip', kind: 'archive', reason: 'archive-truncated' }]);
  });

  it('that unpacks wrongly is reported as damaged', async () => {
    const inner = await zipOf({ 'a.txt': CHAT });
    const source = await read(rawZip([{ name: 'in.zip', content: inner, crc: 1 }, { name: 'b.txt' }]));
    expect(source.notExamined).toEqual([{ path: 'in.zip', kind: 'archive', reason: 'entry-damaged' }]);
  });

  it('that is locked has all its files listed', async () => {
    const inner = rawZip([{ name: 'a.txt', flags: 1 }]);
    const source = await read(rawZip([{ name: 'in.zip', content: inner }, { name: 'b.txt' }]));
    expect(source.notExamined).toEqual([{ path: 'in.zip!/a.txt', kind: 'file', reason: 'entry-encrypted' }]);
  });

  it('that is empty is listed', async () => {
    const source = await read(rawZip([{ name: 'in.zip', content: rawZip([]) }, { name: 'b.txt' }]));
    expect(source.notExamined).toEqual([{ path: 'in.zip', kind: 'archive', reason: 'empty-archive' }]);
  });

  it.each([
    ['archive-7z', '7z\xbc\xaf\x27\x1c'],
    ['archive-rar', 'Rar!\x1a\x07\x01\x00'],
    ['archive-damaged', `${'name'.padEnd(257, '\0')}ustar`],
  ])('may be of another kind, or damaged, and is then listed: %s', async (reason, magic) => {
    const source = await read(await zipOf({ 'in.bin': Buffer.from(magic, 'latin1'), 'b.txt': CHAT }));
    expect(source.notExamined).toEqual([{ path: 'in.bin', kind: 'archive', reason }]);
    expect(source.codes).toEqual(['nested-archive']);
  });
});

describe('a document that is a zip by its bytes', () => {
  const documents: [string, Record<string, string>][] = [
    ['Word', { '[Content_Types].xml': '<Types/>', '_rels/.rels': '<R/>', 'word/document.xml': '<w/>' }],
    ['Word with another order', { 'word/document.xml': '<w/>', '_rels/.rels': '<R/>', '[Content_Types].xml': '<T/>' }],
    ['OpenDocument', { mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': '<m/>' }],
  ];

  it.each(documents)('is a file, not an archive, inside an archive: %s', async (_, parts) => {
    const source = await read(await zipOf({ 'letter.docx': await zipOf(parts, { compress: false }), 'b.txt': CHAT }));
    expect(source.names).toEqual(['b.txt', 'letter.docx']);
    expect(source.codes).toEqual([]);
  });

  it.each(documents)('is refused as a document when given by itself: %s', async (_, parts) => {
    expect((await read(await zipOf(parts, { compress: false }))).codes).toEqual(['office-document']);
  });

  it('is a file even where nothing deeper is opened', async () => {
    const word = await zipOf({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<R/>' });
    expect((await read(await zipOf({ 'letter.docx': word }), { depth: 1 })).names).toEqual(['letter.docx']);
  });
});
