// Completion for zsh: one function a command, with the sentences of the help.

import { allNodes, type CommandNode, type OptionNode, optionsWithDefault, type Value } from '../tree.ts';

export function zshCompletion(root: CommandNode): string {
  return `#compdef ig-scan
# zsh completion for ig-scan, made by: ig-scan completions zsh
# To use it: write it to a file named _ig-scan in a folder of $fpath.
${allNodes(root).map(commandFunction).join('\n')}
if [[ $funcstack[1] == _ig-scan ]]; then
  _ig-scan "$@"
else
  compdef _ig-scan ig-scan
fi
`;
}

const functionName = (path: readonly string[]): string => ['_ig-scan', ...path].join('_');

function commandFunction(node: CommandNode): string {
  const specs = [...optionsWithDefault(node).map(optionSpec), ...places(node)];
  const own = `  _arguments -s ${specs.map((spec) => `\\\n    ${spec}`).join(' ')}`;
  if (node.commands.length === 0) return `${functionName(node.path)}() {\n${own}\n}\n`;
  const branches = node.commands.map(
    ({ path }) => `    ${path.at(-1)}) shift words; ((CURRENT--)); ${functionName(path)}; return ;;`,
  );
  const described = node.commands.map(({ path, describes }) => quoted(`${path.at(-1)}:${describes}`));
  return `${functionName(node.path)}() {
  ((CURRENT > 2)) && case $words[2] in
${branches.join('\n')}
  esac
  if ((CURRENT == 2)); then
    local -a commands=(${described.map((text) => `\n      ${text}`).join('')}
    )
    _describe -t commands command commands
  fi
${own}
}
`;
}

/** The places that arguments stand in; the program itself takes those of its default command. */
function places({ path, takes, commands }: CommandNode): string[] {
  const values = path.length === 0 ? (commands.find(({ isDefault }) => isDefault)?.takes ?? []) : takes;
  return values.map((value) => quoted(`*:${value.name}:${action(value)}`));
}

function optionSpec({ names, describes, value }: OptionNode): string {
  const name = names.length > 1 ? `{${names.join(',')}}` : names[0];
  const taken = value ? `:${value.name}:${action(value)}` : '';
  return `'*'${name}${quoted(`[${describes.replace(/[[\]:\\]/g, '\\$&')}]${taken}`)}`;
}

function action(value: Value): string {
  switch (value.kind) {
    case 'word':
      return `(${value.words.join(' ')})`;
    case 'start-of-word':
      return `{if compset -P "*="; then _files; else compadd -S "" - ${value.words.join(' ')}; fi}`;
    case 'path':
      return '_files';
    case 'text':
      return ' ';
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
