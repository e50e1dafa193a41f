// What a file is, told by its bytes: a bomb renamed to .doc must not reach another reader than under its own name. The ending of the
// name counts only among texts, which have no signature. Signatures: the formats' own specifications, and the file(1) database.

import { SourceError } from '../errors.ts';
import type { IssueCode } from '../issues.ts';
import { bytesInMemory } from '../source/bytes.ts';
import { HEAD_BYTES, isArchive, isBox, sniff } from '../source/sniff.ts';
import { listZip } from '../source/zip.ts';
import { compoundNames } from './compound.ts';
import type { FileKind } from './reader.ts';
import { textKind } from './text-kind.ts';

/** The kind of a file; else why it is not read. */
export type Recognised = { readonly kind: FileKind } | { readonly reason: IssueCode };

interface Signature {
  readonly kind: FileKind;
  /** Bytes as Latin-1 characters. */
  readonly magic: string;
  readonly at?: number;
}

const SIGNATURES: readonly Signature[] = [
  { kind: 'image', magic: '\xff\xd8\xff' },
  { kind: 'image', magic: '\x89PNG\r\n\x1a\n' },
  { kind: 'image', magic: 'GIF8' },
  { kind: 'image', magic: 'II*\0' },
  { kind: 'image', magic: 'MM\0*' },
  { kind: 'image', magic: 'WEBP', at: 8 },
  { kind: 'audio', magic: 'WAVE', at: 8 },
  { kind: 'audio', magic: 'AIFF', at: 8 },
  { kind: 'audio', magic: 'OggS' },
  { kind: 'audio', magic: 'ID3' },
  { kind: 'audio', magic: '\xff\xfb' },
  { kind: 'audio', magic: '\xff\xf3' },
  { kind: 'audio', magic: '\xff\xf1' },
  { kind: 'audio', magic: '#!AMR' },
  { kind: 'audio', magic: 'fLaC' },
  { kind: 'audio', magic: 'caff\0\x01' },
  { kind: 'video', magic: 'AVI ', at: 8 },
  { kind: 'video', magic: '\x1a\x45\xdf\xa3' },
  { kind: 'video', magic: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' },
  { kind: 'video', magic: '\0\0\x01\xba' },
  { kind: 'rtf', magic: '{\\rtf' },
];

const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** PDF programs open files with some bytes of mail or web servers before the mark (ISO 32000-1, implementation note 13). */
const PDF_MARK_WITHIN = 1024;

/** Brands of the ISO base media format: one container for phone pictures, sounds and films (mp4ra.org). */
const PICTURE_BRANDS = /^(?:heic|heix|heim|heis|hevc|hevx|mif1|mif2|msf1|avif|avis)/;
const SOUND_BRANDS = /^(?:M4A |M4B |M4P )/;

/** Whether the rest of a file is worth reading: false where its first bytes (HEAD_BYTES of them) say already that it is of no known kind. */
export const canBeRead = (head: Uint8Array): boolean =>
  byHead(latin1(head)) !== undefined || ['text', 'zip', 'mail'].includes(sniff(head));

/** What the bytes are. `name` is that of the file, raw. */
export async function recognise(bytes: Uint8Array, name: string): Promise<Recognised> {
  const head = bytes.subarray(0, HEAD_BYTES);
  const start = latin1(head);
  const known = byHead(start);
  if (known === 'compound') return inCompound(bytes);
  if (known) return { kind: known };
  const kind = sniff(head);
  if (kind === 'empty') return { reason: kind };
  if (kind === 'text') return { kind: textKind(bytes, name) };
  if (kind === 'zip') return inZip(bytes, name);
  if (kind === 'mail') return { kind: 'email' };
  return { reason: isArchive(kind) && !isBox(kind) ? kind : 'media-kind-unknown' };
}

const latin1 = (head: Uint8Array): string =>
  Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, PDF_MARK_WITHIN)).toString('latin1');

function byHead(start: string): FileKind | 'compound' | undefined {
  if (start.startsWith(COMPOUND)) return 'compound';
  if (start.startsWith('ftyp', 4)) return ofBrand(start.slice(8, 12));
  if (isBitmap(start)) return 'image';
  const known = SIGNATURES.find(({ magic, at = 0 }) => start.startsWith(magic, at));
  return known?.kind ?? (start.includes('%PDF-') ? 'pdf' : undefined);
}

function ofBrand(brand: string): FileKind {
  if (PICTURE_BRANDS.test(brand)) return 'image';
  return SOUND_BRANDS.test(brand) ? 'audio' : 'video';
}

/** `BM` may begin a text; the four zeros that a bitmap has at 6 do not. */
const isBitmap = (start: string): boolean => start.startsWith('BM') && start.startsWith('\0\0\0\0', 6);

/** Word, Excel and Outlook before 2007 share one container; what its first streams are called tells them apart. */
function inCompound(bytes: Uint8Array): Recognised {
  for (const name of compoundNames(bytes)) {
    // Office files of today, locked with a password, lie in the container of old.
    if (name === 'EncryptedPackage') return { reason: 'media-locked' };
    if (name.startsWith('__properties_version1')) return { kind: 'outlook-message' };
    if (name === 'WordDocument') return { kind: 'word-97' };
    if (name === 'Workbook' || name === 'Book') return { kind: 'spreadsheet' };
  }
  return { reason: 'media-kind-unknown' };
}

/** A document is told by its first few entries; a presentation of many slides has some thousands. */
const MOST_ENTRIES = 10_000;

async function inZip(bytes: Uint8Array, name: string): Promise<Recognised> {
  try {
    const { entries } = await listZip(bytesInMemory(bytes), MOST_ENTRIES);
    const names = entries.map(({ name }) => name);
    const has = (start: string) => names.some((name) => name.startsWith(start));
    if (has('xl/')) return { kind: 'spreadsheet' };
    if (has('[Content_Types].xml')) return { kind: 'office' };
    if (!names.includes('mimetype')) return { kind: 'archive' };
    // OpenDocument stores its type uncompressed as the very first thing (ODF 1.2, part 3, 3.3); not every program keeps to it.
    const isSheet = latin1(bytes).slice(0, 128).includes('opendocument.spreadsheet') || /\.o[dt]s$/i.test(name);
    return { kind: isSheet ? 'spreadsheet' : 'office' };
  } catch (error) {
    if (error instanceof SourceError) return { reason: 'media-damaged' };
    throw error;
  }
}
