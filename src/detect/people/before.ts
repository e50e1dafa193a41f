// Cues that stand before a name: "Mr", "pt", "bed 4", "her daughter", "mum of", "thanks".

import { PERSON } from './after.ts';
import { before, codeAt, has, isCapital, isNumber, type Reading, startsSentence, wordAt } from './reading.ts';
import type { Run } from './runs.ts';
import {
  CALLED,
  CIVIL,
  DOCTOR,
  englishLevel,
  FOND,
  isListed,
  JOB,
  KIN,
  LEAD,
  MODAL,
  NOT_PERSON,
  PATIENT,
  PLACE,
  STOP,
  THANKS,
} from './table.ts';
import { add, type Tally } from './tally.ts';

const OWNERS = new Set([
  'his',
  'her',
  'hers',
  'their',
  'my',
  'our',
  'your',
  'ur',
  'pts',
  "'s",
  'is',
  'px',
  'pt',
  'the',
]);
/** Say "relative" only with an owner: "her lad X", not "that lad X". */
const UNOWNED = new Set(['lad', 'lass', 'kids', 'family', 'fam']);
const OF = new Set(['of', 'for', 'to']);
/** Words before which "mark", "chase", "bill" are verbs. */
const BEFORE_VERB = new Set(
  'to i we u you they he she it who not pls please plz can could ill lets dont just will and'.split(' '),
);
const SEXES = new Set(['m', 'f', 'male', 'female', 'yo', 'y', 'yr', 'yrs', 'yof', 'yom', 'o']);

export function addCuesBefore(reading: Reading, run: Run, tally: Tally): void {
  const at = run.title < 0 ? run.first : run.title;
  if (run.title >= 0) addTitle(reading, run, tally);
  if (wordAt(reading, at - 1) === '@' && isMention(reading, at - 1)) add(tally, 6, 'mentioned with @', 'staff');
  const cue = before(reading, at);
  if (cue < 0) {
    if (wordAt(reading, at - 1) === ',') addApposition(reading, at - 2, tally);
    if (wordAt(reading, at - 1) === ':') add(tally, 1.2, 'first of a list');
    return;
  }
  const direct = cue === at - 1;
  addPatientCue(reading, run, cue, tally);
  addKin(reading, run, cue, direct, tally);
  if (addBed(reading, cue, tally) || addAge(reading, cue, tally)) return;
  addSmallCues(reading, run, cue, direct, tally);
}

/** "@Sarah", not the address "sarah@example.org". */
function isMention(reading: Reading, at: number): boolean {
  const [left, sign] = [reading.tokens[at - 1], reading.tokens[at]];
  return !left || left.end !== sign?.start;
}

function addTitle(reading: Reading, run: Run, tally: Tally): void {
  if (has(reading, run.title, DOCTOR)) add(tally, 4.5, 'after a title such as "Dr"', 'staff');
  else if (has(reading, run.title, CIVIL)) add(tally, 5, 'after a title such as "Mr"', 'patient', 2);
}

function addPatientCue(reading: Reading, run: Run, cue: number, tally: Tally): void {
  const verb = has(reading, run.first, MODAL) && !isCapital(reading, run.first);
  if (has(reading, cue, PATIENT) && !verb) add(tally, 3, 'after a word for "patient"', 'patient', 4);
  const naming = wordAt(reading, cue) === 'is' || wordAt(reading, cue) === 'of' ? before(reading, cue) : cue;
  if (!has(reading, naming, CALLED)) return;
  const relative = [naming - 1, naming - 2, naming - 3].some((index) => has(reading, index, KIN));
  const job = [naming - 1, naming - 2].some((index) => has(reading, index, JOB) && !has(reading, index, KIN));
  if (job) add(tally, 3, 'after "called" or "name"', 'staff', 2);
  else if (relative) add(tally, 3.2, 'after a word for a relative and "called" or "name"', 'relative');
  else {
    const person = [naming - 1, naming - 2].some((at) => PERSON.has(wordAt(reading, at)) || has(reading, at, PATIENT));
    add(tally, 3, 'after "called" or "name"', 'patient', person || has(reading, naming, PATIENT) ? 1.5 : 0.4);
  }
}

/** "the registrar, X", "his wife, X". */
function addApposition(reading: Reading, index: number, tally: Tally): void {
  if (has(reading, index, KIN)) add(tally, 2.6, 'after a word for a relative', 'relative');
  else if (has(reading, index, JOB)) add(tally, 2, 'after the name of a job', 'staff', 2.5);
}

