// `ig-scan doctor`: whether every reader works, and what to do about one that does not.

import { afterEach, expect, it, vi } from 'vitest';
import { runDoctor } from '../../src/cli/doctor.ts';
import { READERS } from '../../src/extract/readers.ts';
import { READERS as FAKE } from '../extract/fake-readers.mjs';
import { igScan } from '../run.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('tries every reader of the program on a sample of its own', async () => {
  const { code, stdout } = igScan(['doctor']);
  const titles = await Promise.all(Object.values(READERS).map(async (load) => (await load()).title));
  expect(stdout).toBe(`${titles.map((title) => `ok       ${title}\n`).join('')}\nEverything is there.\n`);
  expect(code).toBe(0);
}, 60_000);

it('names a reader whose package is absent, goes on, and says how to get it', async () => {
  const printed: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  const code = await runDoctor({ list: FAKE, module: new URL('../extract/fake-readers.mjs', import.meta.url) });
  vi.restoreAllMocks();
  expect(printed.slice(0, 2)).toEqual(['ok       fake text\n', 'MISSING  fake pdf: not installed (no-such-package)\n']);
  expect(printed[2]).toContain('npm install --include=optional');
  expect(code).toBe(3);
}, 60_000);
