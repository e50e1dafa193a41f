// Shell completions and the man page say what the help says: nothing is missing in them, and bash offers the words that fit.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SHELLS } from '../../src/cli/completions/shells.ts';
import { manPage } from '../../src/cli/man.ts';
import { allNodes, treeOf } from '../../src/cli/tree.ts';
import { AFTER_HELP, program } from '../../src/cli.ts';
import { igScan } from '../run.ts';

const nodes = allNodes(treeOf(program()));
const folder = mkdtempSync(join(tmpdir(), 'ig-scan-completions-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('read every option that the help of its command shows', () => {
  const { stdout } = igScan(['scan', '--help']);
  const shown = stdout.match(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)?.map((line) => line.trim().replace(/^-\w, /, ''));
  const scan = nodes.find(({ isDefault }) => isDefault);
  expect(scan?.options.map(({ names }) => names.at(-1)).sort()).toEqual(shown?.sort());
  expect(shown?.length).toBeGreaterThan(10);
});

it('are refused for another shell, without saying what was typed', () => {
  const { code, stderr } = igScan(['completions', 'Bronwen Hughes']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: a word is not valid for argument 'shell'\. Allowed choices are bash, zsh, fish\.\n/);
  expect(stderr).not.toContain('Hughes');
});

describe.each(SHELLS)('the %s completions', (shell) => {
  const { stdout: script, code } = igScan(['completions', shell]);

  it('name every command, option and choice', () => {
    expect(code).toBe(0);
    for (const { path, options, takes } of nodes) {
      const values = [...options.map(({ value }) => value), ...takes].flatMap((one) =>
        one && 'words' in one ? one.words : [],
      );
      const names = options.flatMap((option) => option.names);
      // fish writes options without their hyphens.
      const words = [...path, ...values, ...names].map((word) => (shell === 'fish' ? word.replace(/^-+/, '') : word));
      for (const word of words) expect(script).toContain(word);
    }
  });

  it('are a script that the shell can read, where the shell is installed', () => {
    const path = join(folder, shell);
    writeFileSync(path, script);
    const { error, stderr, status } = spawnSync(shell, ['-n', path], { encoding: 'utf8' });
    if (shell !== 'bash' && error) return;
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('in bash', () => {
  const path = join(folder, 'sourced');
  writeFileSync(path, igScan(['completions', 'bash']).stdout);

  /** What bash offers for the last of the words. */
  const offered = (...words: string[]): string[] => {
    const script = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ig_scan; printf "%s\\n" \${COMPREPLY[@]}`;
    const out = execFileSync('bash', ['-c', script, 'bash', path, 'ig-scan', ...words], { encoding: 'utf8' });
    return out.split('\n').filter((line) => line !== '');
  };

  it.each([
    ['a command', ['pat'], ['patterns']],
    ['a command below it', ['patterns', 'e'], ['explain']],
    ['an option without naming the default command', ['--fail'], ['--fail-on']],
    ['an option after a path', ['ward.zip', '--date'], ['--date-order']],
    ['an option of a command', ['patterns', 'explain', '--t'], ['--title']],
    ['no option of another command', ['patterns', 'list', '--fail'], []],
    ['a choice', ['x.zip', '--format', 's'], ['sarif']],
    ['a choice behind a sign', ['x.zip', '--format', '=', 's'], ['sarif']],
    ['every choice behind a sign', ['--color', '='], ['auto', 'always', 'never']],
    ['a format before a path', ['-o', 'ht'], ['html=']],
    ['nothing where a path stands', ['-o', 'html', '=', 're'], []],
    ['the choices of an argument', ['completions', ''], [...SHELLS]],
    ['a command to get help on', ['help', 'pat'], ['patterns']],
    ['no command where an option takes a folder of that name', ['--patterns', 'patterns', 'li'], []],
  ])('offers %s', (_, words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});

describe('man/ig-scan.1', () => {
  const page = readFileSync(new URL('../../man/ig-scan.1', import.meta.url), 'utf8');
  const plain = page.replaceAll('\\-', '-');

  it('is what npm run man would write now', () => {
    expect(page).toBe(manPage(program(), AFTER_HELP));
  });

  it('names every command and option, and what each does', () => {
    for (const { path, options, describes } of nodes) {
      for (const text of [...path, describes, ...options.flatMap(({ flags, describes }) => [flags, describes])])
        expect(plain).toContain(text);
    }
  });

  it('starts no line with a sign that roff takes for a request of its own', () => {
    expect(page.match(/^\.[^\n]*/gm)?.filter((line) => !/^\.(?:TH|SH|SS|TP|B|br|nf|fi)(?: |$)/.test(line))).toEqual([]);
  });
});
