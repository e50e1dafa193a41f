// Checks anew that every regex over chat text takes time in proportion to it, and writes those that do to tests/recheck-safe.txt, so that
// the tests check only what has changed since:  npm run recheck   (about three minutes)

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SAFE = fileURLToPath(new URL('../tests/recheck-safe.txt', import.meta.url));
rmSync(SAFE, { force: true });
const tests = ['tests/detect/patterns/patterns.test.ts', 'tests/parse/whatsapp/headers.test.ts'];
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism', ...tests],
  {
    cwd: root,
    env: { ...process.env, RECHECK_ANEW: '1' },
    stdio: 'inherit',
  },
);
const safe = [
  ...new Set(
    readFileSync(SAFE, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  ),
].sort();
writeFileSync(SAFE, `${safe.join('\n')}\n`);
process.exitCode = status ?? 1;
