// All the files of an archive or mail, those of archives inside it included, as far as the limits allow. Only lists and first bytes
// are read here; a file's bytes flow when it is opened. What is packed inside another archive is held in memory to be read.

import { SourceError } from '../errors.ts';
import type { Limits, SourceFile } from '../model.ts';
import type { Box, Contents, Item } from './box.ts';
import { type Bytes, bytesInMemory } from './bytes.ts';
import { codeOfReading } from './failure.ts';
import { gzipContents } from './gzip-box.ts';
import { Inventory } from './inventory.ts';
import { isLeftover } from './leftovers.ts';
import { Budget } from './limits.ts';
import { mailboxContents, mailContents } from './mail-box.ts';
import { type ArchiveKind, type BoxKind, isArchive, isBox, sniff, startsAsOfficeDocument } from './sniff.ts';
import { tarContents } from './tar-box.ts';
import { zipContents } from './zip-box.ts';

/** How each kind of archive is listed; throws SourceError when it cannot be read at all. */
const READERS: Readonly<Record<BoxKind, (box: Box) => Promise<Contents>>> = {
  zip: zipContents,
  tar: tarContents,
  gzip: gzipContents,
  mail: mailContents,
  mailbox: mailboxContents,
};

/** Where in the source a box lies. */
interface Place {
  /** Goes in front of the names of what is in it. */
  readonly prefix: string;
  /** How many archives deep: 1 = the outer archive; a mail is none. */
  readonly depth: number;
  /** How many mails deep. */
  readonly mails: number;
  /** How many boxes deep. */
  readonly level: number;
}

const isMail = (kind: ArchiveKind): boolean => kind === 'mail' || kind === 'mailbox';

const within = ({ depth, mails, level }: Omit<Place, 'prefix'>, kind: ArchiveKind, prefix: string): Place => ({
  prefix,
  depth: isMail(kind) ? depth : depth + 1,
  mails: kind === 'mail' ? mails + 1 : mails,
  level: level + 1,
});

/** What an archive is called, and how it may be read. */
interface Reading {
  readonly name: string;
  readonly kind: ArchiveKind;
  readonly limits: Limits;
  /** Tried on locked files. */
  readonly passwords: readonly string[];
}

/** Throws SourceError when the archive cannot be read at all, or is a document of an office program. */
export async function readArchive(bytes: Bytes, { name, kind, limits, passwords }: Reading): Promise<Inventory> {
  const reader = new ArchiveReader(limits, passwords);
  const place = within({ depth: 0, mails: 0, level: 0 }, kind, '');
  const contents = await reader.list(kind, name, async () => bytes);
  await reader.takeAll(contents, place);
  return reader.inventory;
}

class ArchiveReader {
  readonly inventory = new Inventory();
  readonly #limits: Limits;
  readonly #budget: Budget;
  readonly #passwords: readonly string[];
  #entriesLeft: number;
  /** The nested archive read last at each level. No more than that: an archive of exports may hold more than memory can. */
  readonly #held = new Map<number, { readonly item: Item; readonly bytes: Bytes }>();

  constructor(limits: Limits, passwords: readonly string[]) {
    this.#limits = limits;
    this.#passwords = passwords;
    this.#budget = new Budget(limits);
    this.#entriesLeft = limits.entries;
  }

  async list(kind: ArchiveKind, path: string, bytes: () => Promise<Bytes>): Promise<Contents> {
    if (!isBox(kind)) throw new SourceError(kind);
    const name = path.slice(path.lastIndexOf('/') + 1);
    return READERS[kind]({ bytes, name, limit: this.#entriesLeft, budget: this.#budget, passwords: this.#passwords });
  }

  async takeAll({ items, beyondLimit, notes }: Contents, place: Place): Promise<void> {
    this.#entriesLeft -= items.length;
    if (beyondLimit > 0) this.inventory.note('limit-entries', beyondLimit);
    for (const code of notes) this.inventory.note(code);
    for (const item of items) {
      if (item.refusal !== 'entry-name-unsafe' && isLeftover(item.name)) continue;
      await this.#take(item, place);
    }
  }

  async #take(item: Item, place: Place): Promise<void> {
    const path = place.prefix + item.name;
    if (item.refusal !== undefined) return this.inventory.leaveOut(path, 'file', item.refusal);
    const head = await item.head();
    const kind = sniff(head);
    if (!isArchive(kind) || startsAsOfficeDocument(head)) this.inventory.offer(fileOf(item, path));
    else await this.#takeNested(item, kind, path, place);
  }

  async #takeNested(item: Item, kind: ArchiveKind, path: string, place: Place): Promise<void> {
    const inside = within(place, kind, `${path}!/`);
    try {
      if (inside.depth > this.#limits.depth || inside.mails > this.#limits.depth) throw new SourceError('limit-depth');
      const contents = await this.list(kind, item.name, () => this.#nested(item, place.level));
      if (contents.items.length + contents.beyondLimit === 0) throw new SourceError('empty-archive');
      await this.takeAll(contents, inside);
    } catch (error) {
      const code = codeOfReading(error);
      if (code === 'office-document') this.inventory.offer(fileOf(item, path));
      else this.inventory.leaveOut(path, 'archive', code);
    }
  }

  async #nested(item: Item, level: number): Promise<Bytes> {
    const held = this.#held.get(level);
    if (held?.item === item) return held.bytes;
    const stored = await item.stored?.();
    if (stored) return stored;
    if (item.bytes > this.#limits.nestedBytes) throw new SourceError('limit-nested-bytes');
    this.#held.delete(level);
    const bytes = bytesInMemory(await this.#unpacked(item));
    this.#held.set(level, { item, bytes });
    return bytes;
  }

  /** What a compressed file says of its size need not be true. */
  async #unpacked(item: Item): Promise<Uint8Array> {
    let room = Buffer.allocUnsafe(item.bytes);
    let filled = 0;
    for await (const chunk of item.open()) {
      if (filled + chunk.length > this.#limits.nestedBytes) throw new SourceError('limit-nested-bytes');
      if (filled + chunk.length > room.length) {
        const larger = Buffer.allocUnsafe(2 * (filled + chunk.length));
        larger.set(room.subarray(0, filled));
        room = larger;
      }
      room.set(chunk, filled);
      filled += chunk.length;
    }
    return room.subarray(0, filled);
  }
}

const fileOf = (item: Item, path: string): SourceFile => ({
  path,
  bytes: item.bytes,
  ...(item.written ? { written: true as const } : {}),
  open: () => item.open(),
});
