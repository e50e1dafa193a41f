// The examples in the policy files: each entry takes the messages that it gives as its own and leaves the others alone, on the path
// that a scan takes.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../src/cli/knowledge.ts';
import { examplesFailing } from '../../src/cli/policy-examples.ts';
import { readPack } from '../../src/load.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { policyFileSchema } from '../../src/policy/schema.ts';

const pack = readPack(fileURLToPath(new URL('../../patterns', import.meta.url)), '0');
const knowledge = knowledgeOf(pack);
const [first, ...rest] = pack.policy.dispositions;
const withFirst = (change: object) => ({ dispositions: [{ ...first!, ...change }, ...rest], lenient: [] });

describe('the examples of the shipped policies', () => {
  it.each(pack.policies.map(({ id }) => id))('hold: %s', async (id) => {
    const policy = policyOf(id, pack.policies)!;
    expect(await examplesFailing(policy, knowledgeOf({ ...pack, policy }))).toEqual([]);
  });

  it('would tell of an entry that misses its own message, or takes one that is none of its business', async () => {
    const { match, noMatch } = first!;
    const swapped = withFirst({ match: noMatch, noMatch: match.map((one) => ({ ...one, why: 'no reason' })) });
    const failures = await examplesFailing(swapped, knowledge);
    expect(failures.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'safeguarding missing',
      'safeguarding noisy',
      'safeguarding noisy',
    ]);
  });
});

describe('a policy file', () => {
  const file = { id: 'own', name: 'Own', version: '1', sources: ['s'] };
  const faults = (policy: object) =>
    (policyFileSchema.safeParse(policy).error?.issues ?? []).map(({ message }) => message);

  it('is valid with examples for each entry', () => {
    expect(faults({ ...file, dispositions: [first] })).toEqual([]);
  });

  it.each(['match', 'noMatch'])('is not valid where an entry has no %s', (key) => {
    expect(faults({ ...file, dispositions: [{ ...first!, [key]: [] }] })).toHaveLength(1);
  });

  it('is not valid without entries, nor with two of one id', () => {
    expect(faults(file)).toHaveLength(1);
    expect(faults({ ...file, extends: 'trust-strict' })).toEqual([]);
    expect(faults({ ...file, dispositions: [first, first] })).toEqual([expect.stringContaining(first!.id)]);
  });
});

it('the clause files name no clause that nothing cites, but for sentences of the Trust policy (docs/policy.md)', () => {
  const { policies, holdKinds, clauses } = pack;
  const cited = new Set([
    ...policies.flatMap(({ dispositions, lenient }) => [...dispositions, ...lenient].flatMap(({ because }) => because)),
    ...policies.flatMap(({ dispositions }) => dispositions.flatMap(({ keep }) => keep)),
    ...holdKinds.flatMap(({ because }) => because),
  ]);
  expect(clauses.filter(({ id, kind }) => kind !== 'policy' && !cited.has(id)).map(({ id }) => id)).toEqual([]);
});
