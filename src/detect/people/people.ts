// The people of one chat: finds the names in its messages, in order, and learns them as it goes.
// A name is likely from 3 points and possible from 2; every point is named in the reason.

import type { Finding } from '../../model.ts';
import { addCuesAfter } from './after.ts';
import { addCuesBefore } from './before.ts';
import { initialsAt } from './initials.ts';
import { addKnown, type Memory, newMemory, noteTyping, rarelyCapitalises, remember } from './memory.ts';
import { addOwnPoints } from './own-points.ts';
import { layOut, type Reading, type SpokenMessage } from './reading.ts';
import { type Run, runAt } from './runs.ts';
import type { PeopleTable } from './table.ts';
import { add, newTally, type Point, type Role, roleOf, type Tally } from './tally.ts';

export { buildPeople, type PeopleTable } from './table.ts';

/** A finding with what the points say about whose name it is. */
export interface PersonFinding extends Finding {
  readonly subject: Role;
}

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
const TO_LEARN = 4;

interface Scored {
  readonly first: number;
  readonly last: number;
  readonly tally: Tally;
  readonly role: Role;
  /** undefined for bare initials. */
  readonly run?: Run;
}

/**
 * Opens the memory of one chat. Saved names of participants are staff; bare numbers tell nothing.
 */
export function peopleOf(table: PeopleTable, participants: readonly string[]): People {
  const memory = newMemory(table, participants);
  const read = (message: SpokenMessage) => {
    const reading = layOut(table, message);
    return { reading, scored: scoreAll(reading, memory, message.sender) };
  };
  const learn = (message: SpokenMessage, reading: Reading, scored: readonly Scored[]) => {
    for (const { run, tally, role } of scored) {
      if (run && tally.score >= TO_LEARN) remember(memory, reading, run, role);
    }
    noteTyping(memory, message.sender, reading);
  };
  return {
    find(message) {
      const { reading, scored } = read(message);
      learn(message, reading, scored);
      return report(reading, scored);
    },
    look(message) {
      const { reading, scored } = read(message);
      return report(reading, scored);
    },
    learn(message) {
      const { reading, scored } = read(message);
      learn(message, reading, scored);
    },
    explain(message) {
      const { reading, scored } = read(message);
      return scored.map((one) => ({
        ...spanOf(reading, one),
        score: one.tally.score,
        role: one.role,
        points: one.tally.points,
      }));
    },
  };
}

function scoreAll(reading: Reading, memory: Memory, sender: string): Scored[] {
  const found: Scored[] = [];
  const seldomCapital = rarelyCapitalises(memory, sender);
  for (let i = 0; i < reading.tokens.length; i++) {
    if (reading.tokens[i]?.kind !== 'word') continue;
    const run = runAt(reading, i);
    const scored = run
      ? scoreRun(reading, memory, run, seldomCapital, found.at(-1))
      : scoreInitials(reading, memory, i);
    if (!scored) continue;
    found.push(scored);
    // A run that came to nothing may hide a name in its later words ("Morning Sarah").
    if (scored.tally.score >= POSSIBLE) i = scored.last;
  }
  return takeColleagues(reading, found).filter(
    (one, index) => one.tally.score >= POSSIBLE || (found[index + 1]?.first ?? Infinity) > one.last,
  );
}

function scoreRun(reading: Reading, memory: Memory, run: Run, seldomCapital: boolean, previous?: Scored): Scored {
  const tally = newTally();
  addOwnPoints(reading, run, seldomCapital, tally);
  addCuesBefore(reading, run, tally);
  addCuesAfter(reading, run, tally);
  addKnown(memory, reading, run, tally);
  if (previous && previous.tally.score >= POSSIBLE && isListedWith(reading, previous.last, run)) {
    if (previous.role === 'unknown') add(tally, 1.5, 'beside another name');
    else add(tally, 1.5, 'beside another name', previous.role, 1.5);
  }
  return { first: run.title < 0 ? run.first : run.title, last: run.last, tally, role: roleOf(tally), run };
}

/** In talk of work ("off sick", "rota"), names that nothing else is known of are colleagues'. */
function takeColleagues(reading: Reading, found: readonly Scored[]): readonly Scored[] {
  if (!found.some(({ role, tally }) => role === 'unknown' && tally.score >= POSSIBLE)) return found;
  const words = ` ${reading.tokens.map(({ word }) => word).join(' ')} `;
  if (!reading.table.colleague.some((phrase) => words.includes(phrase))) return found;
  return found.map((one) => {
    if (one.role !== 'unknown') return one;
    add(one.tally, 0, 'in talk of work', 'staff', 1);
    return { ...one, role: roleOf(one.tally) };
  });
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
  return found && { first: found.first, last: found.last, tally: found.tally, role: roleOf(found.tally) };
}

function report(reading: Reading, scored: readonly Scored[]): PersonFinding[] {
  return scored
    .filter(({ tally }) => tally.score >= POSSIBLE)
    .map((one) => ({
      pattern: 'person-name',
      category: categoryOf(one),
      ...spanOf(reading, one),
      confidence: confidenceOf(one.tally.score),
      because: one.tally.points.map(({ because }) => because),
      subject: one.role,
    }));
}

function spanOf(reading: Reading, { first, last }: Scored): { start: number; end: number } {
  return { start: reading.tokens[first]?.start ?? 0, end: reading.tokens[last]?.end ?? 0 };
}

function categoryOf({ run, role }: Scored): string {
  if (role === 'staff') return 'staff.identifier.name-role';
  if (!run || run.words.length === 0) return 'patient.identifier.initials';
  if (role === 'relative') return 'patient.identifier.next-of-kin';
  return run.words.length > 1 ? 'patient.identifier.name-full' : 'patient.identifier.name-partial';
}

/** 2 points = 0.5 (possible), 3 = 0.7 (likely), 6 and more = 0.95; straight lines between. */
function confidenceOf(score: number): number {
  const value = score < 3 ? 0.5 + (score - 2) * 0.2 : 0.7 + Math.min(1, (score - 3) / 3) * 0.25;
  return Math.round(value * 100) / 100;
}
