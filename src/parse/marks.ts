// Characters that nobody sees and that break naive readers: direction marks, joiners of names and numbers, spaces that do
// not break, digits of other scripts. Names are compared without them; what a person typed keeps them.

export const LRM = '\u200e';

/** Direction marks, zero-width space and joiner of words, BOM. Not ZWJ and ZWNJ: emoji and Persian are spelt with them. */
const MARK = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const MARKS = new RegExp(MARK, 'g');
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const ODD = /[\u00a0\u061c\u2000-\u200b\u200e\u200f\u2011\u202a-\u202f\u205f-\u2069\u3000\ufeff]/;

export const isMark = (code: number): boolean =>
  code > 0x7f &&
  ((code >= 0x200e && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff ||
    code === 0x200b ||
    code === 0x2060 ||
    code === 0x061c);

export const withoutMarks = (text: string): string => (MARK.test(text) ? text.replace(MARKS, '') : text);

/** A name as one sees it, so that the same person is one person however the export spells them. */
export function cleanName(name: string): string {
  const seen = ODD.test(name) ? name.replace(MARKS, '').replace(SPACES, ' ').replaceAll('\u2011', '-') : name;
  return seen.trim();
}

/** A copy that does not keep alive the megabyte of chat from which an engine cuts its strings. */
export const copyOf = (text: string): string => (text.length < 13 ? text : text.split('').join(''));

/** A head of a line with marks taken out and spaces, digits and commas as in English, and where each character stood. */
export function plainHead(line: string, length: number): { readonly text: string; readonly at: readonly number[] } {
  let text = '';
  const at: number[] = [];
  const end = Math.min(line.length, length);
  for (let i = 0; i < end; i++) {
    const code = line.charCodeAt(i);
    if (isMark(code)) continue;
    text += plainCharacter(code, line.charAt(i));
    at.push(i);
  }
  at.push(end);
  return { text, at };
}

function plainCharacter(code: number, character: string): string {
  if (code < 0x80) return character;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  if (code === 0x060c) return ','; // Arabic comma
  return character.replace(SPACES, ' ');
}

/** Where the digits begin that are Arabic-Indic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6];

export const isForeignDigit = (code: number): boolean =>
  code > 0x65f && ZEROS.some((zero) => code >= zero && code <= zero + 9);
