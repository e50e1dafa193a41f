// Whether a regular expression takes time in proportion to the text, the same answer on every machine.

import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';

/** Regexes that recheck has found safe, one a line; written by `npm run recheck`. A changed regex is not among them and is checked. */
const SAFE = fileURLToPath(new URL('recheck-safe.txt', import.meta.url));
/** Set by `npm run recheck`: all are checked anew. */
const ANEW = process.env.RECHECK_ANEW === '1';

const known = new Set(ANEW || !existsSync(SAFE) ? [] : readFileSync(SAFE, 'utf8').split('\n'));

/** `safe`, or what recheck says against it. */
export function costOf(regex: RegExp): string {
  if (known.has(String(regex))) return 'safe';
  const status = checked(regex);
  if (ANEW && status === 'safe') appendFileSync(SAFE, `${regex}\n`);
  return status;
}

/**
 * Where recheck cannot prove the cost it tries texts and stops each trial after so many steps or so much time, and takes a trial that ran out
 * of time for an attack: on a busy machine any regex then looks vulnerable. So no time limit is set; the steps are counted, and the trials
 * come from a fixed seed.
 */
function checked({ source, flags }: RegExp): string {
  // The backend in plain JavaScript: nothing is started, nothing is downloaded.
  process.env.RECHECK_SYNC_BACKEND = 'pure';
  const noClock = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };
  return checkSync(source, flags, { ...noClock, randomSeed: 0 }).status;
}

/** The longest trial takes half a minute; a busy machine makes it slow, not wrong. In milliseconds. */
export const COST_TIMEOUT = 600_000;
