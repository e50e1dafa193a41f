// From evidence to verdict, destination and residual: how facts, rules and clauses combine.

import { describe, expect, it } from 'vitest';
import { factsNamed, holds } from '../../src/policy/conditions.ts';
import { decide } from '../../src/policy/decide.ts';
import { dispose } from '../../src/policy/dispose.ts';
import { outlineOf } from '../../src/policy/rules.ts';
import { policyFileSchema } from '../../src/policy/schema.ts';
import { readYaml } from '../patterns.ts';
import { data, evidence, facts, factsOf, finding, policy, rules, TOPICS } from './evidence.ts';

const TALK_OF_CARE = { aboutness: { ...TOPICS, care: 0.6, because: [], leansOn: [] } };
const BED = finding('patient.identifier.location-bed');
const SEPSIS = finding('patient.clinical.diagnosis');

describe('the verdict', () => {
  it('is probable for a bed with an illness on a known ward', () => {
    const { verdict, severity, rules: ids } = decide(evidence([BED, SEPSIS]), data);
    expect({ verdict, severity, deciding: ids[0] }).toEqual({
      verdict: 'probable',
      severity: 'high',
      deciding: 'C-07',
    });
  });

  it('is only indirect where the ward is not known', () => {
    const { verdict } = decide(evidence([BED, SEPSIS], { setting: { work: true, ward: false } }), data);
    expect(verdict).toBe('indirect');
  });

  it('is none for a bed in a private chat', () => {
    const { verdict } = decide(evidence([BED], { setting: { work: false, ward: false } }), data);
    expect(verdict).toBe('none');
  });

  it('is none for an illness of nobody', () => {
    const aboutness = { ...TOPICS, person: 0.1, because: [], leansOn: [] };
    expect(decide(evidence([SEPSIS], { setting: { work: true, ward: false }, aboutness }), data).verdict).toBe('none');
  });

  it('is as sure as the weakest evidence that the rule needs', () => {
    const { confidence } = decide(evidence([finding('patient.identifier.location-bed', 0.55), SEPSIS]), data);
    expect(confidence).toBe(0.55);
  });

  it('does not depend on the order of the rules', () => {
    const held = factsOf(evidence([BED, SEPSIS]));
    expect(outlineOf(held, [...rules].reverse())).toEqual(outlineOf(held, rules));
  });

  it('leans on earlier messages when the identity is borrowed', () => {
    const carried = { power: 'direct', subject: 'patient', from: [4], confidence: 0.9, because: 'x' } as const;
    expect(decide(evidence([SEPSIS], { carried }), data).rules).toContain('C-23');
  });
});

describe('how a message reads in its conversation', () => {
  const about = (person: number) => ({ aboutness: { ...TOPICS, person, because: [], leansOn: [] } });

  it('makes a message that names nobody person-confidential', () => {
    expect(decide(evidence([], about(0.8)), data)).toMatchObject({ verdict: 'indirect', rules: ['C-31'] });
  });

  it('keeps a name and a clinical word quiet where it reads as talk about nobody', () => {
    const name = finding('patient.identifier.name-partial', 0.6);
    expect(decide(evidence([name, SEPSIS]), data).verdict).toBe('probable');
    expect(decide(evidence([name, SEPSIS], about(0.05)), data).verdict).toBe('none');
  });

  it('never keeps a national health number quiet', () => {
    const number = finding('patient.identifier.nhs-number', 0.9, 'nhs-number');
    expect(decide(evidence([number], about(0.05)), data).verdict).toBe('confirmed');
  });
});

describe('how a message reads as a sign of risk', () => {
  const reads = (topics: Partial<typeof TOPICS>) =>
    decide(evidence([], { aboutness: { ...TOPICS, person: 0.1, ...topics, because: [], leansOn: [] } }), data);

  it('is a flag, and talk of destroying records keeps the copy', () => {
    const { flags, residual } = reads({ destruction: 0.6 });
    expect({ flags, residual }).toEqual({ flags: ['governance.destruction-intent'], residual: 'retain' });
  });

  it('sends a code that was given away to be changed', () => {
    const { flags, dispositions } = reads({ secret: 0.6 });
    expect(flags).toEqual(['credential.unclear']);
    expect(dispositions.map(({ destination }) => destination)).toContain('secure-credential');
  });

  it('is none where it is unlikely', () => {
    expect(reads({ destruction: 0.2, secret: 0.1, mixUp: 0.1, outsider: 0.1 }).flags).toEqual([]);
  });
});

describe('the severity', () => {
  it('is that of the talk itself where nobody is named', () => {
    const { verdict, severity } = decide(evidence([finding('governance.destruction-intent')]), data);
    expect({ verdict, severity }).toEqual({ verdict: 'none', severity: 'critical' });
  });
});

