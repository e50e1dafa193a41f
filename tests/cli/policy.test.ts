// `ig-scan policy …`, and a Trust's own policy in the folder of --patterns.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { igScan } from '../run.ts';

const root = mkdtempSync(join(tmpdir(), 'ig-scan-policy-'));
afterAll(() => rmSync(root, { recursive: true }));

const BULLY = (takes: string) => `
id: our-trust
name: Policy of Our Trust
version: "3"
extends: trust-strict
sources: [Our Trust, policy 12]
dispositions:
  - id: rota-talk
    why: The rota belongs in the roster system
    when: { any: [staff-absence] }
    destination: staff-record
    due: same day
    because: [OUR-1, POL-14]
    match: [{ text: "${takes}" }]
    noMatch: [{ text: "lovely cake, thanks", why: no absence }]
`;
const CLAUSES =
  'sources: [Our Trust]\nclauses: [{ id: OUR-1, kind: policy, source: Our policy 12, says: Rotas stay in the roster. }]\n';

function folder(name: string, policy: string, clauses = CLAUSES): string {
  const path = join(root, name);
  mkdirSync(join(path, 'policy/clauses'), { recursive: true });
  writeFileSync(join(path, 'policy/our-trust.yaml'), policy);
  writeFileSync(join(path, 'policy/clauses/ours.yaml'), clauses);
  return path;
}

const chat = join(root, 'WhatsApp Chat with Ward 12.txt');
writeFileSync(chat, '04/03/2024, 21:14 - Ann: Jo is off sick today\n14/03/2024, 21:15 - Bob: ok\n');

describe('ig-scan policy', () => {
  it('lists the policies, shows entries and clauses, and checks the examples', () => {
    expect(igScan(['policy', 'list']).stdout).toMatch(/^\* trust-strict {2}/m);
    expect(igScan(['policy', 'show', 'care-decision']).stdout).toContain('CQC-17: HSCA (Regulated Activities)');
    expect(igScan(['policy', 'show', 'POL-18']).stdout).toContain('named by: destruction, evasion');
    expect(igScan(['policy', 'check'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('every example holds'),
    });
  });

  it('says what to do where nothing bears the id, and does not repeat what was typed', () => {
    const { code, stderr } = igScan(['policy', 'show', 'Abernethy']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('ig-scan policy list') });
    expect(stderr).not.toContain('Abernethy');
  });
});

describe("a Trust's own policy", () => {
  const own = folder('good', BULLY('Jo is off sick today'));

  it('is listed, checked, and decides when it is named', () => {
    expect(igScan(['policy', 'list', '--patterns', own]).stdout).toContain('(extends trust-strict)');
    expect(igScan(['policy', 'check', own])).toMatchObject({
      code: 0,
      stdout: 'our-trust checked: every example holds\n',
    });
  });

  it('is refused by the check where an example does not hold, naming entry and example', () => {
    const { code, stdout } = igScan(['policy', 'check', folder('bad', BULLY('the cat sat on the mat'))]);
    expect(code).toBe(2);
    expect(stdout).toContain('missing  our-trust/rota-talk: "the cat sat on the mat" is not taken');
  });

  it.each([
    ['an unknown clause', BULLY('x').replace('OUR-1', 'OUR-2'), 'rota-talk names the unknown clause OUR-2'],
    ['an unknown fact', BULLY('x').replace('staff-absence', 'moon'), 'fact moon is not in rules/facts.yaml'],
    ['an unknown policy', BULLY('x').replace('extends: trust-strict', 'extends: nothing'), 'extends nothing'],
    ['no counter-example', BULLY('x').replace(/noMatch: .*/, 'noMatch: []'), 'message that it is not for'],
    ['a retention period as a reason', BULLY('x').replace('POL-14', 'KEEP-OH'), 'KEEP-OH, which is a retention period'],
  ])('stops the run with the reason: %s', (name, policy, says) => {
    const { code, stderr } = igScan([chat, '--patterns', folder(name.replaceAll(' ', '-'), policy)]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) });
  });
});
