import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../src/source/archive.ts';
import { type Bytes, bytesInMemory, peek, stretch } from '../../src/source/bytes.ts';
import { DEFAULT_LIMITS } from '../../src/source/limits.ts';
import { OFFSET_WRAP } from '../../src/source/zip-end.ts';
import { CHAT, drain, rawZip, zipOf } from './archives.ts';

/** Passes everything on and adds up how much was asked for. */
function counted(bytes: Bytes): { bytes: Bytes; read: () => number } {
  let total = 0;
  const count = (into: Uint8Array) => {
    total += into.length;
    return into;
  };
  return {
    bytes: {
      size: bytes.size,
      read: (into, position) => bytes.read(count(into), position),
      readNow: (into, position) => bytes.readNow(count(into), position),
    },
    read: () => total,
  };
}

describe('an archive with much media beside a chat', () => {
  it('is listed, and its chat read, without reading the media', async () => {
    const media = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`IMG-${i}.jpg`, randomBytes(2_000_000)]));
    const zip = await zipOf({ '_chat.txt': CHAT, ...media });
    const { bytes, read } = counted(bytesInMemory(zip));
    const { files } = await readArchive(bytes, { name: 'a.zip', kind: 'zip', limits: DEFAULT_LIMITS, passwords: [] });
    const chat = files.find(({ path }) => path === '_chat.txt');
    expect(chat && (await drain(chat)).content).toBe(CHAT);
    expect(read()).toBeLessThan(400_000);
  });
});

describe('an archive beyond 4 GiB from Archive Utility of macOS, which writes offsets modulo 4 GiB', () => {
  it('is read on both sides of the 4 GiB', async () => {
    const front = rawZip([{ name: 'a.txt' }]);
    const back = rawZip([{ name: 'a.txt' }, { name: 'b.txt', content: 'behind' }]);
    const list = back.indexOf('PK\x01\x02');
    // a.txt lies at 0 and b.txt behind the 4 GiB, where the list is as well; between them there is nothing but zeros.
    const listed = Buffer.from(back);
    const bytes: Bytes = {
      size: OFFSET_WRAP + back.length,
      readNow: (into, position) => {
        for (let i = 0; i < into.length; i += 1) {
          const at = position + i;
          into[i] = (at < OFFSET_WRAP ? (at < list ? front[at] : 0) : listed[at - OFFSET_WRAP]) ?? 0;
        }
        return into.length;
      },
      read: async (into, position) => bytes.readNow(into, position),
    };
    listed.fill(0, 0, listed.indexOf('PK\x03\x04', 1));
    const inventory = await readArchive(bytes, { name: 'a.zip', kind: 'zip', limits: DEFAULT_LIMITS, passwords: [] });
    expect(inventory.issues).toEqual([]);
    expect(await Promise.all(inventory.files.map(async (file) => (await drain(file)).content))).toEqual([
      CHAT,
      'behind',
    ]);
  });
});

describe('bytes', () => {
  const letters = bytesInMemory(Buffer.from('abcdefgh'));

  it('are peeked at only as far as there are any', () => {
    expect(peek(letters, 6, 10).toString()).toBe('gh');
    expect(peek(letters, 20, 10).toString()).toBe('');
  });

  it('end where a stretch of them ends', async () => {
    const middle = stretch(letters, 2, 5);
    expect(peek(middle, 1, 10).toString()).toBe('de');
    const room = Buffer.alloc(10);
    expect(await middle.read(room, 2)).toBe(1);
    expect(await middle.read(room, 3)).toBe(0);
  });
});
