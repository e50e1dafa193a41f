// Cues that stand after a name: "in bed 4", "72F", "'s son", "can you", "is refusing"; and what takes a name away: "palsy", "Road".

import {
  after,
  codeAt,
  has,
  isAgeAndSex,
  isCapital,
  isNumber,
  LEADS_ON,
  type Reading,
  startsSentence,
  wordAt,
} from './reading.ts';
import type { Run } from './runs.ts';
import {
  ALSO_VERB,
  ASK,
  CAPITAL_PLACE_END,
  EPONYM,
  EPONYM_NOUN,
  englishLevel,
  givenTier,
  KIN,
  MODAL,
  PATIENT,
  PLACE,
  PLACE_END,
  SPOT,
  STOP,
  VERB,
} from './table.ts';
import { add, type Tally } from './tally.ts';

const IN = new Set(['in', 'on', 'from', 'to', 'into']);
const YOU = new Set(['you', 'u', 'ya', 'someone', 'we', 'please', 'pls']);
const POLITE = new Set(['pls', 'please', 'plz', 'u', 'you', 'your', 'ur']);
/** "the Frost lady": the word before is a name. */
export const PERSON = new Set([
  'lady',
  'gentleman',
  'gent',
  'man',
  'woman',
  'chap',
  'boy',
  'girl',
  'patient',
  'pt',
  'baby',
  'family',
]);

export function addCuesAfter(reading: Reading, run: Run, tally: Tally): void {
  const possessive = wordAt(reading, run.last + 1) === "'s" ? run.last + 1 : run.last;
  if (takesNameAway(reading, run, possessive, tally)) return;
  const next = possessive + 1;
  if (possessive > run.last) addPossession(reading, next, tally);
  else if (has(reading, next, KIN)) add(tally, 1.5, 'before a word for a relative', 'patient');
  addAge(reading, possessive, tally);
  addPlace(reading, run, next, tally);
  addVerb(reading, run, next, tally);
  addVocative(reading, run, next, tally);
  if (PERSON.has(wordAt(reading, next)) && run.title < 0)
    add(tally, 2, 'before "lady", "gentleman" or "family"', 'patient');
}

/** "Bell's palsy", "Foley catheter", "Rose Hill", "Victoria Ward". */
function takesNameAway(reading: Reading, run: Run, end: number, tally: Tally): boolean {
  if (run.title >= 0) return false;
  const next = end + 1;
  if (
    run.words.every((index) => has(reading, index, EPONYM)) &&
    (has(reading, next, EPONYM_NOUN) || has(reading, next + 1, EPONYM_NOUN))
  ) {
    add(tally, -6, 'a medical term that carries a name');
    return true;
  }
  const capitals = isCapital(reading, run.last) && isCapital(reading, next);
  const address = capitals || isNumber(reading, run.first - 1);
  const place = has(reading, next, PLACE_END) || (address && has(reading, next, CAPITAL_PLACE_END));
  if (end === run.last && place && !isNumber(reading, next + 1)) {
    add(tally, -5, 'before a word for a street or building');
    return true;
  }
  return false;
}

function addPossession(reading: Reading, next: number, tally: Tally): void {
  if (has(reading, next, KIN)) add(tally, 4, "before 's and a word for a relative", 'patient', 2.5);
  else add(tally, 1.5, "before 's");
}

/** "X 72F", "X, 72 yo", "X (67M)", "X, 81,". */
function addAge(reading: Reading, end: number, tally: Tally): void {
  const number = after(reading, end);
  const token = reading.tokens[number];
  if (token?.kind !== 'number') return;
  if (isAgeAndSex(reading, number)) {
    add(tally, 3, 'before an age and sex', 'patient');
  } else if (
    number > end + 1 &&
    /^[,.)]?$/.test(wordAt(reading, number + 1)) &&
    Number(token.word) > 15 &&
    Number(token.word) < 115
  ) {
    add(tally, 1.5, 'before what may be an age', 'patient');
  }
}

/** "X bed 4", "X in 4", "X in resus", "X on ward 3". */
function addPlace(reading: Reading, run: Run, next: number, tally: Tally): void {
  const at = LEADS_ON.has(wordAt(reading, next)) ? next + 1 : next;
  if (has(reading, at, PLACE) && isPlaceNumber(reading, at + 1)) {
    // "Jo ward 5 on the phone" is as often a colleague.
    add(tally, 2, 'before a bed, bay or room number', 'patient', wordAt(reading, at) === 'ward' ? 1.5 : 3.5);
    addNoVerb(reading, run, tally);
    return;
  }
  if (!IN.has(wordAt(reading, at))) return;
  const where = wordAt(reading, at + 1) === 'the' ? at + 2 : at + 1;
  const bed = has(reading, where, PLACE) && isPlaceNumber(reading, where + 1);
  if (bed || (wordAt(reading, at) === 'in' && (isNumber(reading, where) || has(reading, where, SPOT)))) {
    add(tally, 2, 'before "in" and a bed, room or unit', 'patient', wordAt(reading, at) === 'in' ? 3.5 : 1);
    addNoVerb(reading, run, tally);
  }
}

/** "faith rm 8": a word that is no verb and opens the sentence can only be a name there; "page bed 4" is none. */
function addNoVerb(reading: Reading, run: Run, tally: Tally): void {
  const code = codeAt(reading, run.first);
  const ordinary = englishLevel(code) > 0 && englishLevel(code) < 4 && givenTier(code) === 3;
  if (!ordinary || run.words.length !== 1 || run.title >= 0 || (code & (ALSO_VERB | MODAL | VERB)) !== 0) return;
  if (startsSentence(reading, run.first)) add(tally, 3, 'opens the sentence and is no verb');
}

const isPlaceNumber = (reading: Reading, index: number): boolean =>
  isNumber(reading, index) || (reading.tokens[index]?.kind === 'word' && wordAt(reading, index).length === 1);

function addVerb(reading: Reading, run: Run, next: number, tally: Tally): void {
  const alone = run.words.length === 1 && run.title < 0;
  if (alone && has(reading, run.first, MODAL)) {
    if (reading.table.cues.afterModal.has(wordAt(reading, next))) add(tally, 4.5, 'the word cannot be a verb here');
    return;
  }
  if (has(reading, next, VERB) && !(has(reading, next, ASK) && YOU.has(wordAt(reading, next + 1)))) {
    const common = englishLevel(codeAt(reading, run.first)) > 0 && englishLevel(codeAt(reading, run.first)) < 4;
    add(tally, common && !isCapital(reading, run.first) ? 0.5 : 1, 'before a verb or finding that tells of a person');
  }
}

/** "Sarah can you", "tom pls": a colleague is spoken to. */
function addVocative(reading: Reading, run: Run, next: number, tally: Tally): void {
  const comma = wordAt(reading, next) === ',';
  const at = comma ? next + 1 : next;
  const asked = (has(reading, at, ASK) && YOU.has(wordAt(reading, at + 1))) || POLITE.has(wordAt(reading, at));
  const opens = startsSentence(reading, run.first) || wordAt(reading, run.first - 1) === ',';
  if (!asked || !opens || has(reading, run.first, PATIENT | STOP)) return;
  const plain = !isCapital(reading, run.first) && englishLevel(codeAt(reading, run.first)) > 0;
  if (!plain || comma) add(tally, 1.3, 'spoken to: "can you", "please"', 'staff', 1.5);
}
