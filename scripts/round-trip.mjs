// Whether chats come back as they were written: labelled chats (benchmark/README.md says how they look) are written as each app exports
// them, read again and compared, message by message.
//   npm run round-trip -- FOLDER|FILES
// Prints, for each layout of each format, chats, messages and differences (where they are, never the words), and ends with exit code 1
// when there is one. Nothing is written to disk. It runs the table of tests/parse/round-trip.test.ts over the chats given.

import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTest } from './run-test.mjs';

const chatsIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.chat'))
        .sort()
        .map((name) => join(path, name))
    : [path];

function filesGiven(paths) {
  try {
    return paths.map((path) => resolve(path)).flatMap(chatsIn);
  } catch (error) {
    console.error(error.message);
    return [];
  }
}

const files = filesGiven(process.argv.slice(2));
if (files.length === 0) {
  console.error('Name labelled chats, or a folder with .chat files:\n  npm run round-trip -- FOLDER|FILES');
  process.exitCode = 2;
} else {
  process.env.IG_SCAN_CHATS = files.join('\n');
  await runTest('tests/parse/round-trip.test.ts');
}
