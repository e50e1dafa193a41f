// What each format says of itself: every one has an invented export, and that export is recognised as it and as no other.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/parse/formats.ts';
import { examine } from '../../src/parse/suspect.ts';
import { DEFAULT_LIMITS } from '../../src/source/limits.ts';
import { openSources } from '../../src/source/sources.ts';

/** Ids of the formats as which files of the example are recognised. */
async function recognisedIn(example: string): Promise<string[]> {
  const path = fileURLToPath(new URL(`../../fixtures/${example}`, import.meta.url));
  const ids = new Set<string>();
  for await (const source of openSources([path], { limits: DEFAULT_LIMITS })) {
    for (const file of source.files) {
      const { format } = await examine(file, source.path);
      if (format) ids.add(format.id);
    }
  }
  return [...ids];
}

describe('every format', () => {
  it.each(FORMATS.map((format) => [format.id, format] as const))(
    '%s is recognised in its example',
    async (id, format) => {
      expect(await recognisedIn(format.about.example)).toEqual([id]);
    },
  );

  it('has an id, a name and an example of its own', () => {
    for (const key of [({ id }) => id, ({ name }) => name, ({ about }) => about.example] satisfies ((
      format: (typeof FORMATS)[number],
    ) => string)[]) {
      expect(new Set(FORMATS.map(key)).size).toBe(FORMATS.length);
    }
  });

  it('is told of in phrases of one line', () => {
    for (const { name, about } of FORMATS) {
      for (const phrase of [name, about.handIn, about.toldBy, about.limits])
        expect(phrase).toMatch(/^[^\n]{3,160}[^.\n]$/);
    }
  });
});
