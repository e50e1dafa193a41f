// Run by the build: turns the folder patterns/ into dist/pack.json and dist/terms.txt, so that a scan starts without parsing or validating YAML.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asciiJson } from './ascii-json.ts';
import { termLines } from './detect/words/terms.ts';
import { readPack } from './load.ts';

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { version } = JSON.parse(readFileSync(root('package.json'), 'utf8'));
const pack = readPack(root('patterns'), version);
writeFileSync(root('dist/pack.json'), asciiJson(pack));
writeFileSync(root('dist/terms.txt'), termLines(pack.lexicons));
