// A few processes that read files side by side. A job waits until one of them is free.

import { availableParallelism } from 'node:os';
import type { Job } from './jobs.ts';
import { type Outcome, type ReadingProcess, readingProcess } from './process.ts';

/** Each takes 0.8 GB once it looks at pictures, and more of them than cores gain nothing. */
export const PROCESSES = Math.min(2, availableParallelism());

export interface Pool {
  run(job: Job): Promise<Outcome>;
  /** Ends the processes; what still runs is answered as ended. */
  close(): void;
}

/** `readers`: as for readingProcess. */
export function poolOf(size: number, readers?: URL): Pool {
  const all = Array.from({ length: size }, () => readingProcess(readers));
  const free: ReadingProcess[] = [...all];
  const waiting: ((one: ReadingProcess) => void)[] = [];
  const taken = async (): Promise<ReadingProcess> => free.shift() ?? new Promise((give) => waiting.push(give));
  return {
    run: async (job) => {
      const one = await taken();
      try {
        return await one.run(job);
      } finally {
        const next = waiting.shift();
        if (next) next(one);
        else free.unshift(one);
      }
    },
    close: () => {
      for (const one of all) one.close();
    },
  };
}
