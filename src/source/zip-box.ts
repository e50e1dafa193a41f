// A zip as a box of files.

import { SourceError } from '../errors.ts';
import type { Box, Contents, Item } from './box.ts';
import type { Bytes } from './bytes.ts';
import { entryBytes, entryHead, storedBytes } from './entry-data.ts';
import { codeOfReading } from './failure.ts';
import type { Meter } from './limits.ts';
import { isOdd, OddEntries } from './odd-entries.ts';
import { HEAD_BYTES } from './sniff.ts';
import { isOfficeDocument, listZip, type ZipEntry } from './zip.ts';

/** Throws SourceError when it cannot be read at all, or is a document of an office program. */
export async function zipContents({ bytes, limit, budget, passwords }: Box): Promise<Contents> {
  const list = await listZip(await bytes(), limit);
  if (isOfficeDocument(list.entries)) throw new SourceError('office-document');
  const odd = new OddReader(passwords);
  const items: Item[] = [];
  for (const entry of list.entries) {
    if (entry.name.endsWith('/') && entry.bytes === 0) continue;
    const refusal = entry.unsafe
      ? 'entry-name-unsafe'
      : isOdd(entry)
        ? await odd.in(await bytes()).refusal(entry)
        : undefined;
    items.push(itemOf(entry, bytes, budget.meter(entry.packed), odd, refusal));
  }
  return {
    items,
    beyondLimit: list.beyondLimit,
    notes: [
      ...(list.broken ? (['archive-list-damaged'] as const) : []),
      ...(list.surrounded ? (['archive-extra-bytes'] as const) : []),
    ],
  };
}

/** The odd files of a zip, which is held anew each time that its bytes were let go. */
class OddReader {
  readonly #passwords: readonly string[];
  readonly #of = new WeakMap<Bytes, OddEntries>();
  readonly #opens = new Map<ZipEntry, string>();

  constructor(passwords: readonly string[]) {
    this.#passwords = passwords;
  }

  in(bytes: Bytes): OddEntries {
    const odd = this.#of.get(bytes) ?? new OddEntries(bytes, this.#passwords, this.#opens);
    this.#of.set(bytes, odd);
    return odd;
  }
}

/** `meter` counts the bytes of the entry, however often and for whatever it is inflated. */
function itemOf(
  entry: ZipEntry,
  bytes: Box['bytes'],
  meter: Meter,
  odd: OddReader,
  refusal: Item['refusal'] | undefined,
): Item {
  const open = async function* () {
    const archive = await bytes();
    yield* isOdd(entry) ? odd.in(archive).read(entry, meter) : entryBytes(archive, entry, meter);
  };
  return {
    name: entry.name,
    bytes: entry.bytes,
    ...(refusal === undefined ? {} : { refusal }),
    head: async () => (isOdd(entry) ? firstChunk(open()) : entryHead(await bytes(), entry)),
    open,
    stored: async () => (isOdd(entry) ? undefined : storedBytes(await bytes(), entry)),
  };
}

/** As much of a file as comes out first; nothing where it is damaged. */
async function firstChunk(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  try {
    for await (const chunk of content) return chunk.subarray(0, HEAD_BYTES);
  } catch (error) {
    codeOfReading(error);
  }
  return new Uint8Array();
}