/** "her daughter X", "wife is X" name a relative; "mum of X", "nok for X" name the patient. */
function addKin(reading: Reading, run: Run, cue: number, direct: boolean, tally: Tally): void {
  const word = wordAt(reading, cue);
  if (
    !isCapital(reading, run.first) &&
    !isListed(codeAt(reading, run.first)) &&
    run.title < 0 &&
    !isSpeltLikeName(reading, run)
  )
    return;
  if (has(reading, cue, KIN) && (direct || !has(reading, cue, JOB))) {
    const owned = OWNERS.has(wordAt(reading, cue - 1)) || has(reading, cue - 1, PATIENT);
    if (!owned && (has(reading, cue, JOB) || UNOWNED.has(word))) return;
    add(tally, owned ? 3.2 : 2.6, 'after a word for a relative', 'relative', 4);
  } else if (word === 'is' && has(reading, before(reading, cue), KIN)) {
    add(tally, 2.6, 'after a word for a relative and "is"', 'relative');
  } else if (OF.has(word) && has(reading, before(reading, cue), KIN) && run.title < 0) {
    add(tally, 3, 'after "mum of", "family of" or the like', 'patient');
  }
}

const isSpeltLikeName = (reading: Reading, run: Run): boolean => reading.table.shape(wordAt(reading, run.first)) > 1.5;

/** "bed 4 X", "bay C X", "cub 5: X". */
function addBed(reading: Reading, cue: number, tally: Tally): boolean {
  const token = reading.tokens[cue];
  const letter = token?.kind === 'word' && token.word.length === 1;
  if (!token || !(letter || token.kind === 'number')) return false;
  const named =
    isBedCode(reading, cue) ||
    has(reading, cue - 1, PLACE) ||
    (letter && isNumber(reading, cue - 1) && has(reading, cue - 2, PLACE));
  if (named) add(tally, 2.2, 'after a bed, bay or room number', 'patient', 3.5);
  return named;
}

/** "C1 Wilf", "SR2 Mr K": letters and a number at the start of a line of a handover. */
function isBedCode(reading: Reading, cue: number): boolean {
  const [letters, number] = [reading.tokens[cue - 1], reading.tokens[cue]];
  return (
    number?.kind === 'number' &&
    letters?.kind === 'word' &&
    letters.end === number.start &&
    letters.word.length < 4 &&
    number.word.length < 3 &&
    !/^(?:f|fy|ct|st|b|id|no|am|pm)$/.test(letters.word) &&
    startsSentence(reading, cue - 1)
  );
}

function addAge(reading: Reading, cue: number, tally: Tally): boolean {
  const aged = SEXES.has(wordAt(reading, cue)) && (isNumber(reading, cue - 1) || isNumber(reading, cue - 2));
  if (aged) add(tally, 2, 'after an age and sex', 'patient', 3);
  return aged;
}

function addSmallCues(reading: Reading, run: Run, cue: number, direct: boolean, tally: Tally): void {
  const word = wordAt(reading, cue);
  const code = codeAt(reading, run.first);
  const plain = !isCapital(reading, run.first) && englishLevel(code) > 0 && englishLevel(code) < 4;
  const named = isCapital(reading, run.first) || (isListed(code) && !plain);
  if (
    has(reading, cue, JOB) &&
    direct &&
    named &&
    (code & (STOP | NOT_PERSON)) === 0 &&
    !OWNERS.has(wordAt(reading, cue - 1))
  ) {
    add(tally, 2, 'after the name of a job', 'staff', 2.5);
  }
  if (has(reading, cue, FOND) && direct && named) add(tally, 1.8, 'after "little", "poor" or the like', 'patient', 1);
  if (has(reading, cue, THANKS) && direct) add(tally, plain ? 1 : 1.5, 'after a greeting or thanks', 'staff', 1.5);
  else if (has(reading, cue, LEAD) && !plain) add(tally, 0.8, 'after a word such as "re", "with" or "tell"');
  if (run.title >= 0 || run.words.length !== 1) return;
  if (plain && direct && BEFORE_VERB.has(word)) add(tally, -2, 'used as a verb');
  if (/^(the|a|an)$/.test(word) && direct && !PERSON.has(wordAt(reading, run.last + 1)))
    add(tally, -2.5, 'after "the" or "a"');
}
