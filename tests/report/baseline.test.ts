// What a baseline silences, and what it never does.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exitCode } from '../../src/exit-code.ts';
import { baselineText, readBaseline } from '../../src/load-baseline.ts';
import type { BaselineEntry, MessageRecord } from '../../src/model.ts';
import { baselineOf } from '../../src/report/baseline.ts';
import { baselineSentences } from '../../src/report/sentences.ts';
import { demo } from './demo.ts';
import { summaryOf } from './run.ts';

const print = (letter: string) => `igf1:${letter.repeat(26)}`;
const entry = (parts: Partial<BaselineEntry> = {}): BaselineEntry => ({
  fingerprint: print('A'),
  state: 'accepted-risk',
  reason: 'seen with the ward',
  owner: 'IG lead',
  until: '2030-01-31',
  worst: 'high',
  ...parts,
});
const ordinary: MessageRecord = { ...demo.messages[1]!, fingerprint: print('A') };
const urgent: MessageRecord = { ...demo.messages[2]!, fingerprint: print('A'), severity: 'low' };
const held: MessageRecord = { ...ordinary, hold: { status: 'matched', ids: ['HOLD-7'] } };

const asIs = (text: string) => text;
const mark = (record: MessageRecord, entries: readonly BaselineEntry[], today = '2030-01-31') =>
  baselineOf(entries, today, asIs).mark(record).accepted;

describe('an accepted message', () => {
  it('is marked and does not count, up to its last day', () => {
    expect(mark(ordinary, [entry()])).toEqual({
      state: 'accepted-risk',
      reason: 'seen with the ward',
      owner: 'IG lead',
      until: '2030-01-31',
      worst: 'high',
    });
  });

  it.each<[string, string, MessageRecord, Partial<BaselineEntry>, string]>([
    ['after its last day', 'expired', ordinary, {}, '2030-02-01'],
    ['when it has grown worse', 'worse', ordinary, { worst: 'medium' }, '2030-01-01'],
    ['when it is urgent, however mild', 'urgent', urgent, { worst: 'critical' }, '2030-01-01'],
    ['when a hold covers it', 'held', held, { worst: 'critical' }, '2030-01-01'],
  ])('counts all the same %s', (_, why, record, parts, today) => {
    expect(mark(record, [entry(parts)], today)?.stillCounts).toBe(why);
  });

  it('leaves every other message alone', () => {
    expect(mark({ ...ordinary, fingerprint: print('B') }, [entry()])).toBeUndefined();
    expect(mark({ ...demo.messages[1]! }, [entry()])).toBeUndefined();
  });

  it('has its reason masked before it is shown', () => {
    const baseline = baselineOf([entry({ reason: 'Mrs Ellis asked' })], '2030-01-01', (text) =>
      text.replace('Ellis', '[name]'),
    );
    expect(baseline.mark(ordinary).accepted?.reason).toBe('Mrs [name] asked');
  });
});

describe('the summary of a baseline', () => {
  const baseline = baselineOf(
    [entry(), entry({ fingerprint: print('C') }), entry({ fingerprint: print('B') })],
    '2030-01-01',
    asIs,
  );
  baseline.mark(ordinary);
  baseline.mark(urgent);
  const summary = { ...summaryOf({ ...demo, sources: [], messages: [ordinary] }), baseline: baseline.summary() };

  it('counts what is silenced and what is not, and names what fits nothing', () => {
    expect(baseline.summary()).toEqual({
      entries: 3,
      accepted: 2,
      silenced: { critical: 0, high: 1, medium: 0, low: 0, info: 0 },
      stillCounts: { urgent: 1, held: 0, worse: 0, expired: 0 },
      unused: [print('B'), print('C')],
    });
  });

  it('decides the exit code', () => {
    expect(exitCode(summary, 'medium')).toBe(0);
    expect(exitCode({ ...summary, bySeverity: { ...summary.bySeverity, high: 2 } }, 'medium')).toBe(1);
  });

  it('is told in sentences', () => {
    expect(baselineSentences(summary)).toEqual([
      'A baseline of 3 entries was given. It names 2 messages reported here, of which 1 no longer decides the exit code. The rest count all the same: 1 because it is urgent.',
      `2 entries of the baseline fit no message reported here: ${print('B')}, ${print('C')}`,
    ]);
  });
});

describe('a baseline file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ig-scan-baseline-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const KEY = 'key-0123456789';
  const file = (text: string) => {
    const path = join(folder, 'baseline.yaml');
    writeFileSync(path, text);
    return path;
  };
  const by = { reason: 'looked at: "all" of it # yes', owner: "O'Neill", until: '2030-01-31' };

  it('reads back what was written, sorted, one entry a line', () => {
    const text = baselineText(
      KEY,
      [],
      new Map([
        [print('B'), 'high'],
        [print('A'), 'low'],
      ]),
      by,
    );
    expect(text.match(/^ {2}- .*igf1:/gm)).toHaveLength(2);
    expect(readBaseline(file(text), KEY)).toEqual([
      entry({ ...by, fingerprint: print('A'), worst: 'low' }),
      entry({ ...by, fingerprint: print('B'), worst: 'high' }),
    ]);
  });

  it('keeps the entries that were there', () => {
    const before = entry({ state: 'dealt-with', worst: 'low' });
    const text = baselineText(
      KEY,
      [before, entry({ fingerprint: print('Z') })],
      new Map([[print('A'), 'critical']]),
      by,
    );
    expect(readBaseline(file(text), KEY)).toEqual([before, entry({ fingerprint: print('Z') })]);
  });

  it('may be empty', () => {
    expect(readBaseline(file(baselineText(KEY, [], new Map(), by)), KEY)).toEqual([]);
  });

  it.each([
    ['is missing', undefined, /missing/],
    ['was made with another key', baselineText('key-ZZZZZZZZZZ', [], new Map(), by), /another key/],
    ['has a key of its own', `key: ${KEY}\naccepted:\n  - {"Bronwen Hughes": 1}`, /entry 1/],
    ['is no YAML', `key: ${KEY}\naccepted: [Bronwen Hughes`, /line \d+/],
    [
      'names a message twice',
      `key: ${KEY}\naccepted:\n${`  - ${JSON.stringify(entry())}\n`.repeat(2)}`,
      /same fingerprint/,
    ],
    ['accepts for ever', `key: ${KEY}\naccepted:\n  - ${JSON.stringify(entry({ until: 'never' }))}`, /YYYY-MM-DD/],
  ])('is refused without quoting it when it %s', (_, text, why) => {
    const path = text === undefined ? join(folder, 'none.yaml') : file(text);
    expect(() => readBaseline(path, KEY)).toThrow(why);
    expect(() => readBaseline(path, KEY)).not.toThrow(/Bronwen/);
  });
});
