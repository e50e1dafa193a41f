// A hold register on the command line: what it covers is kept, its names are never shown, and a bad one stops the scan.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture, igScan } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-holds-'));
afterAll(() => rmSync(folder, { recursive: true }));
const register = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const HOLDS = `holds:
  - id: INQ-7
    matter: Inquest touching Mrs Abernethy
    authority: Coroners and Justice Act 2009, Schedule 6
    expires:
    people: [Mrs Abernethy]
  - id: FOI-9
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
      { id: 'INQ-7', messages: expect.toSatisfy((count: number) => count > 0) },
      { id: 'FOI-9', messages: 0 },
    ]);
  });

  it('changes nothing but the copy in the chat', () => {
    const without = (messages: readonly Row[]) => messages.map(({ residual: _, hold: __, ...rest }) => rest);
    expect(without(rows)).toEqual(without(scanned().messages));
  });
});

describe('without a hold register', () => {
  it.each(['terminal', 'html'])('the %s report advises nobody to delete', (format) => {
    const { stdout } = igScan([WARD, '--format', format]);
    const lines = stdout.split('\n').filter((line) => /delete after transfer/i.test(line));
    // The page explains the word; no message bears it.
    expect(lines.filter((line) => !line.includes('<dt>'))).toEqual([]);
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
