import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/source/limits.ts';
import { openSources } from '../../src/source/sources.ts';
import { CHAT, readOne, readSources, temporaryFolder, zipOf } from './archives.ts';

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** The program is not a dependency: every Unix has it. */
function makePipe(path: string): void {
  const program = 'mkfifo';
  execFileSync(program, [path]);
}

/** A folder with the files given; names may hold `/`. */
function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

describe('a loose file', () => {
  it('is a source of one file, with its bytes and SHA-256', async () => {
    const source = await readOne(temporaryFolder(), CHAT, {}, '_chat.txt');
    expect(source.contents).toEqual({ '_chat.txt': CHAT });
    expect(source).toMatchObject({ bytes: CHAT.length, sha256: sha256(CHAT), issues: [] });
  });

  it('may be read again', async () => {
    const path = join(folderOf({ 'a.txt': CHAT }), 'a.txt');
    for await (const source of openSources([path], { limits: DEFAULT_LIMITS })) {
      for (let pass = 0; pass < 2; pass += 1) {
        const parts = [];
        for await (const part of source.files[0]?.open() ?? []) parts.push(part);
        expect(Buffer.concat(parts).toString()).toBe(CHAT);
      }
    }
  });

  it('comes in pieces of at most 1 MB', async () => {
    const path = join(folderOf({ 'a.txt': 'x'.repeat(2_500_000) }), 'a.txt');
    const sizes = [];
    for await (const source of openSources([path], { limits: DEFAULT_LIMITS })) {
      for await (const part of source.files[0]?.open() ?? []) sizes.push(part.length);
    }
    expect(sizes).toEqual([1 << 20, 1 << 20, 2_500_000 - 2 * (1 << 20)]);
  });

  it.each([
    ['empty', ''],
    ['pdf', '%PDF-1.4'],
    ['archive-7z', '7z\xbc\xaf\x27\x1c'],
    ['phone-database', 'SQLite format 3\0'],
    ['media-file', '\xff\xd8\xff\xe0'],
    ['binary-file', '\x00\x01\x02'],
  ])('that is not read has its reason, its SHA-256 and no files: %s', async (code, content) => {
    const bytes = Buffer.from(content, 'latin1');
    const source = await readOne(temporaryFolder(), bytes, {}, 'chat.txt');
    expect(source).toMatchObject({ codes: [code], names: [], sha256: sha256(bytes), bytes: bytes.length });
  });
});

describe('what is not there', () => {
  it.each(['nothing.txt', 'nothing/at/all', 'no*match', '', 'a\0b', 'x'.repeat(5000), '{a,b', '[', '{1..99999999}'])(
    'is not-found: %j',
    async (path) => {
      expect(await readSources([path])).toMatchObject([
        { path, codes: ['not-found'], names: [], sha256: '', bytes: 0 },
      ]);
    },
  );

  it('is told even when a folder that would hold it was given', async () => {
    const folder = folderOf({ 'a.txt': CHAT });
    const sources = await readSources([folder, join(folder, 'missing.zip')]);
    expect(sources.map(({ codes }) => codes)).toEqual([[], ['not-found']]);
  });

  it('does not keep a pipe waiting', async () => {
    const pipe = join(temporaryFolder(), 'pipe');
    makePipe(pipe);
    expect(await readSources([pipe])).toMatchObject([{ codes: ['binary-file'] }]);
  });

  it('does not read a device', async () => {
    expect(await readSources(['/dev/zero'])).toMatchObject([{ codes: ['binary-file'] }]);
  });
});

