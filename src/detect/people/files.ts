// What the files of patterns/people hold: the word lists, and the form of cues.yaml, the words that make a name more or less likely.
// Word lists stay one string each, as the officer typed them; table.ts turns them into flags of the word table.

import { z } from 'zod';
import type { Words } from '../words/word-file.ts';

const wordList = z.string().min(1);

const roleSchema = z.enum(['patient', 'relative', 'staff', 'unknown']);

export const cuesSchema = z.strictObject({
  id: z.literal('person-name'),
  name: z.string().min(1),
  why: z.string().min(1),
  sources: z.array(z.string().min(1)).min(1),
  /** What may stand before a name and is part of it ("Mr", "Dr"), or names a job ("Sister Helen"). */
  titles: z.strictObject({ civil: wordList, doctor: wordList, job: wordList }),
  kin: wordList,
  patient: wordList,
  called: wordList,
  fond: wordList,
  lead: wordList,
  thanks: wordList,
  ask: wordList,
  place: wordList,
  spot: wordList,
  verbs: wordList,
  afterModal: wordList,
  care: wordList,
  acting: wordList,
  contacting: wordList,
  grades: wordList,
  departments: wordList,
  endearments: wordList,
  consulting: wordList,
  telling: wordList,
  saying: wordList,
  bidding: wordList,
  travel: wordList,
  things: wordList,
  animals: wordList,
  onWard: wordList,
  oftenWords: wordList,
  /** Each line holds forms of one first name. */
  forms: z.array(z.string().min(3)),
  modal: wordList,
  particles: wordList,
  colleague: z.array(z.string().min(3)).min(1),
  eponyms: wordList,
  eponymNouns: wordList,
  places: wordList,
  placesWithCapital: wordList,
  notPeople: z.record(z.string(), wordList),
  calendar: wordList,
  endings: wordList,
  mostlyNames: wordList,
  alsoVerbs: wordList,
  function: wordList,
  stop: z.record(z.string(), wordList),
  foreign: z.record(z.string(), wordList),
  fixed: z.array(z.string().min(3)),
  match: z
    .array(z.strictObject({ text: z.string(), finds: z.array(z.strictObject({ span: z.string(), role: roleSchema })) }))
    .min(2),
  noMatch: z.array(z.strictObject({ text: z.string(), why: z.string().min(1) })).min(2),
});

export type PeopleCues = z.infer<typeof cuesSchema>;

/** The files as text or ready for looking up, `cues` checked by `cuesSchema`. */
export interface PeopleFiles<Lines extends Words = Words> {
  /** names.tsv, sorted: word, then three digits: tier as given name, tier as surname (0 = none … 3 = frequent), place (0 = none, 1 abroad, 2 here). */
  readonly names: Lines;
  /** english.tsv, sorted: word, level 1 (the most common) to 7, for the tiers 10, 20, 35, 40, 50, 55, 60 of SCOWL. */
  readonly english: Lines;
  /** name-shape.txt. */
  readonly shape: string;
  readonly cues: PeopleCues;
}
