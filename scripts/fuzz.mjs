// Exports of every format, damaged in every way, by the thousand: nothing may throw, and nothing may be lost without a word.
//   npm run fuzz            10,000 runs for each layout of each format and for each export of fixtures/formats
//   npm run fuzz -- 500     as many as you say
//   npm run fuzz -- 500 telegram    of those alone whose names have the word in them
// Prints the seconds of each; ends with exit code 1 when one fails, with the seed and the smallest example. The runs are the properties of
// tests/parse/hostile-exports.test.ts, which the test suite does with a few runs each.

import { runTest } from './run-test.mjs';

const [runs = '10000', name] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(runs)) {
  console.error('Say how many runs:\n  npm run fuzz -- NUMBER [NAME]');
  process.exitCode = 2;
} else {
  process.env.IG_SCAN_RUNS = runs;
  await runTest('tests/parse/hostile-exports.test.ts', name);
}