describe('the destination', () => {
  it('of care content is the care record, with a breach assessment, each with its clauses', () => {
    const { dispositions } = decide(evidence([BED, SEPSIS]), data);
    expect(dispositions.map(({ destination }) => destination)).toEqual(['care-record', 'breach-assessment']);
    expect(dispositions.every(({ because }) => because.length > 0)).toBe(true);
  });

  it('of a number without care content is the breach assessment alone', () => {
    const number = finding('patient.identifier.nhs-number', 0.9, 'nhs-number');
    const { dispositions } = decide(evidence([number]), data);
    expect(dispositions.map(({ destination }) => destination)).toEqual(['breach-assessment']);
  });

  it('does not depend on the order of the dispositions', () => {
    const held = new Set(['reported', 'clinical', 'observation']);
    const reversed = { ...policy, dispositions: [...policy.dispositions].reverse() };
    const rows = (one: typeof policy) =>
      dispose(held, one).dispositions.map(({ destination, due, because }) => [destination, due, [...because].sort()]);
    expect(rows(reversed)).toEqual(rows(policy));
  });

  it('is due by the shortest of the limits that apply, and says how long it is kept there', () => {
    const { dispositions } = decide(evidence([BED, finding('patient.clinical.observation')], TALK_OF_CARE), data);
    expect(dispositions[0]).toMatchObject({
      destination: 'care-record',
      due: 'at once',
      keep: expect.arrayContaining(['KEEP-CARE-ADULT', 'KEEP-CARE-MENTAL']),
      by: expect.arrayContaining(['care-urgent', 'care-as-read']),
    });
  });
});

describe('the chat copy', () => {
  it('is never to be deleted while no hold register was given', () => {
    expect(decide(evidence([BED, SEPSIS]), data).residual).toBe('do-not-delete-yet');
  });

  it('goes after transfer once a register was searched and no hold covers it', () => {
    const { residual, hold } = decide(evidence([BED, SEPSIS]), data, []);
    expect({ residual, hold }).toEqual({ residual: 'delete-after-transfer', hold: { status: 'none', ids: [] } });
  });

  it('stays where a hold covers it, whatever else is due', () => {
    const { residual, hold, dispositions } = decide(evidence([BED, SEPSIS]), data, ['H-1']);
    expect({ residual, hold }).toEqual({ residual: 'retain', hold: { status: 'matched', ids: ['H-1'] } });
    expect(dispositions.map(({ destination }) => destination)).toContain('care-record');
  });

  it.each([
    ['a safeguarding concern', 'safeguarding.child'],
    ['an incident', 'incident.fall'],
    ['unprofessional talk', 'governance.unprofessional'],
    ['a death', 'patient.clinical.death'],
  ])('stays while the case is open, hold or not: %s', (_, category) => {
    expect(decide(evidence([BED, finding(category)]), data, []).residual).toBe('retain');
    expect(decide(evidence([BED, finding(category)]), data).residual).toBe('do-not-delete-yet');
  });

  it('stays until a person has judged it where the program is not sure', () => {
    const { verdict, residual } = decide(
      evidence([SEPSIS, finding('media.image')], { signals: ['media.image', 'media.unreviewed'] }),
      data,
      [],
    );
    expect({ verdict, residual }).toEqual({ verdict, residual: 'do-not-delete-yet' });
  });

  it('stays where records are talked of being destroyed', () => {
    expect(decide(evidence([finding('governance.destruction-intent')]), data).residual).toBe('retain');
  });

  it('of ordinary talk is left alone', () => {
    expect(decide(evidence([finding('ops.shift-swap')]), data).residual).toBe('leave');
  });
});

describe('a condition', () => {
  it('needs all of `all`, one of `any`, one of `and` and none of `none`', () => {
    const condition = { all: ['a'], any: ['b', 'c'], and: ['d'], none: ['e'] };
    expect(holds(condition, new Set(['a', 'c', 'd']))).toBe(true);
    expect(holds(condition, new Set(['a', 'c']))).toBe(false);
    expect(holds(condition, new Set(['a', 'd']))).toBe(false);
    expect(holds(condition, new Set(['a', 'b', 'd', 'e']))).toBe(false);
  });
});

describe('a fact that needs two words', () => {
  it('is not made by the same word twice', () => {
    const pain = finding('patient.clinical.symptom', 0.4);
    expect(factsOf(evidence([pain, pain])).has('clinical-words')).toBe(false);
  });
});

describe('the policy files', () => {
  it('name no fact that nothing asks for', () => {
    const milder = policyFileSchema.parse(readYaml('policy/nhse-minimise.yaml'));
    const conditions = [...rules, ...policy.dispositions, ...milder.lenient];
    const asked = new Set(conditions.flatMap(({ when }) => factsNamed(when)));
    expect(facts.filter(({ id, flag }) => !flag && !asked.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('give every rule an id of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
