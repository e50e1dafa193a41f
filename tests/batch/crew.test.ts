// Workers that hang, swell or fall over: the archive is given up with its reason, and the next one is scanned all the same.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { crewOf } from '../../src/batch/crew.ts';
import type { Job } from '../../src/batch/job.ts';

const place = mkdtempSync(join(tmpdir(), 'ig-scan-crew-'));
afterAll(() => rmSync(place, { recursive: true }));

/** A worker that does what the path of its archive says. */
const program = join(place, 'worker.cjs');
const TRIED = join(place, 'tried');
writeFileSync(
  program,
  `const { appendFileSync, readFileSync } = require('node:fs');
  process.on('message', (message) => {
    if ('begin' in message) return process.send({ ready: true });
    const what = message.job.item.path;
    appendFileSync(${JSON.stringify(TRIED)}, what + '\\n');
    const tries = readFileSync(${JSON.stringify(TRIED)}, 'utf8').split('\\n').filter((one) => one === what).length;
    if (what === 'falls over' || (what === 'falls over once' && tries === 1)) process.exit(9);
    if (what === 'swells') globalThis.held = Array.from({ length: 40 }, () => Buffer.alloc(1e7, 1));
    if (what === 'is scanned' || what === 'falls over once') process.send({ outcome: what });
    else setInterval(() => {}, 1000);
  });`,
);

const job = (path: string): Job => ({ item: { path, what: 'file', bytes: 1 }, report: '', traces: '' });
const instructions = { flags: {}, version: '0', indexKey: '' };

describe('a worker', () => {
  const given = (path: string, minutes = 1) => {
    const crew = crewOf(instructions, { minutes, megabytes: 200 }, program);
    return Promise.all([crew.scan(job(path)), crew.scan(job('is scanned'))]).finally(() => crew.stop());
  };

  it('that falls over is replaced, and its archive given up after three tries', async () => {
    expect(await given('falls over')).toEqual([{ givenUp: 'scan-broke-off' }, 'is scanned']);
  });

  it('that fell over once may have met a hiccup of the machine', async () => {
    expect(await given('falls over once')).toEqual(['falls over once', 'is scanned']);
  });

  it('that takes too much memory is ended', async () => {
    expect(await given('swells')).toEqual([{ givenUp: 'scan-too-much-memory' }, 'is scanned']);
  });

  it('that takes too long is ended', async () => {
    expect(await given('hangs', 0.02)).toEqual([{ givenUp: 'scan-too-long' }, 'is scanned']);
  });
});
