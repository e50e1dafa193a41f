// Cuts a message into tokens, once; lexicons, names and cues all read the same tokens.
// A token is a run of letters (inner apostrophe kept, a final 's split off), a run of digits, or one symbol.
// A hyphen inside a word joins like a space ("co-amoxiclav" = "co amoxiclav"), so it makes no token.

export interface Token {
  /** Lower case, accents removed: what the word table knows. */
  readonly word: string;
  /** UTF-16 offsets into the text that was cut. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'symbol';
  /** How a word was typed; `upper` needs two letters or more. Numbers and symbols are `other`. */
  readonly typed: 'lower' | 'capital' | 'upper' | 'other';
}

// ASCII text, most of chat, takes the first expression: property escapes cost three times as much.
const ASCII_TOKEN = /[A-Za-z]+(?:'[A-Za-z]+)*|[0-9]+|[^\sA-Za-z0-9]/g;
const UNICODE_TOKEN = /\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*|\p{N}+|\p{Extended_Pictographic}|[^\s\p{L}\p{N}]/gu;
const NON_ASCII = /[^\x00-\x7f]/;
const COMBINING = /\p{M}/gu;

/**
 * Tokens of a text in order. Give it normalised text (text.ts): curly apostrophes and odd spaces are not handled here.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const expression = NON_ASCII.test(text) ? UNICODE_TOKEN : ASCII_TOKEN;
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const raw = match[0];
    const start = match.index;
    const first = raw.charCodeAt(0);
    if (first >= 48 && first <= 57)
      tokens.push({ word: raw, start, end: start + raw.length, kind: 'number', typed: 'other' });
    else if (isLetter(raw, first)) pushWord(tokens, raw, start);
    else if (!(raw === '-' && joins(text, start))) {
      tokens.push({ word: raw, start, end: start + raw.length, kind: 'symbol', typed: 'other' });
    }
  }
  return tokens;
}

/** The words of a term as `tokenise` would cut them; how terms of a lexicon are stored. */
export const words = (text: string): string[] => tokenise(text).map((token) => token.word);

function pushWord(tokens: Token[], raw: string, start: number): void {
  const possessive = raw.length > 2 && (raw.endsWith("'s") || raw.endsWith("'S"));
  const stem = possessive ? raw.slice(0, -2) : raw;
  tokens.push({ word: fold(stem), start, end: start + stem.length, kind: 'word', typed: typedAs(stem) });
  if (possessive) {
    tokens.push({ word: "'s", start: start + stem.length, end: start + raw.length, kind: 'word', typed: 'other' });
  }
}

/** Lower case without accents: "Wróbel" and "wrobel" are one word. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  return NON_ASCII.test(lower) ? lower.normalize('NFD').replace(COMBINING, '').replaceAll('ł', 'l') : lower;
}

function typedAs(word: string): Token['typed'] {
  const lower = word.toLowerCase();
  if (word === lower) return 'lower';
  if (word.length > 1 && word === word.toUpperCase()) return 'upper';
  const head = word.charAt(0);
  return head === head.toUpperCase() && head !== head.toLowerCase() ? 'capital' : 'lower';
}

function isLetter(raw: string, first: number): boolean {
  if ((first >= 97 && first <= 122) || (first >= 65 && first <= 90)) return true;
  return first > 127 && raw.toLowerCase() !== raw.toUpperCase() ? true : first > 127 && /^\p{L}/u.test(raw);
}

/** A hyphen with no space on either side. */
function joins(text: string, at: number): boolean {
  return at > 0 && at + 1 < text.length && !/\s/.test(text.charAt(at - 1)) && !/\s/.test(text.charAt(at + 1));
}
