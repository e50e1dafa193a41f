// Writes the invented archives under fixtures/ that tests and the README use: node scripts/make-fixtures.mjs
// With --check nothing is written; exit code 1 says that what lies on disk is not what the scripts make.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixtureFiles } from './fixtures/all.mjs';
import { unzip } from './fixtures/zip.mjs';

export { fixtureFiles };

const ROOT = fileURLToPath(new URL('../fixtures', import.meta.url));

/** The folders this script owns; others below fixtures/ are not its business. */
const ownFolders = (files) => [...new Set([...files.keys()].map((path) => path.split('/')[0]))];

function onDisk(files) {
  return ownFolders(files).flatMap((folder) => {
    try {
      const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
      const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return paths.map((path) => relative(ROOT, path).split(sep).join('/'));
    } catch {
      return [];
    }
  });
}

async function same(path, made, found) {
  if (made.equals(found)) return true;
  if (!path.endsWith('.zip')) return false;
  const [left, right] = [[...(await unzip(made))], [...(await unzip(found))]];
  return (
    left.length === right.length &&
    left.every(([name, bytes], place) => name === right[place][0] && bytes.equals(right[place][1]))
  );
}

/** Paths whose content on disk, unzipped, is not what `files` says: changed, missing or not made by this script. */
export async function differences(files) {
  const disk = onDisk(files);
  const differing = disk.filter((path) => !files.has(path));
  for (const [path, made] of files) {
    if (!disk.includes(path) || !(await same(path, made, readFileSync(join(ROOT, path))))) differing.push(path);
  }
  return differing.sort();
}

async function main() {
  const files = await fixtureFiles();
  if (process.argv.includes('--check')) {
    const differing = await differences(files);
    for (const path of differing) console.error(`differs: fixtures/${path}`);
    process.exitCode = differing.length === 0 ? 0 : 1;
    return;
  }
  for (const [path, content] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), content);
  }
  console.log(`${files.size} files written below fixtures/`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
