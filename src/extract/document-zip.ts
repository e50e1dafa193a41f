// A document that is a zip (Word, PowerPoint, Excel, OpenDocument): its parts, unpacked within limits. Sizes that the file states are the
// word of whoever made it, so bytes are counted as they come out.

import { SourceError } from '../errors.ts';
import { type Bytes, bytesInMemory } from '../source/bytes.ts';
import { entryBytes } from '../source/entry-data.ts';
import { Budget, DEFAULT_LIMITS, type Meter } from '../source/limits.ts';
import { listZip, type ZipEntry, type ZipList } from '../source/zip.ts';
import type { ReadingLimits, Unread } from './reader.ts';

/** A presentation of some hundred slides has some thousand parts. */
const MOST_PARTS = 5000;

type WhyNot = Extract<Unread['reason'], 'media-locked' | 'media-damaged' | 'media-too-big'>;

/** What came out of one part: all of it, or all that stands before the fault. */
export interface Part {
  readonly bytes: Uint8Array;
  readonly whyNot?: WhyNot;
}

export class DocumentZip {
  /** Files, not folders, in the order of the zip. */
  readonly parts: readonly ZipEntry[];
  /** Parts that are not in `parts`, or a list that breaks off. */
  readonly isIncomplete: boolean;
  readonly #archive: Bytes;
  readonly #limits: ReadingLimits;
  readonly #budget: Budget;

  private constructor(archive: Bytes, list: ZipList, limits: ReadingLimits) {
    this.parts = list.entries.filter(({ name }) => !name.endsWith('/'));
    this.isIncomplete = list.broken || list.beyondLimit > 0;
    this.#archive = archive;
    this.#limits = limits;
    this.#budget = new Budget({ ...DEFAULT_LIMITS, inflatedBytes: limits.inflatedBytes, ratio: limits.ratio });
  }

  /** Undefined when it is no whole zip. */
  static async open(bytes: Uint8Array, limits: ReadingLimits): Promise<DocumentZip | undefined> {
    const archive = bytesInMemory(bytes);
    try {
      return new DocumentZip(archive, await listZip(archive, MOST_PARTS), limits);
    } catch (error) {
      if (error instanceof SourceError) return undefined;
      throw error;
    }
  }

  find(name: string): ZipEntry | undefined {
    return this.parts.find((part) => part.name === name);
  }

  /** Unpacks piece by piece. Throws SourceError with one of `WhyNot` where it is locked, damaged or too big. */
  async *pieces(part: ZipEntry, most = this.#limits.inflatedPart): AsyncGenerator<Uint8Array> {
    if (part.encrypted) throw new SourceError('media-locked');
    if (part.method !== 0 && part.method !== 8) throw new SourceError('media-damaged');
    try {
      yield* entryBytes(this.#archive, part, this.#meter(part, most));
    } catch (error) {
      throw new SourceError(whyNot(error));
    }
  }

  /** Unpacks a part into memory, as far as it goes. */
  async read(part: ZipEntry, most = this.#limits.inflatedPart): Promise<Part> {
    const pieces: Uint8Array[] = [];
    try {
      for await (const piece of this.pieces(part, most)) pieces.push(piece);
    } catch (error) {
      return { bytes: Buffer.concat(pieces), whyNot: whyNot(error) };
    }
    return { bytes: Buffer.concat(pieces) };
  }

  #meter({ packed }: ZipEntry, most: number): Meter {
    const meter = this.#budget.meter(packed);
    return (produced) => {
      if (produced > most) throw new SourceError('media-too-big');
      meter(produced);
    };
  }
}

/** What the error of a part means in a document. Throws on what is a bug of ours. */
export function whyNot(error: unknown): WhyNot {
  if (!(error instanceof SourceError)) throw error;
  if (error.code === 'media-locked' || error.code === 'media-too-big') return error.code;
  return error.code.startsWith('limit-') ? 'media-too-big' : 'media-damaged';
}
