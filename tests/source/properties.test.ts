import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAT, rawZip, readSources, temporaryFolder, zipOf } from './archives.ts';

const folder = temporaryFolder();

/** Reads the bytes as a consumer does; fails when anything but a SourceError comes of it, or nothing is said. */
async function isAccountedFor(bytes: Uint8Array): Promise<void> {
  const path = join(folder, 'any.bin');
  writeFileSync(path, bytes);
  const sources = await readSources([path], { inflatedBytes: 10_000_000 });
  expect(sources).toHaveLength(1);
  const [source] = sources;
  expect((source?.names.length ?? 0) + (source?.issues.length ?? 0)).toBeGreaterThan(0);
  expect(source?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(source?.notExamined.length === 0 || source?.issues.length !== 0).toBe(true);
}

const magics = ['', 'PK\x03\x04', 'PK\x05\x06', 'PK\x01\x02', '7z\xbc\xaf\x27\x1c', '\x1f\x8b', 'SQLite format 3\0'];

describe('whatever the bytes', () => {
  it('a source comes of them that says what it is', async () => {
    const bytes = fc
      .tuple(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 3000, size: 'max' }))
      .map(([magic, rest]) => Buffer.concat([Buffer.from(magic, 'latin1'), rest]));
    await fc.assert(fc.asyncProperty(bytes, isAccountedFor), { numRuns: 500 });
  });

  it('a zip with any bytes changed is read or reported', async () => {
    const nested = await zipOf({ 'in.zip': await zipOf({ 'a.txt': CHAT }), 'b.txt': CHAT.repeat(20) });
    const zips = [
      nested,
      await zipOf({ 'a.txt': CHAT }, { forceZip64Format: true }),
      rawZip([{ name: 'a' }, { name: 'b' }]),
    ];
    const change = fc.tuple(fc.nat(2000), fc.nat(255));
    const property = fc.asyncProperty(
      fc.constantFrom(...zips),
      fc.array(change, { maxLength: 6 }),
      async (zip, changes) => {
        const bytes = Buffer.from(zip);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        await isAccountedFor(bytes);
      },
    );
    await fc.assert(property, { numRuns: 500 });
  });

  it('a zip with any stretch cut out is read or reported', async () => {
    const zip = await zipOf({ 'in.zip': await zipOf({ 'a.txt': CHAT }), 'b.txt': CHAT });
    const property = fc.asyncProperty(fc.nat(zip.length), fc.nat(zip.length), async (from, length) => {
      await isAccountedFor(Buffer.concat([zip.subarray(0, from), zip.subarray(from + length)]));
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
