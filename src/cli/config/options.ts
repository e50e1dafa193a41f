// The settings as flags of a command, and which of them somebody typed.

import { type Command, Option } from 'commander';
import { ALL_SETTINGS, type Values } from './settings.ts';

/** Adds a flag for every setting, --config and --no-config. */
export function withSettings(command: Command): Command {
  for (const { flag, says, choices, fallback, group } of ALL_SETTINGS) {
    // No default here: what is not typed may stand in a configuration.
    const option = new Option(flag, fallback === undefined ? says : `${says} (default: ${fallback})`);
    if (choices) option.choices(choices);
    if (group) option.helpGroup(group);
    command.addOption(option);
  }
  return command
    .option('--config <path>', 'configuration to use: ig-scan.yaml, or its folder')
    .option('--no-config', 'use no configuration');
}

/** What withSettings adds, as commander gives it: `config` is false for --no-config, true where nothing is said. */
export interface SettingFlags extends Values {
  readonly config?: string | boolean;
}
