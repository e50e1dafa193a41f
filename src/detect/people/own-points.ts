// Points that a possible name gets from its own words: the lists they are in, how they are typed, and whether they pair up.

import { codeAt, isCapital, isNumber, opensWithAge, type Reading, startsSentence, wordAt } from './reading.ts';
import { isSurnameFirst, type Run } from './runs.ts';
import {
  CALENDAR,
  CAPITAL_PLACE_END,
  englishLevel,
  givenTier,
  isListed,
  NOT_PERSON,
  PARTICLE,
  PLACE_END,
  STOP,
  surnameTier,
} from './table.ts';
import { add, type Point, type Tally } from './tally.ts';

/** Points by tier of the name list for a word that is no English word. */
const LISTED = [0, 1.4, 2.2, 3];
/** Points by how common the English word is that a listed name is too (index = level of the table). */
const ALSO_ENGLISH = [0, -3.2, -2, -1, 0, 0, 0.6, 1.2];

/** Adds the points of the best word and of the pairing. `waived`: what speaks against a word does not count ("Mrs May", "Bay, 67F"). */
export function addOwnPoints(reading: Reading, run: Run, rarelyCapitalises: boolean, tally: Tally): void {
  const waived = run.title >= 0 || opensWithAge(reading, run.first);
  let best: Point[] = [];
  let bestSum = Number.NEGATIVE_INFINITY;
  for (const index of run.words) {
    const points = wordPoints(reading, index, rarelyCapitalises).filter(({ points }) => !waived || points > 0);
    const sum = points.reduce((total, { points }) => total + points, 0);
    if (sum > bestSum) [best, bestSum] = [points, sum];
  }
  for (const { points, because } of best) add(tally, points, because);
  if (run.title < 0 || run.words.length > 1) addPairing(reading, run, tally);
}

function wordPoints(reading: Reading, index: number, rarelyCapitalises: boolean): Point[] {
  const word = wordAt(reading, index);
  const code = codeAt(reading, index);
  const capital = isCapital(reading, index);
  const points = isListed(code)
    ? listedPoints(code, reading.table.local.has(word))
    : [unlistedPoints(reading, word, code, capital)];
  if ((code & STOP) !== 0) points.push({ points: -4, because: 'also a word of wards or of chat' });
  if ((code & NOT_PERSON) !== 0) points.push({ points: -4, because: 'also a place, product, language or medicine' });
  if ((code & CALENDAR) !== 0) points.push({ points: -3, because: 'also a day, month or season' });
  else if (capital && !startsSentence(reading, index))
    points.push({ points: isListed(code) ? 2 : 1.2, because: 'capital letter in mid-sentence' });
  else if (capital && rarelyCapitalises)
    points.push({ points: 0.8, because: 'capital letter, from a sender who seldom types one' });
  else if (capital) points.push({ points: 0.2, because: 'capital letter at the start' });
  else if (word.length === 2) points.push({ points: -2, because: 'two letters, no capital' });
  else if (word.length === 3) points.push({ points: -0.8, because: 'three letters, no capital' });
  return points;
}

function listedPoints(code: number, local: boolean): Point[] {
  if (local) return [{ points: 4, because: 'in the names that the Trust added' }];
  const tier = Math.max(givenTier(code), surnameTier(code));
  const level = englishLevel(code);
  if (level === 0) return [{ points: LISTED[tier] ?? 0, because: 'in the name list' }];
  const points = [
    { points: ALSO_ENGLISH[level] ?? 0, because: 'in the name list, but the word is also ordinary English' },
  ];
  if (tier === 3) points.push({ points: level === 3 ? 1.1 : level < 3 ? 0.7 : 1.5, because: 'frequent as a name' });
  return points;
}

function unlistedPoints(reading: Reading, word: string, code: number, capital: boolean): Point {
  if (englishLevel(code) > 0) return { points: -4, because: 'ordinary English, not in the name list' };
  if (reading.table.endings.some((ending) => word.length > ending.length + 2 && word.endsWith(ending))) {
    return { points: -3, because: 'ends like a medicine or a condition' };
  }
  const stem = word.endsWith('s') ? reading.table.look(word.slice(0, -1)) : 0;
  if (Math.max(givenTier(stem), surnameTier(stem)) > 1 && englishLevel(stem) === 0) {
    return { points: givenTier(stem) === 3 ? 3 : 2.4, because: 'in the name list, with an s' };
  }
  const likeness = /^[a-z']+$/.test(word) ? reading.table.shape(word) * 0.5 : 0;
  const points = Math.round(Math.max(-2, Math.min(capital ? 1.6 : 1.2, likeness)) * 10) / 10;
  return {
    points,
    because: points > 0 ? 'not in any list, but spelt like a name' : 'not in any list, and not spelt like a name',
  };
}

function addPairing(reading: Reading, run: Run, tally: Tally): void {
  const capitals = run.words.filter((index) => isCapital(reading, index)).length;
  const listed = run.words.filter((index) => isListed(codeAt(reading, index))).length;
  if (run.initials > 0 && run.words.length > 0) {
    const leads = wordAt(reading, run.first).length === 1;
    add(tally, leads ? 2.5 : 1.8, leads ? 'an initial before it' : 'an initial after it');
  }
  if (isSurnameFirst(reading, run.first))
    add(tally, 4, 'surname in capitals, then the first name, as systems print it', 'patient', 2);
  else if (run.words.length > 1) {
    if (capitals > 1) add(tally, listed > 0 ? 3 : 1.5, 'first name and surname, both with capitals');
    else if (listed > 1) add(tally, 2, 'first name and surname');
    else add(tally, 0.5, 'two words that could be a name');
  }
  if (run.title < 0) addPlaceEnding(reading, run, tally);
}

const AT_A_PLACE = new Set([
  'on',
  'at',
  'to',
  'in',
  'behind',
  'of',
  'near',
  'from',
  'the',
  'outside',
  'round',
  'by',
  'off',
  'down',
  'up',
]);

/** "Church Lane", "14 Sorrel Way", "St Agnes": the last word of the run names a kind of place, or a saint comes first. "Poppy Ward" stays possible. */
function addPlaceEnding(reading: Reading, run: Run, tally: Tally): void {
  const [first, last] = [codeAt(reading, run.first), codeAt(reading, run.last)];
  if (wordAt(reading, run.first) === 'st' && run.last > run.first) add(tally, -10, 'reads as the name of a place');
  if ((last & (PLACE_END | CAPITAL_PLACE_END)) === 0) return;
  if (run.words.length < 2) {
    if (isCapital(reading, run.last) && isCapital(reading, run.first - 1))
      add(tally, -5, 'reads as the name of a place');
    return;
  }
  const placed = isNumber(reading, run.first - 1) || AT_A_PLACE.has(wordAt(reading, run.first - 1));
  if (placed || (last & PLACE_END) !== 0 || givenTier(first) < 2) {
    add(tally, -7, 'reads as the name of a place');
  } else if (englishLevel(first) > 0 && (first & PARTICLE) === 0) {
    add(tally, -1.5, 'could be the name of a place');
  }
}
