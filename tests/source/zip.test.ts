import { describe, expect, it } from 'vitest';
import { CHAT, rawZip, readOne, temporaryFolder, zipOf } from './archives.ts';

const folder = temporaryFolder();
const read = (bytes: Buffer) => readOne(folder, bytes);

describe('an ordinary zip', () => {
  it('gives its files sorted by path, with content, size and no issues', async () => {
    const source = await read(await zipOf({ 'z/media.jpg': 'x', '_chat.txt': CHAT }));
    expect(source.codes).toEqual([]);
    expect(source.names).toEqual(['_chat.txt', 'z/media.jpg']);
    expect(source.contents['_chat.txt']).toBe(CHAT);
  });

  it('is read when its files are stored without compression', async () => {
    const source = await read(await zipOf({ 'chat.txt': CHAT }, { compress: false }));
    expect(source.contents).toEqual({ 'chat.txt': CHAT });
  });

  it('is read in zip64 form', async () => {
    const source = await read(await zipOf({ 'chat.txt': CHAT }, { forceZip64Format: true }));
    expect(source.contents).toEqual({ 'chat.txt': CHAT });
    expect(source.codes).toEqual([]);
  });

  it('keeps both of two entries of the same name', async () => {
    const zip = rawZip([
      { name: 'chat.txt', content: 'first' },
      { name: 'chat.txt', content: 'second' },
    ]);
    expect((await read(zip)).names).toEqual(['chat.txt', 'chat.txt']);
  });

  it('passes over folders and the leftovers of macOS and Windows without a word', async () => {
    const zip = rawZip([
      { name: 'chats/', content: '' },
      { name: 'chats/a.txt' },
      { name: '__MACOSX/chats/._a.txt' },
      { name: 'chats/._b.txt' },
      { name: '.DS_Store' },
      { name: 'chats/Thumbs.db' },
      { name: 'Desktop.ini' },
    ]);
    const source = await read(zip);
    expect(source.names).toEqual(['chats/a.txt']);
    expect(source.notExamined).toEqual([]);
    expect(source.codes).toEqual([]);
  });

  it('is empty-archive without entries', async () => {
    expect((await read(rawZip([]))).codes).toEqual(['empty-archive']);
  });

  it('is empty-archive with nothing but leftovers', async () => {
    expect((await read(rawZip([{ name: '__MACOSX/._a' }]))).codes).toEqual(['empty-archive']);
  });

  it('gives an empty file for an entry of no bytes, whatever its method', async () => {
    const zip = rawZip([
      { name: 'a.txt', content: '', method: 0 },
      { name: 'b.txt', content: '', method: 8 },
      { name: 'c.txt', content: '', method: 8, data: Buffer.alloc(0) },
    ]);
    const source = await read(zip);
    expect(source.contents).toEqual({ 'a.txt': '', 'b.txt': '', 'c.txt': '' });
    expect(source.failures).toEqual({});
  });
});

