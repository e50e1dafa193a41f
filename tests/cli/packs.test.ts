// --packs on the command line: what is written and how, and what is refused before anything is read.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture, igScan } from '../run.ts';

const work = mkdtempSync(join(tmpdir(), 'ig-scan-packs-'));
afterAll(() => rmSync(work, { recursive: true }));
const WARD = fixture('ward/WhatsApp Chat with Ward 12 Nights.zip');
const CONTACT = 'IG team, ext 2345';
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

describe('--packs', () => {
  const made = join(work, 'case 7', 'packs');
  const first = igScan([WARD, '--quiet', '--packs', made, '--contact', CONTACT], { TZ: 'America/New_York' });

  it('writes packs and summaries that their owner alone can read, and changes no exit code', () => {
    expect(first).toEqual({ code: igScan([WARD, '--quiet']).code, stdout: '', stderr: '' });
    const names = readdirSync(made);
    expect(names).toContain('care-record.docx');
    expect(names).toContain('care-record.xlsx');
    expect(names).toContain('siro-summary.docx');
    for (const name of names) expect(statSync(join(made, name)).mode & 0o777, name).toBe(0o600);
  });

  it('writes the same bytes in another zone, into a folder that is there', () => {
    const again = join(work, 'again');
    mkdirSync(again);
    igScan([WARD, '--quiet', '--packs', again, '--contact', CONTACT], { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' });
    expect(contents(again)).toEqual(contents(made));
  });

  it('takes no pack away that may have been filled in', () => {
    const before = contents(made);
    const { code, stdout, stderr } = igScan([WARD, '--packs', made, '--contact', CONTACT]);
    expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
    expect(stderr).toContain('may have been filled in');
    expect(contents(made)).toEqual(before);
  });

  it('writes summaries that say so where nothing could be read', () => {
    const folder = join(work, 'nothing');
    const { code } = igScan([join(work, 'missing.zip'), '--quiet', '--packs', folder, '--contact', CONTACT]);
    expect(code).toBe(3);
    expect(readdirSync(folder).sort()).toEqual(['caldicott-summary.docx', 'siro-summary.docx']);
    const { 'word/document.xml': xml } = unzipSync(readFileSync(join(folder, 'siro-summary.docx')));
    expect(strFromU8(xml ?? new Uint8Array())).toContain('Not everything was read.');
  });
});

describe('--packs is refused before anything is read', () => {
  const file = join(work, 'a file');
  writeFileSync(file, '');
  const seized = join(work, 'seized');
  mkdirSync(seized);
  symlinkSync(seized, join(work, 'linked'));
  const folder = join(work, 'never');

  it.each([
    ['without a contact', 2, [WARD, '--packs', folder]],
    ['with an empty contact', 2, [WARD, '--packs', folder, '--contact', ' ']],
    ['with a contact that fills a page', 2, [WARD, '--packs', folder, '--contact', 'x'.repeat(201)]],
    ['into a file', 2, [WARD, '--packs', file, '--contact', CONTACT]],
    ['among the evidence', 5, [seized, '--packs', join(seized, 'packs'), '--contact', CONTACT]],
    ['among the evidence by a link', 5, [seized, '--packs', join(work, 'linked', 'packs'), '--contact', CONTACT]],
  ])('%s', (_, expected, args) => {
    const { code, stdout, stderr } = igScan(args);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(/--(contact|packs)|elsewhere/);
    expect(() => statSync(folder)).toThrow();
    expect(readdirSync(seized)).toEqual([]);
  });
});

describe('--contact', () => {
  it.each(['terminal', 'html'])('is printed in the %s report, and nobody is made up without it', (format) => {
    const args = [WARD, '--format', format];
    expect(igScan([...args, '--contact', CONTACT]).stdout).toContain(`For advice ask: ${CONTACT}`);
    expect(igScan(args).stdout).not.toContain('For advice ask');
  });
});
