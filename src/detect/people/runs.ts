// Finds the stretches of a message that could be one name: "kowalski", "Mrs F Gbadamosi", "Owain ap Gwilym", "Adeyemi-Clarke".
// Whether a stretch is a name is decided afterwards by points; here only what can hang together.

import {
  adjoin,
  after,
  codeAt,
  has,
  isAgeAndSex,
  isCapital,
  isInitial,
  isNumber,
  opensWithAge,
  type Reading,
  startsSentence,
  wordAt,
} from './reading.ts';
import {
  ALSO_VERB,
  ASK,
  CALLED,
  CIVIL,
  DOCTOR,
  englishLevel,
  FOND,
  FUNCTION,
  givenTier,
  isListed,
  JOB,
  KIN,
  LEAD,
  MODAL,
  NOT_PERSON,
  PARTICLE,
  PATIENT,
  PLACE,
  SPOT,
  STOP,
  surnameTier,
  THANKS,
  VERB,
} from './table.ts';

/** Token indexes; `first` to `last` is the name, `title` the "Mr" or "Dr" before it (-1 = none). */
export interface Run {
  readonly title: number;
  readonly first: number;
  readonly last: number;
  /** The words of the name, without initials and particles; empty for "Mrs P". */
  readonly words: readonly number[];
  readonly initials: number;
}

const MOST_WORDS = 4;
const MOST_TOKENS = 8;
/** Never part of a name, whatever they look like. */
const BLOCKED = FUNCTION | KIN | CIVIL | DOCTOR | PATIENT | CALLED;
/** Cue words: part of a name only when they are in the name list too. */
const CUE = LEAD | THANKS | ASK | VERB | SPOT | PLACE | JOB;
const COMMON = 3;

/** The longest possible name that begins at a token, or undefined. */
export function runAt(reading: Reading, first: number): Run | undefined {
  if (isSurnameFirst(reading, first))
    return { title: -1, first, last: first + 2, words: [first, first + 2], initials: 0 };
  const title = titleBefore(reading, first);
  if (!(title < 0 ? canBegin(reading, first) : canFollowTitle(reading, first, title))) return undefined;
  const words: number[] = [];
  let initials = 0;
  let last = first;
  for (
    let at = first;
    at >= 0 && words.length < MOST_WORDS && at - first < MOST_TOKENS;
    at = next(reading, at, words, title)
  ) {
    if (wordAt(reading, at).length === 1) initials++;
    else if (!has(reading, at, PARTICLE) || isCapital(reading, at) || title >= 0) words.push(at);
    last = at;
  }
  if (words.length === 0 && (title < 0 || !has(reading, title, CIVIL))) return undefined;
  return { title, first, last, words, initials };
}

/**
 * "RAHMAN, Farida", as clinical systems print a patient's name: FAMILY NAME, Given name (ISB 1506, Patient Name Input and Display). The
 * given name must be in the list, and the family name no ordinary word: "URGENT, Grace" calls Grace.
 */
export function isSurnameFirst(reading: Reading, at: number): boolean {
  const [family, given] = [reading.tokens[at], reading.tokens[at + 2]];
  if (reading.shouted || family?.kind !== 'word' || family.typed !== 'upper' || family.word.length < 4) return false;
  if (wordAt(reading, at + 1) !== ',' || given?.kind !== 'word' || given.typed === 'upper') return false;
  const code = codeAt(reading, at);
  if ((code & (STOP | NOT_PERSON | BLOCKED)) !== 0 || (englishLevel(code) > 0 && surnameTier(code) === 0)) return false;
  return isCapital(reading, at + 2) && givenTier(codeAt(reading, at + 2)) > 0;
}

/** Index of a "Mr" or "Dr" directly before, -1 when there is none or a sentence begins between ("Mr." begins none). "miss you" and "MR head" have none. */
function titleBefore(reading: Reading, at: number): number {
  const index = wordAt(reading, at - 1) === '.' ? at - 2 : at - 1;
  if (!has(reading, index, CIVIL | DOCTOR) || startsSentence(reading, at) !== startsAfterDot(reading, at)) return -1;
  const ordinary = !isCapital(reading, at) && englishLevel(codeAt(reading, at)) > 0;
  if (reading.tokens[index]?.typed === 'upper' && ordinary && !reading.shouted) return -1;
  return wordAt(reading, index) === 'miss' && ordinary ? -1 : index;
}

