// The commonest headers read by hand, for speed: this runs for every line of a chat, three times. It knows nothing that
// headers.ts does not know; what it does not recognise is left to the table, and a test holds both to the same answer.

import { gregorian, type Header, hourOf, shapeOf } from './header.ts';
import { HEADER_FORMS } from './headers.ts';

const ANDROID = HEADER_FORMS.find(({ name }) => name === 'android');
const IOS = HEADER_FORMS.find(({ name }) => name === 'ios');

/** Where the reading of a line stands; one object serves all lines. */
interface Cursor {
  line: string;
  at: number;
  /** Digits of the number read last. */
  width: number;
}

/** `[19/10/2025, 01:02:19] `, `05/10/2020, 00:14 - `, with or without comma, seconds, am/pm in one word. */
export function createQuickReader(): (line: string) => Header | undefined {
  const cursor: Cursor = { line: '', at: 0, width: 0 };
  return (line) => {
    cursor.line = line;
    cursor.at = 0;
    return readHeader(cursor);
  };
}

function readHeader(cursor: Cursor): Header | undefined {
  const marked = take(cursor, 0x200e);
  const bracket = take(cursor, 0x5b);
  const form = bracket ? IOS : ANDROID;
  const date = readDate(cursor);
  if (!form || !date) return undefined;
  take(cursor, 0x2c);
  if (!take(cursor, 0x20)) return undefined;
  const hour = number(cursor);
  if (cursor.width === 0 || cursor.width > 2 || hour > 24 || !take(cursor, 0x3a)) return undefined;
  const minute = number(cursor);
  if (cursor.width !== 2 || minute > 59) return undefined;
  const hasSeconds = take(cursor, 0x3a);
  const second = hasSeconds ? number(cursor) : -1;
  if (hasSeconds && cursor.width !== 2) return undefined;
  const half = takeHalf(cursor);
  if (!(bracket ? endsBracket(cursor) : endsDash(cursor))) return undefined;
  return {
    form,
    shape: shapeOf(form, date.separator, date.digits, half !== undefined, hasSeconds),
    a: date.a,
    b: date.b,
    c: date.c,
    year: date.year,
    fixed: date.fixed,
    twelve: half !== undefined,
    hour: hourOf(hour, half),
    minute,
    second,
    rest: cursor.at,
    bom: false,
    marked,
  };
}

interface QuickDate extends Pick<Header, 'a' | 'b' | 'c' | 'year' | 'fixed'> {
  readonly separator: number;
  readonly digits: number;
}

function readDate(cursor: Cursor): QuickDate | undefined {
  const first = number(cursor);
  const firstWidth = cursor.width;
  if (firstWidth === 0 || firstWidth === 3 || firstWidth > 4) return undefined;
  const code = cursor.line.charCodeAt(cursor.at++);
  const separator = code === 0x2f ? 1 : code === 0x2e ? 0 : code === 0x2d ? 2 : -1;
  const b = number(cursor);
  if (separator === -1 || cursor.width === 0 || cursor.width > 2 || !take(cursor, code)) return undefined;
  const c = number(cursor);
  const { width } = cursor;
  if (firstWidth === 4) {
    return width === 1 || width === 2
      ? { a: b, b: c, c: 0, year: first, fixed: true, separator, digits: 2 }
      : undefined;
  }
  if (width !== 2 && width !== 4) return undefined;
  return { a: first, b, c, year: gregorian(c, width), fixed: false, separator, digits: width === 4 ? 1 : 0 };
}

function take(cursor: Cursor, code: number): boolean {
  if (cursor.line.charCodeAt(cursor.at) !== code) return false;
  cursor.at++;
  return true;
}

/** Digits from here, five at most: more than any header has. */
function number(cursor: Cursor): number {
  const { line } = cursor;
  let value = 0;
  let { at } = cursor;
  for (
    let digit = line.charCodeAt(at) - 48;
    digit >= 0 && digit <= 9 && at < cursor.at + 5;
    digit = line.charCodeAt(at) - 48
  ) {
    value = value * 10 + digit;
    at++;
  }
  cursor.width = at - cursor.at;
  cursor.at = at;
  return value;
}

/** ` am`, `<NNBSP>PM` */
function takeHalf(cursor: Cursor): 'a' | 'p' | undefined {
  const { line, at } = cursor;
  const gap = line.charCodeAt(at);
  if (gap !== 0x20 && gap !== 0x202f && gap !== 0xa0) return undefined;
  const letter = line.charCodeAt(at + 1) | 0x20;
  if ((letter !== 0x61 && letter !== 0x70) || (line.charCodeAt(at + 2) | 0x20) !== 0x6d) return undefined;
  cursor.at += 3;
  return letter === 0x61 ? 'a' : 'p';
}

const endsDash = (cursor: Cursor): boolean => take(cursor, 0x20) && take(cursor, 0x2d) && take(cursor, 0x20);

/** `] `, but not `] - `, which is a line of WhatsApp Web. */
const endsBracket = (cursor: Cursor): boolean =>
  take(cursor, 0x5d) && take(cursor, 0x20) && !cursor.line.startsWith('- ', cursor.at);
