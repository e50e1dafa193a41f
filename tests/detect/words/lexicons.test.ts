// Every shipped word list keeps the promises of its own examples, through the path that a scan takes.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkLexicon } from '../../../src/detect/words/check.ts';
import { lexiconSchema } from '../../../src/detect/words/lexicon.ts';
import { buildWordTable, spellingsOf } from '../../../src/detect/words/table.ts';

const folder = new URL('../../../patterns/lexicons/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const files = names.map((name) =>
  lexiconSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'), { schema: 'failsafe' })),
);
const table = buildWordTable(files);

describe('shipped word lists', () => {
  it.each(files.map((file) => [file.id, file] as const))('%s holds its own examples', (_, file) => {
    expect(checkLexicon(file, table)).toEqual([]);
  });

  it('are named after their ids', () => {
    expect(files.map(({ id }) => `${id}.yaml`)).toEqual(names);
  });

  it.each(files.map((file) => [file.id, file] as const))('%s lists no term twice', (_, file) => {
    const terms = [...file.strong, ...file.weak].flatMap(spellingsOf).map((term) => term.toLowerCase());
    expect(terms.length - new Set(terms).size).toBe(0);
  });
});
