// A milder policy lowers what a message weighs, never what is found, kept, held or told to somebody.

import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model.ts';
import { decide } from '../../src/policy/decide.ts';
import { NEVER_EASED } from '../../src/policy/lenient.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { policyFileSchema } from '../../src/policy/schema.ts';
import { readYaml } from '../patterns.ts';
import { evidence, facts, finding, data as strict, policy as strictPolicy } from './evidence.ts';

const file = policyFileSchema.parse(readYaml('policy/nhse-minimise.yaml'));
const policy = policyOf('nhse-minimise', [strictPolicy, file])!;
const mild = { ...strict, policy };
const [entry] = policy.lenient;
/** A policy that eases whatever is reported: only what the program itself forbids is left. */
const reckless = {
  ...strict,
  policy: { ...policy, lenient: [{ ...entry!, when: { all: ['reported'], any: [], and: [], none: [] } }] },
};

const IN_RECORD: Finding = { ...finding('governance.moved-to-formal'), because: ['word "documented in the notes"'] };
const EMERGENCY = [
  finding('patient.identifier.location-bed'),
  finding('patient.clinical.diagnosis'),
  finding('context.urgent'),
  IN_RECORD,
];
const destinations = ({ dispositions }: ReturnType<typeof decide>) =>
  dispositions.map(({ destination }) => destination);

describe('an emergency with the least that identifies, said to stand in the record', () => {
  const before = decide(evidence(EMERGENCY), strict, []);
  const after = decide(evidence(EMERGENCY), mild, []);

  it('weighs less and needs no breach assessment, and the record says by which entry', () => {
    expect([before.severity, after.severity]).toEqual(['high', 'low']);
    expect(destinations(before)).toEqual(['care-record', 'breach-assessment']);
    expect(destinations(after)).toEqual(['care-record']);
    expect([before.lenient, after.lenient]).toEqual([undefined, ['emergency-in-record']]);
  });

  it('is listed with the same verdict, reasons and flags, and as urgent', () => {
    const shown = ({ verdict, rules, subjects, flags }: typeof before) => ({ verdict, rules, subjects, flags });
    expect(shown(after)).toEqual(shown(before));
    expect(after.flags).toContain('context.urgent');
  });

  it('weighs as much as before without word of the record, and where that word is of an e-mail', () => {
    const mailed = { ...IN_RECORD, because: ['word "ive emailed"'] };
    for (const last of [[], [mailed]]) {
      expect(decide(evidence([...EMERGENCY.slice(0, 3), ...last]), mild).severity).toBe('high');
    }
  });
});

describe('whatever a policy says', () => {
  it.each([undefined, [], ['H-1']])(
    'the copy in the chat and the hold stay as under the strict policy: holds %j',
    (holdIds) => {
      for (const milder of [mild, reckless]) {
        const kept = ({ residual, hold }: ReturnType<typeof decide>) => ({ residual, hold });
        expect(kept(decide(evidence(EMERGENCY), milder, holdIds))).toEqual(
          kept(decide(evidence(EMERGENCY), strict, holdIds)),
        );
      }
    },
  );

  it.each([
    ['safeguarding', 'safeguarding.child'],
    ['what the law keeps secret', 'patient.restricted.hiv'],
    ['an incident', 'incident.fall'],
    ['a death', 'patient.clinical.death'],
    ['talk of destroying records', 'governance.destruction-intent'],
    ['an outsider who reads along', 'governance.non-staff-member'],
    ['a password', 'credential.password'],
    ['an unread picture', 'media.unreviewed'],
  ])('is never eased: %s', (_, category) => {
    const signals = category.startsWith('media.') ? { signals: [category] } : {};
    const seen = evidence([...EMERGENCY, finding(category)], signals);
    expect(decide(seen, reckless)).toEqual(decide(seen, strict));
  });

  it("is never eased: a colleague's matter", () => {
    const seen = evidence([finding('staff.identifier.name'), finding('staff.hr.sickness'), IN_RECORD]);
    const before = decide(seen, strict);
    expect(before.subjects).toContain('staff');
    expect(decide(seen, reckless)).toEqual(before);
  });

  it('the facts that forbid it exist', () => {
    const known = new Set(facts.map(({ id }) => id));
    expect(NEVER_EASED.filter((id) => !known.has(id))).toEqual([]);
  });
});
