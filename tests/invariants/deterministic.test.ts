// Same input, same bytes: whatever the clock, the zone, the locale or the order of the arguments.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture, igScan } from '../run.ts';

const INPUTS = [fixture('ward'), fixture('social'), fixture('direct')];

describe('the JSON report', () => {
  const first = igScan([...INPUTS, '--format', 'json'], { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });

  it('is made at all', () => {
    expect(JSON.parse(first.stdout).messages.length).toBeGreaterThan(100);
  });

  it('is the same in another zone and locale', () => {
    const again = igScan([...INPUTS, '--format', 'json'], {
      TZ: 'Pacific/Auckland',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    expect(again.stdout).toBe(first.stdout);
  });

  it('is the same when the inputs are given in another order', () => {
    const again = igScan(['--format', 'json', ...[...INPUTS].reverse()]);
    expect(again.stdout).toBe(first.stdout);
  });
});

describe('with a key, a baseline and a reveal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ig-scan-deterministic-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string) => join(folder, name);
  const scan = (name: string, env: NodeJS.ProcessEnv, today: string, ...more: string[]) => {
    const args = ['--key', file('case.key'), '--quiet', '--today', today, '--out', `json=${file(`${name}.json`)}`];
    igScan([fixture('direct'), ...args, ...more], { CI: '', ...env });
    return readFileSync(file(`${name}.json`), 'utf8');
  };
  const baseline = ['--baseline', file('b.yaml')];
  const reveal = (name: string) => ['--reveal', file(`${name}-shown.json`), '--reason', 'test of sameness'];

  it('is the same in another zone and on another day before the baseline ends', () => {
    igScan(['key', 'new', file('case.key')]);
    const accept = ['--owner', 'IG lead', '--until', '2030-01-31', '--reason', 'test of sameness'];
    scan('first', {}, '2029-01-01', '--write-baseline', file('b.yaml'), ...accept);
    const here = scan('here', { TZ: 'UTC' }, '2029-01-01', ...baseline, ...reveal('here'));
    const there = scan('there', { TZ: 'Pacific/Auckland' }, '2030-01-31', ...baseline, ...reveal('there'));
    expect(here).toContain('"accepted":{');
    expect(there).toBe(here);
    expect(readFileSync(file('there-shown.json'), 'utf8')).toBe(readFileSync(file('here-shown.json'), 'utf8'));
    expect(scan('late', {}, '2030-02-01', ...baseline)).not.toBe(here);
  }, 60_000);
});