describe('a folder', () => {
  it('is one source with all its files, subfolders included', async () => {
    const folder = folderOf({ 'ward/_chat.txt': CHAT, 'ward/IMG-1.jpg': 'x', 'notes.txt': 'note' });
    const [source, ...more] = await readSources([folder]);
    expect(more).toEqual([]);
    expect(source?.names).toEqual(['notes.txt', 'ward/IMG-1.jpg', 'ward/_chat.txt']);
    expect(source?.contents['ward/_chat.txt']).toBe(CHAT);
    expect(source?.bytes).toBe(CHAT.length + 5);
  });

  it('has the SHA-256 of the list of its files', async () => {
    const [source] = await readSources([folderOf({ 'b/c.txt': 'two', 'a.txt': 'one' })]);
    expect(source?.sha256).toBe(sha256(`${sha256('one')}  a.txt\n${sha256('two')}  b/c.txt\n`));
  });

  it('leaves each archive in it to be a source of its own', async () => {
    const folder = folderOf({
      'a.txt': CHAT,
      'in/export.dat': await zipOf({ 'x.txt': CHAT }),
      'b.rar': Buffer.from('Rar!\x1a\x07\x00', 'latin1'),
      'c.zip.002': Buffer.from([1, 2, 3]),
    });
    const sources = await readSources([`${folder}/`]);
    expect(sources.map(({ path, names, codes }) => [path.slice(folder.length), names, codes])).toEqual([
      ['/', ['a.txt'], []],
      ['/b.rar', [], ['archive-rar']],
      ['/c.zip.002', [], ['archive-split']],
      ['/in/export.dat', ['x.txt'], []],
    ]);
  });

  it('says of its loose files whether they lie beside archives', async () => {
    const zip = await zipOf({ 'x.txt': CHAT });
    const beside = async (files: Parameters<typeof folderOf>[0]) =>
      (await readSources([folderOf(files)])).map(({ besideArchives }) => besideArchives);
    expect(await beside({ 'a.json': '{}', 'in/x.zip': zip })).toEqual([true, false]);
    expect(await beside({ 'a.json': '{}', 'in/b.txt': CHAT })).toEqual([false]);
  });

  it('keeps documents that are zips by their bytes among its files', async () => {
    const word = await zipOf({ 'word/document.xml': '<w/>', '_rels/.rels': '<R/>', '[Content_Types].xml': '<T/>' });
    const [source, ...more] = await readSources([folderOf({ 'a.txt': CHAT, 'letter.docx': word })]);
    expect(source?.names).toEqual(['a.txt', 'letter.docx']);
    expect(more).toEqual([]);
  });

  it('of archives only is no source itself', async () => {
    const folder = folderOf({ 'a.zip': await zipOf({ 'a.txt': CHAT }) });
    expect((await readSources([folder])).map(({ path }) => path)).toEqual([`${folder}/a.zip`]);
  });

  it.each([
    ['nothing', {}],
    ['leftovers', { '.DS_Store': 'x', '__MACOSX/a.txt': 'x', '._a.txt': 'x', 'in/Thumbs.db': 'x', 'desktop.ini': 'x' }],
  ])('of %s is empty-folder', async (_, files) => {
    expect(await readSources([folderOf(files)])).toMatchObject([{ codes: ['empty-folder'], names: [] }]);
  });

  it('does not follow links, and says so', async () => {
    const elsewhere = folderOf({ 'secret.txt': CHAT });
    const folder = folderOf({ 'a.txt': CHAT });
    symlinkSync(elsewhere, join(folder, 'link'));
    symlinkSync(join(elsewhere, 'secret.txt'), join(folder, 'link.txt'));
    symlinkSync(folder, join(folder, 'circle'));
    const [source] = await readSources([folder]);
    expect(source?.names).toEqual(['a.txt']);
    expect(source?.issues).toEqual([{ code: 'link-not-followed', count: 3 }]);
    expect(source?.notExamined.map(({ path }) => path)).toEqual(['circle', 'link', 'link.txt']);
  });

  it('of which nothing can be read is nothing-readable', async () => {
    const folder = temporaryFolder();
    symlinkSync('/nowhere', join(folder, 'link'));
    expect(await readSources([folder])).toMatchObject([{ codes: ['nothing-readable', 'link-not-followed'] }]);
  });

  it('lists a pipe in it without opening it', async () => {
    const folder = folderOf({ 'a.txt': CHAT });
    makePipe(join(folder, 'pipe'));
    const [source] = await readSources([folder]);
    expect(source?.notExamined).toEqual([{ path: 'pipe', kind: 'file', reason: 'file-unreadable' }]);
    expect(source?.codes).toEqual(['file-unreadable']);
  });
});

describe('patterns', () => {
  it('stand for the files and folders that they match', async () => {
    const folder = folderOf({ 'ward-1/a.txt': 'one', 'ward-2.txt': 'two', 'other.txt': 'three' });
    const sources = await readSources([`${folder}/ward-*`]);
    expect(sources.map(({ path }) => path.slice(folder.length))).toEqual(['/ward-1', '/ward-2.txt']);
  });

  it('may be written with backslashes', async () => {
    const folder = folderOf({ 'a.txt': CHAT });
    expect((await readSources([`${folder.replaceAll('/', '\\')}\\*.txt`])).map(({ names }) => names)).toEqual([
      ['a.txt'],
    ]);
  });

  it('pass over leftovers', async () => {
    const folder = folderOf({ 'a.txt': CHAT, 'Thumbs.db': 'x', 'desktop.ini': 'x' });
    expect(await readSources([`${folder}/*`])).toHaveLength(1);
  });

  it('are not seen in the name of a file that exists', async () => {
    const folder = folderOf({ 'chat [1].txt': 'right', 'chat 1.txt': 'wrong' });
    expect((await readSources([join(folder, 'chat [1].txt')])).map(({ contents }) => contents)).toEqual([
      { 'chat [1].txt': 'right' },
    ]);
  });
});

