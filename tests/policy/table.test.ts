// docs/policy.md says which test shows that a sentence of the Trust policy is served: the table is fresh and the tests exist.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { clausesFileSchema } from '../../src/policy/schema.ts';
import { readYaml } from '../patterns.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
interface Sentence {
  readonly anchor: string;
  readonly asks?: string;
  readonly none?: string;
  readonly open?: string;
  readonly test?: string;
  readonly name?: string;
}
const { sentences }: { sentences: Readonly<Record<string, Sentence>> } = parse(
  readFileSync(root('docs/policy.yaml'), 'utf8'),
);
const { clauses } = clausesFileSchema.parse(readYaml('policy/clauses/trust-policy.yaml'));

describe('the table of the Trust policy', () => {
  it('is as its data and the policy would make it', () => {
    const { stdout } = spawnSync(process.execPath, [root('scripts/make-policy-table.mjs'), '--print'], {
      encoding: 'utf8',
    });
    expect(stdout).toBe(readFileSync(root('docs/policy.md'), 'utf8'));
  });

  it('has every sentence of the policy, and no other', () => {
    expect(Object.keys(sentences)).toEqual(clauses.map(({ id }) => id));
  });

  it.each(Object.entries(sentences))('%s: names a test that exists, or says why there is none', (_, sentence) => {
    const { asks, none, open, test = '', name = '' } = sentence;
    expect([asks, none, open].filter((one) => one !== undefined)).toHaveLength(1);
    if (asks === undefined) return;
    expect(existsSync(root(test))).toBe(true);
    expect(name).not.toBe('');
    expect(readFileSync(root(test), 'utf8')).toContain(`'${name}'`);
  });
});
