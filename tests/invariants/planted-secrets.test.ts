// Nothing that identifies a person leaves the program: every planted name and number of every fixture is looked for in every
// output and in what is said on stderr, in good runs and in bad ones. With --reveal they stand in that one file, and still nowhere else.

import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.ts';
import type { ReportFormat } from '../../src/report/report.ts';
import { fixture, igScan, maskedFormats } from '../run.ts';

const REASON = ['--reason', 'test of what is revealed'];
const NOT_AUTOMATED = { CI: '' };

const FOLDERS = ['ward', 'social', 'direct', 'lanarkshire'];
const masked = maskedFormats.map(({ id }) => id);
const exportsIn = (folder: string) => readdirSync(fixture(folder)).filter((name) => !name.endsWith('.json'));

/** Plain hashes of a number, however it is spelt: whoever has one finds the number by trying them all. */
function hashesOf(folder: string): readonly string[] {
  const { numbers = [], phones = [] } = JSON.parse(readFileSync(fixture(`${folder}/secrets.json`), 'utf8'));
  const spelt = [...numbers, ...phones].flatMap((one: string) => [
    one,
    one.replace(/\D/g, ''),
    one.replace(/^\+44 /, '0'),
  ]);
  return spelt.flatMap((value) =>
    ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => {
      const hash = createHash(algorithm).update(value).digest();
      return [hash.toString('hex').slice(0, 24), hash.toString('base64').slice(0, 20)];
    }),
  );
}

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
    const outs = masked.flatMap((id) => ['--out', `${id}=${pathOf(id)}`]);
    const packs = ['--packs', join(reports, 'packs'), '--contact', 'IG team'];
    stderr = igScan([...inputs, '--quiet', ...outs, ...packs]).stderr;
  }, 60_000);
  afterAll(() => rmSync(reports, { recursive: true }));

  it.each(masked)('leaves in the %s report', (id) => {
    const text = textOf(readFileSync(pathOf(id)));
    expect(text.length).toBeGreaterThan(200);
    expect(leaked(text)).toEqual([]);
  });

  it('leaves in a hand-over pack', () => {
    const packs = readdirSync(join(reports, 'packs'));
    expect(packs).toContain('siro-summary.docx');
    const leaks = packs.map((name) => [name, ...leaked(textOf(readFileSync(join(reports, 'packs', name))))]);
    expect(leaks.filter(([, ...found]) => found.length > 0)).toEqual([]);
  });

  it('leaves on stderr', () => {
    expect(leaked(stderr)).toEqual([]);
  });
});