const startsAfterDot = (reading: Reading, at: number): boolean => wordAt(reading, at - 1) === '.';

function canFollowTitle(reading: Reading, at: number, title: number): boolean {
  if (reading.tokens[at]?.kind !== 'word' || wordAt(reading, at) === "'s" || reading.fixed.has(at)) return false;
  const code = codeAt(reading, at);
  const capital = isCapital(reading, at);
  if (wordAt(reading, at).length === 1) return isInitial(reading, at) || has(reading, title, CIVIL);
  if ((code & (KIN | CIVIL | DOCTOR | PATIENT)) !== 0) return false;
  if ((code & FUNCTION) !== 0) return capital && isListed(code);
  const ordinary = englishLevel(code) > 0 && !isListed(code);
  if (has(reading, title, CIVIL)) return capital || !ordinary || (code & (CUE | MODAL)) === 0;
  if (capital) return (code & (STOP | NOT_PERSON)) === 0 || isListed(code);
  return !ordinary && !isCommon(code) && (code & STOP) === 0;
}

function canBegin(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token?.kind !== 'word' || token.word === "'s" || SHORTENED.test(token.word)) return false;
  const code = codeAt(reading, at);
  if (((code & BLOCKED) !== 0 && !isParticleStart(reading, at)) || isCode(reading, at)) return false;
  if (reading.fixed.size > 0 && reading.fixed.has(at)) return false;
  if (token.word.length === 1) return isInitial(reading, at) && initialLeads(reading, at);
  if (token.word === 'st' && isCapital(reading, at + 1)) return false;
  if (token.typed === 'upper' && token.word.length < 4 && !reading.shouted)
    return token.word.length === 3 && givenTier(code) === 3 && (code & STOP) === 0 && isSingledOut(reading, at);
  if (isListed(code))
    return (
      (code & (STOP | NOT_PERSON | JOB | SPOT | PLACE)) === 0 || isCapital(reading, at) || opensWithAge(reading, at)
    );
  if (englishLevel(code) > 0 || (code & (CUE | STOP | NOT_PERSON)) !== 0) return isParticleStart(reading, at);
  return token.word.length > 2 && !isAcronym(reading, at);
}

/** "must've", "she'll", "don't". */
const SHORTENED = /'(?:ve|ll|re|d|m|t)$|n't$/;

/** "pt AMA", "bed 4 ZOE", "ANN 72F": three capitals are a name only beside these. */
const isSingledOut = (reading: Reading, at: number): boolean =>
  has(reading, at - 1, PATIENT) ||
  (isNumber(reading, at - 1) && has(reading, at - 2, PLACE)) ||
  isAgeAndSex(reading, after(reading, at));

