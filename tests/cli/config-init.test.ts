// The folder that `config init` writes: usable as it stands, every setting in it, and nothing written over.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nearest } from '../../src/cli/config/nearest.ts';
import { configSchema } from '../../src/cli/config/schema.ts';
import { ALL_SETTINGS } from '../../src/cli/config/settings.ts';
import { readHoldRegister } from '../../src/load-holds.ts';
import { readStaffList } from '../../src/load-staff.ts';
import { igScan } from '../run.ts';

const root = mkdtempSync(join(tmpdir(), 'ig-scan-init-'));
afterAll(() => rmSync(root, { recursive: true }));
const folder = join(root, 'trust');
const first = igScan(['config', 'init', folder]);
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
/** With every example switched on. */
const switchedOn = (name: string) =>
  textOf(name).replace(/^# (?=\w+: ?\S*$|holds:$|staff:$|numbers:$|contact:| {2})/gm, '');
const valid = (schema: string, value: unknown) => {
  const check = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(textOf(schema)));
  return check(value) || check.errors;
};

describe('config init', () => {
  it('writes a folder that is valid as it stands', () => {
    expect(first.code).toBe(0);
    expect(igScan(['config', 'check', folder])).toMatchObject({ code: 0, stderr: '' });
    expect(igScan(['patterns', 'check', join(folder, 'patterns')])).toMatchObject({ code: 0 });
  });

  it('names every setting, switched off', () => {
    for (const { name } of ALL_SETTINGS) expect(textOf('ig-scan.yaml')).toMatch(new RegExp(`^# ${name}: `, 'm'));
    expect(parse(textOf('ig-scan.yaml'))).toBeNull();
  });

  it('gives an example of every setting that is right', () => {
    const examples = Object.fromEntries(ALL_SETTINGS.map(({ name, example }) => [name, example]));
    expect(configSchema.parse(examples)).toEqual(examples);
    expect(
      valid('ig-scan.schema.json', parse(ALL_SETTINGS.map(({ name, example }) => `${name}: ${example}`).join('\n'))),
    ).toBe(true);
    expect(valid('ig-scan.schema.json', { hodls: 'holds.yaml' })).not.toBe(true);
  });

  it.each([
    ['holds.yaml', readHoldRegister, 'holds.schema.json'],
    ['staff.yaml', readStaffList, 'staff.schema.json'],
  ])('writes an example into %s that is right once it is switched on, and is refused before', (name, read, schema) => {
    expect(() => read(join(folder, name))).toThrow();
    const text = switchedOn(name).replace(/^#.*$/gm, '');
    const file = join(root, name);
    writeFileSync(file, text);
    expect(() => read(file)).not.toThrow();
    expect(valid(schema, parse(text))).toBe(true);
  });

  it('lets its owner alone read the files that will hold names', () => {
    expect(['holds.yaml', 'staff.yaml'].map((name) => statSync(join(folder, name)).mode & 0o077)).toEqual([0, 0]);
  });

  it('writes nothing over, and nothing beside what is there', () => {
    const other = mkdtempSync(join(root, 'other-'));
    writeFileSync(join(other, 'staff.yaml'), 'mine');
    const { code, stderr } = igScan(['config', 'init', other]);
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing was written: the folder holds staff.yaml already.');
    expect(readdirSync(other)).toEqual(['staff.yaml']);
    expect(readFileSync(join(other, 'staff.yaml'), 'utf8')).toBe('mine');
  });
});

describe('a setting', () => {
  it.each(ALL_SETTINGS.map(({ name, flag }) => [name, flag] as const))('is called as its flag is: %s', (name, flag) => {
    const word = /^--(\S+)/.exec(flag)?.[1] ?? '';
    expect(word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())).toBe(name);
  });

  it.each([
    ['fail_on', 'failOn'],
    ['Holds', 'holds'],
    ['pattern', 'patterns'],
    ['dateordre', 'dateOrder'],
    ['stuff', 'staff'],
    ['colour', undefined],
    ['Jane Smith', undefined],
    ['x'.repeat(1000), undefined],
  ])('%s is near %s', (typed, meant) => {
    expect(
      nearest(
        typed,
        ALL_SETTINGS.map(({ name }) => name),
      ),
    ).toBe(meant);
  });
});
