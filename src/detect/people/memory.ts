// What a chat has taught so far: its participants (staff, as they are saved in the phone) and the names met in earlier messages.

import { words } from '../words/tokens.ts';
import { codeAt, has, isCapital, isNumber, type Reading, startsSentence, wordAt } from './reading.ts';
import type { Run } from './runs.ts';
import {
  ALSO_VERB,
  CALENDAR,
  CIVIL,
  DOCTOR,
  englishLevel,
  FUNCTION,
  givenTier,
  isListed,
  JOB,
  MODAL,
  NOT_PERSON,
  type PeopleTable,
  PLACE,
  STOP,
  surnameTier,
  VERB,
} from './table.ts';
import { add, type RoleWeights, roleOf, type Tally } from './tally.ts';

interface Typing {
  starts: number;
  lower: number;
}

export interface Memory {
  readonly table: PeopleTable;
  /** Name words of the participants; the value says whether the word is the name itself or a short form of it. */
  readonly participants: ReadonlyMap<string, 'name' | 'short'>;
  readonly participantInitials: ReadonlySet<string>;
  /** True when a participant is saved without a name. */
  readonly hasStrangers: boolean;
  /** Words of names met, with all that was said of the role. */
  readonly people: Map<string, RoleWeights>;
  /** Initials met, and those of people met by first name and surname. */
  readonly initials: Map<string, RoleWeights>;
  /** Capital words that were a place, an animal or a thing. */
  readonly things: Set<string>;
  readonly typing: Map<string, Typing>;
}

const NOT_IN_A_NAME = FUNCTION | STOP | CIVIL | DOCTOR | JOB | PLACE | NOT_PERSON;
const SHORTEST_SHORT_FORM = 3;
const LONGEST_NAME = 20;
const NOTHING: RoleWeights = { patient: 0, relative: 0, staff: 0 };
const PET_ENDINGS = ['s', 'y', 'ie', 'o'];

export function newMemory(table: PeopleTable, participants: readonly string[], title: string): Memory {
  const known = new Map<string, 'name' | 'short'>();
  const participantInitials = new Set<string>();
  let hasStrangers = false;
  for (const participant of participants) {
    const names = nameWords(table, participant);
    for (const name of names) known.set(name, 'name');
    if (names.length === 0) hasStrangers = true;
    if (names.length > 1) participantInitials.add(names.map((name) => name.charAt(0)).join(''));
  }
  for (const name of [...known.keys()]) {
    for (const short of [...shortForms(name), ...(table.forms.get(name) ?? [])]) {
      const code = table.look(short);
      if (!known.has(short) && englishLevel(code) === 0 && (code & NOT_IN_A_NAME) === 0) known.set(short, 'short');
    }
  }
  return {
    table,
    participants: known,
    participantInitials,
    hasStrangers,
    people: new Map(),
    initials: new Map(),
    things: new Set(words(title).filter((word) => word.length > 2 && !known.has(word))),
    typing: new Map(),
  };
}

/** "phoebe": phoe, phoeb, phoebs, phoeby …. */
function shortForms(name: string): string[] {
  if (name.length > LONGEST_NAME) return [];
  const stems = Array.from({ length: Math.max(0, name.length - SHORTEST_SHORT_FORM) }, (_, more) =>
    name.slice(0, SHORTEST_SHORT_FORM + more),
  );
  return stems.flatMap((stem) => [stem, ...PET_ENDINGS.map((ending) => stem + ending)]);
}

/** The name in "Bev Ward 7 Sister" is "Bev". A word that is plain English is a name only if nothing else is left: "Joy". */
function nameWords(table: PeopleTable, participant: string): string[] {
  const kept = words(participant).filter(
    (word) => word.length > 1 && /^\p{L}/u.test(word) && isNameLike(table.look(word)),
  );
  const sure = kept.filter((word) => {
    const code = table.look(word);
    return englishLevel(code) === 0 || givenTier(code) === 3 || surnameTier(code) === 3;
  });
  return sure.length > 0 ? sure : kept.slice(0, 1);
}

const isNameLike = (code: number): boolean =>
  (code & NOT_IN_A_NAME) === 0 || ((code & CALENDAR) !== 0 && isListed(code));

