// The people of one chat: finds the names in its messages, in order, and learns them as it goes.
// A name is likely from 3 points and possible from 2; every point is named in the reason.
//   subject     whose name it is, as far as cues tell: staff (takes part, is spoken to, does the work), relative, patient; unknown when
//               nothing speaks for any of them. An unknown name is a patient's about as often as not.
//   confidence  how sure it is that the words are a name: 0.5 possible, 0.7 likely, 0.95 certain. With subject unknown at most 0.65,
//               so a rule that asks for more than that sees only names with a role.

import type { Finding } from '../../model.ts';
import { addCuesAfter } from './after.ts';
import { addCuesBefore } from './before.ts';
import { isBystander } from './bystander.ts';
import { initialsAt, isKnownInitials } from './initials.ts';
import {
  addKnown,
  type Memory,
  newMemory,
  noteTyping,
  rarelyCapitalises,
  remember,
  rememberInitials,
  rememberThing,
} from './memory.ts';
import { addOwnPoints } from './own-points.ts';
import { addPlaceCues } from './place-cues.ts';
import { layOut, type Reading, type SpokenMessage } from './reading.ts';
import { addRoleCues } from './role-cues.ts';
import { type Run, runAt } from './runs.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import type { PeopleTable } from './table.ts';
import { add, newTally, type Point, type Role, type RoleWeights, roleOf, type Tally } from './tally.ts';

export { buildPeople, type PeopleTable } from './table.ts';

/** A finding with what the points say about whose name it is. */
export interface PersonFinding extends Finding {
  readonly subject: Role;
  /** A colleague by what they are in the message; left off for anyone else. */
  readonly colleague?: Colleague;
}

/** Hears of it or hands it on; takes part in the chat; is only talked of. */
export type Colleague = 'bystander' | 'participant' | 'other';

/** A stretch of the message that could be a name, with its points; also those that were not reported. */
interface NameCandidate {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly role: Role;
  readonly points: readonly Point[];
}

export interface People {
  /** Names of one message, by offset; then learns them. Call in message order. */
  find(message: SpokenMessage): PersonFinding[];
  /** The same without learning: for a second pass. */
  look(message: SpokenMessage): PersonFinding[];
  /** Learns the names of a message without reporting them. */
  learn(message: SpokenMessage): void;
  /** All candidates of a message with their points, reported or not, without learning. */
  explain(message: SpokenMessage): NameCandidate[];
}

const POSSIBLE = 2;
const LIKELY = 3;
const TO_LEARN = 4;
const UNKNOWN_AT_MOST = 0.65;

interface Scored {
  readonly first: number;
  readonly last: number;
  readonly tally: Tally;
  readonly role: Role;
  /** What this message by itself says of the role. */
  readonly shown: RoleWeights;
  /** undefined for bare initials. */
  readonly run: Run | undefined;
  /** Bare initials, in small letters. */
  readonly letters: string | undefined;
}

/**
 * Opens the memory of one chat. Saved names of participants are staff; bare numbers tell nothing. Words of a group's title
 * ("Larch Ward") are no people; leave the title of a chat between two people out.
 */
export function peopleOf(table: PeopleTable, participants: readonly string[], title = ''): People {
  const memory = newMemory(table, participants, title);
  const read = (message: SpokenMessage, weakToo = false) => {
    const reading = layOut(table, message);
    return { reading, scored: scoreAll(reading, memory, message.sender, weakToo) };
  };
  const learn = (message: SpokenMessage, reading: Reading, scored: readonly Scored[]) => {
    for (const one of scored) learnOne(memory, reading, one);
    noteTyping(memory, message.sender, reading);
  };
  return {
    find(message) {
      const { reading, scored } = read(message);
      learn(message, reading, scored);
      return report(reading, memory, scored);
    },
    look(message) {
      const { reading, scored } = read(message);
      return report(reading, memory, scored);
    },
    learn(message) {
      const { reading, scored } = read(message);
      learn(message, reading, scored);
    },
    explain(message) {
      const { reading, scored } = read(message, true);
      return scored.map((one) => ({
        ...spanOf(reading, one),
        score: one.tally.score,
        role: one.role,
        points: one.tally.points,
      }));
    },
  };
}

function learnOne(memory: Memory, reading: Reading, { run, letters, tally, shown }: Scored): void {
  if (!run) {
    if (letters !== undefined && tally.score >= POSSIBLE && shown.patient >= 1)
      rememberInitials(memory, letters, shown);
  } else if (tally.score >= TO_LEARN) remember(memory, reading, run, shown);
  else if (tally.isThing) rememberThing(memory, reading, run);
}

