// A compressed file (.gz), which holds one file; where that is a tar (.tar.gz, .tgz), all that lies in the tar. It can only be read from
// its start: what is asked for further back is reached by unpacking it once more. Of a tar up to 128 MB all is kept from then on, or
// chats that are read in another order than they lie in it would each cost the whole of it.

import { createGunzip } from 'node:zlib';
import { SourceError } from '../errors.ts';
import type { Box, Contents } from './box.ts';
import { type Bytes, bytesInMemory, CHUNK_BYTES, peek } from './bytes.ts';
import { inflatedToDamage } from './entry-data.ts';
import { codeOfReading } from './failure.ts';
import type { Meter } from './limits.ts';
import { HEAD_BYTES, sniff } from './sniff.ts';
import { type Flow, listTar } from './tar.ts';
import { contentsOf } from './tar-box.ts';

export async function gzipContents({ bytes, name, limit, budget }: Box): Promise<Contents> {
  const { size } = await bytes();
  const meter = budget.meter(size);
  const head = await headOf(unpacked(bytes, meter));
  if (sniff(head) === 'tar') {
    const flow = new Unpacking(bytes, meter);
    return contentsOf(await listTar(flow, limit), async () => flow);
  }
  const item = {
    name: nameWithin(name),
    bytes: statedSize(await bytes()),
    head: async () => head,
    open: () => unpacked(bytes, meter),
  };
  return { items: [item], beyondLimit: 0, notes: [] };
}

/** Throws SourceError when nothing at all can be unpacked. */
async function headOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of content) {
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      if (head.length === HEAD_BYTES) break;
    }
  } catch (error) {
    const code = codeOfReading(error);
    if (head.length === 0) throw new SourceError(code === 'entry-damaged' ? 'archive-damaged' : code);
  }
  return head;
}

/** `chat.txt.gz` holds `chat.txt`, `backup.tgz` a tar. */
const nameWithin = (name: string): string => name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '') || 'file';

/** The last four bytes, of a file below 4 GB (RFC 1952, section 2.3.1). */
const statedSize = (bytes: Bytes): number => (bytes.size < 4 ? 0 : peek(bytes, bytes.size - 4, 4).readUInt32LE(0));

/** All of it from the start. `meter` counts each byte once, however often it is unpacked. */
async function* unpacked(bytes: Box['bytes'], meter: Meter): AsyncGenerator<Uint8Array> {
  const packed = await bytes();
  let produced = 0;
  try {
    const unpacker = () => createGunzip({ chunkSize: CHUNK_BYTES });
    for await (const chunk of inflatedToDamage(packed, 0, packed.size, unpacker)) {
      produced += chunk.length;
      meter(produced);
      yield chunk;
    }
  } catch (error) {
    throw new SourceError(codeOfReading(error));
  }
}

const KEPT_BYTES = 128e6;

/** Goes forward through what is unpacked; to go back it keeps all, or where that is too much begins again. */
class Unpacking implements Flow {
  readonly #bytes: Box['bytes'];
  readonly #meter: Meter;
  #content: AsyncGenerator<Uint8Array> | undefined;
  #whole: Uint8Array | undefined;
  #chunk: Uint8Array = new Uint8Array();
  /** Where the piece at hand begins. */
  #at = 0;

  constructor(bytes: Box['bytes'], meter: Meter) {
    this.#bytes = bytes;
    this.#meter = meter;
  }

  async read(into: Uint8Array, position: number): Promise<number> {
    if (!this.#content) this.#begin();
    if (position < this.#at && !this.#whole) await this.#goBack();
    if (this.#whole) return bytesInMemory(this.#whole).readNow(into, position);
    while (position >= this.#at + this.#chunk.length) {
      const next = await this.#content?.next();
      if (!next || next.done) return 0;
      this.#at += this.#chunk.length;
      this.#chunk = next.value;
    }
    const part = this.#chunk.subarray(position - this.#at, position - this.#at + into.length);
    into.set(part);
    return part.length;
  }

  #begin(): void {
    this.#content = unpacked(this.#bytes, this.#meter);
    this.#chunk = new Uint8Array();
    this.#at = 0;
  }

  /** What is damaged is not kept: each file in it is to say so when its turn comes. */
  async #goBack(): Promise<void> {
    await this.#content?.return(undefined);
    if (statedSize(await this.#bytes()) <= KEPT_BYTES) this.#whole = await wholeOf(unpacked(this.#bytes, this.#meter));
    this.#begin();
  }
}

/** All of it; undefined where it is damaged or larger than it says. */
async function wholeOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > KEPT_BYTES) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}
