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

  it('starts with the tool and ends with the summary', () => {
    const kinds = lines(EMPTY).map(({ record }) => record);
    expect(kinds).toEqual(['tool', 'summary']);
  });
});

describe('report.schema.json', () => {
  it('is what scripts/make-schema.mjs would write now', async () => {
    const checkedIn = await readFile(new URL('../../report.schema.json', import.meta.url), 'utf8');
    expect(checkedIn).toBe(reportJsonSchema());
  });
});
