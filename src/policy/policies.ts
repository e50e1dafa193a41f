// From the policy files of a pack to the one that a run decides by: what a policy extends is taken in, own entries replace.

import { factsNamed } from './conditions.ts';
import type { Clause, Policy, PolicyFile } from './schema.ts';

/** The policy that counts unless another is named. */
export const DEFAULT_POLICY = 'trust-strict';

/** Undefined when there is no policy of that id, or it extends one that is not there or extends itself. */
export function policyOf(id: string, files: readonly PolicyFile[]): Policy | undefined {
  const file = files.find((one) => one.id === id);
  if (!file) return undefined;
  const { extends: parent, ...own } = file;
  if (parent === undefined) return own;
  const base = policyOf(
    parent,
    files.filter((one) => one !== file),
  );
  if (!base) return undefined;
  return {
    ...own,
    sources: [...base.sources, ...own.sources],
    dispositions: replaced(base.dispositions, own.dispositions),
    lenient: replaced(base.lenient, own.lenient),
  };
}

/** Entries stand where those that they replace stood; new ones follow. */
function replaced<T extends { readonly id: string }>(base: readonly T[], own: readonly T[]): T[] {
  const byId = new Map([...base, ...own].map((one) => [one.id, one]));
  return [...byId.values()];
}

interface Surroundings {
  readonly files: readonly PolicyFile[];
  readonly clauses: readonly Pick<Clause, 'id' | 'kind'>[];
  readonly facts: ReadonlySet<string>;
}

/** What no policy file can know by itself, as sentences: names of facts, clauses and policies that are not there. */
export function faultsOfPolicy(
  { id, extends: parent, dispositions, lenient }: PolicyFile,
  known: Surroundings,
): string[] {
  const kinds = new Map(known.clauses.map((clause) => [clause.id, clause.kind]));
  const clause = (entry: string, clauseId: string, isKept: boolean): string[] => {
    const kind = kinds.get(clauseId);
    if (!kind) return [`${entry} names the unknown clause ${clauseId}`];
    if ((kind === 'retention') === isKept) return [];
    return [`${entry} names ${clauseId}, which ${isKept ? 'is no' : 'is a'} retention period`];
  };
  return [
    ...(policyOf(id, known.files) ? [] : [`extends ${parent}, which is no policy, or extends this one`]),
    ...[...dispositions, ...lenient].flatMap(({ id: entry, when, because }) => [
      ...factsNamed(when)
        .filter((fact) => !known.facts.has(fact))
        .map((fact) => `${entry}: fact ${fact} is not in rules/facts.yaml`),
      ...because.flatMap((one) => clause(entry, one, false)),
    ]),
    ...dispositions.flatMap(({ id: entry, keep }) => keep.flatMap((one) => clause(entry, one, true))),
  ];
}
