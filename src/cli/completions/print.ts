// `ig-scan completions SHELL`: prints the script that lets a shell complete commands, options and their values.

import type { Command } from 'commander';
import { type CommandNode, treeOf } from '../tree.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import type { Shell } from './shells.ts';
import { zshCompletion } from './zsh.ts';

const WRITERS: Readonly<Record<Shell, (root: CommandNode) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** Returns the exit code. */
export function printCompletions(shell: Shell, program: Command): number {
  process.stdout.write(WRITERS[shell](treeOf(program)));
  return 0;
}
