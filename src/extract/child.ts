// A process that reads files, one at a time, for the program that started it. It knows nothing but the file at hand and is ended whenever
// that takes too long or too much memory. It prints nothing: what a library prints is dropped by who started it.

import type { Answer, Job } from './jobs.ts';
import { memoryWatch } from './memory-watch.ts';
import { shutNetwork } from './no-network.ts';
import type { FileKind, Reader, ReadyReader } from './reader.ts';
import type { Readers } from './readers.ts';

shutNetwork();
const watch = memoryWatch();
/** Tests have lists of their own. */
const { READERS }: { READERS: Readers } = await import(process.argv[2] ?? './readers.js');
const ready = new Map<FileKind, Promise<ReadyReader>>();

async function answerTo({ kind, name, bytes, bounds, limits, settings }: Job): Promise<Answer> {
  watch.allow(bounds.bytes);
  const load = READERS[kind];
  if (!load) throw new RangeError(`no reader for ${kind}`);
  const reader: Reader = await load();
  let read: ReadyReader;
  try {
    const known = ready.get(kind) ?? reader.ready(limits, settings);
    ready.set(kind, known);
    read = await known;
  } catch {
    return { absent: { title: reader.title, packages: reader.packages } };
  }
  try {
    return { reading: await read.read(bytes, name) };
  } catch {
    return { failed: true };
  }
}

process.on('message', (job: Job) => {
  answerTo(job).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
