// What patterns/children.yaml may say. Apart from the code that uses it, so that a scan need not load what checks files.

import { z } from 'zod';

export const childrenFileSchema = z.strictObject({
  id: z.literal('children'),
  name: z.string().min(1),
  why: z.string().min(1),
  sources: z.array(z.string().min(1)).min(1),
  words: z.array(z.string().min(1)).min(1),
  match: z.array(z.string().min(1)).min(2),
  noMatch: z.array(z.string().min(1)).min(2),
});

export type ChildrenFile = z.infer<typeof childrenFileSchema>;
