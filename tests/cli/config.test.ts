// Where settings come from, which counts, and that no configuration is taken from where the evidence lies.

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { SettingFlags } from '../../src/cli/config/options.ts';
import { settle } from '../../src/cli/config/settle.ts';
import { ScanError } from '../../src/errors.ts';
import { igScan } from '../run.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'ig-scan-config-')));
afterAll(() => rmSync(root, { recursive: true }));
const at = (...parts: string[]) => join(root, ...parts);
const EXPORT = at('seized', 'WhatsApp Chat with Ward 12.txt');
const CHAT = '13/12/2024, 09:15 - Alex Sample: bed 4 NEWS 8 sats 84, med reg not answering\n';
/** Exit 0 says that a configuration with this line was used: the chat holds a finding of severity high. */
const NEVER = 'failOn: never\n';

beforeEach(() => {
  rmSync(root, { recursive: true });
  for (const folder of ['trust', 'work', 'seized']) mkdirSync(at(folder), { recursive: true });
  writeFileSync(EXPORT, CHAT);
  writeFileSync(at('trust', 'ig-scan.yaml'), NEVER);
});
const scan = (args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = at('work')) =>
  igScan([EXPORT, '--quiet', ...args], env, cwd);
/** What a scan would be told, without one: the settings, or the error. */
async function settled(flags: SettingFlags, paths: readonly string[] = [EXPORT]) {
  try {
    return { values: (await settle(flags, paths)).values, code: 0, says: '' };
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    return { values: {}, code: error.exitCode, says: `${error.message}\n${error.hint}` };
  }
}
const show = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  igScan(['config', 'show', ...args], env, at('work')).stdout;
const rowOf = (text: string, name: string) => new RegExp(`^${name} +(.*)$`, 'm').exec(text)?.[1]?.split(/ {2,}/);

