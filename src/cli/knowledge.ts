// What a run knows: the shipped pack, with a Trust's own patterns where a folder was named, made ready for the pipeline.

import { createHash } from 'node:crypto';
import { findingsIn } from '../detect/detect.ts';
import { buildDetectors } from '../detect/detectors.ts';
import { peopleOf } from '../detect/people/people.ts';
import type { ToolRecord } from '../model.ts';
import { type Pack, shippedPack } from '../pack.ts';
import { factReader, flagsOfFacts } from '../policy/facts.ts';
import type { Hold } from '../policy/hold-register.ts';
import type { Wording } from '../report/report.ts';
import type { Knowledge } from '../scan.ts';

/** The shipped pack; with `folder`, its patterns and word lists added, replacing shipped ones of the same id, and its names. */
export async function packWith(folder: string | undefined): Promise<Pack> {
  const shipped = shippedPack();
  if (folder === undefined) return shipped;
  const { readOwnFolder } = await import('../load.ts');
  const own = readOwnFolder(folder, shipped);
  const replaces = (added: readonly { id: string }[]) => (one: { id: string }) =>
    !added.some(({ id }) => id === one.id);
  const identifiers = [...shipped.identifiers.filter(replaces(own.identifiers)), ...own.identifiers];
  const lexicons = [...shipped.lexicons.filter(replaces(own.lexicons)), ...own.lexicons];
  const sha256 = createHash('sha256')
    .update(JSON.stringify([shipped.sha256, own]))
    .digest('hex');
  return { ...shipped, identifiers, lexicons, localNames: own.localNames, version: `${shipped.version}+own`, sha256 };
}

/** `holds`: the register, where one was given. */
export function knowledgeOf(pack: Pack, holds?: readonly Hold[]): Knowledge {
  const detectors = buildDetectors(pack);
  const { facts, rules, policy } = pack;
  const severities = new Map(pack.taxonomy.map(({ id, severity }) => [id, severity]));
  return {
    detectors,
    decisions: {
      factsOf: factReader(facts, detectors.powerOf),
      flagOfFact: flagsOfFacts(facts),
      rules,
      policy,
      ...(holds ? { holds } : {}),
      severityOf: (category) => severities.get(category) ?? 'info',
    },
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
  const clauses = new Map(pack.policy.clauses.map((clause) => [clause.id, clause]));
  return {
    category: (id) => categories.get(id) ?? id,
    rule: (id) => rules.get(id) ?? id,
    clause: (id) => clauses.get(id) ?? { source: id, says: '' },
  };
}

export const toolRecord = (pack: Pack, version: string): ToolRecord => ({
  name: 'ig-scan',
  version,
  patterns: { version: pack.version, sha256: pack.sha256 },
  policy: { id: pack.policy.id, version: pack.policy.version, sha256: pack.policySha256 },
});
