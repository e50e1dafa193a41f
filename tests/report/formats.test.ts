import { describe, expect, it } from 'vitest';
import { FORMATS, type FormatId } from '../../src/report/formats.ts';
import type { ReportFormat } from '../../src/report/report.ts';
import { demo } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { OPTIONS, write } from './run.ts';

const ids = Object.keys(FORMATS) as FormatId[];

const isText = (id: FormatId) => !(FORMATS[id] as ReportFormat).isBinary;

describe('report formats', () => {
  it.each(ids.filter(isText))('%s writes the demo result as in fixtures/reports', async (id) => {
    const text = write(await FORMATS[id].open(tool, wording, OPTIONS), demo);
    await expect(text).toMatchFileSnapshot(`../../fixtures/reports/demo.${FORMATS[id].extension}`);
  });

  it.each(ids)('%s is listed under its own id', (id) => {
    expect(FORMATS[id].id).toBe(id);
  });

  it('have different file extensions', () => {
    expect(new Set(ids.map((id) => FORMATS[id].extension)).size).toBe(ids.length);
  });
});
