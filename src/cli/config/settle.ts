// Flags, configuration, defaults: what each setting is in this run, and who said so.

import { dirname, resolve } from 'node:path';
import { ScanError } from '../../errors.ts';
import type { FileFault } from '../../read-yaml.ts';
import { type Found, findConfig, type Place } from './find.ts';
import type { SettingFlags } from './options.ts';
import { ALL_SETTINGS, LONGEST_TEXT, type Setting, type Values } from './settings.ts';

type Origin = 'flag' | 'configuration' | 'default' | 'not set';

export interface Settled {
  readonly values: Values;
  readonly rows: readonly { readonly setting: Setting; readonly value: string | undefined; readonly from: Origin }[];
  /** Absolute path of the configuration in use. */
  readonly file?: string;
  readonly chain: readonly Place[];
}

/** `paths`: what is to be scanned, which no configuration may lie with. Throws ScanError naming every fault of the configuration. */
export async function settle(flags: SettingFlags, paths: readonly string[]): Promise<Settled> {
  const { config } = flags;
  const named = typeof config === 'string' ? config : undefined;
  const { file, chain }: Found = config === false ? { chain: [] } : await findConfig(named, paths);
  const written = file === undefined ? {} : await readConfig(file);
  const rows = ALL_SETTINGS.map((setting) => ({ setting, ...settled(setting, flags, written) }));
  const set = rows.flatMap(({ setting, value }) => (value === undefined ? [] : [[setting.name, value] as const]));
  return { values: Object.fromEntries(set), rows, chain, ...(file === undefined ? {} : { file }) };
}

function settled(setting: Setting, flags: Values, written: Values): { value: string | undefined; from: Origin } {
  const { name, fallback } = setting;
  if (flags[name] !== undefined) return { value: typedValue(setting, flags[name]), from: 'flag' };
  if (written[name] !== undefined) return { value: written[name], from: 'configuration' };
  return fallback === undefined ? { value: undefined, from: 'not set' } : { value: fallback, from: 'default' };
}

/** Throws ScanError where a text is missing or too long; what was typed is not repeated, it may be a name. */
function typedValue({ kind, flag }: Setting, value: string): string {
  if (kind !== 'text') return value;
  const text = value.trim();
  if (text !== '' && text.length <= LONGEST_TEXT) return text;
  throw new ScanError(
    `${flag.replace(/ .*/, '')} is ${text === '' ? 'empty' : 'too long'}.`,
    `Write it on one line, at most ${LONGEST_TEXT} signs.`,
  );
}

/** The settings that a file gives; its paths made whole. Loads its code only when there is a file. */
async function readConfig(file: string): Promise<Values> {
  const { configSchema } = await import('./schema.ts');
  const { readYaml } = await import('../../read-yaml.ts');
  const faults: FileFault[] = [];
  const written = readYaml(file, configSchema, faults);
  if (!written) throw faultyConfig(faults, await (await import('./shown.ts')).shownPath(file));
  const whole = ALL_SETTINGS.flatMap(({ name, kind }) => {
    const value = written[name];
    return value === undefined ? [] : [[name, kind === 'path' ? resolve(dirname(file), value) : value] as const];
  });
  return Object.fromEntries(whole);
}

function faultyConfig(faults: readonly FileFault[], name: string): ScanError {
  const inOrder = faults.toSorted((a, b) => (a.line ?? a.at ?? 0) - (b.line ?? b.at ?? 0));
  const lines = inOrder.map(({ line, at, says }) => {
    const what = line ? 'this line is not written as YAML' : says.replace(/^file: /, '');
    return `  ${name}${line || at ? `:${line ?? at}` : ''}: ${what}`;
  });
  return new ScanError(
    `The configuration cannot be used; nothing was scanned.\n${lines.join('\n')}`,
    'ig-scan config init FOLDER writes one with every setting explained; --no-config does without.',
  );
}
