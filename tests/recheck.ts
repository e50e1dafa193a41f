// Whether a regular expression takes time in proportion to the text, the same answer on every machine.

import { checkSync } from 'recheck';

/**
 * `safe`, or what recheck says against it. Where it cannot prove the cost it tries texts and stops each trial after so many steps or so much
 * time, and takes a trial that ran out of time for an attack: on a busy machine any regex then looks vulnerable. So no time limit is set;
 * the steps are counted, and the trials come from a fixed seed.
 */
export function costOf({ source, flags }: RegExp): string {
  // The backend in plain JavaScript: nothing is started, nothing is downloaded.
  process.env.RECHECK_SYNC_BACKEND = 'pure';
  const noClock = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };
  return checkSync(source, flags, { ...noClock, randomSeed: 0 }).status;
}

/** The longest trial takes half a minute; a busy machine makes it slow, not wrong. In milliseconds. */
export const COST_TIMEOUT = 600_000;
