// The one list of what can be read, a reader a kind. Each is loaded when the first file of its kind turns up, and only in the processes
// that read: a scan of text alone loads none.

import type { FileKind, Reader } from './reader.ts';

export type Readers = Readonly<Partial<Record<FileKind, () => Promise<Reader>>>>;

export const READERS: Readers = {
  text: async () => (await import('./text.ts')).textReader,
};
