// A Trust's own names and words that are no names, from the folder that --patterns names.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { igScan } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-own-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'people'));
writeFileSync(join(folder, 'people/names.txt'), '# of our valley\nQuorble\n');
writeFileSync(join(folder, 'people/not-names.txt'), 'Hendry\r\n');

const SAID = 'quorble not eating, hendry bp 88';
const explained = (...args: string[]) => igScan(['patterns', 'explain', SAID, ...args]).stdout;

describe("a Trust's own names", () => {
  it('are unknown without its folder', () => {
    expect(explained()).toContain('not in any list');
    expect(explained()).toMatch(/"hendry": patient\.identifier\.name/);
  });

  it('are found, and words that are no names there are left alone', () => {
    const said = explained('--patterns', folder);
    expect(said).toMatch(/"quorble": patient\.identifier\.name-partial/);
    expect(said).not.toMatch(/"hendry": patient\.identifier\.name/);
  });

  it('change the checksum of the patterns in the report', () => {
    const shaOf = (...args: string[]) =>
      JSON.parse(igScan(['fixtures/social', '--format', 'json', ...args]).stdout).tool.patterns.sha256;
    expect(shaOf('--patterns', folder)).not.toBe(shaOf());
  });
});
