// Initials that stand for a patient: "JT 72F", "pt DT", "MK bay 2", "D.P. in bed 4", or those of a person met earlier.
// Most two or three capitals in a chat are abbreviations, so initials count only beside something that tells of a patient.

import type { Memory } from './memory.ts';
import { before, codeAt, has, isAgeAndSex, isInitial, isNumber, type Reading, wordAt } from './reading.ts';
import { englishLevel, KIN, NOT_PERSON, PATIENT, PLACE, SPOT, STOP, VERB } from './table.ts';
import { add, newTally, type Tally } from './tally.ts';

/** Token indexes of the initials and their points. */
export interface InitialsFound {
  readonly first: number;
  readonly last: number;
  readonly tally: Tally;
}

export function initialsAt(reading: Reading, memory: Memory, first: number): InitialsFound | undefined {
  const last = lastOf(reading, first);
  if (last < 0) return undefined;
  const tally = newTally();
  const known = memory.initials.get(lettersOf(reading, first, last));
  const code = first === last ? codeAt(reading, first) : 0;
  const abbreviation = (code & (STOP | NOT_PERSON)) !== 0 || englishLevel(code) > 0;
  if (abbreviation) add(tally, -2, 'also an abbreviation');
  else add(tally, 0.8, 'capitals that are no known abbreviation');
  addCues(reading, first, last, abbreviation, tally);
  if (known === 'patient' || known === 'relative')
    add(tally, 2.5, 'initials of a person named earlier in this chat', known);
  else if (known === 'unknown') add(tally, 2.5, 'initials of a person named earlier in this chat');
  return tally.score > 0 ? { first, last, tally } : undefined;
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
  const next = /^[(,:-]$/.test(wordAt(reading, last + 1)) ? last + 2 : last + 1;
  if (isAgeAndSex(reading, next) && (!abbreviation || couldBeInitials(reading, first))) {
    add(tally, abbreviation ? 4 : 5, 'before an age and sex', 'patient');
  }
  const cue = before(reading, first);
  if (has(reading, cue, PATIENT)) add(tally, 3, 'after a word for "patient"', 'patient');
  if (abbreviation) return;
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
  if (has(reading, next, VERB) && next === last + 1) add(tally, 0.3, 'before a verb or finding that tells of a person');
}

/** "SN 24yo M" opens a message or follows "pt"; "for CT 72F" is an order. */
const couldBeInitials = (reading: Reading, first: number): boolean =>
  wordAt(reading, first).length === 2 && (first === 0 || has(reading, before(reading, first), PATIENT));
