// The pattern files as the tests read them, without the program's own loader.

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compilePatterns } from '../../../src/detect/patterns/compile.ts';
import { type PatternFile, patternSchema } from '../../../src/detect/patterns/schema.ts';

const folder = new URL('../../../patterns/identifiers/', import.meta.url);

export const shippedFiles: readonly (readonly [string, PatternFile])[] = readdirSync(folder)
  .sort()
  .map((name) => [
    name,
    patternSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'), { schema: 'failsafe' })),
  ]);

export const shipped = compilePatterns(shippedFiles.map(([, file]) => file));
