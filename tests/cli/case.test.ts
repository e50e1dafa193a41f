// A case from its key to its baseline, as an officer runs it.

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { igScan } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-case-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);
const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'));
const CHAT = 'WhatsApp Chat with Larch Ward.txt';
const lines = [
  '03/12/2024, 09:15 - Priya Raman: Mrs Testname in bed 4, lactate 4.1, starting abx',
  '03/12/2024, 09:16 - Sister Kate: NHS no 999 000 1383 for mrs testname, dob 01/02/1940',
  '13/12/2024, 21:00 - Priya Raman: thanks all',
];
const KEYED = ['--key', 'case.key', '--quiet'];
const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => igScan(args, { CI: '', ...env }, folder);

beforeAll(() => {
  writeFileSync(file(CHAT), lines.join('\n'));
  expect(run(['key', 'new', 'case.key'])).toEqual({ code: 0, stdout: '', stderr: '' });
  const accept = ['--reason', 'checked with the ward', '--owner', 'IG lead', '--until', '2029-12-31'];
  const wrote = ['--write-baseline', 'baseline.yaml', ...accept, '--today', '2029-01-01', '--out', 'json=first.json'];
  expect(run([CHAT, ...KEYED, ...wrote]).code).toBe(1);
}, 60_000);

describe('a baseline', () => {
  const scan = (...args: string[]) =>
    run([CHAT, ...KEYED, '--baseline', 'baseline.yaml', '--out', 'json=now.json', ...args]);

  it('silences what it accepts, and leaves it in the report', () => {
    expect(scan('--today', '2029-12-31').code).toBe(0);
    const { messages, summary } = read('now.json');
    expect(messages.map(({ id }: { id: string }) => id)).toEqual(
      read('first.json').messages.map(({ id }: { id: string }) => id),
    );
    expect(messages[0].accepted).toMatchObject({ state: 'accepted-risk', owner: 'IG lead', until: '2029-12-31' });
    expect(summary.baseline).toMatchObject({ entries: messages.length, accepted: messages.length, unused: [] });
  });

  it('ends with its last day', () => {
    expect(scan('--today', '2030-01-01').code).toBe(1);
    expect(read('now.json').summary.baseline.stillCounts.expired).toBeGreaterThan(0);
  });

  it('never silences what a hold covers', () => {
    const hold = '{id: H-1, matter: Inquest, authority: Coroners and Justice Act 2009, people: [Testname]}';
    writeFileSync(file('holds.yaml'), `holds:\n  - ${hold}\n`);
    expect(scan('--today', '2029-01-01', '--holds', 'holds.yaml').code).toBe(1);
    expect(read('now.json').summary.baseline.stillCounts.held).toBeGreaterThan(0);
  });

  it.each([
    ['a baseline without a key', ['--baseline', 'baseline.yaml'], 2],
    ['a baseline without owner and end', [...KEYED, '--write-baseline', 'b.yaml', '--reason', 'long enough'], 2],
    [
      'an end that is past',
      [...KEYED, '--write-baseline', 'b.yaml', '--reason', 'long enough', '--owner', 'me', '--until', '2020-01-01'],
      2,
    ],
    ['a date that is none', ['--today', 'Testname'], 2],
    ['a reason for nothing', ['--reason', 'subject access'], 2],
    ['a report over the key', [...KEYED, '--out', 'json=case.key'], 5],
    ['a report over the baseline', [...KEYED, '--baseline', 'baseline.yaml', '--out', 'json=baseline.yaml'], 5],
    ['two reports in one file', ['--out', 'json=a.json', '--out', 'html=a.json'], 2],
    ['a report with the path of a folder', ['--out', 'json=.'], 2],
    ['a key among the evidence', ['.', ...KEYED], 4],
    ['a reveal in an automated run', ['--reveal', 'r.json', '--reason', 'subject access'], 4],
  ])('%s is refused before anything is read', (_, args, code) => {
    const result = run([CHAT, ...args], { CI: 'true' });
    expect(result.code).toBe(code);
    expect(result.stdout).toBe('');
    expect(result.stderr).not.toMatch(/Testname/i);
    expect(existsSync(file('b.yaml')) || existsSync(file('r.json'))).toBe(false);
  });
});

describe('a run record', () => {
  it('stands beside every reveal, and says who, what, why and with which result', () => {
    const args = ['--reveal', 'shown.json', '--reason', 'subject access request 117', '--run-record', 'run.json'];
    const { code } = run([CHAT, ...KEYED, ...args]);
    const record = read('shown.json.run.json');
    expect(record).toEqual(read('run.json'));
    expect(record).toMatchObject({
      tool: { name: 'ig-scan' },
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
      key: expect.stringMatching(/^key-/),
      reason: 'subject access request 117',
      today: { from: 'clock' },
      inputs: [{ status: 'read', bytes: Buffer.byteLength(lines.join('\n')) }],
      outputs: [
        { format: 'json', path: 'shown.json', revealed: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
      counts: { recordsIn: 3, examined: 3, agree: true },
      exitCode: code,
    });
    expect(statSync(file('shown.json')).mode & 0o777).toBe(0o600);
    expect(statSync(file('run.json')).mode & 0o777).toBe(0o600);
  });

  it('masks the command line, whatever it names', () => {
    writeFileSync(file('Margaret Testname.txt'), lines.join('\n'));
    run(['Margaret Testname.txt', '--quiet', '--out', 'json=Margaret Testname.json', '--run-record', 'run.json']);
    const text = readFileSync(file('run.json'), 'utf8');
    expect(text).not.toMatch(/Margaret|Testname/);
    expect(JSON.parse(text).command).toContain('--run-record');
  });
});
