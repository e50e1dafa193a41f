// One process that reads files, as seen from the program: it is started when the first file comes, given one file at a time, ended when a
// file takes too long, and started anew after it ended.

import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Job } from './jobs.ts';

/** What came of a job; `ended`: of the process, before it could answer. */
export type Outcome = Answer | { readonly ended: 'time' | 'memory' | 'crash' };

/** The built file: a process is started from JavaScript, also where the program itself runs from its sources. */
const CHILD = new URL('../../dist/extract/child.js', import.meta.url);
/** Of JavaScript alone; the rest is bounded by memory-watch.ts. */
const HEAP_MB = 1024;

export interface ReadingProcess {
  /** Never fails; the next job may follow when it is answered. */
  run(job: Job): Promise<Outcome>;
  close(): void;
}

/** `readers`: module that exports READERS, where not the program's own. */
export function readingProcess(readers?: URL): ReadingProcess {
  let child: ChildProcess | undefined;
  const started = (): ChildProcess => {
    child ??= fork(CHILD, readers ? [readers.href] : [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      env: environment(),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return child;
  };
  return {
    run: async (job) => {
      const one = started();
      const outcome = await outcomeOf(one, job);
      if ('ended' in outcome) child = undefined;
      return outcome;
    },
    close: () => {
      child?.kill('SIGKILL');
      child = undefined;
    },
  };
}

/** What a reader may need to find ffmpeg and a place for its files; nothing that would change how Node runs. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'Path', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

function outcomeOf(child: ChildProcess, job: Job): Promise<Outcome> {
  return new Promise((settle) => {
    let isLate = false;
    const clock = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, job.bounds.ms);
    const done = (outcome: Outcome) => {
      clearTimeout(clock);
      child.removeAllListeners();
      settle(outcome);
    };
    child.once('message', (answer: Answer) => done(answer));
    child.once('error', () => done({ ended: 'crash' }));
    child.once('exit', (code, signal) => done({ ended: isLate ? 'time' : endOf(code, signal) }));
    child.send(job, (error) => {
      // A process that has just ended says so by `exit`.
      if (error) child.kill('SIGKILL');
    });
  });
}

/** SIGKILL comes from the memory watch, or from a system short of memory; SIGABRT (134) from a heap that is full. */
const endOf = (code: number | null, signal: NodeJS.Signals | null): 'memory' | 'crash' =>
  signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134 ? 'memory' : 'crash';
