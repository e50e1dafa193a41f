// Nothing that identifies a person leaves the program: every planted name and number of every fixture is looked for in every
// output and in what is said on stderr, in good runs and in bad ones.

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.ts';
import { fixture, igScan } from '../run.ts';

const FOLDERS = ['ward', 'social', 'direct', 'lanarkshire'];
const ids = Object.keys(FORMATS);
const exportsIn = (folder: string) => readdirSync(fixture(folder)).filter((name) => !name.endsWith('.json'));

/** All lists of the file but `words`, which are ordinary English as well and may stand in a report. */
function secretsOf(folder: string): (text: string) => string[] {
  const { note: _, words: __, ...lists } = JSON.parse(readFileSync(fixture(`${folder}/secrets.json`), 'utf8'));
  const secrets: string[] = Object.values<string[]>(lists).flat();
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = (secret: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(secret)}(?![\\p{L}\\p{N}])`, 'iu');
  return (text) => secrets.filter((secret) => whole(secret).test(text));
}

it('a secret would be found where there is one', () => {
  expect(secretsOf('direct')('said by bronwen hughes, twice')).toContain('Bronwen Hughes');
});

describe.each(FOLDERS)('no secret of the %s fixture', (folder) => {
  const leaked = secretsOf(folder);
  const inputs = exportsIn(folder).map((name) => fixture(`${folder}/${name}`));

  const reports = mkdtempSync(join(tmpdir(), 'ig-scan-secrets-'));
  const pathOf = (id: string) => join(reports, `report.${id}`);
  let stderr = '';
  beforeAll(() => {
    const outs = ids.flatMap((id) => ['--out', `${id}=${pathOf(id)}`]);
    stderr = igScan([...inputs, '--quiet', ...outs]).stderr;
  }, 60_000);
  afterAll(() => rmSync(reports, { recursive: true }));

  it.each(ids)('leaves in the %s report', (id) => {
    const text = textOf(readFileSync(pathOf(id)));
    expect(text.length).toBeGreaterThan(200);
    expect(leaked(text)).toEqual([]);
  });

  it('leaves on stderr', () => {
    expect(leaked(stderr)).toEqual([]);
  });
});

/** What a report says; a workbook is unpacked first. */
function textOf(bytes: Buffer): string {
  if (bytes.toString('latin1', 0, 2) !== 'PK') return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

describe('with damaged input and wrong use', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ig-scan-secrets-'));
  const leaked = secretsOf('direct');
  const named = join(folder, 'WhatsApp Chat - Bronwen Hughes.zip');
  beforeAll(() => {
    copyFileSync(fixture('direct/WhatsApp Chat - Bronwen Hughes.zip'), named);
    truncateSync(named, 2000);
    writeFileSync(join(folder, 'Bronwen Hughes.txt'), 'no chat at all, Bronwen Hughes 07700 900123');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a cut zip', [named]],
    ['a text that is no chat', [join(folder, 'Bronwen Hughes.txt')]],
    ['a file that is not there', [join(folder, 'Bronwen Hughes (2).zip')]],
    ['a folder of both', [folder]],
    ['an unknown format', [named, '--format', 'Bronwen Hughes']],
    ['a report that cannot be written', [named, '--out', `json=${named}/Bronwen Hughes.json`]],
  ])('no secret is named: %s', (_, args) => {
    const { stdout, stderr, code } = igScan(args);
    expect(code).toBeGreaterThan(1);
    expect(leaked(stdout)).toEqual([]);
    expect(leaked(stderr)).toEqual([]);
  });
});
