import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openJson } from '../../src/report/json.ts';
import { openNdjson } from '../../src/report/ndjson.ts';
import { reportJsonSchema, reportSchema } from '../../src/report/schema.ts';
import { demo, type Result } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { hostile } from './hostile.ts';
import { OPTIONS, write } from './run.ts';

const EMPTY: Result = { messages: [], chats: [], sources: [], notExamined: [] };

const json = (result: Result) => JSON.parse(write(openJson(tool, wording, OPTIONS), result));
const lines = (result: Result) =>
  write(openNdjson(tool, wording, OPTIONS), result)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the JSON report', () => {
  it('fits its schema', () => {
    expect(reportSchema.parse(json(demo)).messages).toHaveLength(demo.messages.length);
  });

  it('fits its schema when there is nothing to report', () => {
    expect(reportSchema.parse(json(EMPTY)).messages).toEqual([]);
  });

  it('survives hostile names', () => {
    expect(reportSchema.parse(json(hostile)).chats[0]?.title).toBe(hostile.chats[0]?.title);
  });

  it('prints without signs that mislead a terminal', () => {
    expect(write(openJson(tool, wording, OPTIONS), hostile)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
    );
  });

  it('holds every record as it was given', () => {
    const { messages, chats, sources, notExamined } = json(demo);
    expect({ messages, chats, sources, notExamined }).toEqual(demo);
  });

  it('writes a message at once, not at the end', () => {
    const writer = openJson(tool, wording, OPTIONS);
    expect(writer.message(demo.messages[0]!)).toContain(demo.messages[0]!.id);
  });

  it('lets no field through that a report does not have', () => {
    const secret = { ...demo.messages[0]!, text: 'Margaret Hale' };
    expect(JSON.stringify(json({ ...demo, messages: [secret] }))).not.toContain('Hale');
  });

  it('is refused by its schema when a word of the contract is wrong', () => {
    const report = json(demo);
    report.messages[0].residual = 'delete-now';
    expect(reportSchema.safeParse(report).success).toBe(false);
  });
});

describe('the NDJSON report', () => {
  it('holds the same records as the JSON report, one a line', () => {
    const { messages, chats, sources, notExamined, summary, ...head } = json(demo);
    const of = (kind: string) =>
      lines(demo)
        .filter(({ record }) => record === kind)
        .map(({ record: _, ...fields }) => fields);
    expect(of('message')).toEqual(messages);
    expect(of('chat')).toEqual(chats);
    expect(of('source')).toEqual(sources);
    expect(of('not-examined')).toEqual(notExamined);
    expect(of('summary')).toEqual([summary]);
    expect(of('tool')).toEqual([{ schemaVersion: head.schemaVersion, ...head.tool }]);
  });

  it('starts with the tool and ends with the summary and a footer', () => {
    const kinds = lines(EMPTY).map(({ record }) => record);
    expect(kinds).toEqual(['tool', 'summary', 'footer']);
  });

  it('counts its lines by kind in the footer', () => {
    const all = lines(demo);
    const { counts } = all.at(-1);
    const of = (kind: string) => all.filter(({ record }) => record === kind).length;
    expect(counts).toEqual(Object.fromEntries(Object.keys(counts).map((kind) => [kind, of(kind)])));
    expect(of('footer') + Object.values<number>(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length);
  });

  it('shows when it was cut short or changed', () => {
    const whole = write(openNdjson(tool, wording, OPTIONS), hostile);
    expect(isComplete(whole)).toBe(true);
    const rows = whole.split('\n');
    expect(isComplete(whole.slice(0, whole.length / 2))).toBe(false);
    expect(isComplete(rows.slice(0, -2).join('\n'))).toBe(false);
    expect(isComplete(rows.toSpliced(3, 1).join('\n'))).toBe(false);
    expect(isComplete(whole.replace('"verdict":"confirmed"', '"verdict":"possible"'))).toBe(false);
  });

  it('is the same twice', () => {
    const once = () => write(openNdjson(tool, wording, OPTIONS), demo);
    expect(once()).toBe(once());
  });

  /** As a reader of the file would check it, from the words of its footer alone. */
  function isComplete(text: string): boolean {
    const at = text.trimEnd().lastIndexOf('\n') + 1;
    const last = /^\{"record":"footer","complete":true,.*"sha256OfLines":"([0-9a-f]{64})"\}\n$/.exec(text.slice(at));
    return last?.[1] === createHash('sha256').update(text.slice(0, at)).digest('hex');
  }
});

describe('report.schema.json', () => {
  it('is what scripts/make-schema.mjs would write now', async () => {
    const checkedIn = await readFile(new URL('../../report.schema.json', import.meta.url), 'utf8');
    expect(checkedIn).toBe(reportJsonSchema());
  });
});
