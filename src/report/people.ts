// Whom a message is about, as pseudonyms: P1, P2 … in the order in which a chat's reported messages first speak of them, or from the
// case key. Mr O'Neill and Paddy O'Neill are one person of a chat, and a number that stands with exactly one name is that person's. A bed
// makes nobody: tomorrow somebody else lies in it. Nor does a phone, which is as often a relative's or a ward's.
// Nothing here proves who is who: two people may share a surname, and one may be called by two names.

import { foundText } from '../found-text.ts';
import type { Evidence, Finding } from '../model.ts';
import type { CaseKey } from './case-key.ts';
import { namesOf, type Person } from './names.ts';
import { numberValue } from './normal-value.ts';

export interface People {
  /**
   * To be asked of every message of a chat, in order, reported or not. The pseudonyms are made when the answer is asked for,
   * so that nobody of an unreported message takes up a number.
   */
  of(evidence: Pick<Evidence, 'message' | 'findings' | 'carried' | 'attached'>): () => readonly string[];
}

/** Beyond these a chat's further people get no pseudonym; hostile text must not fill the memory. */
const MOST_PEOPLE = 20_000;
/** Messages that a later one may borrow an identity from; episodes lean on the last of them. */
const MESSAGES_KEPT = 2_000;
const BELIEVED = 0.5;

/** Opens the memory of one chat. */
export function peopleIn(chat: string, key?: CaseKey): People {
  const names = namesOf(MOST_PEOPLE);
  const numbers = new Map<string, Person>();
  const recent = new Map<number, readonly Person[]>();
  let shown = 0;
  const pseudonym = (person: Person): string => {
    person.shown ??= key ? keyedPerson(person, chat, key) : `P${++shown}`;
    return person.shown;
  };
  return {
    of: (evidence) => {
      const { message, findings, carried } = evidence;
      const believed = findings.filter(({ confidence }) => confidence >= BELIEVED);
      const people = believed
        .filter(isName)
        .map((one) => [one, names.find(foundText(one, evidence), partOf(one))] as const);
      const patients = new Set(people.flatMap(([{ category }, one]) => (one && PATIENT.test(category) ? [one] : [])));
      const [only] = patients.size === 1 ? patients : [];
      const numbered = believed.filter(isNumber).map((one) => {
        return numberedPerson(numberValue(foundText(one, evidence)), only, numbers);
      });
      const own = [...people.map(([, one]) => one), ...numbered].filter((one) => one !== undefined);
      if (own.length > 0) keep(recent, message.index, own);
      const borrowed = (carried?.from ?? []).flatMap((index) => recent.get(index) ?? []);
      return () => [...new Set([...own, ...borrowed])].map(pseudonym);
    },
  };
}

/** A colleague counts only where a private matter of theirs is told (`staff.identifier.name`), not where they do the work. */
const NAME = /^(patient\.identifier\.(name-(full|partial)|initials|next-of-kin)|staff\.identifier\.name)$/;
const PATIENT = /^patient\.identifier\.(name-(full|partial)|initials)$/;
const NUMBER = /^patient\.identifier\.(nhs|chi|hc|hospital)-number$/;
/** Part of a number, split over two messages, is nobody's. */
const DIGITS_OF_ALL_UK = 10;

/** "wife" is a word, "wife Jane" a name: only the reader of names knows. */
const isName = (finding: Finding): boolean =>
  NAME.test(finding.category) && (finding.pattern === 'person-name' || isInitials(finding));

const partOf = (finding: Finding) => ({
  initials: isInitials(finding),
  relative: finding.category === 'patient.identifier.next-of-kin',
});

const isInitials = ({ category }: Finding): boolean => category === 'patient.identifier.initials';

const isNumber = ({ category, start, end }: Finding): boolean =>
  NUMBER.test(category) && (category.endsWith('hospital-number') || end - start >= DIGITS_OF_ALL_UK);

/** Whose a number is: of the only person named beside it, else of whom it was met with before. */
function numberedPerson(value: string, only: Person | undefined, numbers: Map<string, Person>): Person | undefined {
  const known = numbers.get(value);
  const person = only ?? known ?? { kind: 'number', value };
  if (known || numbers.size < MOST_PEOPLE) numbers.set(value, person);
  return numbers.get(value);
}

function keep(recent: Map<number, readonly Person[]>, index: number, people: readonly Person[]): void {
  recent.set(index, people);
  const [oldest] = recent.keys();
  if (recent.size > MESSAGES_KEPT && oldest !== undefined) recent.delete(oldest);
}

/** Initials fit too many people to be followed from one chat to the next. */
const keyedPerson = ({ kind, value }: Person, chat: string, key: CaseKey): string =>
  key.pseudonym('P', kind, kind === 'initials' ? `${chat} ${value}` : value);
