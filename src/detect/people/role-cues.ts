// Whose name it is: cues that tell a colleague at work or spoken to from somebody who is cared for. They add weight to a role and
// hardly any points, since they say little on whether a word is a name at all.

import { after, before, codeAt, has, isCapital, isNumber, type Reading, startsSentence, wordAt } from './reading.ts';
import type { Run } from './runs.ts';
import type { Sentence } from './sentences.ts';
import { givenTier, isListed, JOB, KIN, LEAD, PATIENT, PLACE, SPOT, STOP, surnameTier, VERB } from './table.ts';
import { add, type Tally } from './tally.ts';

const I_AM = new Set(['im', "i'm", 'its', 'am']);
const GREETINGS = new Set([
  'hi',
  'hiya',
  'hello',
  'hey',
  'morning',
  'evening',
  'afternoon',
  'all',
  'everyone',
  'guys',
  'team',
  'folks',
]);
const YOUR = new Set(['you', 'your', "you're", 'youre', "you've", 'youve', "you'll", 'u', 'ur', 'ye']);
const UNDER = new Set(['under', 'per', 'by', 'd/w']);
const ME = /^(?:me|i|myself)$/;
const AND = /^(?:and|n|&|\+)$/;
const BARE_LINKS = new Set([
  'and',
  'n',
  'or',
  'of',
  'for',
  'to',
  'with',
  'w',
  'on',
  'in',
  'at',
  'from',
  'by',
  'is',
  'the',
  'a',
  'an',
  'that',
  'as',
  'than',
  'like',
  'was',
  'are',
  'not',
  'per',
  're',
  'via',
  'into',
  'called',
  'but',
  'if',
  'because',
  'when',
  'without',
  'have',
  'had',
  "i've",
  'ive',
  'been',
  'be',
  'about',
  'off',
  'got',
  'it',
  'big',
  'old',
]);

/** `strangers`: somebody takes part whose name is not saved, so that a name spoken to may be a colleague's who is not known here. */
export function addRoleCues(reading: Reading, run: Run, sentence: Sentence, strangers: boolean, tally: Tally): void {
  const start = run.title < 0 ? run.first : run.title;
  if (run.title >= 0) addConsultant(reading, run, start, tally);
  else {
    addIntroduction(reading, run, tally);
    addAddress(reading, run, strangers, tally);
    addJobBehind(reading, run, tally);
  }
  addWork(reading, run, start, tally);
  addCompany(reading, run, sentence, tally);
}

/** "Mr X's list", "under Mr X", "Mr X is operating". */
function addConsultant(reading: Reading, run: Run, start: number, tally: Tally): void {
  const { consulting } = reading.table.cues;
  const next = run.last + 1;
  const owned = wordAt(reading, next) === "'s" && consulting.has(wordAt(reading, next + 1));
  const acts = has(reading, next, VERB) || wordAt(reading, next) === 'will' || wordAt(reading, next) === 'to';
  if (owned || consulting.has(wordAt(reading, next)) || (acts && consulting.has(wordAt(reading, next + 1)))) {
    add(tally, 0, 'does the work of a consultant', 'staff', 3);
  } else if (UNDER.has(wordAt(reading, start - 1))) add(tally, 0, 'after "under" or "by"', 'staff', 3);
}

/** "Hi, Ollie here", "this is X", "its X from the bank": the sender's own name. */
function addIntroduction(reading: Reading, run: Run, tally: Tally): void {
  const [one, two] = [wordAt(reading, run.first - 1), wordAt(reading, run.first - 2)];
  const here = wordAt(reading, run.last + 1) === 'here' && one !== 'is';
  const says = I_AM.has(one) || ((one === 'is' || one === "'s") && /^(?:this|it|here)$/.test(two));
  const greets =
    GREETINGS.has(wordAt(reading, one === ',' ? run.first - 2 : run.first - 1)) &&
    (wordAt(reading, run.last + 1) === 'from' || has(reading, run.last + 2, JOB));
  const opens =
    run.first <= 3 || GREETINGS.has(wordAt(reading, run.first - 3)) || GREETINGS.has(wordAt(reading, run.first - 4));
  if (here || greets) add(tally, 0.5, 'gives the name of the sender', 'staff', 3.5);
  else if (says && opens && run.words.length === 1)
    add(tally, 0.5, 'gives the name of the sender', 'staff', one === 'its' ? 1.5 : 3);
}

/** "Kenny, you've left", "not funny barry", "do not use the saw, Philip.", "Brian love". */
function addAddress(reading: Reading, run: Run, strangers: boolean, tally: Tally): void {
  if (run.words.length !== 1 || givenTier(codeAt(reading, run.last)) === 0) return;
  const next = wordAt(reading, run.last + 1);
  const opens = startsSentence(reading, run.first);
  if (reading.table.cues.endearments.has(next)) add(tally, 0, 'before "love", "mate" or a kiss', 'staff', 1.5);
  else if (YOUR.has(next) || (next === ',' && YOUR.has(wordAt(reading, run.last + 2))))
    add(tally, 0.5, 'spoken to: "you"', 'staff', 2);
  else if (!strangers) return;
  else if (opens && next === ',' && !isNumber(reading, run.last + 2)) add(tally, 0, 'set before a comma', 'staff', 0.7);
  else if (!opens && closesSentence(reading, run.last + 1)) addAtEnd(reading, run, tally);
}

