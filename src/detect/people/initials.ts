// Initials that stand for a patient: "JT 72F", "pt DT", "MK bay 2", "D.P. in bed 4", or those of a person met earlier.
// Most two or three capitals in a chat are abbreviations, so initials count only beside something that tells of a patient.

import type { Memory } from './memory.ts';
import {
  before,
  codeAt,
  has,
  isAgeAndSex,
  isInitial,
  isNumber,
  LEADS_ON,
  type Reading,
  startsSentence,
  wordAt,
} from './reading.ts';
import {
  CIVIL,
  DOCTOR,
  englishLevel,
  FUNCTION,
  JOB,
  KIN,
  NOT_PERSON,
  PATIENT,
  PLACE,
  SPOT,
  STOP,
  VERB,
} from './table.ts';
import { add, newTally, type RoleWeights, roleOf, type Tally } from './tally.ts';

/** Token indexes of the initials and their points. */
export interface InitialsFound {
  readonly first: number;
  readonly last: number;
  readonly letters: string;
  readonly tally: Tally;
  /** What the message by itself says of the role. */
  readonly shown: RoleWeights;
}

/** Letters with full stops that stand for no person. */
const DOTTED_WORDS = new Set([
  'uk',
  'us',
  'usa',
  'eu',
  'nb',
  'ps',
  'pps',
  'am',
  'pm',
  'ie',
  'eg',
  'rip',
  'dob',
  'asap',
  'ok',
  'ta',
  'tv',
  'gp',
  'hr',
  'po',
  'bd',
  'od',
  'tds',
  'qds',
  'iv',
  'im',
  'sc',
  'nhs',
  'fao',
  'pto',
]);

export function initialsAt(reading: Reading, memory: Memory, first: number): InitialsFound | undefined {
  const last = isKnownInitials(memory, reading, first) ? first : lastOf(reading, first);
  if (last < 0 || (first === last && has(reading, first, FUNCTION | CIVIL | DOCTOR | PATIENT | KIN))) return undefined;
  const letters = lettersOf(reading, first, last);
  const tally = newTally();
  const code = first === last ? codeAt(reading, first) : 0;
  const abbreviation = (code & (STOP | NOT_PERSON | JOB)) !== 0 || englishLevel(code) > 0;
  if (abbreviation) add(tally, -2, 'also an abbreviation');
  else if (wordAt(reading, first + 1) === '.' && last > first) {
    if (DOTTED_WORDS.has(letters)) return undefined;
    add(tally, 2.4, 'capitals with full stops', 'patient', 1);
  } else add(tally, letters.length === 2 || last > first ? 0.8 : 0.2, 'capitals that are no known abbreviation');
  addCues(reading, first, last, abbreviation, tally);
  const { patient, relative, staff } = tally.roles;
  addKnownInitials(memory, letters, tally);
  return tally.score > 0 ? { first, last, letters, tally, shown: { patient, relative, staff } } : undefined;
}

function addKnownInitials(memory: Memory, letters: string, tally: Tally): void {
  if (memory.participantInitials.has(letters)) {
    add(tally, tally.roles.patient < 2 ? -2 : 0, 'initials of a participant of the chat', 'staff', 2);
    return;
  }
  const known = memory.initials.get(letters);
  if (!known) return;
  const role = roleOf(known);
  if (role === 'unknown') add(tally, 2.5, 'initials of a person named earlier in this chat');
  else add(tally, 2.5, 'initials of a person named earlier in this chat', role);
}

/** "Jt" in a chat where "JT 34F" was spoken of: read as initials, not as a name. */
export function isKnownInitials(memory: Memory, reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token?.typed !== 'capital' || token.word.length !== 2 || /[aeiouy]/.test(token.word)) return false;
  return memory.initials.has(token.word) && !memory.participantInitials.has(token.word);
}

