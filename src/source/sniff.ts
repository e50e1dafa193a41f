// What a file is, judged by its first bytes and never by its name: exports arrive renamed, or without an ending.
// The answer is `text`, a kind of archive, or the code of the issue that tells the reader why it is not read.
// Signatures: PKWARE APPNOTE, the formats' own specifications, and the file(1) database.

import { mailKind } from './mail-head.ts';

export type BoxKind = 'zip' | 'tar' | 'gzip' | 'mail' | 'mailbox';

export type ArchiveKind = BoxKind | 'archive-7z' | 'archive-rar' | 'archive-split';
type OtherKind = 'text' | 'empty' | 'phone-database' | 'pdf' | 'office-document' | 'media-file' | 'binary-file';
export type Kind = ArchiveKind | OtherKind;

/** As many first bytes as `sniff` wants to see. */
export const HEAD_BYTES = 4096;

const BOXES: readonly Kind[] = ['zip', 'tar', 'gzip', 'mail', 'mailbox'];

/** Kinds that hold other files. */
export const isArchive = (kind: Kind): kind is ArchiveKind => isBox(kind) || kind.startsWith('archive-');

/** Kinds that hold other files and are read. */
export const isBox = (kind: Kind): kind is BoxKind => BOXES.includes(kind);

interface Signature {
  readonly kind: Kind;
  /** Bytes as Latin-1 characters. */
  readonly magic: string;
  readonly at?: number;
}

const SIGNATURES: readonly Signature[] = [
  { kind: 'zip', magic: 'PK\x03\x04' },
  { kind: 'zip', magic: 'PK\x05\x06' }, // a zip without entries
  { kind: 'zip', magic: 'PK\x07\x08' }, // first part of a split zip
  { kind: 'zip', magic: 'PK00PK\x03\x04' }, // meant to be split, but one part was enough
  { kind: 'archive-7z', magic: '7z\xbc\xaf\x27\x1c' },
  { kind: 'archive-rar', magic: 'Rar!\x1a\x07' },
  { kind: 'gzip', magic: '\x1f\x8b' },
  { kind: 'tar', magic: 'ustar', at: 257 },
  { kind: 'phone-database', magic: 'SQLite format 3\0' },
  { kind: 'phone-database', magic: 'ANDROID BACKUP\n' },
  { kind: 'pdf', magic: '%PDF' },
  { kind: 'office-document', magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' }, // Word, Excel, Outlook before 2007
  { kind: 'office-document', magic: '{\\rtf' },
  { kind: 'office-document', magic: '!BDN' }, // Outlook .pst
  { kind: 'media-file', magic: '\xff\xd8\xff' },
  { kind: 'media-file', magic: '\x89PNG\r\n\x1a\n' },
  { kind: 'media-file', magic: 'GIF8' },
  { kind: 'media-file', magic: 'II*\0' },
  { kind: 'media-file', magic: 'MM\0*' },
  { kind: 'media-file', magic: 'WEBP', at: 8 },
  { kind: 'media-file', magic: 'WAVE', at: 8 },
  { kind: 'media-file', magic: 'AVI ', at: 8 },
  { kind: 'media-file', magic: 'AIFF', at: 8 },
  { kind: 'media-file', magic: 'ftyp', at: 4 }, // mp4, m4a, mov, 3gp, heic
  { kind: 'media-file', magic: 'OggS' }, // WhatsApp voice notes
  { kind: 'media-file', magic: 'ID3' },
  { kind: 'media-file', magic: '\xff\xfb' },
  { kind: 'media-file', magic: '\xff\xf3' },
  { kind: 'media-file', magic: '\xff\xf1' },
  { kind: 'media-file', magic: '#!AMR' },
  { kind: 'media-file', magic: 'fLaC' },
  { kind: 'media-file', magic: 'caff\0\x01' },
  { kind: 'media-file', magic: '\x1a\x45\xdf\xa3' }, // webm, mkv
  { kind: 'media-file', magic: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' }, // wmv, wma
  { kind: 'media-file', magic: '\0\0\x01\xba' },
];

/** Kinds that are told for what they are and not read, each once; a split archive is told by its name as well. */
export const KINDS_NOT_READ: readonly Exclude<Kind, BoxKind | 'text'>[] = [
  ...new Set([
    ...SIGNATURES.flatMap(({ kind }) => (isBox(kind) || kind === 'text' ? [] : [kind])),
    'archive-split' as const,
  ]),
];

/** Judges a file by its first bytes (up to HEAD_BYTES of them). In doubt it is text: the parser then has the last word. */
export function sniff(head: Uint8Array): Kind {
  if (head.length === 0) return 'empty';
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 264)).toString('latin1');
  const known = SIGNATURES.find(({ magic, at = 0 }) => start.startsWith(magic, at));
  if (known) return known.kind;
  if (isSignalBackup(start)) return 'phone-database';
  return mailKind(head) ?? (looksLikeText(head) ? 'text' : 'binary-file');
}

/**
 * True for the first bytes of a zip whose first entry is the one that Word, OpenDocument and e-book programs write first.
 * It saves inflating a document that came with a chat only to see what it is.
 */
export function startsAsOfficeDocument(head: Uint8Array): boolean {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 64)).toString('latin1');
  const rest = start.slice(30);
  return (
    start.startsWith('PK\x03\x04') &&
    (rest.startsWith('[Content_Types].xml') ||
      rest.startsWith('_rels/.rels') ||
      rest.startsWith('mimetypeapplication/'))
  );
}

/** Signal's Android backup: a length below 256 in four bytes, then a header frame that starts with a 16-byte IV. */
function isSignalBackup(start: string): boolean {
  return start.startsWith('\0\0\0') && start[4] === '\n' && start.startsWith('\n\x10', 6);
}

/** One byte in twenty: bytes without meaning hold twice as many control characters, a chat with NULs in it hardly any. */
const MOST_CONTROLS = 1 / 20;

function looksLikeText(head: Uint8Array): boolean {
  const hasUtf16Mark = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return hasUtf16Mark || hasFewControls(isUnmarkedUtf16(head) ? head.filter((byte) => byte !== 0) : head);
}

/** NUL as every other byte, as in all European text. */
function isUnmarkedUtf16(head: Uint8Array): boolean {
  const even = head.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const odd = head.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  return Math.max(even, odd) > head.length * 0.3 && Math.min(even, odd) <= head.length * 0.02;
}

/** Controls are bytes below space other than tab, line ends, form feed and escape. */
function hasFewControls(head: Uint8Array): boolean {
  const isControl = (byte: number): boolean =>
    (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f;
  return head.filter(isControl).length <= head.length * MOST_CONTROLS;
}
