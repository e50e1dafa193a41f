// What another policy would have made of the same messages: counted under both, and message by message where they differ. Both decide
// on the same evidence, so whatever differs comes from the entries of the policies.

import type {
  Compared,
  Comparison,
  Decision,
  Destination,
  PolicyCounts,
  Residual,
  Severity,
  ToolRecord,
} from '../model.ts';
import { isReportable } from './record.ts';
import { DESTINATIONS, RESIDUALS, SEVERITIES, zeros } from './words.ts';

const destinationsOf = ({ dispositions }: Decision): Destination[] =>
  dispositions.map(({ destination }) => destination);
const entriesOf = ({ dispositions }: Decision): string[] => dispositions.flatMap(({ by = [] }) => by);

/** What stands in one list alone, the new first. */
const unshared = (old: readonly string[], now: readonly string[]): string[] => [
  ...now.filter((id) => !old.includes(id)),
  ...old.filter((id) => !now.includes(id)),
];

/** How the other policy decides, where that is something else; time limits and clauses are not compared. */
export function differenceOf(before: Decision, after: Decision): Compared | undefined {
  const shown = (one: Decision) => [one.severity, one.residual, ...destinationsOf(one)].join(' ');
  if (shown(before) === shown(after)) return undefined;
  // An entry that lowers a message is the reason; those whose destination it dropped are not.
  const easing = unshared(before.lenient ?? [], after.lenient ?? []);
  const by = easing.length > 0 ? easing : unshared(entriesOf(before), entriesOf(after));
  return { severity: after.severity, destinations: destinationsOf(after), residual: after.residual, by };
}

export interface ComparisonTally {
  /** Of every message: what the policy of the report and the other one decide. */
  add(before: Decision, after: Decision): void;
  counts(): Comparison;
}

export function comparisonTally(policy: ToolRecord['policy']): ComparisonTally {
  const before = noCounts();
  const after = noCounts();
  let differing = 0;
  return {
    add: (one, other) => {
      count(one, before);
      count(other, after);
      if (differenceOf(one, other)) differing += 1;
    },
    counts: () => ({ policy, differing, before, after }),
  };
}

interface Counting extends PolicyCounts {
  readonly bySeverity: Record<Severity, number>;
  readonly byDestination: Record<Destination, number>;
  readonly byResidual: Record<Residual, number>;
}

const noCounts = (): Counting => ({
  bySeverity: zeros<Severity>(SEVERITIES),
  byDestination: zeros<Destination>(DESTINATIONS),
  byResidual: zeros<Residual>(RESIDUALS),
});

function count(decision: Decision, { bySeverity, byDestination, byResidual }: Counting): void {
  if (!isReportable(decision)) return;
  bySeverity[decision.severity] += 1;
  byResidual[decision.residual] += 1;
  for (const destination of destinationsOf(decision)) byDestination[destination] += 1;
}

/** One row for each count that is not nought under both policies: what, before, after. */
export function comparisonRows({ before, after }: Comparison): readonly (readonly [string, number, number])[] {
  const rows = <Id extends string>(
    names: Readonly<Record<Id, string | { readonly name: string }>>,
    of: (counts: PolicyCounts) => Readonly<Record<Id, number>>,
  ) =>
    (Object.entries(names) as [Id, string | { readonly name: string }][]).map(
      ([id, name]) => [typeof name === 'string' ? name : name.name, of(before)[id], of(after)[id]] as const,
    );
  return [
    ...rows(SEVERITIES, ({ bySeverity }) => bySeverity),
    ...rows(DESTINATIONS, ({ byDestination }) => byDestination),
    ...rows(RESIDUALS, ({ byResidual }) => byResidual),
  ].filter(([, old, now]) => old + now > 0);
}
