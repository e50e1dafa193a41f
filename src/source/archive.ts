// All the files of a zip, those of zips inside it included, as far as the limits allow. Only lists and first bytes are read
// here; a file's bytes flow when it is opened. A zip inside a zip has no random access, so it is held in memory to be read.

import { SourceError } from '../errors.ts';
import type { Limits, SourceFile } from '../model.ts';
import { type Bytes, bytesInMemory } from './bytes.ts';
import { entryBytes, entryHead, storedBytes } from './entry-data.ts';
import { codeOfReading } from './failure.ts';
import { Inventory } from './inventory.ts';
import { isLeftover } from './leftovers.ts';
import { Budget, type Meter } from './limits.ts';
import { isOdd, OddEntries } from './odd-entries.ts';
import { HEAD_BYTES, isArchive, sniff, startsAsOfficeDocument } from './sniff.ts';
import { isOfficeDocument, listZip, type ZipEntry, type ZipList } from './zip.ts';

/** A zip that is being listed: the outer one, or one within it. */
interface Box {
  /** Goes in front of the names of its entries. */
  readonly prefix: string;
  /** 1 = the outer zip. */
  readonly depth: number;
  readonly bytes: () => Promise<Bytes>;
}

/** An entry with the meter that counts its bytes, however often and for whatever it is inflated. */
interface Item {
  readonly entry: ZipEntry;
  readonly path: string;
  readonly box: Box;
  readonly meter: Meter;
}

/** Throws SourceError when the zip cannot be read at all, or is a document of an office program. `passwords` are tried on locked files. */
export async function readArchive(bytes: Bytes, limits: Limits, passwords: readonly string[]): Promise<Inventory> {
  const list = await listZip(bytes, limits.entries);
  if (isOfficeDocument(list.entries)) throw new SourceError('office-document');
  const reader = new ArchiveReader(limits, passwords);
  await reader.takeAll(list, { prefix: '', depth: 1, bytes: async () => bytes });
  return reader.inventory;
}

class ArchiveReader {
  readonly inventory = new Inventory();
  readonly #limits: Limits;
  readonly #budget: Budget;
  readonly #passwords: readonly string[];
  readonly #odd = new WeakMap<Bytes, OddEntries>();
  #entriesLeft: number;
  /** The nested zip read last at each depth. No more than that: an archive of exports may hold more than memory can. */
  readonly #held = new Map<number, { readonly entry: ZipEntry; readonly bytes: Bytes }>();

  constructor(limits: Limits, passwords: readonly string[]) {
    this.#limits = limits;
    this.#passwords = passwords;
    this.#budget = new Budget(limits);
    this.#entriesLeft = limits.entries;
  }

  async takeAll(list: ZipList, box: Box): Promise<void> {
    this.#entriesLeft -= list.entries.length;
    if (list.beyondLimit > 0) this.inventory.note('limit-entries', list.beyondLimit);
    if (list.broken) this.inventory.note('archive-list-damaged');
    if (list.surrounded) this.inventory.note('archive-extra-bytes');
    const bytes = await box.bytes();
    for (const entry of list.entries) {
      const isFolder = entry.name.endsWith('/') && entry.bytes === 0;
      if (isFolder || (!entry.unsafe && isLeftover(entry.name))) continue;
      const item = { entry, path: box.prefix + entry.name, box, meter: this.#budget.meter(entry.packed) };
      await this.#take(item, bytes);
    }
  }

  async #take(item: Item, bytes: Bytes): Promise<void> {
    const { entry, path } = item;
    if (entry.unsafe) return this.inventory.leaveOut(path, 'file', 'entry-name-unsafe');
    const refusal = isOdd(entry) ? await this.#oddIn(bytes).refusal(entry) : undefined;
    if (refusal !== undefined) return this.inventory.leaveOut(path, 'file', refusal);
    const head = isOdd(entry) ? await this.#oddHead(item, bytes) : entryHead(bytes, entry);
    const kind = sniff(head);
    if (!isArchive(kind) || startsAsOfficeDocument(head)) return this.inventory.offer(this.#file(item));
    if (kind === 'zip') return this.#takeNested(item);
    this.inventory.leaveOut(path, 'archive', kind);
  }

  async #takeNested(item: Item): Promise<void> {
    const { path, box } = item;
    const inside: Box = { prefix: `${path}!/`, depth: box.depth + 1, bytes: () => this.#nested(item) };
    try {
      if (inside.depth > this.#limits.depth) throw new SourceError('limit-depth');
      const list = await listZip(await inside.bytes(), this.#entriesLeft);
      if (isOfficeDocument(list.entries)) this.inventory.offer(this.#file(item));
      else if (list.entries.length + list.beyondLimit === 0) throw new SourceError('empty-archive');
      else await this.takeAll(list, inside);
    } catch (error) {
      this.inventory.leaveOut(path, 'archive', codeOfReading(error));
    }
  }

  #file({ entry, path, box, meter }: Item): SourceFile {
    const content = (bytes: Bytes) => this.#content(bytes, entry, meter);
    const open = async function* () {
      yield* content(await box.bytes());
    };
    return { path, bytes: entry.bytes, open };
  }

  #content(bytes: Bytes, entry: ZipEntry, meter: Meter): AsyncGenerator<Uint8Array> {
    return isOdd(entry) ? this.#oddIn(bytes).read(entry, meter) : entryBytes(bytes, entry, meter);
  }

  #oddIn(bytes: Bytes): OddEntries {
    const odd = this.#odd.get(bytes) ?? new OddEntries(bytes, this.#passwords);
    this.#odd.set(bytes, odd);
    return odd;
  }

  /** Enough to judge by; nothing where it is damaged, which shows again when the file is read. */
  async #oddHead({ entry, meter }: Item, bytes: Bytes): Promise<Uint8Array> {
    try {
      for await (const chunk of this.#oddIn(bytes).read(entry, meter)) return chunk.subarray(0, HEAD_BYTES);
    } catch (error) {
      codeOfReading(error);
    }
    return new Uint8Array();
  }

  async #nested({ entry, box, meter }: Item): Promise<Bytes> {
    const held = this.#held.get(box.depth);
    if (held?.entry === entry) return held.bytes;
    const outer = await box.bytes();
    const stored = isOdd(entry) ? undefined : storedBytes(outer, entry);
    if (stored) return stored;
    if (entry.bytes > this.#limits.nestedBytes) throw new SourceError('limit-nested-bytes');
    this.#held.delete(box.depth);
    const room = Buffer.allocUnsafe(entry.bytes);
    let filled = 0;
    for await (const chunk of this.#content(outer, entry, meter)) {
      room.set(chunk, filled);
      filled += chunk.length;
    }
    const bytes = bytesInMemory(room);
    this.#held.set(box.depth, { entry, bytes });
    return bytes;
  }
}