describe('names of entries', () => {
  it('have / for the backslash of old .NET programs', async () => {
    expect((await read(rawZip([{ name: 'chats\\ward\\a.txt' }]))).names).toEqual(['chats/ward/a.txt']);
  });

  it('are UTF-8 even where the flag for it is missing, as from macOS', async () => {
    expect((await read(rawZip([{ name: 'Café ☕.txt', flags: 0 }]))).names).toEqual(['Café ☕.txt']);
  });

  it('are code page 437 where they are not UTF-8', async () => {
    expect((await read(rawZip([{ name: Buffer.from('Caf\x82.txt', 'latin1') }]))).names).toEqual(['Café.txt']);
  });

  it('come from the Unicode path field where there is one', async () => {
    const { crc32 } = await import('node:zlib');
    const unicode = Buffer.from('病棟.txt');
    const extra = Buffer.alloc(9);
    extra.writeUInt16LE(0x7075, 0);
    extra.writeUInt16LE(5 + unicode.length, 2);
    extra.writeUInt8(1, 4);
    extra.writeUInt32LE(crc32('__.txt'), 5);
    const zip = rawZip([{ name: '__.txt', extra: Buffer.concat([extra, unicode]) }]);
    expect((await read(zip)).names).toEqual(['病棟.txt']);
  });

  it.each([
    ['that climb out', '../chat.txt'],
    ['that climb out by backslashes', '..\\..\\chat.txt'],
    ['that climb out half way', 'a/../../chat.txt'],
    ['that are absolute', '/etc/chat.txt'],
    ['with a drive', 'C:\\chat.txt'],
    ['that are nothing', ''],
  ])('%s are not read, and the rest of the archive is', async (_, name) => {
    const source = await read(rawZip([{ name: 'a.txt' }, { name }, { name: 'z.txt' }]));
    expect(source.names).toEqual(['a.txt', 'z.txt']);
    expect(source.codes).toEqual(['entry-name-unsafe']);
    expect(source.notExamined).toEqual([
      { path: name.replaceAll('\\', '/'), kind: 'file', reason: 'entry-name-unsafe' },
    ]);
  });

  it('of links are not read', async () => {
    const source = await read(rawZip([{ name: 'a.txt' }, { name: 'link', attributes: 0xa1ff0000 }]));
    expect(source.names).toEqual(['a.txt']);
    expect(source.codes).toEqual(['entry-name-unsafe']);
  });

  it('of files that were zipped from a pipe are names like any other', async () => {
    const source = await read(rawZip([{ name: '-', attributes: 0x11b60000 }]));
    expect(source.contents).toEqual({ '-': CHAT });
  });

  it('of folders that hold bytes are not passed over', async () => {
    const source = await read(rawZip([{ name: 'a.txt' }, { name: 'hidden/', content: CHAT }]));
    expect(source.names).toContain('hidden/');
  });
});

describe('entries that cannot be unpacked', () => {
  it('are listed when locked by ZipCrypto, and never given as cipher bytes', async () => {
    const source = await read(rawZip([{ name: 'a.txt' }, { name: 'b.txt', flags: 1 }]));
    expect(source.names).toEqual(['a.txt']);
    expect(source.codes).toEqual(['entry-encrypted']);
    expect(source.notExamined).toEqual([{ path: 'b.txt', kind: 'file', reason: 'entry-encrypted' }]);
  });

  it('are counted', async () => {
    const locked = [1, 2, 3].map((n) => ({ name: `${n}.txt`, flags: 1 }));
    expect((await read(rawZip([{ name: 'a.txt' }, ...locked]))).issues).toEqual([
      { code: 'entry-encrypted', count: 3 },
    ]);
  });

  it('are listed as locked when locked by AES', async () => {
    const source = await read(rawZip([{ name: 'a.txt' }, { name: 'b.txt', flags: 1, method: 99 }]));
    expect(source.codes).toEqual(['entry-encrypted']);
  });

  it('make the archive unreadable when all are locked', async () => {
    const source = await read(
      rawZip([
        { name: 'a.txt', flags: 1, method: 99 },
        { name: 'b.txt', flags: 1 },
      ]),
    );
    expect(source.codes).toEqual(['archive-encrypted', 'entry-encrypted']);
    expect(source.notExamined).toHaveLength(2);
  });

  it('make the archive unreadable when locked by strong encryption', async () => {
    expect((await read(rawZip([{ name: 'a.txt', flags: 0x41 }]))).codes).toEqual(['archive-encrypted']);
  });

  it.each([
    ['BZip2', 12],
    ['LZMA', 14],
    ['an unknown method', 77],
  ])('are listed when packed by %s', async (_, method) => {
    const source = await read(rawZip([{ name: 'a.txt' }, { name: 'b.txt', method }]));
    expect(source.names).toEqual(['a.txt']);
    expect(source.notExamined).toEqual([{ path: 'b.txt', kind: 'file', reason: 'entry-method' }]);
  });

  it('make the archive unreadable when there is no other', async () => {
    expect((await read(rawZip([{ name: 'b.txt', method: 12 }]))).codes).toEqual(['nothing-readable', 'entry-method']);
  });
});