/** `weakToo`: also what came to nothing, which only an explanation wants. */
function scoreAll(reading: Reading, memory: Memory, sender: string, weakToo: boolean): Scored[] {
  const found: Scored[] = [];
  const seldomCapital = rarelyCapitalises(memory, sender);
  const sentenceOf = sentencesOf(reading);
  for (let i = 0; i < reading.tokens.length; i++) {
    if (reading.tokens[i]?.kind !== 'word') continue;
    const run = isKnownInitials(memory, reading, i) ? undefined : runAt(reading, i);
    const scored = run
      ? scoreRun(reading, memory, run, seldomCapital, sentenceOf, found.at(-1))
      : scoreInitials(reading, memory, i);
    if (!scored) continue;
    const possible = scored.tally.score >= POSSIBLE;
    if (possible || weakToo || scored.tally.isThing) found.push(scored);
    // A run that came to nothing may hide a name in its later words ("Morning Sarah").
    if (possible) i = scored.last;
  }
  return found.filter((one, index) => one.tally.score >= POSSIBLE || (found[index + 1]?.first ?? Infinity) > one.last);
}

function scoreRun(
  reading: Reading,
  memory: Memory,
  run: Run,
  seldomCapital: boolean,
  sentenceOf: (index: number) => Sentence,
  previous?: Scored,
): Scored {
  const tally = newTally();
  addOwnPoints(reading, run, seldomCapital, tally);
  addCuesBefore(reading, run, tally);
  addCuesAfter(reading, run, tally);
  addPlaceCues(reading, run, tally);
  addRoleCues(reading, run, sentenceOf(run.first), memory.hasStrangers, tally);
  if (previous && previous.tally.score >= POSSIBLE && isListedWith(reading, previous.last, run)) {
    if (previous.role === 'unknown') add(tally, 1.5, 'beside another name');
    else add(tally, 1.5, 'beside another name', previous.role, 1.5);
  }
  const { patient, relative, staff } = tally.roles;
  addKnown(memory, reading, run, tally);
  return {
    first: run.title < 0 ? run.first : run.title,
    last: run.last,
    tally,
    role: roleOf(tally.roles),
    shown: { patient, relative, staff },
    run,
    letters: undefined,
  };
}

/** "Ava and Mia", "Patel, Jones & Khan". */
function isListedWith(reading: Reading, previousLast: number, run: Run): boolean {
  const start = run.title < 0 ? run.first : run.title;
  if (start - previousLast < 2 || start - previousLast > 3) return false;
  for (let i = previousLast + 1; i < start; i++) {
    if (!/^(and|n|&|,|\/|\+|or)$/.test(reading.tokens[i]?.word ?? '')) return false;
  }
  return true;
}

function scoreInitials(reading: Reading, memory: Memory, index: number): Scored | undefined {
  const found = initialsAt(reading, memory, index);
  if (!found) return undefined;
  const { first, last, letters, tally, shown } = found;
  return { first, last, tally, role: roleOf(tally.roles), shown, run: undefined, letters };
}

function report(reading: Reading, memory: Memory, scored: readonly Scored[]): PersonFinding[] {
  return scored
    .filter(({ tally }) => tally.score >= POSSIBLE)
    .map((one) => ({
      pattern: 'person-name',
      category: categoryOf(one),
      ...spanOf(reading, one),
      confidence: confidenceOf(one),
      because: one.tally.points.map(({ because }) => because),
      subject: one.role,
      ...(one.role === 'staff' ? { colleague: colleagueOf(reading, memory, one) } : {}),
    }));
}

function colleagueOf(reading: Reading, memory: Memory, { run }: Scored): Colleague {
  if (run && isBystander(reading, run)) return 'bystander';
  return run?.words.some((index) => memory.participants.has(reading.tokens[index]?.word ?? ''))
    ? 'participant'
    : 'other';
}

function spanOf(reading: Reading, { first, last }: Scored): { start: number; end: number } {
  return { start: reading.tokens[first]?.start ?? 0, end: reading.tokens[last]?.end ?? 0 };
}

function categoryOf({ run, role }: Scored): string {
  if (role === 'staff') return 'staff.identifier.name-role';
  if (!run) return 'patient.identifier.initials';
  if (role === 'relative') return 'patient.identifier.next-of-kin';
  return run.words.length > 1 ? 'patient.identifier.name-full' : 'patient.identifier.name-partial';
}

/** 2 points = 0.5, 3 = 0.7, 6 and more = 0.95; straight lines between. At most UNKNOWN_AT_MOST when nothing tells whose name it is. */
function confidenceOf({ tally: { score }, role }: Scored): number {
  const value = score < LIKELY ? 0.5 + (score - 2) * 0.2 : 0.7 + Math.min(1, (score - 3) / 3) * 0.25;
  const capped = role === 'unknown' ? Math.min(UNKNOWN_AT_MOST, 0.5 + (value - 0.5) / 3) : value;
  return Math.round(capped * 100) / 100;
}
