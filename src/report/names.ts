// Which names of one chat belong to one person: "Mr O'Neill", "Paddy O'Neill" and "Paddy", but not "Mrs O'Neill", nor "his son Sean
// O'Neill", nor "Paddy" once two of that name are about. In doubt a name is somebody new: one patient's words in another's record do more harm than two pseudonyms.

import { nameValue } from './normal-value.ts';

/** Somebody talked about. */
export interface Person {
  /** What the pseudonym is made from where there is a key. */
  readonly kind: 'person' | 'initials' | 'number';
  readonly value: string;
  /** The pseudonym, once it has been asked for. */
  shown?: string;
}

export interface Names {
  /** The person of a name as typed; undefined when the chat has more names than can be followed. */
  find(raw: string, as: { readonly initials?: boolean; readonly relative?: boolean }): Person | undefined;
}

type Sex = 'man' | 'woman';

/** A name in its parts. A lone word without a title may be a first name or a surname. */
interface Form {
  first?: string;
  last?: string;
  lone?: string;
  initials?: string;
  sex?: Sex;
  /** Named as somebody's relative. */
  relative?: true;
}

/** What is known of a person: the fullest form met. */
interface Known extends Form {
  readonly person: Person;
}

const MEN = new Set(['mr', 'mister', 'sir', 'fr']);
const WOMEN = new Set(['mrs', 'ms', 'miss', 'missus', 'dame']);
const OTHER_TITLES = new Set(['mx', 'dr', 'doctor', 'prof', 'professor', 'rev', 'reverend', 'sister', 'nurse', 'baby']);

/** Of more people with one word in common, further ones are known by the very same form alone. */
const MOST_ALIKE = 50;

/** `most`: forms that are remembered. */
export function namesOf(most: number): Names {
  const exact = new Map<string, Known>();
  const byWord = new Map<string, Known[]>();
  const find = (form: Form): Known | undefined => {
    const alike = new Set(wordsOf(form).flatMap((word) => byWord.get(word) ?? []));
    const [one, ...others] = [...alike].filter((known) => fits(known, form));
    return others.length === 0 ? one : undefined;
  };
  return {
    find: (raw, { initials, relative }) => {
      const form: Form = initials ? { initials: nameValue(raw).replaceAll(' ', '') } : formOf(raw);
      if (relative) form.relative = true;
      const id = JSON.stringify(form);
      const known = exact.get(id) ?? find(form);
      if (!known && exact.size >= most) return undefined;
      const one = known ?? { ...form, person: personOf(form) };
      if (exact.size < most) exact.set(id, one);
      learn(one, form);
      for (const word of [...wordsOf(one), ...letters(one)]) note(byWord, word, one);
      return one.person;
    },
  };
}

function note(byWord: Map<string, Known[]>, word: string, one: Known): void {
  const alike = byWord.get(word);
  if (!alike) byWord.set(word, [one]);
  else if (alike.length < MOST_ALIKE && !alike.includes(one)) alike.push(one);
}

/** Husband and wife share a surname: a title tells them apart as a first name does. */
function personOf({ first, last, lone, initials, sex }: Form): Person {
  if (initials !== undefined) return { kind: 'initials', value: initials };
  return { kind: 'person', value: [first ?? sex, last ?? lone].filter((word) => word !== undefined).join(' ') };
}

function formOf(raw: string): Form {
  const [before = '', after] = raw
    .replace(/['’]s$/i, '')
    .replace(/(?<=\p{L})\p{Dash}(?=\p{L})/gu, '')
    .split(/,(.*)/su);
  const words = nameValue(after === undefined ? before : `${after} ${before}`).split(' ');
  const titles = words.slice(0, -1).filter((word) => MEN.has(word) || WOMEN.has(word) || OTHER_TITLES.has(word));
  const sex = sexOf(titles);
  const names = words.filter((word) => !titles.includes(word));
  const [first, last] = [names[0], names.at(-1)];
  const known = { ...(sex ? { sex } : {}), ...(last ? { last } : {}) };
  if (names.length > 1) return { ...known, ...(first ? { first } : {}) };
  return titles.length > 0 ? known : { lone: last ?? '' };
}

function sexOf(titles: readonly string[]): Sex | undefined {
  if (titles.some((title) => MEN.has(title))) return 'man';
  return titles.some((title) => WOMEN.has(title)) ? 'woman' : undefined;
}

const wordsOf = ({ first, last, lone, initials }: Form): string[] =>
  [first, last, lone, initials && `${initials}.`].filter((word) => word !== undefined);

/** By which a person with a first name and a surname may be called. */
const letters = ({ first, last }: Form): string[] => (first && last ? [`${first.charAt(0)}${last.charAt(0)}.`] : []);

function fits(known: Known, form: Form): boolean {
  const { first, last, lone, initials, sex } = form;
  // Families share a surname, so a relative is known again by the first name alone.
  if (known.relative !== form.relative && !sharesFirst(known, form)) return false;
  if (known.sex && sex && known.sex !== sex) return false;
  if (initials !== undefined) return known.initials === initials || letters(known).includes(`${initials}.`);
  if (lone !== undefined) return [known.first, known.last, known.lone].includes(lone);
  if (known.lone !== undefined) return known.lone === last || known.lone === first;
  return (
    known.last === last && (!known.first || !first || isShortOf(known.first, first) || isShortOf(first, known.first))
  );
}

const sharesFirst = (known: Form, form: Form): boolean => {
  const first = form.first ?? form.lone;
  return first !== undefined && first === (known.first ?? known.lone);
};

/** "P" and "Pat" are short for "Patrick". */
const isShortOf = (short: string, long: string): boolean => long.startsWith(short);

function learn(known: Known, { first, last, sex }: Form): void {
  if (last === undefined) return;
  delete known.lone;
  known.last ??= last;
  if (first && first.length > (known.first?.length ?? 0)) known.first = first;
  if (sex) known.sex ??= sex;
}
