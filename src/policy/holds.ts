// Which holds cover a message. Whoever is asked to delete what a hold covers may commit an offence (FOIA s.77, DPA 2018 s.173,
// Inquiries Act 2005 s.35), so in doubt a hold covers: a surname alone counts, a keyword counts at the beginning of a word, a
// date that could be read two ways never excludes, and what leans on a covered message is covered too.

import type { AttachedText, Conversation, Evidence, Message } from '../model.ts';
import type { Hold } from './hold-register.ts';

/** Ids of the holds that cover a message, in the order of the register. To be asked of every message of a chat, in order. */
export type HoldsOn = (evidence: Pick<Evidence, 'message' | 'carried' | 'aboutness' | 'attached'>) => readonly string[];

/** Prepares a register for one chat. */
export function holdsOf(
  register: readonly Hold[],
  { title, kind, dateOrder }: Pick<Conversation, 'title' | 'kind' | 'dateOrder'>,
): HoldsOn {
  const watches = register.map((hold) => watch(hold, kind === 'group' ? '' : title, title, dateOrder.certain));
  const covered = new Map<number, readonly string[]>();
  return ({ message, carried, aboutness, attached = [] }) => {
    const from = [...(carried?.from ?? []), ...aboutness.leansOn];
    const inherited = new Set(from.flatMap((index) => covered.get(index) ?? []));
    const words = searchedOf(message, attached);
    const ids = watches.filter(({ id, covers }) => inherited.has(id) || covers(message, words)).map(({ id }) => id);
    if (ids.length > 0) covered.set(message.index, ids);
    return ids;
  };
}

interface Watch {
  readonly id: string;
  covers(message: Message, words: Searched): boolean;
}

/** `named` is text that names the people of the whole chat: the title of a chat of two. */
function watch(
  { id, from, to, people, groups, keywords }: Hold,
  named: string,
  title: string,
  datesCertain: boolean,
): Watch {
  const isPerson = anyOf(people.map(personForm));
  const isKeyword = anyOf(keywords.map((word) => ({ words: ` ${plain(word)}`, digits: '' })));
  const inTitle = anyOf(
    groups.filter((group) => group !== '*').map((group) => ({ words: ` ${plain(group)}`, digits: '' })),
  );
  const wholeChat =
    people.length + groups.length + keywords.length === 0 ||
    groups.includes('*') ||
    inTitle(searchable(title)) ||
    isPerson(searchable(named));
  const inTime = ({ at }: Message) =>
    !datesCertain || ((!from || at.slice(0, 10) >= from) && (!to || at.slice(0, 10) <= to));
  return {
    id,
    covers: (message, { said, whole }) => inTime(message) && (wholeChat || isPerson(whole) || isKeyword(said)),
  };
}

/** A message as it is searched, made once for all holds: what is said in it, and the same with the people of it. */
interface Searched {
  readonly said: Form;
  readonly whole: Form;
}

function searchedOf({ text, sender, attachments, system }: Message, attached: readonly AttachedText[]): Searched {
  const said = [text, ...attachments.map(({ name }) => name), ...attached.map((one) => one.text)].join('\n');
  return { said: searchable(said), whole: searchable([said, sender, ...(system?.members ?? [])].join('\n')) };
}

function searchable(text: string): Form {
  const words = text === '' ? '' : ` ${plain(text)} `;
  return { words, digits: words.replace(/(?<=\d) (?=\d)/g, '') };
}

/** What is looked for, and where: words with a space around them, or, for a number, its digits. */
interface Form {
  readonly words: string;
  readonly digits: string;
}

/** Fewer digits than these could be anything: a time, a dose, a bed. */
const FEWEST_DIGITS = 5;
const SHORTEST_SURNAME = 3;

/** A name is looked for by its surname (the last word, or what stands before a comma), a number by its digits, however spaced. */
function personForm(form: string): Form {
  const words = plain(form.split(',')[0] ?? form);
  const digits = words.replaceAll(' ', '');
  if (/^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS) return { words: '', digits };
  const last = words.split(' ').at(-1) ?? '';
  return { words: ` ${last.length >= SHORTEST_SURNAME ? last : words} `, digits: '' };
}

const anyOf =
  (forms: readonly Form[]) =>
  ({ words, digits }: Form): boolean =>
    forms.some((form) => (form.digits === '' ? words.includes(form.words) : digits.includes(form.digits)));

/** Words in small letters without accents, apostrophes and signs: `José O’Neill's` -> `jose oneill`. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
