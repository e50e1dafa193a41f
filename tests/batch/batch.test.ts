// A batch as an officer runs it: a report for each archive, a roll-up, and nothing lost when it is stopped.

import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { igScan, PROGRAM } from '../run.ts';

const place = mkdtempSync(join(tmpdir(), 'ig-scan-batch-'));
afterAll(() => rmSync(place, { recursive: true }));

const WARD = 'fixtures/ward';
const seized = join(place, 'seized');
mkdirSync(join(seized, 'again'), { recursive: true });
for (const name of readdirSync(WARD).filter((file) => file.endsWith('.zip')))
  cpSync(join(WARD, name), join(seized, name));
cpSync(join(WARD, 'Ward 12 Nights.zip'), join(seized, 'again', 'copy.zip'));
writeFileSync(join(seized, 'broken.zip'), 'PK\u0003\u0004 and then nothing');

const batch = (out: string, ...flags: string[]) => igScan(['batch', seized, '--out', out, '--quiet', ...flags]);
const rollUp = (out: string) => JSON.parse(readFileSync(join(out, 'batch.json'), 'utf8'));

/** Everything that a batch leaves but the traces and their key, which is a secret of each batch. */
function results(out: string): Record<string, string> {
  const reports = readdirSync(join(out, 'reports')).sort();
  const files = [...reports.map((name) => join('reports', name)), 'batch.html'];
  const { parallelTalk, ...roll } = rollUp(out);
  return {
    ...Object.fromEntries(
      files.map((name) => [name, readFileSync(join(out, name), 'utf8').replace(/P-[0-9A-Z]{10}/g, 'P')]),
    ),
    roll: JSON.stringify({ ...roll, people: parallelTalk.length }),
  };
}

const whole = join(place, 'whole');
const code = batch(whole).code;

vi.setConfig({ testTimeout: 120_000 });

describe('a batch', () => {
  it('ends as a scan would: something was not read', () => {
    expect(code).toBe(3);
  });

  it('leaves the very report that a scan of the archive gives', () => {
    const row = rollUp(whole).archives.find(({ archive }: { archive: string }) =>
      archive.endsWith('Ward 12 Nights.zip'),
    );
    const alone = igScan([join(seized, 'Ward 12 Nights.zip'), '--format', 'json']).stdout;
    expect(readFileSync(join(whole, row.report), 'utf8')).toBe(alone);
  });

  it('counts a conversation of three exports once, and a copy of an archive not at all', () => {
    const { totals, sameChats } = rollUp(whole);
    expect(sameChats).toMatchObject([{ messages: 680, seenIn: { 3: 680 } }]);
    expect(totals).toMatchObject({ duplicates: 1, repeated: 2 * 680 });
  });

  it('says what needs a person, danger first, and lists an archive that cannot be read', () => {
    const { needsAPerson, totals } = rollUp(whole);
    expect(needsAPerson[0].why[0]).toContain('safeguarding or danger');
    expect(JSON.stringify(needsAPerson)).toContain('cut short');
    expect(totals.byStatus.unreadable).toBe(1);
  });

  it('keeps no name, no number and no word of the chats in traces and journal', () => {
    const kept = [
      ...readdirSync(join(whole, 'traces')).map((name) => join(whole, 'traces', name)),
      join(whole, 'journal.ndjson'),
    ];
    const text = kept.map((path) => readFileSync(path, 'utf8')).join('\n');
    expect(text).not.toMatch(/Delacroix|Tattersall|07700|sacrum/);
  });
});

describe('a batch that goes on', () => {
  const again = join(place, 'again');
  cpSync(whole, again, { recursive: true });

  it('does nothing twice', () => {
    const [report = ''] = readdirSync(join(again, 'reports'));
    const marked = readFileSync(join(again, 'reports', report), 'utf8').replace('"schemaVersion"', '"schemaversion"');
    writeFileSync(join(again, 'reports', report), marked);
    batch(again);
    expect(readFileSync(join(again, 'reports', report), 'utf8')).toBe(marked);
  });

  it('does again what is missing or cut off', () => {
    const torn = join(place, 'torn');
    cpSync(whole, torn, { recursive: true });
    const [first = '', second = ''] = readdirSync(join(torn, 'reports')).filter((name) => !name.startsWith('unread'));
    rmSync(join(torn, 'reports', first));
    writeFileSync(join(torn, 'reports', second), 'cut');
    appendFileSync(join(torn, 'journal.ndjson'), '{"sha256":"cut off in the mid');
    batch(torn);
    expect(results(torn)).toEqual(results(whole));
  });

  it('does all again with other settings', () => {
    batch(again, '--policy', 'nhse-minimise');
    expect(readdirSync(join(again, 'reports')).length).toBeGreaterThan(readdirSync(join(whole, 'reports')).length);
  });

  it('comes to the same however often it is killed', async () => {
    const out = join(place, 'killed');
    for (const after of [700, 1100, 1600]) {
      const running = spawn(process.execPath, [PROGRAM, 'batch', seized, '--out', out, '--quiet'], { stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, after));
      running.kill('SIGKILL');
    }
    expect(batch(out).code).toBe(3);
    expect(results(out)).toEqual(results(whole));
    expect(readdirSync(join(out, 'reports')).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });
});

describe('a batch that cannot be', () => {
  it('is refused where its folder lies among the evidence', () => {
    const { code: refused, stderr } = batch(join(seized, 'results'));
    expect(refused).toBe(5);
    expect(stderr).toContain('among the files to be scanned');
    expect(existsSync(join(seized, 'results'))).toBe(false);
  });

  it('says what to do where its workers have too little memory to start', () => {
    const { code: refused, stderr } = batch(join(place, 'small'), '--max-memory', '20', '--jobs', '1');
    expect(refused).toBe(2);
    expect(stderr).toContain('--max-memory');
  });
});
