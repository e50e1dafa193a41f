// Run by the build: turns the folder patterns/ into dist/pack.json, so that a scan starts without parsing or validating YAML.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPack } from './load.ts';

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { version } = JSON.parse(readFileSync(root('package.json'), 'utf8'));
writeFileSync(root('dist/pack.json'), JSON.stringify(readPack(root('patterns'), version)));
