// What goes before what: each pair of neighbours in the order, on messages to which both apply.

import { describe, expect, it } from 'vitest';
import type { Category } from '../../src/model.ts';
import { residualOf } from '../../src/policy/chat-copy.ts';
import { decide } from '../../src/policy/decide.ts';
import { dutiesOf, PRECEDENCE } from '../../src/policy/precedence.ts';
import { mostSerious } from '../../src/report/most-serious.ts';
import { demo } from '../report/demo.ts';
import { data, evidence, finding } from './evidence.ts';

const CARE = [finding('patient.identifier.location-bed'), finding('patient.clinical.diagnosis')];
const DANGER = finding('safeguarding.child');
const DESTRUCTION = finding('governance.destruction-intent');

const decided = (categories: readonly Category[], holdIds?: readonly string[]) =>
  decide(evidence([...CARE, ...categories.map((category) => finding(category))]), data, holdIds);

it('runs from holds to deletion', () => {
  const order = ['hold', 'danger', 'destruction', 'breach', 'transfer', 'deletion'];
  expect(PRECEDENCE.map(({ id }) => id)).toEqual(order);
});

it('holds for a message to which nearly everything applies, in that order', () => {
  const decision = decided([DANGER.category, DESTRUCTION.category], ['H-1']);
  expect(dutiesOf(decision)).toEqual(['hold', 'danger', 'destruction', 'breach', 'transfer']);
});

describe('a hold', () => {
  it.each([
    ['danger to a person', DANGER.category],
    ['talk of destroying records', DESTRUCTION.category],
    ['care that must be transferred', 'patient.clinical.result'],
  ])('keeps the copy and stops no transfer: %s', (_, category) => {
    const held = decided([category], ['H-1']);
    const free = decided([category], []);
    expect(held.residual).toBe('retain');
    expect(held.dispositions).toEqual(free.dispositions);
  });

  it('beats every reason to delete', () => {
    const { dispositions } = decided([], []);
    expect(residualOf('confirmed', { dispositions, retain: 'no' }, 'none')).toBe('delete-after-transfer');
    expect(residualOf('confirmed', { dispositions, retain: 'no' }, 'matched')).toBe('retain');
  });
});

it('danger to a person is shown before talk of destroying records, whichever came first and however grave', () => {
  const list = mostSerious(10);
  const [first] = demo.messages;
  const record = (id: string, category: Category) => ({
    ...first!,
    id,
    ...decided([category]),
    exposure: { members: 2 },
  });
  list.add({ ...record('destroying', DESTRUCTION.category), severity: 'critical' });
  list.add({ ...record('danger', DANGER.category), severity: 'low' });
  expect(list.byRank().map(({ id }) => id)).toEqual(['danger', 'destroying']);
});

it('talk of destroying records keeps the copy even where a register was searched and a transfer is due', () => {
  const decision = decided([DESTRUCTION.category], []);
  expect(decision.residual).toBe('retain');
  expect(dutiesOf(decision)).toEqual(['destruction', 'breach', 'transfer']);
});

it('the clock of a breach runs whether or not the content is transferred', () => {
  expect(dutiesOf(decided([], []))).toEqual(['breach', 'transfer', 'deletion']);
  expect(decided([]).dispositions.map(({ destination }) => destination)).toContain('breach-assessment');
});

it('deletion waits for the transfer and for the search of a register', () => {
  expect(decided([]).residual).toBe('do-not-delete-yet');
  expect(decided([], []).residual).toBe('delete-after-transfer');
});
