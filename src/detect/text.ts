// The text of a message as the detectors read it: the marks that phones put between letters are gone, odd spaces, quotes,
// dashes and digits are plain ones. Offsets lead back to the text as typed, so a report can point at it.

export interface NormalText {
  /** As typed. */
  readonly raw: string;
  /** As read by the detectors. */
  readonly text: string;
  /** Where the UTF-16 unit at `offset` of `text` stands in `raw`; the length of `text` leads to the length of `raw`. */
  toRaw(offset: number): number;
}

const REMOVED = -1;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const QUOTE = 0x22;
const HYPHEN = 0x2d;
const ZERO = 0x30;

const SINGLES = new Map<number, number>([
  // Soft hyphen, Arabic letter mark, byte order mark, emoji and keycap selectors ("4" drawn as a key is still a 4).
  ...[0xad, 0x61c, 0xfeff, 0xfe0e, 0xfe0f, 0x20e3].map((code) => [code, REMOVED] as const),
  ...[0xa0, 0x202f, 0x205f, 0x3000].map((code) => [code, SPACE] as const),
  ...[0xb4, 0x2bc, 0x2018, 0x2019, 0x201b, 0x2032].map((code) => [code, APOSTROPHE] as const),
  ...[0x201c, 0x201d, 0x201e, 0x201f, 0x2033].map((code) => [code, QUOTE] as const),
  ...[0x2212, 0xfe58, 0xfe63].map((code) => [code, HYPHEN] as const),
]);

/** The zeros of the other digits in use on UK phones: Arabic-Indic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6];

const isMark = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069);

/** The plain code unit for one code unit, or REMOVED. */
function plain(code: number): number {
  if (code < 0x80) return code;
  const single = SINGLES.get(code);
  if (single !== undefined) return single;
  if (code >= 0x2000 && code <= 0x200a) return SPACE;
  if (isMark(code)) return REMOVED;
  if (code >= 0x2010 && code <= 0x2015) return HYPHEN;
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  const zero = code <= 0xbef ? ZEROS.find((first) => code >= first && code <= first + 9) : undefined;
  return zero === undefined ? code : ZERO + code - zero;
}

const identity = (offset: number): number => offset;

/**
 * Makes a message's text plain, one code unit at a time: lone surrogates and emoji pass through untouched.
 * Plain ASCII comes back as it is.
 */
export function normalise(raw: string): NormalText {
  if (!/[^\0-\x7f]/.test(raw)) return { raw, text: raw, toRaw: identity };
  const units: string[] = [];
  const origins: number[] = [];
  let copied = 0;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    const to = plain(code);
    if (to !== REMOVED) origins.push(at);
    if (to === code) continue;
    units.push(raw.slice(copied, at));
    if (to !== REMOVED) units.push(String.fromCharCode(to));
    copied = at + 1;
  }
  if (units.length === 0) return { raw, text: raw, toRaw: identity };
  units.push(raw.slice(copied));
  const text = units.join('');
  if (text.length === raw.length) return { raw, text, toRaw: identity };
  return { raw, text, toRaw: (offset) => origins[offset] ?? raw.length };
}
