// A hold register on the command line: what it covers is kept, its names are never shown, and a bad one stops the scan.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { HOLD_KINDS } from '../../src/policy/order.ts';
import { fixture, igScan, maskedFormats } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-holds-'));
afterAll(() => rmSync(folder, { recursive: true }));
const register = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const HOLDS = `holds:
  - id: INQ-7
    kind: inquest
    matter: Inquest touching Mrs Abernethy
    authority: Coroners and Justice Act 2009, Schedule 6
    expires:
    people: [Mrs Abernethy]
  - id: FOI-9
    kind: foi
    matter: Beds
    authority: FOIA s.1
    people: [Zebedee Quill]
`;
const WARD = fixture('ward/WhatsApp Chat with Ward 12 Nights.zip');
interface Row {
  readonly residual: string;
  readonly hold: { readonly status: string; readonly ids: readonly string[] };
}
const scanned = (...args: string[]) => JSON.parse(igScan([WARD, '--format', 'json', ...args]).stdout);

describe('a hold register', () => {
  const report = scanned('--holds', register('holds.yaml', HOLDS));
  const rows: readonly Row[] = report.messages;

  it('keeps what it covers and lets the rest go only after transfer', () => {
    const held = rows.filter(({ hold }) => hold.ids.includes('INQ-7'));
    expect(held.length).toBeGreaterThan(0);
    expect(new Set(held.map(({ residual }) => residual))).toEqual(new Set(['retain']));
    expect(rows.some(({ residual }) => residual === 'delete-after-transfer')).toBe(true);
  });

  it('is counted hold by hold, with those that cover nothing', () => {
    expect(report.summary.holdRegister).toBe(true);
    expect(report.summary.holds).toEqual([
      { id: 'INQ-7', kind: 'inquest', messages: expect.toSatisfy((count: number) => count > 0) },
      { id: 'FOI-9', kind: 'foi', messages: 0 },
    ]);
  });

  it('changes nothing but the copy in the chat', () => {
    const without = (messages: readonly Row[]) => messages.map(({ residual: _, hold: __, ...rest }) => rest);
    expect(without(rows)).toEqual(without(scanned().messages));
  });
});

describe('each kind of hold', () => {
  const holds = HOLD_KINDS.map(
    (kind) => `  - { id: ${kind}-1, kind: ${kind}, matter: m, authority: a, groups: ["*"] }\n`,
  );
  const path = register(
    'kinds.yaml',
    `holds:\n${holds.join('')}  - { id: plain-1, matter: m, authority: a, groups: ["*"] }\n`,
  );
  const said = (format: string) =>
    igScan([WARD, '--format', format, '--holds', path])
      .stdout.replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ');
  const screen = said('terminal');
  const page = said('html');

  it.each([
    ['foi', 'FOIA s.77; Environmental Information Regulations 2004, regulation 19'],
    ['sar', 'DPA 2018 s.173'],
    ['inquiry', 'Inquiries Act 2005 s.35'],
    ['inquest', 'Coroners and Justice Act 2009, Schedule 6'],
    ['claim', 'Civil Procedure Rules'],
    ['complaint', 'NHS Complaints Regulations 2009'],
    ['regulator', 'Health and Social Care Act 2008'],
    ['police', 'perverting the course of justice'],
    ['other', 'Records Management Code'],
    ['plain', 'Records Management Code'],
  ])('warns with its own law: %s', (kind, law) => {
    for (const text of [screen, page]) {
      const warning = new RegExp(`hold ${kind}-1, [^(]*\\((.*?)\\)(?= (?:- )?hold |\\s*What| WHY| NEXT|$)`).exec(
        text,
      )?.[0];
      expect(warning).toContain(law);
    }
  });
});

describe('without a hold register', () => {
  /** Words of the pattern files, shown as the reason of a finding. */
  const EVIDENCE = /word (?:\\?"|&quot;)[^"&\\]*/g;
  /** The word as advice: not within "do not delete", nor as something that was done. */
  const ADVICE = /(?<!do not |do-not-)\bdelete\b/i;
  const path = (name: string) => join(folder, name);
  const outputs = maskedFormats.map(({ id, extension }) => ({ id, path: path(`without.${extension}`) }));
  igScan([WARD, '--quiet', ...outputs.flatMap((one) => ['--out', `${one.id}=${one.path}`])]);

  it.each(outputs)('the $id report advises nobody to delete', (one) => {
    const bytes = readFileSync(one.path);
    const text =
      one.id === 'xlsx'
        ? Object.values(unzipSync(bytes))
            .map((part) => strFromU8(part))
            .join('\n')
        : String(bytes);
    expect(text.length).toBeGreaterThan(1000);
    const line = text
      .replace(EVIDENCE, '')
      .split('\n')
      .find((each) => ADVICE.test(each));
    expect(line?.slice(Math.max(0, line.search(ADVICE) - 80)).slice(0, 160)).toBeUndefined();
  });
});

describe('a bad hold register', () => {
  it.each([
    ['is missing', join(folder, 'none.yaml')],
    ['is no YAML', register('broken.yaml', 'holds: [a: b: "Abernethy')],
    ['has a wrong key', register('key.yaml', `${HOLDS}    Abernethy: x\n`)],
    ['covers nothing', register('empty.yaml', 'holds: [{ id: H, matter: m, authority: a }]')],
  ])('stops the scan with exit 2 and quotes nothing: it %s', (_, path) => {
    const { code, stdout, stderr } = igScan([WARD, '--holds', path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('The hold register cannot be used; nothing was scanned.');
    expect(stderr).not.toMatch(/abernethy/i);
  });
});