export const closesSentence = (reading: Reading, index: number): boolean =>
  index >= reading.tokens.length || startsSentence(reading, index) || /^[.!?]$/.test(wordAt(reading, index));

function addAtEnd(reading: Reading, run: Run, tally: Tally): void {
  const at = run.first - 1;
  if (wordAt(reading, at) === ',') {
    if (reading.tokens[at - 1]?.kind === 'word' && !isNameBefore(reading, at - 1))
      add(tally, 0, 'set off at the end', 'staff', 1.5);
  } else if (!isLinked(reading, at)) {
    add(tally, 0, 'spoken to at the end', 'staff', 0.9);
  }
}

/** A name after "with", "his", "bed 4" or another name belongs to its sentence. */
export const isLinked = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) !== ',' &&
  (reading.tokens[at]?.kind !== 'word' ||
    BARE_LINKS.has(wordAt(reading, at)) ||
    has(reading, at, LEAD | VERB | KIN | PATIENT | PLACE | SPOT) ||
    isNameBefore(reading, at));

const isNameBefore = (reading: Reading, index: number): boolean =>
  isListed(codeAt(reading, index)) && isCapital(reading, index) && !has(reading, index, STOP);

/** "X HCA", "Sanjeev, med reg", "X the porter", "X CT2", "X in HR". */
function addJobBehind(reading: Reading, run: Run, tally: Tally): void {
  const { departments } = reading.table.cues;
  const next = run.last + 1;
  const word = wordAt(reading, next);
  if (/^(?:in|from|at)$/.test(word) && departments.has(wordAt(reading, next + 1))) {
    add(tally, 0, 'of a department', 'staff', 2.5);
    return;
  }
  if (isJobBehind(reading, next)) add(tally, 0.5, 'before the name of a job', 'staff', 3);
}

export function isJobBehind(reading: Reading, next: number): boolean {
  const word = wordAt(reading, next);
  const link = /^[,(-]$/.test(word) || word === 'the' || word === 'our';
  const at = link ? next + 1 : next;
  const job = (index: number) => has(reading, index, JOB) && !has(reading, index, KIN);
  return (
    isGrade(reading, at) || reading.table.cues.grades.has(wordAt(reading, at)) || (link && (job(at) || job(at + 1)))
  );
}

/** "F2", "CT1", "B6": one digit and nothing grown to it. */
function isGrade(reading: Reading, at: number): boolean {
  const [digit, next] = [reading.tokens[at + 1], reading.tokens[at + 2]];
  return (
    /^(?:f|fy|ct|st|b|band)$/.test(wordAt(reading, at)) &&
    digit?.kind === 'number' &&
    digit.word.length === 1 &&
    (!next || next.start > digit.end || next.word === ',' || next.word === ')')
  );
}

/** "X is covering", "X sorted it", "ask X", "X to review". */
function addWork(reading: Reading, run: Run, start: number, tally: Tally): void {
  const { acting, contacting } = reading.table.cues;
  const next = run.last + 1;
  const helped = /^(?:is|was|has|have|will|'s|to|can|and|just)$/.test(wordAt(reading, next)) ? next + 1 : next;
  if (acting.has(wordAt(reading, helped)) || (acting.has(wordAt(reading, helped + 1)) && helped > next))
    add(tally, 0, 'does the work of a colleague', 'staff', 1.4);
  if (isBesideSender(reading, start, next)) add(tally, 0, 'beside "me"', 'staff', 1.5);
  const cue = wordAt(reading, start - 1) === 'for' ? start - 2 : before(reading, start);
  if (run.title < 0 && contacting.has(wordAt(reading, cue))) add(tally, 0, 'turned to at work', 'staff', 1.4);
}

/** "me and X", "X n me": at work together. */
const isBesideSender = (reading: Reading, start: number, next: number): boolean =>
  (ME.test(wordAt(reading, start - 2)) && AND.test(wordAt(reading, start - 1))) ||
  (AND.test(wordAt(reading, next)) && ME.test(wordAt(reading, next + 1)));

/** Words of illness in the same sentence speak for a patient, talk of rotas and leave for a colleague. */
function addCompany(reading: Reading, run: Run, sentence: Sentence, tally: Tally): void {
  if (sentence.isWork) add(tally, 0, 'in talk of work', 'staff', 1);
  if (sentence.care > 0)
    add(tally, 0, 'beside words of illness or care', 'patient', Math.min(1.5, 0.4 + 0.4 * sentence.care));
  const code = codeAt(reading, run.last);
  if (
    run.title < 0 &&
    run.words.length === 1 &&
    givenTier(code) === 0 &&
    surnameTier(code) > 0 &&
    isCapital(reading, run.last)
  )
    add(tally, 0, 'a surname by itself', 'patient', 0.6);
  else if (run.title < 0 && run.words.length > 1 && isCapital(reading, run.last))
    add(tally, 0, 'a full name', 'patient', 0.6);
  if (has(reading, after(reading, run.last), PATIENT)) add(tally, 0, 'before a word for "patient"', 'patient', 1);
}
