// SARIF and JUnit: they fit what other programs expect, and what was not read is visible in them.

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { openJunit } from '../../src/report/junit.ts';
import { openSarif } from '../../src/report/sarif.ts';
import { demo, type Result } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { hostile } from './hostile.ts';
import { OPTIONS, write } from './run.ts';

const sarif = (result: Result) => JSON.parse(write(openSarif(tool, wording, OPTIONS), result));
/** The schema that OASIS published with the standard. */
const schema = JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8'));
const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

describe('the SARIF report', () => {
  it.each([
    ['an ordinary result', demo],
    ['a hostile result', hostile],
    ['nothing', { messages: [], chats: [], sources: [], notExamined: [] }],
  ])('fits the published schema: %s', (_, result) => {
    expect(fits(sarif(result)) ? [] : fits.errors).toEqual([]);
  });

  it('is refused by the schema where a word is wrong', () => {
    const report = sarif(demo);
    report.runs[0].results[0].level = 'fatal';
    expect(fits(report)).toBe(false);
  });

  it('asks for a review where the program is not sure', () => {
    const [run] = sarif(demo).runs;
    const kinds = run.results.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === 'review')).toHaveLength(
      demo.messages.filter(({ verdict }) => verdict === 'possible').length,
    );
  });

  it('describes every rule and clause that a result names', () => {
    const [run] = sarif(demo).runs;
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
    for (const { ruleId, taxa = [] } of run.results) {
      expect(ids(run.tool.driver.rules)).toContain(ruleId);
      for (const id of ids(taxa)) expect(ids(run.taxonomies[0].taxa)).toContain(id);
    }
  });

  it('is no success where something was not read, and names it', () => {
    const [invocation] = sarif(demo).runs[0].invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications.length).toBeGreaterThanOrEqual(demo.notExamined.length);
  });
});

describe('the JUnit report', () => {
  const junit = (result: Result) => write(openJunit(tool, wording, OPTIONS), result);

  it('is red for what was found and for what was not read, green for the rest', () => {
    const suite =
      junit(demo)
        .split('<testsuite ')
        .find((part) => part.includes('old phone.zip')) ?? '';
    expect(suite).toMatch(/name="everything was read"><failure/);
    expect(suite).toMatch(/name="nothing for: Safeguarding lead"><skipped message="not everything was read"\/>/);
    expect(junit(demo)).toMatch(/name="nothing for: Safeguarding lead"><failure message="1 item">/);
  });

  it('counts its cases right', () => {
    const text = junit(demo);
    const total = Number(/<testsuites [^>]*tests="(\d+)"/.exec(text)?.[1]);
    const failures = Number(/<testsuites [^>]*failures="(\d+)"/.exec(text)?.[1]);
    expect(text.match(/<testcase /g)).toHaveLength(total);
    expect(text.match(/<failure /g)).toHaveLength(failures);
  });

  it('is well-formed with hostile names', () => {
    const text = junit(hostile);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text.replace(/<\/?(testsuites?|testcase|failure|skipped|\?xml)[^>]*>/g, '')).not.toMatch(/[<>]/);
  });
});
