// The form of one file under patterns/identifiers: a shape to look for, the words that must or may stand near it, and its
// own examples. YAML is read with the failsafe schema, so numbers and yes/no arrive as text; the pack's JSON holds them typed.

import { z } from 'zod';

const text = z.string().trim().min(1);
const yesNo = z.union([z.boolean(), z.enum(['yes', 'no'])]).transform((value) => value === true || value === 'yes');
const number = z
  .union([z.number(), z.string().regex(/^-?\d{1,4}(?:\.\d{1,3})?$/, 'must be a number')])
  .transform(Number);
const points = number.pipe(z.number().min(-1).max(1));
const characters = number.pipe(z.number().int().min(0).max(200));

/** Words of letters and digits: what stands between them does not matter ("d.o.b" is found by "d o b"). */
const phrase = z
  .string()
  .trim()
  .max(40)
  .regex(/^[\p{L}\d]+(?:[^\p{L}\d]{1,2}[\p{L}\d]+)*$/u, 'must be words of letters and digits');

const fileSchema = z.strictObject({
  /** The file's name without `.yaml`; never reused. */
  id: z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/, 'must be lower-case words joined by hyphens'),
  name: text,
  category: z.string().regex(/^[a-z]+(?:\.[a-z-]+)+$/, 'must be a taxonomy id such as patient.identifier.dob'),
  /** Why it matters, for the officer. */
  why: text,
  sources: z.array(text).min(1),
  /** Name of a written form -> JavaScript regex. The finding is the group `value` (its last place in the match), else the whole match. */
  forms: z
    .record(z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/), z.string().min(1).max(3000))
    .refine((forms) => Object.keys(forms).length > 0, 'must name at least one form'),
  /** Words, in this spelling, that the group `name` of a form may not begin with: "Monday, 12" names no person. */
  noNames: z.array(z.string().regex(/^[A-Za-z]{1,20}$/, 'must be one word of letters')).default([]),
  /** Whether the forms match letters of either case. */
  ignoreCase: yesNo.default(true),
  validator: z.string().optional(),
  /** `required`: nothing is found unless one of the words stands near or in it. */
  keyword: z.enum(['required', 'optional']).default('optional'),
  context: z
    .strictObject({
      words: z.array(phrase).default([]),
      /** How far from the match a word may stand, in characters, on both sides. */
      within: characters.default(40),
      /** Words that speak against it. */
      not: z.array(phrase).default([]),
      /** Of a word for and a word against only the nearer counts: they label the number ("order no", "NHS no"), not the topic. */
      nearest: yesNo.default(false),
    })
    .default({ words: [], within: 40, not: [], nearest: false }),
  /** Points that are added up and clipped to 0..1; below 0.3 nothing is reported. */
  confidence: z.strictObject({
    base: points,
    word: points.default(0),
    valid: points.default(0),
    invalid: points.default(-1),
    not: points.default(-0.5),
  }),
  match: z.array(z.strictObject({ text, finds: z.array(text).min(1), atLeast: points.optional() })).min(2),
  noMatch: z.array(z.strictObject({ text, why: text })).min(2),
});

/** One file; its forms are tried here, when it is read, so that a scan need not compile what its chat never calls for. */
export const patternSchema = fileSchema.superRefine(({ forms, ignoreCase }, { addIssue }) => {
  for (const [name, source] of Object.entries(forms)) {
    const fault = faultOf(source, ignoreCase);
    if (fault) addIssue({ code: 'custom', path: ['forms', name], message: fault });
  }
});

function faultOf(source: string, ignoreCase: boolean): string | undefined {
  try {
    const isIdle = new RegExp(source, ignoreCase ? 'gi' : 'g').test('');
    return isIdle ? 'matches the empty text; make it ask for at least one character' : undefined;
  } catch {
    return 'is no regular expression; check its brackets and escapes';
  }
}

export type PatternFile = z.infer<typeof patternSchema>;
