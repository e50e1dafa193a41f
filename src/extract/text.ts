// Plain text: every line is a passage.

import type { Reader, Reading } from './reader.ts';

export const textReader: Reader = {
  kind: 'text',
  title: 'plain text',
  packages: [],
  ready: async ({ characters }) => ({
    read: async (bytes) => passagesOf(decoded(bytes), characters),
  }),
  sample: () => ({ bytes: new TextEncoder().encode('Ward round\n'), name: 'sample.txt', word: 'round' }),
};

function passagesOf(text: string, most: number): Reading {
  const isCut = text.length > most;
  const lines = text.slice(0, most).split(/\r\n|\r|\n/);
  return {
    // Empty lines too, so that places and offsets are those of the file.
    passages: lines.map((line, at) => ({ place: `line ${at + 1}`, text: line, by: 'typed' })),
    facts: [],
    inner: [],
    unread: isCut ? [{ reason: 'media-partly-read', place: `after line ${lines.length}` }] : [],
  };
}

/** UTF-16 says so by its mark; what is no UTF-8 is what Windows wrote before it. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