describe('what is given twice', () => {
  it('is read once when it is the same file under two names', async () => {
    const folder = folderOf({ 'a.txt': CHAT, 'in/b.txt': 'x' });
    symlinkSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
    const given = [join(folder, 'a.txt'), `${folder}/in/../a.txt`, join(folder, 'b.txt'), join(folder, 'a.txt')];
    expect(await readSources(given)).toHaveLength(1);
  });

  it('is read once when its folder is given as well', async () => {
    const folder = folderOf({ 'a.txt': CHAT, 'in/b.txt': 'x', 'c.zip': await zipOf({ 'c.txt': CHAT }) });
    const given = [join(folder, 'a.txt'), folder, join(folder, 'in'), join(folder, 'c.zip')];
    expect((await readSources(given)).map(({ path }) => path)).toEqual([folder, `${folder}/c.zip`]);
  });

  it('is not taken to lie in a folder whose name merely begins alike', async () => {
    const folder = folderOf({ 'in/a.txt': 'one', 'in-2/b.txt': 'two' });
    expect(await readSources([join(folder, 'in'), join(folder, 'in-2', 'b.txt')])).toHaveLength(2);
  });

  it('is a duplicate without files when it is a copy', async () => {
    const zip = await zipOf({ 'a.txt': CHAT });
    const folder = folderOf({ 'a.zip': zip, 'b.zip': zip });
    const sources = await readSources([`${folder}/*.zip`]);
    expect(sources.map(({ names, codes }) => [names, codes])).toEqual([
      [['a.txt'], []],
      [[], ['duplicate']],
    ]);
    expect(sources[1]?.sha256).toBe(sha256(zip));
  });

  it('says again why it is not read, when it is a copy of something unreadable', async () => {
    const folder = folderOf({ 'a.pdf': '%PDF-1', 'b.pdf': '%PDF-1' });
    expect((await readSources([`${folder}/*`])).map(({ codes }) => codes)).toEqual([['pdf'], ['pdf']]);
  });

  it('is a duplicate when it is a copy of a whole folder', async () => {
    const folder = folderOf({ 'one/a.txt': CHAT, 'two/a.txt': CHAT });
    const sources = await readSources([join(folder, 'two'), join(folder, 'one')]);
    expect(sources.map(({ codes }) => codes)).toEqual([[], ['duplicate']]);
  });
});

describe('the order of sources', () => {
  it('does not depend on the order in which they were given', async () => {
    const folder = folderOf({ 'b.txt': 'b', 'a.zip': await zipOf({ 'x.txt': 'x' }), 'Z.txt': 'Z', 'é.txt': 'é' });
    const given = ['é.txt', 'b.txt', 'a.zip', 'Z.txt', 'none.txt'].map((name) => join(folder, name));
    const forward = await readSources(given);
    expect(await readSources(given.toReversed())).toEqual(forward);
    expect(forward.map(({ path }) => path.slice(folder.length + 1))).toEqual([
      'Z.txt',
      'a.zip',
      'b.txt',
      'none.txt',
      'é.txt',
    ]);
  });
});

describe('file descriptors', () => {
  const openNow = () => readdirSync('/proc/self/fd').length;

  it('are all closed when everything was read', async () => {
    const folder = folderOf({
      'a.zip': await zipOf({ 'a.txt': CHAT }),
      'b.txt': CHAT,
      'c.zip': 'PK\x03\x04',
      'd.pdf': '%PDF',
    });
    const before = openNow();
    await readSources([folder, `${folder}/*`]);
    expect(openNow()).toBe(before);
  });

  it('are all closed when the consumer stops in the midst of a file and of the sources', async () => {
    const big = 'some text\n'.repeat(1_000_000);
    const folder = folderOf({
      'a.zip': await zipOf({ 'a.txt': big }),
      'b.txt': big,
      'c.zip': await zipOf({ 'c.txt': CHAT }),
    });
    const before = openNow();
    for (const name of ['a.zip', 'b.txt']) {
      for await (const source of openSources([join(folder, name), join(folder, 'c.zip')], { limits: DEFAULT_LIMITS })) {
        for await (const part of source.files[0]?.open() ?? []) {
          expect(part.length).toBeGreaterThan(0);
          break;
        }
        break;
      }
    }
    expect(openNow()).toBe(before);
  });
});
