// The commands and options as plain data, read from the same definitions that --help prints, for shell completions and the man page.

import type { Argument, Command, Help, Option } from 'commander';
import { FORMATS } from '../report/formats.ts';

/** What runs when no command is named. */
export const DEFAULT_COMMAND = 'scan';

/** What may stand in a place: one of some words, a path, or anything else. `format=` goes on with a path. */
export type Value =
  | { readonly kind: 'word' | 'start-of-word'; readonly name: string; readonly words: readonly string[] }
  | { readonly kind: 'path' | 'text'; readonly name: string };

export interface OptionNode {
  /** As in the help: `-f, --format <format>`. */
  readonly flags: string;
  /** `-f`, `--format`. */
  readonly names: readonly string[];
  readonly describes: string;
  /** With the choices and the default. */
  readonly describesFully: string;
  /** Undefined for a switch. */
  readonly value?: Value;
}

export interface CommandNode {
  /** Words after the program's name; none for the program itself. */
  readonly path: readonly string[];
  readonly describes: string;
  /** `[options] <path...>`. */
  readonly usage: string;
  readonly isDefault: boolean;
  readonly options: readonly OptionNode[];
  readonly takes: readonly Value[];
  readonly commands: readonly CommandNode[];
}

export function treeOf(command: Command, path: readonly string[] = []): CommandNode {
  const help = command.createHelp();
  const siblings = help.visibleCommands(command);
  const names = siblings.map((one) => one.name());
  return {
    path,
    describes: command.description(),
    usage: command.usage(),
    isDefault: path.join(' ') === DEFAULT_COMMAND,
    options: help.visibleOptions(command).map((option) => optionNode(option, help)),
    takes: command.registeredArguments.map((argument) => argumentValue(argument)),
    // The help command takes the name of one of its siblings.
    commands: siblings.map((one) => {
      const node = treeOf(one, [...path, one.name()]);
      return one.name() === 'help' ? { ...node, takes: [{ kind: 'word', name: 'command', words: names }] } : node;
    }),
  };
}

/** A node and all below it, parents first. */
export const allNodes = (node: CommandNode): CommandNode[] => [node, ...node.commands.flatMap(allNodes)];

/** With the options of the command that runs when none is named. */
export function optionsWithDefault({ path, options, commands }: CommandNode): readonly OptionNode[] {
  const own = new Set(options.flatMap(({ names }) => names));
  const others = path.length > 0 ? [] : (commands.find(({ isDefault }) => isDefault)?.options ?? []);
  return [...options, ...others.filter(({ names }) => !names.some((name) => own.has(name)))];
}

function optionNode(option: Option, help: Help): OptionNode {
  const { flags, description: describes } = option;
  const names = [option.short, option.long].filter((name) => name !== undefined);
  const describesFully = help.optionDescription(option);
  const placeholder = /[<[](.+?)(?:\.\.\.)?[>\]]/.exec(flags)?.[1];
  if (placeholder === undefined) return { flags, names, describes, describesFully };
  return { flags, names, describes, describesFully, value: valueFor(placeholder, option.argChoices) };
}

const argumentValue = (argument: Argument): Value => valueFor(argument.name(), argument.argChoices);

const PATHS = /^(?:path|file|folder)$/;

function valueFor(name: string, words: readonly string[] | undefined): Value {
  if (words) return { kind: 'word', name, words };
  if (name === 'format=path') return { kind: 'start-of-word', name, words: Object.keys(FORMATS).map((id) => `${id}=`) };
  return { kind: PATHS.test(name) ? 'path' : 'text', name };
}
