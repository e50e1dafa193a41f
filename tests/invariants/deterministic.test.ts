// Same input, same bytes: whatever the clock, the zone, the locale or the order of the arguments.

import { describe, expect, it } from 'vitest';
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
