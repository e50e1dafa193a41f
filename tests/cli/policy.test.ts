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

describe('--policy and --compare-policy', () => {
  const ward = join(root, 'WhatsApp Chat with Ward 14.txt');
  const EMERGENCY = 'bed 4 NEWS 9 peri arrest, MET call out, documented in the notes';
  writeFileSync(
    ward,
    [EMERGENCY, 'bed 6 NEWS 8 sats 84', 'ok'].map((said, at) => `14/03/2024, 21:1${at} - Ann: ${said}\n`).join(''),
  );
  const json = (...flags: string[]) => JSON.parse(igScan([ward, '--format', 'json', ...flags]).stdout);
  const strict = json();
  const compared = json('--compare-policy', 'nhse-minimise');

  it('the report names the policy that decided, trust-strict unless another is named', () => {
    expect(strict.tool.policy.id).toBe('trust-strict');
    const milder = json('--policy', 'nhse-minimise');
    expect(milder.tool.policy.id).toBe('nhse-minimise');
    expect(milder.messages[0]).toMatchObject({ severity: 'low', lenient: ['emergency-in-record'] });
    expect(milder.messages).toHaveLength(strict.messages.length);
  });

  it('a comparison changes no decision; it adds what would differ, and by which entry', () => {
    const [first, second] = compared.messages;
    expect(first.compared).toEqual({
      severity: 'low',
      destinations: ['care-record'],
      residual: 'do-not-delete-yet',
      by: ['emergency-in-record'],
    });
    expect(second.compared).toBeUndefined();
    const without = compared.messages.map(({ compared: _, ...message }: { compared?: unknown }) => message);
    expect(without).toEqual(strict.messages);
    const { comparison, ...summary } = compared.summary;
    expect(summary).toEqual(strict.summary);
    expect(comparison).toMatchObject({
      policy: { id: 'nhse-minimise' },
      differing: 1,
      before: { byDestination: { 'breach-assessment': 2 }, byResidual: { 'do-not-delete-yet': 2 } },
      after: { byDestination: { 'breach-assessment': 1 }, byResidual: { 'do-not-delete-yet': 2 } },
    });
  });

  it.each(['terminal', 'html'])('the %s report says what would change, and by which entry', (format) => {
    const { stdout } = igScan([ward, '--format', format, '--compare-policy', 'nhse-minimise']);
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toMatch(/1 message would be judged differently/);
    expect(text).toContain('no longer for: Data breach assessment');
    expect(text).toContain('(emergency-in-record)');
  });

  it('a policy that sends more messages somewhere shows it in the comparison alone', () => {
    const own = folder('more', BULLY('Jo is off sick today'));
    const report = JSON.parse(
      igScan([chat, '--format', 'json', '--patterns', own, '--compare-policy', 'our-trust']).stdout,
    );
    expect(report.messages[0].dispositions).toEqual([]);
    expect(report.messages[0].compared).toMatchObject({ destinations: ['staff-record'], by: ['rota-talk'] });
    expect(report.summary.byDestination['staff-record']).toBe(0);
    expect(report.summary.comparison.after.byDestination['staff-record']).toBe(1);
  });

  it('a policy that is not there stops the run and lists those that are', () => {
    const { code, stderr } = igScan([ward, '--compare-policy', 'Abernethy']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('nhse-minimise, trust-strict') });
    expect(stderr).not.toContain('Abernethy');
  });
});
