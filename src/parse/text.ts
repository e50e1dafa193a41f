// Bytes to text: UTF-8 as the apps write it, and what is left of it after somebody opened and saved the file elsewhere.
// Read in pieces; the whole file is never held.

import { SourceError } from '../errors.ts';
import type { IssueCode } from '../issues.ts';
import type { Issue, SourceFile } from '../model.ts';
import { decodingOnce, isQuotedPrintable, isTwiceEncoded, type Undoing, unquoting } from './mangled.ts';

type PlainEncoding = 'utf-8' | 'utf-8-damaged' | 'utf-16le' | 'utf-16be' | 'windows-1252';
/** How the bytes are to be read; the last two were written by what a mail program or an editor did to a good text. */
export type Encoding = PlainEncoding | 'utf-8-twice' | 'quoted-printable';

type Decoder = InstanceType<typeof TextDecoder>;

/** The bytes are not what the encoding says; `instead` is what they are. */
export class WrongEncoding extends Error {
  readonly instead: Encoding;

  constructor(instead: Encoding) {
    super('wrong encoding');
    this.name = 'WrongEncoding';
    this.instead = instead;
  }
}

/** Guesses from the first bytes. UTF-16 without a BOM shows itself by its NULs; anything else is UTF-8 until proven otherwise. */
export function sniffEncoding(head: Uint8Array): PlainEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  const length = Math.min(head.length, 4096) & ~1;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  if (length >= 4 && odd * 4 > length && even * 20 < length) return 'utf-16le';
  if (length >= 4 && even * 4 > length && odd * 20 < length) return 'utf-16be';
  return 'utf-8';
}

/** The beginning of a file as text, as well as its first bytes let it be read. */
export function headText(bytes: Uint8Array): string {
  const encoding = guessOf(bytes);
  const text = plainHead(bytes, sniffEncoding(bytes));
  const undoing = undoingOf(encoding);
  return undoing ? undoing.next(text) + undoing.end() : text;
}

const plainHead = (bytes: Uint8Array, encoding: PlainEncoding): string =>
  new TextDecoder(encoding).decode(bytes, { stream: true });

/** Bytes of the beginning that show what was done to a text. */
const HEAD = 64 * 1024;

function guessOf(bytes: Uint8Array): Encoding {
  const encoding = sniffEncoding(bytes);
  if (encoding !== 'utf-8') return encoding;
  const text = plainHead(bytes.subarray(0, HEAD), encoding);
  if (isTwiceEncoded(text)) return 'utf-8-twice';
  return isQuotedPrintable(text) ? 'quoted-printable' : encoding;
}

function undoingOf(encoding: Encoding): Undoing | undefined {
  if (encoding === 'utf-8-twice') return decodingOnce();
  return encoding === 'quoted-printable' ? unquoting() : undefined;
}

