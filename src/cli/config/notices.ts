// What a scan says about its configuration before it begins: which one counts, and which was passed over and why.

import type { Settled } from './settle.ts';

/** Lines for stderr. A configuration that --config names needs no notice; one that was passed over is told even in a quiet run. */
export function notices({ chain }: Pick<Settled, 'chain'>, quiet: boolean): readonly string[] {
  return chain.flatMap(({ where, outcome }) => {
    if (outcome === 'passed over')
      return [
        `ig-scan: the configuration found as ${where} was passed over, because it lies with what is to be scanned: an archive must not configure its own scan.`,
        '  Move it to a folder of its own, away from exports, and name it with --config or IG_SCAN_CONFIG.',
      ];
    if (outcome !== 'used' || where === '--config' || quiet) return [];
    return [`ig-scan: settings of a configuration count (${where}); ig-scan config show lists them.`];
  });
}
