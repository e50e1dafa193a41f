// What a staff list may say: staff.yaml, who works for the Trust and until when, which an officer writes and names with --staff.
// Only loading needs this file; comparing needs the types alone.

import { z } from 'zod';
import { nationalDigits } from '../phone-digits.ts';
import { date, known, list, text } from './hand-written.ts';

/** YAML editors take a bare 07700900123 for a number; this program reads it as typed. */
const typed = z.union([z.string(), z.number()], 'is no line of text').transform(String);
const SHORTEST_NUMBER = 6;
/** A shorter beginning (07, 0778) would make strangers members of staff. */
const SHORTEST_PREFIX = 5;
const digits = (least: number, says: string) =>
  typed.refine((number) => nationalDigits(number).length >= least && !/\p{L}/u.test(number), says);

const personSchema = z.strictObject(
  {
    name: text.describe('whole name, as on the payroll: "Sam Ward" or "Ward, Sam"'),
    numbers: list(digits(SHORTEST_NUMBER, 'is no phone number')).describe('phones in use, private ones too'),
    left: date.describe('last day at the Trust; leave it out for who still works there'),
  },
  known('those of a person', () => PERSON_KEYS),
);

const PERSON_KEYS: readonly string[] = Object.keys(personSchema.shape);

export const staffListSchema = z
  .strictObject(
    {
      staff: list(personSchema).describe('everybody who works there or did'),
      numbers: z
        .strictObject(
          {
            prefixes: list(
              digits(SHORTEST_PREFIX, 'is too short, or is no beginning of a number: give 6 digits or more'),
            ).describe('beginnings of the numbers of the Trust’s own mobiles'),
          },
          known('those of numbers', () => ['prefixes']),
        )
        .optional(),
    },
    known('those of a staff list', () => ['staff', 'numbers']),
  )
  .refine(({ staff }) => staff.length > 0, 'names nobody: everybody in every chat would be a stranger');

export type StaffMember = z.infer<typeof personSchema>;
export type StaffList = z.infer<typeof staffListSchema>;