/** One of groups and one of a chat of two. */
describe.each(['ward', 'direct'])('with a key and a reveal, no secret of the %s fixture', (folder) => {
  const leaked = secretsOf(folder);
  const hashes = hashesOf(folder);
  const inputs = exportsIn(folder).map((name) => fixture(`${folder}/${name}`));
  const reports = mkdtempSync(join(tmpdir(), 'ig-scan-secrets-'));
  const pathOf = (name: string) => join(reports, name);
  const revealing = Object.values<ReportFormat>(FORMATS).filter(({ reveals }) => reveals !== undefined);
  let said = '';
  beforeAll(() => {
    igScan(['key', 'new', pathOf('case.key')]);
    const outs = masked.flatMap((id) => ['--out', `${id}=${pathOf(`report.${id}`)}`]);
    const reveals = revealing.flatMap(({ extension }) => ['--reveal', pathOf(`shown.${extension}`)]);
    const baseline = ['--write-baseline', pathOf('baseline.yaml'), '--owner', 'IG', '--until', '2099-12-31'];
    const run = [...inputs, '--key', pathOf('case.key'), ...outs, ...reveals, ...REASON, ...baseline];
    const { stdout, stderr } = igScan([...run, '--run-record', pathOf('run.json')], NOT_AUTOMATED);
    said = stdout + stderr;
  }, 120_000);
  afterAll(() => rmSync(reports, { recursive: true }));

  it('leaves but in the revealed files', () => {
    const shown = new Set(revealing.map(({ extension }) => `shown.${extension}`));
    const others = readdirSync(reports).filter((name) => !shown.has(name));
    expect(others.length).toBeGreaterThan(masked.length + revealing.length);
    for (const name of others) expect([name, leaked(textOf(readFileSync(pathOf(name))))]).toEqual([name, []]);
    expect(leaked(said)).toEqual([]);
  });

  it('is wanting in a revealed file, which says at its top what it is and why', () => {
    for (const { extension } of revealing) {
      const text = textOf(readFileSync(pathOf(`shown.${extension}`)));
      expect([extension, leaked(text).length > 3]).toEqual([extension, true]);
      expect(text).toContain('Handle as person-confidential');
      expect(text).toContain('test of what is revealed');
    }
  });

  it('stands anywhere as a plain hash', () => {
    for (const name of readdirSync(reports)) {
      // Only what could be a hash: a report is megabytes of words.
      const long = new Set(textOf(readFileSync(pathOf(name))).match(/[\w+/=-]{20,}/g)).values();
      const text = [...long].join(' ');
      expect([name, hashes.filter((hash) => text.includes(hash))]).toEqual([name, []]);
    }
  });

  it('changes ids, counts or the order of records', () => {
    const { reveal: _, ...shown } = JSON.parse(readFileSync(pathOf('shown.json'), 'utf8'));
    const plain = JSON.parse(readFileSync(pathOf('report.json'), 'utf8'));
    expect(shown.messages.map(withoutReveal)).toEqual(plain.messages);
    expect(shown.chats.map(withoutReveal)).toEqual(plain.chats);
    expect({ ...shown, messages: [], chats: [] }).toEqual({ ...plain, messages: [], chats: [] });
  });
});

function withoutReveal({ revealed, ...record }: { revealed: object; findings?: { text?: string }[] }): object {
  expect(revealed).toBeDefined();
  if (!record.findings) return record;
  return { ...record, findings: record.findings.map(({ text: _, ...finding }) => finding) };
}

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
  const key = join(mkdtempSync(join(tmpdir(), 'ig-scan-secrets-')), 'case.key');
  const named = join(folder, 'WhatsApp Chat - Bronwen Hughes.zip');
  beforeAll(() => {
    igScan(['key', 'new', key]);
    copyFileSync(fixture('direct/WhatsApp Chat - Bronwen Hughes.zip'), named);
    truncateSync(named, 2000);
    writeFileSync(join(folder, 'Bronwen Hughes.txt'), 'no chat at all, Bronwen Hughes 07700 900123');
  });
  afterAll(() => {
    for (const made of [folder, dirname(key)]) rmSync(made, { recursive: true });
  });

  it.each([
    ['a cut zip', [named]],
    ['a text that is no chat', [join(folder, 'Bronwen Hughes.txt')]],
    ['a file that is not there', [join(folder, 'Bronwen Hughes (2).zip')]],
    ['a folder of both', [folder]],
    ['an unknown format', [named, '--format', 'Bronwen Hughes']],
    ['a key that is a chat', [named, '--key', join(folder, 'Bronwen Hughes.txt')]],
    ['a baseline that is a chat', [named, '--key', key, '--baseline', join(folder, 'Bronwen Hughes.txt')]],
    ['a date that is a name', [named, '--until', 'Bronwen Hughes']],
    ['a reveal to the evidence', [named, '--reveal', `${folder}/Bronwen Hughes.json`, ...REASON]],
    ['a report that cannot be written', [named, '--out', `json=${named}/Bronwen Hughes.json`]],
  ])('no secret is named: %s', (_, args) => {
    const { stdout, stderr, code } = igScan(args);
    expect(code).toBeGreaterThan(1);
    expect(leaked(stdout)).toEqual([]);
    expect(leaked(stderr)).toEqual([]);
  });
});
