// What the list of categories may say (patterns/taxonomy.yaml). Only loading needs this file.

import { z } from 'zod';

const text = z.string().min(1);

export const taxonomySchema = z.strictObject({
  categories: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(\.[a-z0-9-]+)+$/),
        name: text,
        power: z.enum(['direct', 'strong', 'weak', 'none']),
        alone: z.enum(['yes', 'no', 'context']),
        severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
        subject: z.enum(['patient', 'staff', 'relative', 'third-party', 'unknown']),
        law: z.array(text).default([]),
        means: text,
      }),
    )
    .min(1),
});

export type CategoryEntry = z.infer<typeof taxonomySchema>['categories'][number];