/** Points for a name that is a participant's or was met earlier. */
export function addKnown(memory: Memory, reading: Reading, run: Run, tally: Tally): void {
  let participant: 'name' | 'short' | undefined;
  let met: number | undefined;
  for (const index of run.words) {
    const word = wordAt(reading, index);
    participant = memory.participants.get(word) ?? participant;
    if (memory.people.has(word)) met = index;
  }
  const first = run.words[0] ?? run.first;
  if (participant) {
    const points = participant === 'short' ? 1.5 : pointsOfParticipant(reading, first);
    add(
      tally,
      points,
      participant === 'short' ? 'short form of a participant of the chat' : 'a participant of the chat',
      'staff',
      3,
    );
  }
  if (!participant && run.title < 0 && tally.roles.patient < 2 && memory.things.has(wordAt(reading, first))) {
    add(tally, -4, 'a place or a thing earlier in this chat');
    return;
  }
  if (met === undefined) return;
  const role = roleOf(memory.people.get(wordAt(reading, met)) ?? NOTHING);
  const beforeVerb = has(reading, run.last + 1, VERB) || isNumber(reading, run.last + 1);
  // A word that is no English cannot well be anything else now, however strange it is spelt.
  const foreign = englishLevel(codeAt(reading, met)) === 0;
  const points = foreign ? 3.5 : isOrdinary(reading, met) ? (beforeVerb ? 3 : 1.5) : 2.5;
  if (role === 'unknown') add(tally, points, 'named earlier in this chat');
  else add(tally, points, 'named earlier in this chat', role, participant ? 1 : role === 'staff' ? 1.2 : 2);
}

/** "joy" and "will" are mostly words, "Joy" in mid-sentence hardly ever is, in a chat where Joy takes part. */
function pointsOfParticipant(reading: Reading, index: number): number {
  if (isOrdinary(reading, index)) return 1.2;
  const level = englishLevel(codeAt(reading, index));
  if (level === 0 || level > 3) return 3;
  return startsSentence(reading, index) && has(reading, index, MODAL | ALSO_VERB) ? 3 : 4;
}

const isOrdinary = (reading: Reading, index: number): boolean => {
  const level = englishLevel(codeAt(reading, index));
  return !isCapital(reading, index) && level > 0 && level < 4;
};

/** Keeps the words of a name, and its initials if it has a first name and a surname. */
export function remember(memory: Memory, reading: Reading, run: Run, shown: RoleWeights): void {
  for (const index of run.words) {
    const word = wordAt(reading, index);
    if (word.length > 1) addWeights(memory.people, word, shown);
  }
  if (run.words.length < 2 || roleOf(shown) === 'staff') return;
  const letters = run.words.map((index) => wordAt(reading, index).charAt(0)).join('');
  rememberInitials(memory, letters, shown);
  if (letters.length > 2) rememberInitials(memory, letters.charAt(0) + letters.charAt(letters.length - 1), shown);
}

export const rememberInitials = (memory: Memory, letters: string, shown: RoleWeights): void =>
  addWeights(memory.initials, letters, shown);

export function rememberThing(memory: Memory, reading: Reading, run: Run): void {
  for (const index of run.words) memory.things.add(wordAt(reading, index));
}

function addWeights(map: Map<string, RoleWeights>, key: string, shown: RoleWeights): void {
  const known = map.get(key);
  if (!known) map.set(key, { ...shown });
  else {
    known.patient += shown.patient;
    known.relative += shown.relative;
    known.staff += shown.staff;
  }
}

/** Notes how a sender begins messages, so that a capital from someone who seldom types one can count. */
export function noteTyping(memory: Memory, sender: string, reading: Reading): void {
  const first = reading.tokens[0];
  if (first?.kind !== 'word') return;
  const typing = memory.typing.get(sender) ?? { starts: 0, lower: 0 };
  typing.starts++;
  if (first.typed === 'lower') typing.lower++;
  memory.typing.set(sender, typing);
}

export function rarelyCapitalises(memory: Memory, sender: string): boolean {
  const typing = memory.typing.get(sender);
  return typing !== undefined && typing.starts >= 3 && typing.lower >= typing.starts * 0.7;
}
