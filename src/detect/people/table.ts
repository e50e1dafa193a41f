// The word table for names: what is known of each word (name list, ordinary English, cue words) packed into one integer,
// so that reading a message costs one look-up a word.

import { asWordFile, findWord, type WordFile } from '../words/word-file.ts';
import type { PeopleCues, PeopleFiles } from './files.ts';
import { readShape, type Shape } from './shape.ts';

/** What a Trust adds: names of its staff and area, and words that are no names there (wards, buildings, systems). */
export interface LocalNames {
  readonly names: readonly string[];
  readonly notNames: readonly string[];
}

export interface FixedPhrase {
  readonly words: readonly string[];
  /** Which of the words it is found by. */
  readonly anchor: number;
}

export interface PeopleTable {
  /** Code of a word as `fold` leaves it. */
  readonly look: (word: string) => number;
  /** Words that the Trust added as names. */
  readonly local: ReadonlySet<string>;
  /** Phrases in which a word that could be a name is none, by their first listed word. */
  readonly fixed: ReadonlyMap<string, readonly FixedPhrase[]>;
  /** Small words of other languages. */
  readonly foreign: ReadonlySet<string>;
  /** Phrases of talk about work, each between two spaces. */
  readonly colleague: readonly string[];
  readonly endings: readonly string[];
  readonly shape: Shape;
  /** Cue words that are looked up seldom, by the name of their list. */
  readonly cues: Readonly<Record<CueList, ReadonlySet<string>>>;
  /** Other forms of a first name: "bill" for "william". */
  readonly forms: ReadonlyMap<string, readonly string[]>;
}

const CUE_LISTS = [
  'afterModal',
  'care',
  'acting',
  'contacting',
  'grades',
  'departments',
  'endearments',
  'consulting',
  'telling',
  'saying',
  'bidding',
  'travel',
  'things',
  'animals',
  'onWard',
] as const;
type CueList = (typeof CUE_LISTS)[number];

// Bits 0-1 tier as given name, 2-3 tier as surname, 4-6 how common the English word is (1 = most common … 7), then flags.
const flag = (index: number): number => 1 << (7 + index);
export const FUNCTION = flag(0);
export const STOP = flag(1);
export const KIN = flag(2);
export const CIVIL = flag(3);
export const DOCTOR = flag(4);
export const JOB = flag(5);
export const PATIENT = flag(6);
export const CALLED = flag(7);
export const FOND = flag(8);
export const LEAD = flag(9);
export const THANKS = flag(10);
export const ASK = flag(11);
export const PLACE = flag(12);
export const SPOT = flag(13);
export const VERB = flag(14);
export const TOWN = flag(15);
export const MODAL = flag(16);
export const EPONYM = flag(17);
export const EPONYM_NOUN = flag(18);
export const PLACE_END = flag(19);
export const NOT_PERSON = flag(20);
export const CALENDAR = flag(21);
export const PARTICLE = flag(22);
export const CAPITAL_PLACE_END = flag(23);
/** The last free bit. */
export const ALSO_VERB = flag(24);

/** 0-3: how frequent the word is as a given name. */
export const givenTier = (code: number): number => code & 3;
/** 0-3: how frequent the word is as a surname. */
export const surnameTier = (code: number): number => (code >> 2) & 3;
/** 0 = no English word; 1-7 for the tiers 10, 20, 35, 40, 50, 55, 60 of SCOWL. */
export const englishLevel = (code: number): number => (code >> 4) & 7;
export const isListed = (code: number): boolean => (code & 15) !== 0;

/** Both tiers at 3. */
const EVERY_TIER = 15;
/** As rare as English words in the list get: costs a name next to nothing. */
const RARE_ENGLISH = 7;
const COMMON_ENGLISH = 3;
/** Words kept looked up; beyond it the cache starts anew, so that hostile text cannot fill the memory. */
const MOST_WORDS = 100_000;
/** A longer piece of a string keeps the whole string alive in V8, and so the message it was cut from. */
const LONGEST_KEPT = 12;
const DIGIT = 48;

/** Builds the table once for a run. Local names win over everything but local not-names. */
export function buildPeople(files: PeopleFiles, local: LocalNames = { names: [], notNames: [] }): PeopleTable {
  const known = new Map<string, number>();
  const [names, english] = [asWordFile(files.names), asWordFile(files.english)];
  const listed = (word: string): number => known.get(word) ?? codeInFiles(names, english, word);
  setEnglishLevel(files.cues.mostlyNames, RARE_ENGLISH, known, listed);
  setEnglishLevel(files.cues.oftenWords, COMMON_ENGLISH, known, listed);
  flagCues(files.cues, known, listed);
  const added = new Set(local.names.flatMap(wordsOf));
  for (const word of added) known.set(word, (listed(word) & ~(STOP | NOT_PERSON)) | EVERY_TIER);
  for (const word of local.notNames.flatMap(wordsOf)) known.set(word, STOP);
  return {
    look: cached(known, listed),
    local: added,
    fixed: phrasesByListedWord(files.cues.fixed, listed),
    foreign: new Set(wordsOf(Object.values(files.cues.foreign).join(' '))),
    colleague: files.cues.colleague.map((phrase) => ` ${phrase} `),
    endings: wordsOf(files.cues.endings),
    shape: readShape(files.shape),
    cues: cueSets(files.cues),
    forms: formsByName(files.cues.forms),
  };
}

