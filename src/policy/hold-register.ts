// What a hold register may say: holds.yaml, the list of what must be kept, which an officer writes and names with --holds.
// Only loading needs this file; deciding needs the types alone.

import { z } from 'zod';
import { date, forms, known, optional, text } from './hand-written.ts';
import { HOLD_KINDS } from './order.ts';

const holdSchema = z
  .strictObject(
    {
      id: text
        .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/, 'letters, digits, . _ / and -, at most 40; it is shown in reports')
        .describe('reference of the hold; the only part of it that reports show'),
      kind: z
        .enum(HOLD_KINDS, `is one of ${HOLD_KINDS.join(', ')}`)
        .default('other')
        .describe('by which law it must be kept; reports warn accordingly'),
      matter: text.describe('what it is about'),
      authority: text.describe('by which law, notice or request'),
      owner: optional(text).describe('who decides when it ends'),
      issued: date,
      expires: date.describe('for the register alone: a hold counts as long as it stands in the file'),
      from: date.describe('first day of the messages that it covers'),
      to: date.describe('last day'),
      people: forms.describe('names and numbers of patients, relatives and staff, in every form in use'),
      groups: forms.describe('words of the titles of groups; "*" is every chat'),
      keywords: forms.describe('words, matched at their beginning'),
      action: z.literal('retain', 'can only be retain').default('retain'),
    },
    known('those of a hold', () => KEYS),
  )
  .refine(
    ({ from, to, people, groups, keywords }) => from || to || people.length + groups.length + keywords.length > 0,
    'says nothing of what it covers: give people, groups, keywords, from or to (groups: ["*"] is every chat)',
  )
  .refine(({ from, to }) => !from || !to || from <= to, '`from` is later than `to`');

const KEYS: readonly string[] = Object.keys(holdSchema.shape);

export const holdRegisterSchema = z
  .strictObject(
    { holds: z.array(holdSchema, 'is missing, or is no list') },
    known('those of a register', () => ['holds']),
  )
  .superRefine(({ holds }, context) => {
    const ids = holds.map(({ id }) => id);
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at)))
      context.addIssue({ code: 'custom', message: `two holds have the id ${id}` });
  });

export type Hold = z.infer<typeof holdSchema>;
