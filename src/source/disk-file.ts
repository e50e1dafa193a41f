// A loose file, or a file in a folder: read from disk afresh each time it is opened.

import { SourceError } from '../errors.ts';
import type { SourceFile } from '../model.ts';
import { CHUNK_BYTES, chunks, OpenFile } from './bytes.ts';
import { codeOfReading } from './failure.ts';

/** `location` is where it lies, `path` how it is called in its source. */
export function diskFile(location: string, path: string, bytes: number): SourceFile {
  return { path, bytes, open: () => read(location, bytes) };
}

/** Exactly the first `size` bytes, those that were hashed: a file that grows meanwhile is not read beyond them. */
async function* read(location: string, size: number): AsyncGenerator<Uint8Array> {
  let file: OpenFile | undefined;
  try {
    file = await OpenFile.open(location);
    yield* chunks(file, 0, size, CHUNK_BYTES);
  } catch (error) {
    throw new SourceError(codeOfReading(error));
  } finally {
    await file?.close();
  }
}