/** Cue words stay for good, other words as long as there is room. */
function cached(known: ReadonlyMap<string, number>, listed: (word: string) => number): (word: string) => number {
  let codes = new Map(known);
  return (word) => {
    const found = codes.get(word);
    if (found !== undefined) return found;
    // Accents and apostrophes that the lists leave out are taken off only where there are any.
    const code = listed(word) || (/[^a-z]/.test(word) ? listed(plainWord(word)) : 0);
    if (word.length > LONGEST_KEPT) return code;
    if (codes.size >= MOST_WORDS) codes = new Map(known);
    codes.set(word, code);
    return code;
  };
}

function codeInFiles(names: WordFile, english: WordFile, word: string): number {
  const name = findWord(names, word);
  const digit = (place: number): number => (name < 0 ? 0 : (names.bytes[name + place] ?? DIGIT) - DIGIT);
  const town = digit(2) > 0 ? TOWN : 0;
  const common = findWord(english, word);
  const level = common < 0 ? 0 : (english.bytes[common] ?? DIGIT) - DIGIT;
  return digit(0) | (digit(1) << 2) | town | (level << 4);
}

/** Letters that do not fall apart into a base letter and an accent, and apostrophes. */
export function plainWord(word: string): string {
  return word
    .replaceAll("'", '')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae');
}

const wordsOf = (list: string): string[] =>
  list
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[\s-]+/)
    .map(plainWord)
    .filter((word) => word !== '');

function flagCues(cues: PeopleCues, known: Map<string, number>, listed: (word: string) => number): void {
  const lists: readonly (readonly [number, string])[] = [
    [FUNCTION, cues.function],
    [STOP, Object.values(cues.stop).join(' ')],
    [KIN, cues.kin],
    [CIVIL, cues.titles.civil],
    [DOCTOR, cues.titles.doctor],
    [JOB, cues.titles.job],
    [PATIENT, cues.patient],
    [CALLED, cues.called],
    [FOND, cues.fond],
    [LEAD, cues.lead],
    [THANKS, cues.thanks],
    [ASK, cues.ask],
    [PLACE, cues.place],
    [SPOT, cues.spot],
    [VERB, cues.verbs],
    [MODAL, cues.modal],
    [EPONYM, cues.eponyms],
    [EPONYM_NOUN, cues.eponymNouns],
    [PLACE_END, cues.places],
    [CAPITAL_PLACE_END, cues.placesWithCapital],
    [ALSO_VERB, cues.alsoVerbs],
    [NOT_PERSON, Object.values(cues.notPeople).join(' ')],
    [CALENDAR, cues.calendar],
    [PARTICLE, cues.particles],
  ];
  for (const [bit, list] of lists) {
    for (const word of wordsOf(list)) known.set(word, listed(word) | bit);
  }
}

/** A medicine tells of care as well. */
function cueSets(cues: PeopleCues): Record<CueList, Set<string>> {
  const sets = Object.fromEntries(CUE_LISTS.map((list) => [list, new Set(wordsOf(cues[list]))])) as Record<
    CueList,
    Set<string>
  >;
  for (const medicine of wordsOf(cues.notPeople.drugs ?? '')) sets.care.add(medicine);
  return sets;
}

function formsByName(groups: readonly string[]): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const group of groups) {
    const names = wordsOf(group);
    for (const name of names) forms.set(name, [...(forms.get(name) ?? []), ...names.filter((other) => other !== name)]);
  }
  return forms;
}

/** "smith", "lily": dictionaries hold them, chats use them as names, so they count as rare English; "max", "reg" the other way round. */
function setEnglishLevel(
  list: string,
  level: number,
  known: Map<string, number>,
  listed: (word: string) => number,
): void {
  for (const word of wordsOf(list)) {
    const code = listed(word);
    if (level === COMMON_ENGLISH || englishLevel(code) > 0) known.set(word, (code & ~(7 << 4)) | (level << 4));
  }
}

function phrasesByListedWord(phrases: readonly string[], listed: (word: string) => number): Map<string, FixedPhrase[]> {
  const found = new Map<string, FixedPhrase[]>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    const anchor = words.findIndex((word) => isListed(listed(word)));
    const word = words[anchor];
    if (word !== undefined) found.set(word, [...(found.get(word) ?? []), { words, anchor }]);
  }
  return found;
}
