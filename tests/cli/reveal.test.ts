// Where names and words may be written, and where never.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { revealTargets } from '../../src/cli/reveal.ts';
import { ScanError } from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-reveal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const REASON = 'subject access request 2024/117';
mkdirSync(path('evidence'));
mkdirSync(path('out.json'));
writeFileSync(path('evidence/chat.json'), '');
writeFileSync(path('before.json'), '');
symlinkSync(path('evidence'), path('link'));
symlinkSync('/dev/null', path('null.json'));

const reveal = (to: string, reason: string | undefined = REASON, env: Record<string, string> = {}) =>
  revealTargets({ reveal: [to], reason }, [path('evidence')], env);

function codeOf(run: () => unknown): number | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof ScanError ? error.exitCode : -1;
  }
}

describe('a reveal', () => {
  it.each(['json', 'ndjson', 'csv', 'xlsx', 'html'])('takes its format from the end of the name: %s', (end) => {
    expect(reveal(path(`r.${end}`))).toEqual([{ path: path(`r.${end}`), format: end }]);
  });

  it('may write over a file of an earlier run', () => {
    expect(reveal(path('before.json'))).toHaveLength(1);
  });

  it.each([
    ['the screen', '-'],
    ['a device', '/dev/stdout'],
    ['a device that is not there', '/dev/none.json'],
    ['a link to a device', path('null.json')],
    ['a console of Windows', 'CON.json'],
    ['an open file of a process', '/proc/self/fd/1'],
    ['a folder', path('out.json')],
    ['a folder to be', path('new.json/')],
    ['nothing', ' '],
    ['the evidence', path('evidence/chat.json')],
    ['a new file among the evidence', path('evidence/new.json')],
    ['a new file among the evidence, through a link', path('link/new.json')],
  ])('never goes to %s', (_, to) => expect(codeOf(() => reveal(to))).toBe(4));

  it.each([[undefined], [''], ['  short  '], ['        .        ']])('needs a reason, which %j is not', (reason) => {
    expect(
      codeOf(() => revealTargets({ reveal: [path('r.json')], ...(reason === undefined ? {} : { reason }) }, [], {})),
    ).toBe(4);
  });

  it.each(['true', '1', 'woodpecker'])('is refused in an automated run (CI=%s)', (CI) => {
    expect(codeOf(() => reveal(path('r.json'), REASON, { CI }))).toBe(4);
  });

  it.each(['', 'false', '0'])('is not refused by CI=%j', (CI) => {
    expect(reveal(path('r.json'), REASON, { CI })).toHaveLength(1);
  });

  it.each(['r.txt', 'r.sarif', 'r.xml', 'r'])('says which formats can show names, which %s cannot', (name) => {
    expect(codeOf(() => reveal(path(name)))).toBe(2);
  });
});
