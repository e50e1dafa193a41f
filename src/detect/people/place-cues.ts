// What tells that a capital word is a place or a thing: "back from Otley", "at Greenwood", "the dog is called Rex".

import { codeAt, has, isCapital, isNumber, type Reading, startsSentence, wordAt } from './reading.ts';
import type { Run } from './runs.ts';
import { CALLED, FOND, givenTier, isListed, JOB, PATIENT, PLACE, surnameTier, TOWN } from './table.ts';
import { add, type Tally } from './tally.ts';

const AT = new Set(['at', 'near', 'via', 'outside']);
const WHERE = new Set(['in', 'from', 'to', 'over', 'out']);
/** The first word of many a place of two: "Great Bentley", "Port Talbot". */
const HALVES = new Set([
  'port',
  'great',
  'little',
  'upper',
  'lower',
  'north',
  'south',
  'east',
  'west',
  'st',
  'saint',
  'mount',
  'lake',
  'fort',
  'new',
  'llan',
]);
const ON = new Set(['on', 'to', 'from', 'at', 'in', 'of', 'off']);
const REACH = 5;

export function addPlaceCues(reading: Reading, run: Run, tally: Tally): void {
  if (run.title >= 0) return;
  const code = codeAt(reading, run.first);
  const town = run.words.length === 1 && (code & TOWN) !== 0;
  if (town && townPoints(code) < 0) add(tally, townPoints(code), 'also the name of a town');
  if (run.words.length === 1 && isCapital(reading, run.last)) addWhere(reading, run, town, tally);
  else if (town && WHERE.has(wordAt(reading, run.first - 1))) add(tally, -2.5, 'after "in", "from" or "to"');
  if (run.words.length === 1 && givenTier(code) < 3 && isWard(reading, run)) {
    add(tally, -4, 'reads as the name of a ward');
    tally.isThing = true;
  }
  if (isNamedThing(reading, run)) {
    add(tally, -8, 'an animal or a thing is called so');
    tally.isThing = true;
  }
}

/** "Keith" and "Barry" are towns too, and hardly ever meant so; "Nairn" is one by itself more often than not. */
function townPoints(code: number): number {
  if (givenTier(code) === 3) return 0;
  return [-4, -2.4, -2.2, -2][Math.max(givenTier(code), surnameTier(code))] ?? 0;
}

function addWhere(reading: Reading, run: Run, town: boolean, tally: Tally): void {
  const code = codeAt(reading, run.first);
  const word = wordAt(reading, run.first - 1);
  const sure = town || !isListed(code);
  if (HALVES.has(word) && isCapital(reading, run.first - 1)) {
    const fond = has(reading, run.first - 1, FOND) && startsSentence(reading, run.first - 1);
    add(tally, fond ? 0 : -4.5, 'reads as the name of a place');
  } else if (AT.has(word)) {
    add(tally, givenTier(code) === 3 && !town ? -1 : -2.5, 'after "at" or "near"');
    tally.isThing = givenTier(code) < 3;
  } else if (WHERE.has(word) && !isNumber(reading, run.first - 2)) {
    if (sure || (word === 'in' && givenTier(code) < 3)) add(tally, sure ? -2.2 : -1.5, 'after "in", "from" or "to"');
    tally.isThing = sure;
    if (!sure && givenTier(code) < 3 && reading.table.cues.travel.has(wordAt(reading, run.first - 2)))
      add(tally, -2.5, 'after "going to" or the like');
  }
}

/** "on X ward", "nobody on X", "bed 19 on X"; not "update on X", "scan on X". */
function isWard(reading: Reading, run: Run): boolean {
  const before = wordAt(reading, run.first - 1);
  const next = run.last + 1;
  if (/^(?:ward|unit)$/.test(wordAt(reading, next)) && !isNumber(reading, next + 1)) return ON.has(before);
  const at = run.first - 2;
  return (
    before === 'on' &&
    (has(reading, at, JOB | PATIENT) ||
      reading.table.cues.onWard.has(wordAt(reading, at)) ||
      (isNumber(reading, at) && has(reading, at - 1, PLACE)))
  );
}

/** "its called X", "his dog's called X", "a company called X", "he calls the bag X", "named it X". */
function isNamedThing(reading: Reading, run: Run): boolean {
  let called = run.first - 1;
  if (/^(?:is|it|them)$/.test(wordAt(reading, called)) || reading.table.cues.things.has(wordAt(reading, called)))
    called--;
  if (wordAt(reading, called) === 'the') called--;
  if (!has(reading, called, CALLED)) return isAnimal(reading, run.first);
  if (called < run.first - 1 && wordAt(reading, run.first - 1) !== 'is') return true;
  for (let i = called - 1; i >= 0 && i >= called - REACH; i--) {
    const word = wordAt(reading, i);
    if (reading.table.cues.things.has(word) || reading.table.cues.animals.has(word)) return true;
  }
  return false;
}

/** "pug is X", "the cat X". */
function isAnimal(reading: Reading, first: number): boolean {
  const { animals } = reading.table.cues;
  const link = /^(?:is|'s)$/.test(wordAt(reading, first - 1)) ? first - 2 : first - 1;
  return animals.has(wordAt(reading, link));
}
