// What a file on disk is, where its first bytes alone do not tell: a zip behind other bytes, a document that is a zip,
// a part of a split archive, an encrypted backup.

import { SourceError } from '../errors.ts';
import { type Bytes, peek } from './bytes.ts';
import { HEAD_BYTES, type Kind, sniff } from './sniff.ts';
import { endsAsZip } from './zip-end.ts';

/** Parts as 7-Zip (.zip.001) and WinZip (.z01) name them. */
const SPLIT_NAME = /\.(?:(?:zip|7z)\.\d{3}|z\d{2})$/i;
/** Encrypted backups of WhatsApp (.crypt14, .crypt15 …) and Signal, whose bytes look like nothing at all. */
const BACKUP_NAME = /\.(?:crypt\d{0,2}|backup)$/i;

/**
 * Judges the bytes. The name only chooses between two ways to say that a file is not read: it can never make a file
 * readable or unreadable.
 */
export function fileKind(bytes: Bytes, name: string): Kind {
  const kind = sniff(peek(bytes, 0, HEAD_BYTES));
  const isZip = kind === 'zip' || (kind === 'binary-file' && endsAsZip(bytes));
  if (isZip) return SPLIT_NAME.test(name) && !endsAsZip(bytes) ? 'archive-split' : 'zip';
  if (kind !== 'binary-file') return kind;
  if (SPLIT_NAME.test(name)) return 'archive-split';
  return BACKUP_NAME.test(name) ? 'phone-database' : kind;
}

/** True for a .docx, .xlsx, .odt …, which are zips by their bytes. */
export async function isOfficeFile(bytes: Bytes): Promise<boolean> {
  const { isOfficeDocument, listZip } = await import('./zip.ts');
  try {
    return isOfficeDocument((await listZip(bytes, OFFICE_ENTRIES)).entries);
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}

/** A document is told by its first few entries; a presentation of many slides has some thousands. */
const OFFICE_ENTRIES = 10_000;
