// Run by the build: turns the folder patterns/ into dist/pack.json and the tables beside it, so that a scan starts without parsing
// or validating YAML, and finds a word without reading the others.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPack } from './load.ts';
import { packFiles } from './pack.ts';

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { version } = JSON.parse(readFileSync(root('package.json'), 'utf8'));
const pack = readPack(root('patterns'), version);
for (const [name, content] of Object.entries(packFiles(pack))) {
  writeFileSync(root(`dist/${name}`), content);
}
