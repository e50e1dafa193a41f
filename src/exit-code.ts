// With which number the program ends after a finished scan. Scripts rely on it: 0 all read and nothing to report, 1 findings,
// 3 something was not read. 3 outranks 1, because "findings" is a result, while "not all was read" makes every result unsafe.

import type { Severity, Summary } from './model.ts';
import { idsOf, SEVERITIES } from './report/words.ts';

/** The values of `--fail-on`: the lowest severity that counts, or `never`. */
export const FAIL_ON: readonly FailOn[] = ['never', ...idsOf(SEVERITIES)];
export type FailOn = Severity | 'never';

export function exitCode({ sources, bySeverity }: Pick<Summary, 'sources' | 'bySeverity'>, failOn: FailOn): 0 | 1 | 3 {
  if (sources.unreadable > 0 || sources.partial > 0) return 3;
  const counting = FAIL_ON.slice(1, FAIL_ON.indexOf(failOn) + 1).filter((level) => level !== 'never');
  return counting.some((level) => bySeverity[level] > 0) ? 1 : 0;
}
