// What a lexicon file may say (patterns/lexicons/*.yaml). One file is one category; its own examples travel with it.

import { z } from 'zod';

const text = z.string().min(1);
const texts = z.array(text).default([]);

const specialTerm = z.strictObject({
  term: text.describe('canonical | variant | variant'),
  weight: z.enum(['strong', 'weak']).default('strong'),
  case: z.enum(['exact', 'any']).default('any').describe('exact: only as typed here'),
  needs: texts.describe('at least one of these must stand in the same message'),
  not: texts.describe('any of these in the same message cancels the term'),
});

export const lexiconSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text,
  category: z.string().regex(/^[a-z]+(\.[a-z0-9-]+)+$/),
  why: text,
  sources: z.array(text).min(1),
  strong: texts.describe('each enough by itself to say that the message is about the category'),
  weak: texts.describe('ordinary words too: count only beside other evidence'),
  special: z.array(specialTerm).default([]),
  cancels: texts.describe('false friends only: prefixes of the categories that these terms cancel'),
  scope: z.enum(['span', 'message']).default('span'),
  match: z.array(z.strictObject({ text, finds: z.array(text).min(1) })).min(2),
  noMatch: z.array(z.strictObject({ text: z.string(), why: text })).min(2),
});

export type LexiconFile = z.infer<typeof lexiconSchema>;

/** What of a lexicon counts beside its terms. */
export type LexiconHead = Pick<LexiconFile, 'id' | 'category' | 'cancels' | 'scope'>;