/** Last token of "JT", "LC-W", "D.P." or "J.S"; -1 when no initials begin here. */
function lastOf(reading: Reading, first: number): number {
  const token = reading.tokens[first];
  if (token?.kind !== 'word' || reading.shouted) return -1;
  if (token.typed === 'upper' && token.word.length <= 3) {
    const tail = reading.tokens[first + 1];
    const hyphen = tail?.kind === 'word' && tail.start === token.end + 1 && reading.text.charAt(token.end) === '-';
    return hyphen && isInitial(reading, first + 1) ? first + 1 : hyphen ? -1 : first;
  }
  if (!isInitial(reading, first) || wordAt(reading, first + 1) !== '.' || !isInitial(reading, first + 2)) return -1;
  const second = reading.tokens[first + 2];
  if (!second || second.start !== token.end + 1) return -1;
  return wordAt(reading, first + 3) === '.' && reading.tokens[first + 3]?.start === second.end ? first + 3 : first + 2;
}

const lettersOf = (reading: Reading, first: number, last: number): string => {
  let letters = '';
  for (let i = first; i <= last; i++) if (wordAt(reading, i) !== '.') letters += wordAt(reading, i);
  return letters;
};

function addCues(reading: Reading, first: number, last: number, abbreviation: boolean, tally: Tally): void {
  const next = LEADS_ON.has(wordAt(reading, last + 1)) ? last + 2 : last + 1;
  if (isAgeAndSex(reading, next) && (!abbreviation || couldBeInitials(reading, first))) {
    add(tally, abbreviation ? 4 : 5, 'before an age and sex', 'patient');
  }
  const cue = before(reading, first);
  if (has(reading, cue, PATIENT)) add(tally, 3, 'after a word for "patient"', 'patient');
  const two = last > first || wordAt(reading, first).length === 2;
  if (abbreviation || !two) return;
  const from = has(reading, cue, PLACE) && cue >= 0 ? -1 : cue;
  if (isNumber(reading, from) && has(reading, from - 1, PLACE))
    add(tally, 2.2, 'after a bed, bay or room number', 'patient');
  const place = wordAt(reading, next) === 'in' || wordAt(reading, next) === 'on' ? next + 1 : next;
  const numbered = has(reading, place, PLACE) && isNumber(reading, place + 1);
  if (numbered || (place > next && (isNumber(reading, place) || has(reading, place, SPOT)))) {
    add(tally, 2.2, 'before a bed, room or unit', 'patient');
  }
  if (wordAt(reading, last + 1) === "'s" && has(reading, last + 2, KIN))
    add(tally, 3, "before 's and a word for a relative", 'patient');
  if (has(reading, next, VERB) && next === last + 1) {
    add(
      tally,
      opensLine(reading, first) ? 0.9 : 0.3,
      'before a verb or finding that tells of a person',
      'patient',
      0.5,
    );
  }
  if (opensLine(reading, first)) addOpening(reading, last, tally);
}

/** First of a sentence or line, or behind the number of a list: "1. GW 61". */
const opensLine = (reading: Reading, index: number): boolean =>
  startsSentence(reading, index) || (isNumber(reading, index - 1) && startsSentence(reading, index - 1));

/** "JT: 4th level pending", "GW 61 AMU". */
function addOpening(reading: Reading, last: number, tally: Tally): void {
  const mark = wordAt(reading, last + 1);
  const number = reading.tokens[last + 1];
  if (mark === ':' || mark === '-') add(tally, 1.6, 'opens a line, before a colon or a dash', 'patient', 1);
  else if (
    number?.kind === 'number' &&
    Number(number.word) > 15 &&
    Number(number.word) < 110 &&
    isBareNumber(reading, last + 1)
  )
    add(tally, 1.4, 'opens a line, before what may be an age', 'patient', 1);
}

/** Not the start of "10:30", "3.5", "24/7" or "50%". */
const isBareNumber = (reading: Reading, index: number): boolean => {
  const [token, next] = [reading.tokens[index], reading.tokens[index + 1]];
  return !next || next.start > (token?.end ?? 0) || /^[,)]$/.test(next.word);
};

/** "SN 24yo M" opens a message or follows "pt"; "for CT 72F" is an order. */
const couldBeInitials = (reading: Reading, first: number): boolean =>
  wordAt(reading, first).length === 2 && (first === 0 || has(reading, before(reading, first), PATIENT));
