// `ig-scan doctor`: loads every reader, tries it on a tiny file of its own, and says what is missing and how to get it. A reader that is
// not installed leaves files unread, which is easily taken for "nothing in them".

import type { ExtractorOptions } from '../extract/extract.ts';
import { boundsOf, READING_LIMITS } from '../extract/limits.ts';
import { PROCESSES, poolOf } from '../extract/pool.ts';
import type { FileKind, Reader } from '../extract/reader.ts';
import { READERS } from '../extract/readers.ts';

/** Prints a line a reader; 0 when all of them work, 3 when something is missing. `readers`: others than the program's own. */
export async function runDoctor(readers?: ExtractorOptions['readers']): Promise<0 | 3> {
  const pool = poolOf(PROCESSES, readers?.module);
  let isWhole = true;
  try {
    for (const [kind, load] of Object.entries(readers?.list ?? READERS)) {
      const reader = await load();
      const fault = await faultOf(reader, kind as FileKind, pool);
      if (fault) isWhole = false;
      process.stdout.write(`${fault ? 'MISSING' : 'ok     '}  ${reader.title}${fault ? `: ${fault}` : ''}\n`);
    }
  } finally {
    pool.close();
  }
  const missing =
    'Files of these kinds are listed as not examined. Get what is missing with\n  npm install --include=optional\nand run ig-scan doctor again.';
  process.stdout.write(`\n${isWhole ? 'Everything is there.' : missing}\n`);
  return isWhole ? 0 : 3;
}

/** What is wrong with a reader, in words; undefined when it reads what it should. */
async function faultOf(reader: Reader, kind: FileKind, pool: ReturnType<typeof poolOf>): Promise<string | undefined> {
  // A kind without a sample is only made ready.
  const sample = reader.sample?.() ?? { bytes: new Uint8Array(), name: 'sample', word: '' };
  const job = { kind, name: sample.name, bytes: sample.bytes, bounds: boundsOf(kind), limits: READING_LIMITS };
  const outcome = await pool.run({ ...job, settings: {} });
  if ('absent' in outcome) return `not installed (${outcome.absent.packages.join(', ')})`;
  if (sample.word === '') return undefined;
  const isRead = 'reading' in outcome && outcome.reading.passages.some(({ text }) => text.includes(sample.word));
  return isRead ? undefined : 'it is installed, but does not read its own sample';
}
