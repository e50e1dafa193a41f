// `ig-scan formats` and the README name every format that can be read, and what is recognised and refused.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ISSUES } from '../../src/issues.ts';
import { FORMATS } from '../../src/parse/formats.ts';
import { igScan } from '../run.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

it('prints every format with all that it says of itself, and what is refused with the way out', () => {
  const { code, stdout, stderr } = igScan(['formats']);
  expect([code, stderr]).toEqual([0, '']);
  for (const { id, name, about } of FORMATS) {
    expect(stdout).toContain(
      `${name}  [${id}]\n  hand in   ${about.handIn}\n  told by   ${about.toldBy}\n  limits    ${about.limits}\n  example   fixtures/${about.example}\n`,
    );
  }
  for (const code of ['archive-7z', 'phone-database', 'pdf', 'legal-return', 'account-data'] as const) {
    expect(stdout).toContain(`  ${ISSUES[code].says}\n    ${ISSUES[code].advice}\n`);
  }
});

it('stands in the README as the formats would make it', () => {
  const { stdout } = spawnSync(process.execPath, [root('scripts/make-formats-table.mjs'), '--print'], {
    encoding: 'utf8',
  });
  expect(stdout).toBe(readFileSync(root('README.md'), 'utf8'));
});
