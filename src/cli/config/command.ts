// `ig-scan config show` and `check`: which settings count and where each comes from, and whether all that they name can be used.

import { ScanError } from '../../errors.ts';
import { forTerminal } from '../../report/escape.ts';
import type { SettingFlags } from './options.ts';
import { ALL_SETTINGS } from './settings.ts';
import { type Settled, settle } from './settle.ts';
import { shownPath } from './shown.ts';

/** Prints where a configuration was looked for, and each setting with its value and its source; what files hold is never shown. */
export async function showConfig(paths: readonly string[], flags: SettingFlags): Promise<number> {
  const settled = await settle(flags, paths);
  const width = Math.max(...ALL_SETTINGS.map(({ name }) => name.length));
  const rows = settled.rows.map(async ({ setting: { name, kind }, value, from }) => {
    const shown = value === undefined ? '' : kind === 'path' ? await shownPath(value) : forTerminal(value);
    return `${name.padEnd(width)}  ${from.padEnd('configuration'.length)}  ${shown}`.trimEnd();
  });
  print([...(await placesOf(settled)), '', ...(await Promise.all(rows))]);
  return 0;
}

async function placesOf({ file, chain }: Settled): Promise<readonly string[]> {
  if (chain.length === 0) return ['Configuration: none, as --no-config asks'];
  return [
    `Configuration: ${file === undefined ? 'none' : await shownPath(file)}`,
    ...chain.map(
      ({ where, outcome }) =>
        `  ${where}: ${outcome}${outcome === 'passed over' ? ', it lies with what is to be scanned' : ''}`,
    ),
  ];
}

/** Checks a configuration (the one in use, or that of `path`) and everything it names; lists all faults, and gives 2 where there is one. */
export async function checkConfig(path: string | undefined): Promise<number> {
  const settled = await settle(path === undefined ? {} : { config: path }, []);
  if (settled.file === undefined) {
    throw new ScanError(
      'There is no configuration to check.',
      'Name one: ig-scan config check FOLDER. ig-scan config init FOLDER writes one.',
    );
  }
  const faults: string[] = [];
  let named = 0;
  for (const { setting, value } of settled.rows) {
    if (!setting.check || value === undefined) continue;
    named += 1;
    faults.push(...(await faultsOf(setting.name, () => setting.check?.(value))));
  }
  const missing = settled.values.contact === undefined ? ['contact is not set: reports will say so.'] : [];
  const verdict = faults.length === 0 ? 'nothing is wrong' : `${faults.length} of these cannot be used`;
  print([...faults, ...missing, `Configuration checked, with ${named} files or folders that it names: ${verdict}`]);
  return faults.length === 0 ? 0 : 2;
}

async function faultsOf(name: string, check: () => unknown): Promise<string[]> {
  try {
    await check();
    return [];
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    return [`${name}: ${error.message.replace('; nothing was scanned', '')}\n  ${error.hint}`];
  }
}

const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
