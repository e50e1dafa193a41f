// Ends this process when it has taken more memory than the file at hand may take. It runs beside the reader, on a thread of its own: a
// library that is busy lets nothing else run, and neither WebAssembly nor native code heeds any limit of Node.

import { isMainThread, Worker, workerData } from 'node:worker_threads';

const LOOK_EVERY_MS = 40;

export interface MemoryWatch {
  /** From now on the process may take so many bytes beyond what it has. */
  allow(bytes: number): void;
}

/** Starts the watch; it lasts as long as the process. */
export function memoryWatch(): MemoryWatch {
  const ceiling = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  ceiling[0] = Number.POSITIVE_INFINITY;
  new Worker(new URL(import.meta.url), {
    workerData: ceiling,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  }).unref();
  return {
    allow: (bytes) => {
      ceiling[0] = process.memoryUsage.rss() + bytes;
    },
  };
}

if (!isMainThread && workerData instanceof Float64Array) {
  const ceiling = workerData;
  setInterval(() => {
    if (process.memoryUsage.rss() > (ceiling[0] ?? 0)) process.kill(process.pid, 'SIGKILL');
  }, LOOK_EVERY_MS);
}
