// Completion for fish: one line a command or option, each under the condition that its command was typed.

import { allNodes, type CommandNode, type OptionNode, optionsWithDefault, type Value } from '../tree.ts';

export function fishCompletion(root: CommandNode): string {
  const lines = allNodes(root).flatMap((node) => {
    const when = condition(node, root);
    return [
      ...node.commands.map(({ path, describes }) => line(when, `-a ${path.at(-1)}`, describes)),
      ...node.takes.flatMap((value) => (value.kind === 'word' ? [line(when, among(value), value.name)] : [])),
      ...optionsWithDefault(node).map((option) => line(when, optionWords(option), option.describes)),
    ];
  });
  return `# fish completion for ig-scan, made by: ig-scan completions fish
# To use it: ig-scan completions fish > ~/.config/fish/completions/ig-scan.fish
${lines.join('\n')}
`;
}

/** True where the words of the command were typed and none of a command below it. */
function condition({ path, commands }: CommandNode, { commands: all }: CommandNode): string {
  if (path.length === 0) return `not __fish_seen_subcommand_from ${all.map((one) => one.path[0]).join(' ')}`;
  const typed = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const below = commands.map((one) => one.path.at(-1)).join(' ');
  return [...typed, ...(below === '' ? [] : [`not __fish_seen_subcommand_from ${below}`])].join('; and ');
}

const line = (when: string, what: string, describes: string): string =>
  `complete -c ig-scan -n ${quoted(when)} ${what} -d ${quoted(describes)}`;

function optionWords({ names, value }: OptionNode): string {
  const words = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  return [...words, ...(value ? [among(value)] : [])].join(' ');
}

function among(value: Value): string {
  switch (value.kind) {
    case 'word':
      return `-x -a ${quoted(value.words.join(' '))}`;
    case 'start-of-word':
      return `-r -a ${quoted(value.words.join(' '))}`;
    case 'path':
      return '-r -F';
    case 'text':
      return '-x';
  }
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
