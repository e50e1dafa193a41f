// Reads the shipped pattern files for tests, as the loader does: every scalar stays text.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const readYaml = (path: string): unknown =>
  parse(readFileSync(new URL(`../patterns/${path}`, import.meta.url), 'utf8'), { schema: 'failsafe' });
