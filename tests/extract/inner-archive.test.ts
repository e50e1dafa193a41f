import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { archiveReader } from '../../src/extract/inner-archive.ts';
import { readWith } from './reading.ts';

async function zip(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(files)) file.addBuffer(content, name);
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('an archive in a file', () => {
  it('gives each file in it, but not what an operating system left there', async () => {
    const bytes = await zip({ 'list.csv': Buffer.from('a,b'), '__MACOSX/._list.csv': Buffer.from('x') });
    const { inner, unread } = await readWith(archiveReader, bytes);
    expect(inner.map(({ name, bytes: content }) => [name, Buffer.from(content).toString()])).toEqual([
      ['list.csv', 'a,b'],
    ]);
    expect(unread).toEqual([]);
  });

  it('does not unpack what grows too much, nor more files than the limit, and says so', async () => {
    const bytes = await zip({ bomb: Buffer.alloc(8 << 20), a: Buffer.from('a'), b: Buffer.from('b') });
    const { inner, unread } = await readWith(archiveReader, bytes, { limits: { innerFiles: 2 } });
    expect(inner.map(({ name }) => name)).toEqual(['a']);
    expect(unread).toEqual([
      { reason: 'media-too-big', place: 'bomb' },
      { reason: 'media-partly-read', place: 'files after number 2' },
    ]);
  });

  it('that is no whole zip is damaged', async () => {
    expect((await readWith(archiveReader, 'PK\x03\x04 and no more')).unread).toEqual([{ reason: 'media-damaged' }]);
  });
});
