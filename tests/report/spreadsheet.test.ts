// CSV and XLSX: nothing in a cell is run, nothing is lost, and the same result gives the same bytes.

import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openCsv } from '../../src/report/csv.ts';
import { openXlsx } from '../../src/report/xlsx.ts';
import { demo, type Result } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { hostile } from './hostile.ts';
import { finish, OPTIONS, write } from './run.ts';

const csv = (result: Result) => write(openCsv(tool, wording, OPTIONS), result);
/** Rows of cells, read as RFC 4180 says. */
const cells = (text: string): string[][] =>
  text
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('""', '"')));
const named = (title: string): Result => ({ ...demo, chats: demo.chats.map((chat) => ({ ...chat, title })) });

describe('the CSV report', () => {
  it('has one row a message, chat, unread item and source, all of one width', () => {
    const [head = [], ...rows] = cells(csv(demo));
    const kinds = rows.map(([, kind]) => kind);
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    expect(count('message')).toBe(demo.messages.length);
    expect(count('chat')).toBe(demo.chats.length);
    expect(count('not examined')).toBe(demo.notExamined.length);
    expect(count('source')).toBe(demo.sources.length);
    expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
  });

  it('says that a source was not read', () => {
    expect(csv(demo)).toContain('exports/old phone.zip: NOT READ');
  });

  it.each(['=1+1', '+44 7700 900123', '-2', '@SUM(A1)', '\t=1', '\r\n=1', '＝1', ' =1', '%0A', '|calc'])(
    'holds no cell that a spreadsheet would run: %j',
    (title) => {
      const note =
        cells(csv(named(title)))
          .find(([, kind]) => kind === 'chat')
          ?.at(-1) ?? '';
      expect(note).toMatch(/^'/);
    },
  );

  it('keeps a hostile name on its own row, in its own cell', () => {
    expect(cells(csv(hostile)).length).toBe(cells(csv(demo)).length);
    expect(csv(hostile)).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('the workbook', () => {
  const parts = async (result: Result) => {
    const packed = await finish(openXlsx(tool, wording, OPTIONS), result);
    return Object.fromEntries(Object.entries(unzipSync(packed)).map(([name, part]) => [name, strFromU8(part)]));
  };

  it('has its sheets, with every message, chat, source and unread item', async () => {
    const all = await parts(demo);
    expect([...(all['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual(
      [
        'Summary',
        'Messages',
        'Not examined',
        'Chats',
        'Sources',
        'Breach facts',
        'Decisions and actions',
        'Risks',
        'Months',
        'Clauses',
      ],
    );
    const rows = (sheet: number) => (all[`xl/worksheets/sheet${sheet}.xml`] ?? '').match(/<row /g)?.length;
    expect(rows(2)).toBe(demo.messages.length + 1);
    expect(rows(3)).toBe(demo.notExamined.length + 1);
    expect(rows(4)).toBe(demo.chats.length + 1);
    expect(rows(5)).toBe(demo.sources.length + 1);
    expect(rows(7)).toBe(2);
    expect(Object.values(all).join('')).toContain('taken on by S2 (message 14)');
  });

  it('holds no formula, whatever a name looks like', async () => {
    const all = Object.values(await parts(named('=HYPERLINK("https://evil.example")'))).join('');
    expect(all.includes('<t>=HYPERLINK("https://evil.example")</t>')).toBe(true);
    expect(/<f[ >]/.test(all)).toBe(false);
  });

  it('is well-formed with hostile names', async () => {
    for (const part of Object.values(await parts(hostile)))
      expect(part).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  it('is the same to the byte in another zone, at another time', () => {
    const bytes = (zone: string) =>
      spawnSync(process.execPath, ['bin/ig-scan.js', 'fixtures/social', '--format', 'xlsx'], {
        env: { ...process.env, TZ: zone },
      }).stdout.toString('base64');
    const first = bytes('America/New_York');
    expect(first.length).toBeGreaterThan(2000);
    expect(bytes('Asia/Tokyo')).toBe(first);
  });
});