describe('a configuration counts', () => {
  it('not at all where there is none', () => {
    expect(scan([])).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it.each([
    ['its folder', () => at('trust')],
    ['the file', () => at('trust', 'ig-scan.yaml')],
  ])('that --config names by %s', async (_, path) => {
    expect((await settled({ config: path() })).values.failOn).toBe('never');
  });

  it('that IG_SCAN_CONFIG names, unless --config names another', () => {
    writeFileSync(at('work', 'other.yaml'), 'failOn: low\n');
    const env = { IG_SCAN_CONFIG: at('trust') };
    expect(scan([], env).code).toBe(0);
    expect(scan(['--config', 'other.yaml'], env)).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it('of the working folder, and the screen says so', () => {
    writeFileSync(at('work', 'ig-scan.yaml'), NEVER);
    expect(scan([]).code).toBe(0);
    const { stderr } = igScan([EXPORT], {}, at('work'));
    expect(stderr).toContain('settings of a configuration count (ig-scan.yaml in the working folder)');
  });

  it('less than a flag, and not after --no-config', () => {
    expect(scan(['--config', at('trust'), '--fail-on', 'medium']).code).toBe(1);
    expect(scan(['--no-config'], { IG_SCAN_CONFIG: at('trust') }).code).toBe(1);
  });

  it('with its paths taken from its own folder', () => {
    writeFileSync(at('trust', 'holds.yaml'), 'holds: [{ id: H-1, matter: m, authority: a, groups: ["*"] }]');
    writeFileSync(at('trust', 'ig-scan.yaml'), 'holds: holds.yaml\n');
    const { stdout } = igScan([EXPORT, '--format', 'json', '--config', at('trust')], {}, at('work'));
    expect(JSON.parse(stdout).summary.holds).toEqual([{ id: 'H-1', kind: 'other', messages: 1 }]);
  });
});

describe('a configuration that lies with the evidence', () => {
  beforeEach(() => writeFileSync(at('seized', 'ig-scan.yaml'), NEVER));

  it.each([
    ['the folder', () => ['.']],
    ['a file beside it', () => [EXPORT]],
    ['a pattern that finds a file beside it', () => ['*.txt']],
  ])('is passed over with a warning in the working folder: %s', (_, paths) => {
    const { code, stderr } = igScan([...paths(), '--quiet', '--format', 'json'], {}, at('seized'));
    expect(code).not.toBe(0);
    expect(stderr).toContain('ig-scan.yaml in the working folder was passed over');
    expect(stderr).toContain('name it with --config or IG_SCAN_CONFIG');
  });

  it('is refused with exit 4 when somebody names it', () => {
    const byFlag = scan(['--config', at('seized')]);
    const byEnvironment = scan([], { IG_SCAN_CONFIG: at('seized', 'ig-scan.yaml') });
    for (const { code, stderr } of [byFlag, byEnvironment]) {
      expect(code).toBe(4);
      expect(stderr).toContain('lies with what is to be scanned; nothing was scanned.');
    }
  });

  it('is refused deep in a scanned folder, and through links either way', async () => {
    mkdirSync(at('seized', 'a', 'b'), { recursive: true });
    writeFileSync(at('seized', 'a', 'b', 'ig-scan.yaml'), NEVER);
    symlinkSync(at('seized', 'a', 'b', 'ig-scan.yaml'), at('work', 'out.yaml'));
    symlinkSync(at('trust', 'ig-scan.yaml'), at('seized', 'a', 'in.yaml'));
    symlinkSync(at('seized'), at('work', 'evidence'));
    const named = [
      at('seized', 'a', 'b'),
      at('work', 'out.yaml'),
      at('seized', 'a', 'in.yaml'),
      at('work', 'evidence', 'ig-scan.yaml'),
    ];
    for (const config of named) expect((await settled({ config }, [at('seized')])).code).toBe(4);
    expect((await settled({ config: at('work', 'out.yaml') })).code).toBe(0);
  });

  it('is never read from an archive or a folder that is scanned from elsewhere', () => {
    expect(scan([]).code).toBe(1);
    expect(igScan([at('seized'), '-q'], {}, at('work')).code).not.toBe(0);
  });

  it('does not stop one that lies above the scanned folder', () => {
    cpSync(at('trust', 'ig-scan.yaml'), at('ig-scan.yaml'));
    expect(igScan(['seized/WhatsApp Chat with Ward 12.txt', '-q'], {}, root)).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('a wrong configuration', () => {
  it('is told with file, line and the nearest name, all faults at once, and nothing is scanned', () => {
    const lines = [
      'fail-on: high',
      'hodls: h.yaml',
      'dateOrder: sometimes',
      'maxRatio: 0',
      'contact:',
      'Jane Thistlewood: 07',
    ];
    writeFileSync(at('trust', 'ig-scan.yaml'), `# remark\n${lines.join('\n')}\n`);
    const { code, stdout, stderr } = igScan([EXPORT, '--config', at('trust')], {}, at('work'));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('ig-scan.yaml:2: there is no setting "fail-on"; did you mean failOn?');
    expect(stderr).toContain('ig-scan.yaml:3: there is no setting "hodls"; did you mean holds?');
    expect(stderr).toContain('ig-scan.yaml:4: dateOrder: must be one of day-first, month-first, year-first');
    expect(stderr).toContain('ig-scan.yaml:5: maxRatio: must be a number above 0, or a size such as 64GB');
    expect(stderr).toContain('ig-scan.yaml:6: contact: is empty');
    expect(stderr).toContain('ig-scan.yaml:7: there is no such setting; settings are contact,');
    expect(stderr).not.toMatch(/thistlewood|sometimes/i);
  });

  it.each([
    ['no YAML', 'contact: "Thistlewood\nx: [', 'this line is not written as YAML'],
    ['a list', '- Thistlewood\n', 'must be settings, one a line'],
    ['twice the same', 'contact: Thistlewood\ncontact: b\n', 'ig-scan.yaml:2'],
  ])('quotes nothing: %s', (_, text, says) => {
    writeFileSync(at('trust', 'ig-scan.yaml'), text);
    const { code, stderr } = scan(['--config', at('trust')]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/thistlewood/i);
  });

  it.each([
    ['--config', () => scan(['--config', at('nothing')])],
    ['IG_SCAN_CONFIG', () => scan([], { IG_SCAN_CONFIG: at('nothing') })],
  ])('that %s names and that is not there stops the scan', (name, run) => {
    const { code, stderr } = run();
    expect(code).toBe(2);
    expect(stderr).toContain(`The configuration that ${name} names is not there`);
  });

  it('of remarks alone sets nothing', async () => {
    writeFileSync(at('trust', 'ig-scan.yaml'), '# nothing yet\n');
    expect((await settled({ config: at('trust') })).values).toEqual({
      failOn: 'medium',
      media: 'all',
      policy: 'trust-strict',
    });
  });
});

describe('config show', () => {
  it('gives each setting with its value and its source, and where a configuration was looked for', () => {
    writeFileSync(at('trust', 'ig-scan.yaml'), `${NEVER}contact: IG team\nmaxRatio: 50\n`);
    const text = show(['--config', at('trust'), '--max-ratio', '60']);
    expect(rowOf(text, 'contact')).toEqual(['configuration', 'IG team']);
    expect(rowOf(text, 'failOn')).toEqual(['configuration', 'never']);
    expect(rowOf(text, 'maxRatio')).toEqual(['flag', '60']);
    expect(rowOf(text, 'holds')).toEqual(['not set']);
    expect(rowOf(show([]), 'failOn')).toEqual(['default', 'medium']);
    expect(text).toMatch(/--config: used[\s\S]*IG_SCAN_CONFIG: not looked at/);
  });

  it('masks names in paths and shows nothing of what they name', () => {
    const folder = at('trust', 'home', 'jthistle', 'Margaret Thistlewood');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'staff.yaml'), 'staff: [{ name: Wilhelmina Quill }]');
    const text = show(['--staff', join(folder, 'staff.yaml')]);
    expect(text).toContain('staff.yaml');
    expect(text).not.toMatch(/thistle|quill/i);
  });

  it('says which configuration a scan of these paths would pass over', () => {
    writeFileSync(at('work', 'ig-scan.yaml'), NEVER);
    const text = show(['.']);
    expect(text).toContain('ig-scan.yaml in the working folder: passed over');
    expect(rowOf(text, 'failOn')).toEqual(['default', 'medium']);
  });
});

describe('config check', () => {
  const check = () => igScan(['config', 'check', at('trust')], {}, at('work'));

  it('lists every fault of all that the configuration names, and quotes nothing of it', () => {
    writeFileSync(
      at('trust', 'ig-scan.yaml'),
      'contact: IG team\nholds: holds.yaml\nstaff: staff.yaml\npatterns: none\n',
    );
    writeFileSync(at('trust', 'holds.yaml'), 'holds: [{ id: H, matter: Thistlewood }]');
    writeFileSync(at('trust', 'staff.yaml'), 'staff: [{ name: Thistlewood, left: yesterday }]');
    const { code, stdout } = check();
    expect(code).toBe(2);
    expect(stdout).toContain('hold 1, authority');
    expect(stdout).toContain('person 1, left: a date is written YYYY-MM-DD');
    expect(stdout).toContain('patterns: There is no pattern file in that folder.');
    expect(stdout).toContain('3 of these cannot be used');
    expect(stdout).not.toMatch(/thistlewood|yesterday/i);
  });

  it('finds an example of the Trust’s own patterns that does not hold', () => {
    igScan(['config', 'init', at('new')]);
    writeFileSync(at('new', 'ig-scan.yaml'), 'patterns: patterns\n');
    const checkNew = () => igScan(['config', 'check', at('new')], {}, at('work'));
    expect(checkNew()).toMatchObject({ code: 0, stdout: expect.stringContaining('contact is not set') });
    const words = at('new', 'patterns', 'lexicons', 'example-wards.yaml');
    writeFileSync(words, readFileSync(words, 'utf8').replace('free on examplewood', 'free there'));
    expect(checkNew()).toMatchObject({ code: 2, stdout: expect.stringContaining('example-wards') });
  });

  it('says so where there is nothing to check', () => {
    expect(igScan(['config', 'check'], {}, at('work'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no configuration to check.'),
    });
  });
});
