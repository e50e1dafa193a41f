// What the policy stage's data files may say: facts, combination rules, and the policy with its clauses and dispositions
// (patterns/rules/*.yaml, patterns/policy/*.yaml). Only loading needs this file; deciding needs the types alone.

import { z } from 'zod';
import { TOPICS } from '../topics.ts';
import { DESTINATIONS, RETAIN, SEVERITIES, SUBJECTS, VERDICTS } from './order.ts';

const text = z.string().min(1);
const texts = z.array(text).default([]);
const confidence = z.coerce.number().min(0).max(1);
const dashed = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A condition over facts: all of these, any of those (and any of a second group), none of the others. */
const conditionSchema = z
  .strictObject({ all: texts, any: texts, and: texts.describe('a second "any of"'), none: texts })
  .refine(({ all, any }) => all.length + any.length > 0, 'a condition needs `all` or `any`');

const factSchema = z.strictObject({
  id: dashed,
  means: text,
  categories: texts.describe('findings of these categories (prefixes) make the fact'),
  power: z
    .enum(['direct', 'strong', 'weak'])
    .optional()
    .describe('findings whose category has this power make the fact'),
  patterns: texts.describe('only findings of these patterns or lexicons'),
  signals: texts.describe('signals with these prefixes make the fact'),
  setting: z.enum(['work', 'ward']).optional(),
  carried: z.enum(['direct', 'strong', 'any', 'staff']).optional().describe('identity borrowed from earlier messages'),
  about: z.enum(TOPICS).optional().describe('how the message reads in its conversation (patterns/aboutness)'),
  atLeast: confidence.optional(),
  atMost: confidence.optional(),
  flag: text.optional().describe('the message then bears this category as a flag'),
  confidence: confidence.default(0.5).describe('a finding below this does not count'),
  count: z.coerce.number().int().min(1).default(1).describe('how many findings with different words are needed'),
});

export const factsFileSchema = z.strictObject({ sources: z.array(text), facts: z.array(factSchema).min(1) });

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]+-\d+[a-z]?$/),
  says: text,
  source: text,
  when: conditionSchema,
  verdict: z.enum(VERDICTS),
  severity: z.enum(SEVERITIES),
  subject: z.enum(SUBJECTS),
  confidence,
});

export const rulesFileSchema = z.strictObject({ sources: z.array(text), rules: z.array(ruleSchema).min(1) });

const clauseSchema = z.strictObject({
  id: text,
  source: text,
  says: text,
  verifiedOn: text.optional().describe('date on which an IG lead confirmed the wording'),
});

const dispositionSchema = z.strictObject({
  id: dashed,
  why: text,
  when: conditionSchema,
  destination: z.enum(DESTINATIONS),
  because: z.array(text).min(1).describe('ids of clauses'),
  due: text.optional(),
  retain: z
    .enum(RETAIN)
    .default('no')
    .describe('yes: the chat copy is evidence and stays; while-open: until the case it belongs to is closed'),
});

export const policySchema = z
  .strictObject({
    id: dashed,
    name: text,
    version: text,
    sources: z.array(text),
    clauses: z.array(clauseSchema).min(1),
    dispositions: z.array(dispositionSchema).min(1),
  })
  .superRefine(({ clauses, dispositions }, context) => {
    const known = new Set(clauses.map(({ id }) => id));
    for (const { id, because } of dispositions) {
      for (const clause of because.filter((one) => !known.has(one))) {
        context.addIssue({ code: 'custom', message: `${id} names the unknown clause ${clause}` });
      }
    }
  });

export type Condition = z.infer<typeof conditionSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Policy = z.infer<typeof policySchema>;
