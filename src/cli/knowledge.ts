// What a run knows: the shipped pack, with a Trust's own patterns where a folder was named, made ready for the pipeline.

import { createHash } from 'node:crypto';
import { findingsIn } from '../detect/detect.ts';
import { buildDetectors } from '../detect/detectors.ts';
import { peopleOf } from '../detect/people/people.ts';
import { ScanError } from '../errors.ts';
import type { Category, ToolRecord } from '../model.ts';
import { type Pack, shippedPack } from '../pack.ts';
import { factReader, flagsOfFacts } from '../policy/facts.ts';
import type { Hold } from '../policy/hold-register.ts';
import { DEFAULT_POLICY, policyOf } from '../policy/policies.ts';
import type { Policy } from '../policy/schema.ts';
import type { StaffList } from '../policy/staff-list.ts';
import { standingsFrom } from '../policy/standing.ts';
import type { Wording } from '../report/report.ts';
import type { Knowledge } from '../scan.ts';
import type { Values } from './config/settings.ts';

/**
 * The shipped pack, deciding by the policy of that id; with `folder`, its files added, replacing shipped ones of the same id, and its
 * names. Throws ScanError when a file is wrong or there is no such policy.
 */
export async function packWith(folder: string | undefined, policy: string = DEFAULT_POLICY): Promise<Pack> {
  const shipped = shippedPack();
  const pack = folder === undefined ? shipped : await withFolder(folder, shipped);
  return { ...pack, policy: namedPolicy(policy, pack) };
}

async function withFolder(folder: string, shipped: Pack): Promise<Pack> {
  const { readOwnFolder, withOwn } = await import('../load.ts');
  const own = readOwnFolder(folder, shipped);
  const sha256 = sha256Of([shipped.sha256, own]);
  const { localNames } = own;
  return { ...shipped, ...withOwn(shipped, own), localNames, version: `${shipped.version}+own`, sha256 };
}

/** Throws ScanError when there is no policy of that id. What was typed is not repeated: it may be a name or a path. */
export function namedPolicy(id: string, { policies }: Pick<Pack, 'policies'>): Policy {
  const policy = policyOf(id, policies);
  if (policy) return policy;
  const ids = policies.map((one) => one.id).join(', ');
  throw new ScanError(
    'There is no policy of that id.',
    `There are: ${ids}. Your own stand in policy/*.yaml of the folder of --patterns.`,
  );
}

const sha256Of = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** What the settings name. The code of a register or list is loaded only when one is named. */
export async function loadNamed({ patterns, policy, comparePolicy, holds, staff }: Values) {
  const pack = await packWith(patterns, policy);
  const knowledge = knowledgeOf(pack, {
    ...(holds !== undefined && { holds: (await import('../load-holds.ts')).readHoldRegister(holds) }),
    ...(staff !== undefined && { staff: (await import('../load-staff.ts')).readStaffList(staff) }),
    ...(comparePolicy !== undefined && { compared: namedPolicy(comparePolicy, pack) }),
  });
  return { pack, knowledge };
}

/** Of the register and the staff list, where they were given; `compared`: another policy, to see what it would change. */
export function knowledgeOf(
  pack: Pack,
  {
    holds,
    staff,
    compared,
  }: { readonly holds?: readonly Hold[]; readonly staff?: StaffList; readonly compared?: Policy } = {},
): Knowledge {
  const detectors = buildDetectors(pack);
  const { facts, rules, policy } = pack;
  const severities = new Map(pack.taxonomy.map(({ id, severity }) => [id, severity]));
  const decisions = {
    factsOf: factReader(facts, detectors.powerOf),
    flagOfFact: flagsOfFacts(facts),
    rules,
    policy,
    ...(holds ? { holds } : {}),
    severityOf: (category: Category) => severities.get(category) ?? 'info',
  };
  return {
    detectors,
    decisions,
    ...(compared
      ? { compared: { policy: policyRecord(compared, pack), decisions: { ...decisions, policy: compared } } }
      : {}),
    ...(staff ? { standingsIn: standingsFrom(staff) } : {}),
    findIdentifying: (text) =>
      findingsIn(text, '', detectors, peopleOf(detectors.people, [])).filter(({ category }) =>
        IDENTIFYING.test(category),
      ),
  };
}

/** What may not be shown of a title or a path. Ages, beds and wards say where, not who, and an officer needs them. */
const IDENTIFYING =
  /^(patient\.identifier\.(?!location|age-sex|encounter-time)|staff\.(identifier|finance)|credential)\b/;

export function wordingOf(pack: Pack): Wording {
  const categories = new Map(pack.taxonomy.map(({ id, name }) => [id, name]));
  const rules = new Map(pack.rules.map(({ id, says }) => [id, says]));
  const entries = pack.policies.flatMap(({ dispositions, lenient }) => [...dispositions, ...lenient]);
  const whys = new Map(entries.map(({ id, why }) => [id, why]));
  const holdKinds = new Map(pack.holdKinds.map((kind) => [kind.id, kind]));
  const clauses = new Map(pack.clauses.map((clause) => [clause.id, clause]));
  return {
    category: (id) => categories.get(id) ?? id,
    rule: (id) => rules.get(id) ?? id,
    entry: (id) => whys.get(id) ?? id,
    holdKind: (kind) => holdKinds.get(kind) ?? { name: kind, says: '', because: [] },
    clause: (id) => clauses.get(id) ?? { source: id, says: '' },
  };
}

const policyRecord = (policy: Policy, { clauses }: Pack): ToolRecord['policy'] => ({
  id: policy.id,
  version: policy.version,
  sha256: sha256Of([policy, clauses]),
});

export const toolRecord = (pack: Pack, version: string): ToolRecord => ({
  name: 'ig-scan',
  version,
  patterns: { version: pack.version, sha256: pack.sha256 },
  policy: policyRecord(pack.policy, pack),
});
