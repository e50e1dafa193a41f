// What patterns/decisions.yaml may say. Apart from the code that uses it, so that a scan need not load what checks files.

import { z } from 'zod';

const lines = z.array(z.string().min(1)).min(1);
const kind = z.enum(['clinical', 'corporate', 'staffing']);

export const decisionFileSchema = z.strictObject({
  id: z.literal('decisions'),
  name: z.string().min(1),
  why: z.string().min(1),
  sources: lines,
  clinical: lines,
  order: lines,
  corporate: lines,
  staffing: lines,
  report: lines.describe('words before a phrase that make it news of something, or a wish, and no decision'),
  request: lines,
  anyone: lines,
  action: lines,
  takesOn: lines,
  proposal: lines,
  agreement: lines,
  hedge: lines,
  weighty: lines,
  reason: lines,
  due: lines,
  match: z
    .array(z.strictObject({ text: z.string().min(1), kind, is: z.enum(['decision', 'request', 'action']) }))
    .min(2),
  noMatch: z.array(z.strictObject({ text: z.string().min(1), kind, why: z.string().min(1) })).min(2),
});

export type DecisionFile = z.infer<typeof decisionFileSchema>;
