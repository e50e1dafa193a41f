// Replaces in a title or file name whatever points to a person by a tag such as `[name]`; the rest stays, because officers need
// to know the ward. Errs towards hiding: a word hidden too many is a nuisance, a name shown is a leak.

import type { Category } from '../model.ts';
import { forTerminal } from './escape.ts';

interface IdentifyingSpan {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly category: Category;
}

/** Finds names and identifiers in a short text; the detectors give it. */
export type FindIdentifying = (text: string) => readonly IdentifyingSpan[];

interface TaggedSpan {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

const TAGS: readonly (readonly [RegExp, string])[] = [
  [/phone/, '[phone]'],
  [/email/, '[e-mail]'],
  [/address|postcode/, '[address]'],
  [/dob/, '[date of birth]'],
  [/name|initials|next-of-kin/, '[name]'],
  [/number|nino|smartcard|passport|bank|card|registration|event-ref/, '[number]'],
];
const OTHER_TAG = '[hidden]';

// Words of a participant's saved name ("Sister Kate AMU") that say what they do or where, not who they are.
const NOT_NAMES = new Set(
  (
    'the and for ward unit team group staff bank agency nurse nurses doctor sister matron manager lead deputy charge clinic ' +
    'home hospital trust nhs hca rmn rgn ccu icu itu hdu amu sau nicu picu physio pharmacy porter reception security ' +
    'day days night nights early late shift rota work bay floor north south east west'
  ).split(' '),
);

const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** The words of people's names that must not be shown, in lower case. */
export function nameWords(names: readonly string[]): ReadonlySet<string> {
  const words = names.flatMap((name) => forTerminal(name).normalize('NFKC').toLowerCase().match(WORD) ?? []);
  return new Set(words.filter((word) => isLongEnough(word) && !NOT_NAMES.has(word)));
}

// Two Latin letters are too short to be told from ordinary words; in other scripts two signs are often a whole name.
function isLongEnough(word: string): boolean {
  return word.length >= 3 || (word.length === 2 && !/\p{Script=Latin}/u.test(word));
}

/** The text on one line, with tags instead of names and identifiers. */
export function mask(raw: string, names: ReadonlySet<string>, find: FindIdentifying): string {
  const text = forTerminal(raw).normalize('NFKC').trim();
  const pieces: string[] = [];
  let shown = 0;
  for (const span of joined(text, spansOf(text, names, find))) {
    pieces.push(text.slice(shown, span.start), span.tag);
    shown = span.end;
  }
  return pieces.join('') + text.slice(shown);
}

function spansOf(text: string, names: ReadonlySet<string>, find: FindIdentifying): readonly TaggedSpan[] {
  const apart = wordsApart(text);
  const spans = [...spansIn(text, names, find)];
  for (const { start, end, tag } of spansIn(apart.text, names, find)) {
    spans.push({ start: apart.at[start] ?? 0, end: (apart.at[end - 1] ?? text.length) + 1, tag });
  }
  return spans;
}

function* spansIn(text: string, names: ReadonlySet<string>, find: FindIdentifying): Iterable<TaggedSpan> {
  for (const { start, end, category } of find(text)) {
    const tag = TAGS.find(([form]) => form.test(category))?.[1] ?? OTHER_TAG;
    if (end > start) yield { start, end, tag };
  }
  for (const word of text.matchAll(WORD)) {
    if (names.has(word[0].toLowerCase())) yield { start: word.index, end: word.index + word[0].length, tag: '[name]' };
  }
  // Nine digits or more are never a ward. They may be a patient number that stands there without any keyword.
  for (const digits of text.matchAll(/\d{9,}|\d{3} \d{3} \d{3,4}/g)) {
    yield { start: digits.index, end: digits.index + digits[0].length, tag: '[number]' };
  }
}

/** `jane_smith.JaneSmith` with its words set apart, as names in file names are run together; `at` leads back to the text. */
function wordsApart(text: string): { readonly text: string; readonly at: readonly number[] } {
  let apart = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(text.charAt(i - 1))) {
      apart += ' ';
      at.push(i);
    }
    apart += /[_.-]/.test(sign) ? ' ' : sign;
    at.push(i);
  }
  return { text: apart, at };
}

/** Sorted, without overlaps; neighbours with the same tag become one, so that the number of names stays hidden too. */
function joined(text: string, spans: readonly TaggedSpan[]): readonly TaggedSpan[] {
  const result: TaggedSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && (span.start < last.end || (span.tag === last.tag && isGap(text.slice(last.end, span.start))))) {
      result[result.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    } else {
      result.push(span);
    }
  }
  return result;
}

function isGap(between: string): boolean {
  return /^[\s._'’-]{0,2}$/.test(between);
}
