// Who in a chat is on the staff list? A number decides by its digits, a name only when the whole name is the same. Anything less is
// `unknown`: a saved "Kate AMU" may be anybody, and to call a colleague an outsider is worse than to leave it to a person.

import type { Participant, Standing } from '../model.ts';
import { nationalDigits } from '../phone-digits.ts';
import type { StaffList, StaffMember } from './staff-list.ts';

/** A staff list made ready to compare; gives one standing for each participant of a chat, in their order. */
export type StandingsIn = (participants: readonly Pick<Participant, 'name'>[]) => readonly Standing[];

const LISTED: Standing = { status: 'listed' };
const UNLISTED: Standing = { status: 'unlisted' };
const UNKNOWN: Standing = { status: 'unknown' };

export function standingsFrom({ staff, numbers }: StaffList): StandingsIn {
  const byNumber = groups(staff, ({ numbers: own }) => own.map(digitsOf));
  const byName = groups(staff, ({ name }) => [keyOf(wordsOf(name))]);
  /** One word is not a whole name, even where the list has no more. */
  const known = (words: readonly string[]) => (words.length > 1 ? byName.get(keyOf(words)) : undefined);
  const prefixes = numbers?.prefixes.map(digitsOf) ?? [];
  const withoutNumber = staff.filter(({ numbers: own }) => own.length === 0);
  const mayBe = likenessTo(staff.flatMap(({ name }) => wordsOf(name)));
  return (participants) => {
    const seated = new Set(participants.map(({ name }) => keyOf(wordsOf(name))));
    // A number that is not listed may be that of anybody who is listed without one, unless they stand in the chat by name.
    const decides = withoutNumber.every(({ name }) => seated.has(keyOf(wordsOf(name))));
    const ofNumber = (number: string): Standing => {
      const holders = byNumber.get(number);
      if (holders) return holders.some(({ left }) => !left) ? LISTED : ofLeavers(holders);
      if (prefixes.some((prefix) => number.startsWith(prefix))) return LISTED;
      return decides ? UNLISTED : UNKNOWN;
    };
    const ofName = (name: string): Standing => {
      const words = wordsOf(name);
      const namesakes = known(words) ?? known(withoutPosts(words));
      if (namesakes?.every(({ left }) => !left)) return LISTED;
      if (namesakes) return namesakes.every(({ left }) => left) ? ofLeavers(namesakes) : UNKNOWN;
      return isWholeName(name, withoutPosts(words)) && !words.some(mayBe) ? UNLISTED : UNKNOWN;
    };
    return participants.map(({ name }) => (isNumber(name) ? ofNumber(digitsOf(name)) : ofName(name)));
  };
}

/** Of several with the same name or number the last to leave: in doubt they had not left yet. */
function ofLeavers(people: readonly StaffMember[]): Standing {
  const days = people.flatMap(({ left }) => left ?? []).sort();
  return { status: 'left', leftOn: days.at(-1) ?? '' };
}

function groups(staff: readonly StaffMember[], keysOf: (person: StaffMember) => readonly string[]) {
  const map = new Map<string, StaffMember[]>();
  for (const person of staff) for (const key of keysOf(person)) map.set(key, [...(map.get(key) ?? []), person]);
  return map;
}

const digitsOf = (number: string): string => nationalDigits(number).replace(/^0+/, '');
const isNumber = (name: string): boolean => !/\p{L}/u.test(name) && name.replace(/\D/g, '').length >= 7;

const TITLES = new Set('mr mrs ms miss mx dr doctor prof professor sir dame rev revd'.split(' '));
/** What people save beside a name, unless it is the name: Anna Porter is one, and Kate Physio is not. */
const POSTS = new Set(
  (
    'sister charge matron nurse nurses staff bank agency rn rmn rgn hca hcsw physio physiotherapist pharmacist pharmacy porter ' +
    'reception receptionist security consultant registrar sho manager lead deputy student team group nhs trust hospital clinic ' +
    'unit icu itu ccu hdu amu mau sau nicu picu cdu work old mobile mob home phone the and from'
  ).split(' '),
);

/** Words of a name without accents, capitals, titles and signs: `Dr. José O’Neill` -> jose, oneill. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word));

const withoutPosts = (words: readonly string[]): readonly string[] => words.filter((word) => !POSTS.has(word));

/** The same for "Ward, Sam" and "Sam Ward". */
const keyOf = (words: readonly string[]): string => words.toSorted().join(' ');

/** Enough of a name to say that it is on no list. What people call themselves (`~Sam`), other scripts and wards (`Kate Ward 12`) are not. */
const isWholeName = (name: string, words: readonly string[]): boolean =>
  !name.startsWith('~') &&
  words.filter((word) => word !== 'ward').length > 1 &&
  words.every((word) => /^\p{Script=Latin}{2,}$/u.test(word));

/** So many letters tell Sam from Sue, and leave open whether Sam is Samuel. */
const TELLING = 3;

/** Whether a word may be meant for one of the listed: the same beginning, or an initial of it. */
function likenessTo(listed: readonly string[]): (word: string) => boolean {
  const beginnings = new Set(listed.flatMap((word) => [1, 2, TELLING].map((length) => word.slice(0, length))));
  const initials = new Set(listed.filter((word) => word.length < TELLING));
  return (word) =>
    beginnings.has(word.slice(0, TELLING)) || initials.has(word.slice(0, 1)) || initials.has(word.slice(0, 2));
}
