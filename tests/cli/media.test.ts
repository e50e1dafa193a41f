// Files that come with a chat, and files given by themselves: read, tied to their message, and listed where they were not read.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../bin/ig-scan.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ig-scan-media-'));
const inner = (name: string) => join(folder, name);

const LETTER =
  'Re: Mrs Margaret FOTHERINGHAM DOB: 19/06/1957 NHS No: 999 000 0018\nDiagnosis: adenocarcinoma of the colon\n';
const CHAT = [
  '01/12/2024, 09:15 - Priya Nair created group "Ward 12 nights"',
  '01/12/2024, 09:16 - Priya Nair: letter.txt (file attached)',
  '01/12/2024, 09:17 - Tom Reilly: IMG-20241203-WA0003.jpg (file attached)',
  '01/12/2024, 09:18 - Tom Reilly: thanks',
].join('\n');

beforeAll(() => {
  writeFileSync(inner('WhatsApp Chat with Ward 12 nights.txt'), CHAT);
  writeFileSync(inner('letter.txt'), LETTER);
  writeFileSync(inner('IMG-20241203-WA0003.jpg'), 'no picture');
});
afterAll(() => rmSync(folder, { recursive: true }));

function scan(paths: readonly string[], ...more: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...paths, '--format', 'json', ...more], {
    encoding: 'utf8',
    env: { ...process.env, NODE_DEBUG: 'esm' },
    maxBuffer: 256e6,
  });
  return { status, report: JSON.parse(stdout), stdout, loaded: stderr };
}

describe('a letter that came with a chat', () => {
  it('is evidence of the message that brought it, and its words stay in it', () => {
    const { report, stdout } = scan([folder]);
    const message = report.messages.find(({ index }: { index: number }) => index === 2);
    expect(message).toMatchObject({
      verdict: 'confirmed',
      severity: 'critical',
      attachments: [{ name: '[name hidden 1].txt', kind: 'document', read: 'all' }],
    });
    const number = message.findings.find(({ pattern }: { pattern: string }) => pattern === 'nhs-number');
    expect(number).toMatchObject({ attachment: '[name hidden 1].txt', place: 'line 1' });
    expect(LETTER.slice(number.start, number.end)).toBe('999 000 0018');
    expect(stdout).not.toMatch(/FOTHERINGHAM|999 000 0018|letter\.txt/);
  });

  it('is not listed as unread, but a photo that is none is', () => {
    const rows = scan([folder]).report.notExamined.map(({ index, reason }: Record<string, unknown>) => [index, reason]);
    expect(rows).toEqual([[3, 'media-kind-unknown']]);
  });

  it('is left alone with --media none, and no reader is loaded', () => {
    const { report, loaded } = scan([folder], '--media', 'none');
    expect(report.notExamined.map(({ reason }: { reason: string }) => reason)).toEqual([
      'media-not-read',
      'media-not-read',
    ]);
    expect(loaded).not.toMatch(/dist\/extract\/(?:extract|process)\.js/);
  });

  it('costs a chat without files nothing', () => {
    const { loaded } = scan([inner('WhatsApp Chat with Ward 12 nights.txt')]);
    expect(loaded).toMatch(/dist\/scan\.js/);
    expect(loaded).not.toMatch(/dist\/extract\/(?:extract|process)\.js/);
  });
});

describe('a file given by itself', () => {
  it('that cannot be read is no clean source', () => {
    writeFileSync(inner('scan.png'), '\x89PNG\r\n\x1a\nand nothing', 'latin1');
    const { status, report } = scan([inner('scan.png')]);
    rmSync(inner('scan.png'));
    expect(status).toBe(3);
    expect(report.sources[0]).toMatchObject({ status: 'unreadable', issues: [{ code: 'file-not-read' }] });
    expect(report.notExamined).toHaveLength(1);
  });
});
