import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newKeyFile, readKeyFile } from '../../src/cli/key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-key-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text?: string) => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text, { mode: 0o600 });
  return path;
};
const read = (path: string) => {
  const warnings: string[] = [];
  return { key: readKeyFile(path, (sentence) => warnings.push(sentence)), warnings };
};

describe('a new key', () => {
  const path = file('case.key');
  newKeyFile(path);

  it('is for its owner alone, says what it is, and can be read', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toMatch(/^# Secret key of one case/);
    expect(read(path).key.id).toMatch(/^key-[0-9A-Z]{10}$/);
    expect(read(path).warnings).toEqual([]);
  });

  it('differs from every other', () => {
    newKeyFile(file('other.key'));
    expect(read(file('other.key')).key.id).not.toBe(read(path).key.id);
  });

  it('never overwrites a file', () => {
    const before = readFileSync(path, 'utf8');
    expect(() => newKeyFile(path)).toThrow(/never overwritten/);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('is not written into a folder that is not there', () => {
    expect(() => newKeyFile(join(folder, 'none', 'case.key'))).toThrow(/cannot be written/);
  });
});

describe('a key file', () => {
  const hex = 'ab'.repeat(32);

  it('is told of when others can read it', () => {
    const path = file('open.key', `igk1:${hex}\n`);
    chmodSync(path, 0o644);
    expect(read(path).warnings).toEqual([expect.stringMatching(/chmod 600/)]);
  });

  it.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['is too short', `igk1:${hex.slice(2)}`],
    ['is too long', `igk1:${hex}ab`],
    ['is not written as a key', hex],
    ['holds two keys', `igk1:${hex}\nigk1:${hex}\n`],
    ['is something else', 'igk1 '.repeat(5000)],
  ])('is refused, and never quoted, when it %s', (name, text) => {
    const path = file(`${name}.key`, text);
    expect(() => read(path)).toThrow(/The key file cannot be used/);
    expect(() => read(path)).not.toThrow(/abab/);
  });
});
