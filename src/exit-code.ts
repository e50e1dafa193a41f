// With which number the program ends after a finished scan. Scripts rely on it: 0 all read and nothing to report, 1 findings,
// 3 something was not read. 3 outranks 1, because "findings" is a result, while "not all was read" makes every result unsafe.

import type { Severity, Summary } from './model.ts';
import { idsOf, SEVERITIES } from './report/words.ts';

/** The values of `--fail-on`: the lowest severity that counts; `urgent`, what a person must read now; `never`. */
export const FAIL_ON: readonly FailOn[] = ['never', 'urgent', ...idsOf(SEVERITIES)];
export type FailOn = Severity | 'urgent' | 'never';

type Counts = Pick<Summary, 'sources' | 'urgent' | 'bySeverity' | 'baseline'>;

/** What a baseline silences does not count. */
export function exitCode({ sources, urgent, bySeverity, baseline }: Counts, failOn: FailOn): 0 | 1 | 3 {
  if (sources.unreadable > 0 || sources.partial > 0) return 3;
  if (failOn === 'never') return 0;
  if (failOn === 'urgent') return urgent > 0 ? 1 : 0;
  const severities = idsOf(SEVERITIES);
  const counting = severities.slice(0, severities.indexOf(failOn) + 1);
  return counting.some((level) => bySeverity[level] > (baseline?.silenced[level] ?? 0)) ? 1 : 0;
}