/** What the first bytes of a file suggest. */
export async function firstGuess(file: SourceFile): Promise<Encoding> {
  try {
    for await (const chunk of file.open()) return guessOf(chunk);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
  return 'utf-8';
}

/** The text of a file whose encoding was found out by reading it once to its end. */
export interface FileText {
  /** What the reader of the report must know about it. */
  readonly issues: readonly Issue[];
  /**
   * The text from its start, a piece at a time, as often as asked. It ends early where the first reading met damage (it is in
   * `issues`); damage that is new throws SourceError.
   */
  pieces(): AsyncIterable<string>;
}

export async function fileText(file: SourceFile): Promise<FileText> {
  const { encoding, damage } = await readThrough(file, await firstGuess(file));
  const issues = [...(damage === undefined ? [] : [{ code: damage }]), ...encodingIssues(encoding)];
  return { issues, pieces: () => upToDamage(file, encoding, damage) };
}

/** The encoding that the whole file bears, and what stops its reading. */
async function readThrough(
  file: SourceFile,
  encoding: Encoding,
): Promise<{ readonly encoding: Encoding; readonly damage: IssueCode | undefined }> {
  try {
    for await (const _ of textOf(file, encoding));
    return { encoding, damage: undefined };
  } catch (error) {
    if (error instanceof WrongEncoding) return readThrough(file, error.instead);
    if (error instanceof SourceError) return { encoding, damage: error.code };
    throw error;
  }
}

async function* upToDamage(file: SourceFile, encoding: Encoding, known: IssueCode | undefined): AsyncGenerator<string> {
  try {
    yield* textOf(file, encoding);
  } catch (error) {
    if (!(error instanceof SourceError) || known === undefined) throw error;
  }
}

/** What the reader of the report must know about how a text could be read. */
export function encodingIssues(encoding: Encoding): Issue[] {
  const issues: Issue[] = [];
  if (encoding === 'windows-1252') issues.push({ code: 'decoded-windows-1252' });
  if (encoding === 'utf-8-damaged') issues.push({ code: 'decoded-with-damage' });
  if (encoding.startsWith('utf-16')) issues.push({ code: 'decoded-utf-16' });
  if (encoding === 'utf-8-twice') issues.push({ code: 'decoded-twice' });
  if (encoding === 'quoted-printable') issues.push({ code: 'decoded-quoted-printable' });
  return issues;
}

/** Bytes decoded at a time: small texts, and what is made of them, die young, which keeps memory low and reading fast. */
const PIECE = 64 * 1024;

/**
 * The text of a file, a piece at a time. Throws WrongEncoding when strict UTF-8 fails, SourceError when the bytes
 * cannot be read further; text before a reading error has been yielded by then.
 */
export async function* textOf(file: SourceFile, encoding: Encoding): AsyncGenerator<string> {
  const undoing = undoingOf(encoding);
  if (!undoing) {
    yield* decoded(file, encoding as PlainEncoding);
    return;
  }
  for await (const text of decoded(file, 'utf-8-damaged')) yield undoing.next(text);
  yield undoing.end();
}

async function* decoded(file: SourceFile, encoding: PlainEncoding): AsyncGenerator<string> {
  const strict = encoding === 'utf-8';
  const decoder = new TextDecoder(encoding === 'utf-8-damaged' ? 'utf-8' : encoding, { fatal: strict });
  let beyondAscii = false;
  for await (const chunk of file.open()) {
    for (let from = 0; from < chunk.length; from += PIECE) {
      const bytes = chunk.subarray(from, from + PIECE);
      const text: string = strict
        ? decodeStrictly(decoder, bytes, beyondAscii)
        : decoder.decode(bytes, { stream: true });
      if (strict && !beyondAscii) beyondAscii = text.length < bytes.length;
      yield encoding === 'windows-1252' ? withC1Letters(text) : text;
    }
  }
  const rest = strict ? lastCharacter(decoder) : decoder.decode();
  if (rest !== '') yield rest;
}

function decodeStrictly(decoder: Decoder, chunk: Uint8Array, beyondAscii: boolean): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new WrongEncoding(beyondAscii || isMostlyUtf8(chunk) ? 'utf-8-damaged' : 'windows-1252');
  }
}

/** A file cut within a character is not another encoding. */
function lastCharacter(decoder: Decoder): string {
  try {
    return decoder.decode();
  } catch {
    return '\ufffd';
  }
}

/** Windows-1252 text hardly ever holds a valid sequence of several bytes; UTF-8 with a few broken bytes holds many. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const follow =
      lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
    let seen = 0;
    while (seen < follow && ((bytes[i + seen + 1] ?? 0) & 0xc0) === 0x80) seen++;
    if (follow > 0 && seen === follow) valid++;
    else broken++;
    i += seen;
  }
  return valid > broken;
}

const C1 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Node 20 reads windows-1252 as Latin-1 in some calls (nodejs/node 40091 and others), which loses the curly quotes. */
const withC1Letters = (text: string): string =>
  /[\x80-\x9f]/.test(text) ? text.replace(/[\x80-\x9f]/g, (letter) => C1.charAt(letter.charCodeAt(0) - 0x80)) : text;
