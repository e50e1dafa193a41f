// What a user sees, command by command: arguments, exit code, stdout and stderr, kept in files that a person can read.

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, igScan } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-cli-'));
const file = (name: string) => join(folder, name);
const CHAT = [
  '03/12/2024, 09:14 - Alex Sample: morning, anyone seen the keys',
  '13/12/2024, 09:15 - Alex Sample: bed 4 NEWS 8 sats 84, med reg not answering',
  '13/12/2024, 09:16 - Jo Sample: on my way',
  '',
].join('\n');

beforeAll(() => {
  writeFileSync(file('WhatsApp Chat with Ward 12.txt'), CHAT);
  writeFileSync(file('WhatsApp Chat with Sunday Walkers.txt'), CHAT.replace(/bed.*$/m, 'see you at the car park'));
  writeFileSync(file('empty.txt'), '');
  writeFileSync(file('letter.txt'), 'Dear all,\nthis is a letter.\n');
  writeFileSync(file('locked.7z'), Buffer.from('377abcaf271c0004', 'hex'));
  writeFileSync(file('backup.db'), 'SQLite format 3\0');
});
afterAll(() => rmSync(folder, { recursive: true }));

const CASES: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['help', ['--help']],
  ['no-arguments', []],
  ['unknown-option', ['--fomat', 'json', 'x.zip']],
  ['unknown-format', ['--format', 'pdf', 'x.zip']],
  ['out-without-format', ['WhatsApp Chat with Ward 12.txt', '--out', 'report.html']],
  ['out-over-evidence', ['letter.txt', '--out', 'json=letter.txt']],
  ['limit-that-is-no-number', ['x.zip', '--max-entries', 'many']],
  ['ward-chat', ['WhatsApp Chat with Ward 12.txt']],
  ['ward-chat-fail-on-never', ['WhatsApp Chat with Ward 12.txt', '--fail-on', 'never', '--quiet']],
  ['ordinary-chat', ['WhatsApp Chat with Sunday Walkers.txt']],
  ['not-there', ['missing.zip']],
  ['empty-file', ['empty.txt']],
  ['no-chat', ['letter.txt']],
  ['seven-zip', ['locked.7z']],
  ['phone-database', ['backup.db']],
  ['explain', ['patterns', 'explain', 'Mrs Sample in bed 4, lactate 4.1']],
];

describe('on the command line', () => {
  it.each(CASES)('%s', async (name, args) => {
    const { code, stdout, stderr } = igScan(args, {}, folder);
    const transcript = [
      `$ ig-scan ${args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)).join(' ')}`,
      `exit ${code}`,
      ...(stdout ? ['', '--- stdout', stdout] : []),
      ...(stderr ? ['', '--- stderr', stderr] : []),
      '',
    ];
    await expect(transcript.join('\n')).toMatchFileSnapshot(`transcripts/${name}.txt`);
  });

  it('prints a version and nothing else', () => {
    expect(igScan(['--version'])).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
  });

  it('writes several reports in one pass, readable by their owner alone', () => {
    const [json, html] = [file('r.json'), file('r.html')];
    igScan(['--quiet', '--out', `json=${json}`, '--out', `html=${html}`, file('WhatsApp Chat with Ward 12.txt')]);
    expect([json, html].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('leaves no colour in a pipe, puts it in with --color always, and obeys NO_COLOR', () => {
    const path = fixture('social/WhatsApp Chat with Thursday Fives.txt');
    const sequence = '\u001b[';
    expect(igScan([path]).stdout).not.toContain(sequence);
    expect(igScan([path, '--color', 'always'], { NO_COLOR: '1' }).stdout).toContain(sequence);
    expect(igScan([path, '--color', 'never']).stdout).not.toContain(sequence);
  });
});
