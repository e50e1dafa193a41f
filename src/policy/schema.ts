// What the policy stage's data files may say: facts, combination rules, clauses, and policies with their dispositions and examples
// (patterns/rules/*.yaml, patterns/policy/). Only loading needs this file; deciding needs the types alone.

import { z } from 'zod';
import { TOPICS } from '../topics.ts';
import { DESTINATIONS, DUES, HOLD_KINDS, RETAIN, SEVERITIES, SUBJECTS, VERDICTS } from './order.ts';

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
  words: texts.describe('only findings of a word of a lexicon that has one of these in it'),
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

/** What a clause is, strongest first: reports that have room for two name the Trust's own sentence and the strongest law. */
const CLAUSE_KINDS = [
  'policy',
  'law',
  'data-protection',
  'guidance',
  'caldicott',
  'professional-code',
  'retention',
] as const;

const clauseSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+|-[a-z])*$/, 'capital letters, digits and hyphens'),
  kind: z.enum(CLAUSE_KINDS),
  source: text,
  says: text,
  verifiedOn: z.iso.date().optional().describe('date on which an IG lead confirmed the wording'),
});

export const clausesFileSchema = z.strictObject({ sources: z.array(text), clauses: z.array(clauseSchema).min(1) });

const holdKindSchema = z.strictObject({
  id: z.enum(HOLD_KINDS),
  name: text,
  says: text,
  because: z.array(text).min(1).describe('ids of clauses'),
});

export const holdKindsFileSchema = z
  .strictObject({ sources: z.array(text), kinds: z.array(holdKindSchema) })
  .refine(({ kinds }) => HOLD_KINDS.every((id) => kinds.some((kind) => kind.id === id)), 'a kind of hold is missing');

/** An invented message in a chat of that title, after other messages, with or without an attachment. */
const example = {
  text: z.string().default(''),
  title: text.default('Ward 12'),
  before: texts.describe('messages before it, oldest first, the last of them by somebody else'),
  attachment: text.optional().describe('name of a file that comes with it'),
};
const matchSchema = z.strictObject(example);
const noMatchSchema = z.strictObject({ ...example, why: text });

/** What stands in a policy with examples of its own: without a message that it is for and one that it is not for it is not valid. */
const entry = {
  id: dashed,
  why: text,
  when: conditionSchema,
  because: z.array(text).min(1).describe('ids of clauses, the weightiest first'),
  match: z.array(matchSchema).min(1, 'needs at least one message that it is for'),
  noMatch: z.array(noMatchSchema).min(1, 'needs at least one message that it is not for'),
};

const dispositionSchema = z.strictObject({
  ...entry,
  destination: z.enum(DESTINATIONS),
  due: z.enum(DUES),
  keep: texts.describe('ids of clauses that say how long it is kept there'),
  retain: z
    .enum(RETAIN)
    .default('no')
    .describe('yes: the chat copy is evidence and stays; while-open: until the case it belongs to is closed'),
});

/** Where this policy is milder than the one that it extends. What it can never touch stands in lenient.ts. */
const lenientSchema = z.strictObject({
  ...entry,
  atMost: z.enum(SEVERITIES).describe('the message is no graver than this'),
  drops: z.array(z.enum(['breach-assessment'], 'only breach-assessment can be dropped')).default([]),
});

/** A policy that begins where another one stands. Entries of the same id take the place of those of the other. */
export const policyFileSchema = z
  .strictObject({
    id: dashed,
    name: text,
    version: text,
    extends: dashed.optional(),
    sources: z.array(text),
    dispositions: z.array(dispositionSchema).default([]),
    lenient: z.array(lenientSchema).default([]),
  })
  .superRefine(({ extends: parent, dispositions, lenient }, context) => {
    if (!parent && dispositions.length === 0)
      context.addIssue({ code: 'custom', message: 'a policy needs `dispositions`, or another one that it `extends`' });
    for (const id of twice([...dispositions, ...lenient].map((one) => one.id)))
      context.addIssue({ code: 'custom', message: `two entries have the id ${id}` });
  });

const twice = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

export type Condition = z.infer<typeof conditionSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Clause = z.infer<typeof clauseSchema>;
export type HoldKindEntry = z.infer<typeof holdKindSchema>;
export type Example = z.infer<typeof matchSchema>;
export type PolicyFile = z.infer<typeof policyFileSchema>;
/** A policy with what it extends taken in (policies.ts). */
export type Policy = Omit<PolicyFile, 'extends'>;