/** "MHAA", "EDDs", "TrakCare": two capitals at the start of an unlisted word, or one inside it. "Pt SMYTHES" stays possible. */
const isAcronym = (reading: Reading, at: number): boolean => {
  const token = reading.tokens[at];
  if (!token || reading.shouted || has(reading, at - 1, PATIENT)) return false;
  const typed = reading.text.slice(token.start, Math.min(token.end, token.start + 24));
  return (
    /^\p{Lu}{2}/u.test(typed) ||
    (/\p{Ll}\p{Lu}/u.test(typed) && !/^(?:Ma?c|O|D|Fitz|D[eiu]|L[ae]|Van|St)'?\p{Lu}/u.test(typed))
  );
};

/** Grown together with a number: "Rowan2024", "B0AAAA". */
const isCode = (reading: Reading, at: number): boolean => {
  const [left, token, right] = [reading.tokens[at - 1], reading.tokens[at], reading.tokens[at + 1]];
  return (
    (left?.kind === 'number' && left.end === token?.start) || (right?.kind === 'number' && right.start === token?.end)
  );
};

/** "J. Tomlinson", "P Jankauskas": an initial counts only with a capital or listed word after it. */
function initialLeads(reading: Reading, at: number): boolean {
  const index = afterInitial(reading, at);
  if (index < 0 || wordAt(reading, index).length === 1) return false;
  const code = codeAt(reading, index);
  if ((code & (BLOCKED | STOP)) !== 0 || (englishLevel(code) > 0 && !isListed(code))) return false;
  return isCapital(reading, index);
}

function afterInitial(reading: Reading, at: number): number {
  const index = wordAt(reading, at + 1) === '.' ? at + 2 : at + 1;
  const [initial, follower] = [reading.tokens[at], reading.tokens[index]];
  return initial && follower?.kind === 'word' && follower.start - initial.end <= 2 ? index : -1;
}

const isParticleStart = (reading: Reading, at: number): boolean =>
  has(reading, at, PARTICLE) &&
  adjoin(reading, at, at + 1) &&
  isCapital(reading, at + 1) &&
  isListed(codeAt(reading, at + 1));

const isCommon = (code: number): boolean => englishLevel(code) > 0 && englishLevel(code) <= COMMON;

/** The token that continues the name, or -1. */
function next(reading: Reading, at: number, words: readonly number[], title: number): number {
  const initial = wordAt(reading, at).length === 1;
  const index = initial ? afterInitial(reading, at) : at + 1;
  if (index < 0 || !(initial || adjoin(reading, at, index))) return -1;
  const token = reading.tokens[index];
  if (token?.kind !== 'word' || token.word === "'s" || reading.fixed.has(index)) return -1;
  if (reading.text.charAt(token.start - 1) === '-')
    return has(reading, index, FUNCTION) || token.word.length === 1 ? -1 : index;
  if (token.word.length === 1) return trailingInitial(reading, at, index) ? index : -1;
  if (has(reading, index, PARTICLE) && adjoin(reading, index, index + 1) && isListed(codeAt(reading, index + 1)))
    return index;
  if (has(reading, index, BLOCKED) || (words.length === 0 && !initial && !has(reading, at, PARTICLE))) return -1;
  const joins = isCapital(reading, index)
    ? joinsCapital(reading, at, index, title)
    : joinsLower(reading, at, index, title);
  return joins ? index : -1;
}

/** "Gareth L", "Theo B"; not "B6", not "Smith I think". */
function trailingInitial(reading: Reading, at: number, index: number): boolean {
  if (!isInitial(reading, index) || wordAt(reading, index) === 'i' || !isCapital(reading, at)) return false;
  const [token, follower] = [reading.tokens[index], reading.tokens[index + 1]];
  if (follower?.kind === 'number' && follower.start === token?.end) return false;
  return wordAt(reading, index) !== 'a' || follower?.kind !== 'word' || isCapital(reading, index + 1);
}

function joinsCapital(reading: Reading, at: number, index: number, title: number): boolean {
  if (title < 0 && !isCapital(reading, at) && !isInitial(reading, at)) return false;
  const [code, left] = [codeAt(reading, index), codeAt(reading, at)];
  const opensSentence = title < 0 && startsSentence(reading, at);
  if (opensSentence && (left & (LEAD | MODAL | ALSO_VERB | THANKS | ASK | FOND | VERB)) !== 0) return false;
  if ((code & (STOP | PLACE | NOT_PERSON | JOB)) !== 0) {
    return surnameTier(code) > 0 && givenTier(left) > 1 && !isNumber(reading, index + 1);
  }
  if (isListed(code) || englishLevel(code) === 0) return true;
  return givenTier(left) > 1 || title >= 0 || wordAt(reading, at).length === 1;
}

function joinsLower(reading: Reading, at: number, index: number, title: number): boolean {
  const [code, left] = [codeAt(reading, index), codeAt(reading, at)];
  if ((code & (STOP | NOT_PERSON | CUE | MODAL)) !== 0) return false;
  const level = englishLevel(code);
  if (!isListed(code))
    return level === 0 && givenTier(left) === 3 && !isCommon(left) && reading.table.shape(wordAt(reading, index)) > 1;
  if (isCommon(left) && title < 0)
    return (
      (left & (LEAD | VERB | MODAL | ALSO_VERB)) === 0 &&
      givenTier(left) === 3 &&
      level === 0 &&
      surnameTier(code) === 3
    );
  if (level === 0) return Math.max(givenTier(code), surnameTier(code)) > 1;
  return level >= COMMON && surnameTier(code) > 0 && givenTier(left) > 1 && englishLevel(left) === 0;
}
