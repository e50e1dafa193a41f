// How much a run reads of the files that come with chats, and what it could not read for want of a reader. Its code is loaded, and its
// processes are started, when the first file comes: a scan of text alone pays nothing.

import type { ReadFile } from './attachments.ts';
import type { Extract, Extractor } from './extract/extract.ts';
import type { FileKind } from './extract/reader.ts';
import type { AbsentReader } from './model.ts';

/** `names`: of files only; `documents`: no pictures, sounds and videos. */
export const MEDIA_MODES = ['none', 'names', 'documents', 'all'] as const;
export type MediaMode = (typeof MEDIA_MODES)[number];

export interface MediaReading {
  /** Undefined where no file is opened. */
  readonly read?: ReadFile;
  /** Whether names of files are looked at. */
  readonly names: boolean;
  /** Readers that were wanted so far and are not installed. */
  absent(): readonly AbsentReader[];
  close(): void;
}

const LOOKED_AT: readonly FileKind[] = ['image', 'audio', 'video'];

export function mediaReading(mode: MediaMode): MediaReading {
  const absent = new Map<string, AbsentReader>();
  let opened: Promise<Extractor> | undefined;
  let close = () => {};
  const open = async (): Promise<Extractor> => {
    const { extractor } = await import('./extract/extract.ts');
    const one = extractor(mode === 'documents' ? { except: LOOKED_AT } : {});
    close = one.close;
    return one;
  };
  const read: ReadFile = async (file) => {
    opened ??= open();
    const extract = await (await opened).read(file);
    note(extract, absent);
    return extract;
  };
  return {
    ...(mode === 'none' || mode === 'names' ? {} : { read }),
    names: mode !== 'none',
    absent: () => [...absent.values()].sort((a, b) => (a.title < b.title ? -1 : 1)),
    close: () => close(),
  };
}

function note({ absent: wanted }: Extract, absent: Map<string, AbsentReader>): void {
  for (const { title, packages } of wanted) {
    absent.set(title, { title, packages, files: (absent.get(title)?.files ?? 0) + 1 });
  }
}
