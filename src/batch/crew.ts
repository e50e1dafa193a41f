// The workers of a batch: as many as there is room for, each watched. One that takes too long, takes too much memory or falls over is
// ended and replaced, and its archive is tried again, for a machine may have hiccups; an archive that breaks three workers is given up.

import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ScanError } from '../errors.ts';
import type { IssueCode } from '../issues.ts';
import type { FromWorker, Instructions, Job, Outcome, ToWorker } from './job.ts';

export interface Bounds {
  /** For one archive. */
  readonly minutes: number;
  /** Resident memory of one worker. */
  readonly megabytes: number;
}

export interface Crew {
  /** Scans one archive. Never throws for what the archive does; throws ScanError where the settings are wrong. */
  scan(job: Job): Promise<Outcome | GivenUp>;
  /** Ends all workers at once. */
  stop(): void;
}

interface GivenUp {
  readonly givenUp: IssueCode;
}

const WORKER = fileURLToPath(new URL('./worker.js', import.meta.url));
const TRIES = 3;
const WATCH_MS = 250;
const PAGE_BYTES = 4096;

/** No worker is started before it is needed. `program`: what each of them runs. */
export function crewOf(instructions: Instructions, bounds: Bounds, program = WORKER): Crew {
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  const start = async (): Promise<ChildProcess> => {
    const worker = fork(program, {
      execArgv: [`--max-old-space-size=${bounds.megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    all.add(worker);
    worker.once('exit', () => all.delete(worker));
    const answer = await ask(worker, { begin: instructions }, bounds);
    if (!('ready' in answer)) throw new ScanError('The workers of the batch cannot start.', 'Raise --max-memory.');
    return worker;
  };
  return {
    scan: async (job) => {
      let reason: IssueCode = 'scan-broke-off';
      for (let tries = 0; tries < TRIES; tries++) {
        const worker = idle.pop() ?? (await start());
        const answer = await ask(worker, { job }, bounds);
        if ('outcome' in answer) {
          idle.push(worker);
          return answer.outcome;
        }
        if ('failed' in answer) reason = answer.failed;
        // It would take as long again.
        if (reason === 'scan-too-long') break;
      }
      return { givenUp: reason };
    },
    stop: () => {
      for (const worker of all) worker.kill('SIGKILL');
    },
  };
}

type Answer = Exclude<FromWorker, { refused: unknown }> | { readonly failed: IssueCode };

function ask(worker: ChildProcess, what: ToWorker, { minutes, megabytes }: Bounds): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let reason: IssueCode = 'scan-broke-off';
    const end = (code: IssueCode) => {
      reason = code;
      worker.kill('SIGKILL');
    };
    const late = setTimeout(() => end('scan-too-long'), minutes * 60_000);
    const watch = setInterval(() => {
      if (memoryOf(worker.pid) > megabytes * 1e6) end('scan-too-much-memory');
    }, WATCH_MS);
    const done = () => {
      clearTimeout(late);
      clearInterval(watch);
      worker.removeListener('message', onMessage);
      worker.removeListener('exit', onExit);
    };
    const onMessage = (answer: FromWorker) => {
      done();
      if (!('refused' in answer)) return resolve(answer);
      const { message, hint, exitCode } = answer.refused;
      reject(new ScanError(message, hint, exitCode));
    };
    const onExit = () => {
      done();
      resolve({ failed: reason });
    };
    worker.on('message', onMessage);
    worker.on('exit', onExit);
    worker.send(what, () => {});
  });
}

/** Resident bytes, where the system tells them; elsewhere the limit of the heap must do. */
function memoryOf(pid: number | undefined): number {
  try {
    const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Number(pages) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
