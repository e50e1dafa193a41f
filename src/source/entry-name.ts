// Names of files in archives: what they say, and which of them no honest program writes.

import { type Entry, getFileNameLowLevel, validateFileName } from 'yauzl';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Info-ZIP extra field that holds the name in UTF-8 where the name itself is in a code page. */
const UNICODE_PATH = 0x7075;
/** File type in a Unix mode. */
const TYPE_MASK = 0xf000;
const LINK = 0xa000;

/**
 * UTF-8 comes first, with or without the flag that announces it: macOS leaves it out (yauzl #84), and text in a code page
 * is hardly ever valid UTF-8. `\` becomes `/`: .NET before 4.6.1 writes it.
 */
export function entryName(entry: Entry): string {
  return decoded(entry)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/){1,8}/, '');
}

function decoded(entry: Entry): string {
  if (!entry.extraFields.some(({ id }) => id === UNICODE_PATH)) {
    try {
      return UTF8.decode(entry.fileNameRaw);
    } catch {
      // Not UTF-8: the rule of the zip format follows.
    }
  }
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

/** Points outside the archive, has no name, or is a link: no app writes such an entry. */
export function isUnsafe(name: string, externalFileAttributes: number): boolean {
  const isLink = ((externalFileAttributes >>> 16) & TYPE_MASK) === LINK;
  return isLink || name === '' || validateFileName(name) !== null;
}
