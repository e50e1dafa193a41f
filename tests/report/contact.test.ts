// Whom to ask: printed where the Trust has said it, never made up.

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FORMATS, type FormatId } from '../../src/report/formats.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { demo } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { finish, OPTIONS, write } from './run.ts';

const CONTACT = 'IG team <b>ig@example.org</b>';
async function report(id: FormatId, contact?: string): Promise<string> {
  const writer = await FORMATS[id].open(tool, wording, { ...OPTIONS, ...(contact === undefined ? {} : { contact }) });
  if (id !== 'xlsx') return write(writer, demo);
  return Object.values(unzipSync(await finish(writer, demo)))
    .map((part) => strFromU8(part))
    .join('\n');
}

describe('a contact', () => {
  it('ends the screen, on a line of its own', async () => {
    expect((await report('terminal', CONTACT)).trimEnd().split('\n').at(-1)).toBe(`For advice ask: ${CONTACT}`);
  });

  it.each(['html', 'xlsx'] as const)('stands in the %s report, as text', async (id) => {
    expect(await report(id, CONTACT)).toContain('For advice ask: IG team &lt;b&gt;ig@example.org&lt;/b&gt;');
  });

  it('stands in JSON and at the head of NDJSON', async () => {
    const json = JSON.parse(await report('json', CONTACT));
    expect(reportSchema.parse(json).contact).toBe(CONTACT);
    expect(JSON.parse((await report('ndjson', CONTACT)).split('\n')[0] ?? '').contact).toBe(CONTACT);
  });
});

describe('without a contact', () => {
  it.each(['terminal', 'xlsx', 'json', 'ndjson'] as const)('the %s report says nothing of one', async (id) => {
    expect(await report(id)).not.toMatch(/For advice ask|"contact":/);
  });

  it('the page says that none is configured, and how to set it', async () => {
    expect(await report('html')).toMatch(/No contact is configured[\s\S]*contact:[\s\S]*--contact/);
  });
});
