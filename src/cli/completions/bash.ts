// Completion for bash, 3.2 (macOS) and later. Where a path may stand, nothing is offered and bash completes file names itself.

import { allNodes, type CommandNode, optionsWithDefault, type Value } from '../tree.ts';

export function bashCompletion(root: CommandNode): string {
  const nodes = allNodes(root);
  const valued = nodes.flatMap(({ options }) => options.flatMap(({ names, value }) => (value ? names : [])));
  const standsFor = nodes.find(({ isDefault }) => isDefault)?.path.join(' ') ?? '';
  return `# bash completion for ig-scan, made by: ig-scan completions bash
# To use it now: source <(ig-scan completions bash)
_ig_scan() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} path='' i
  COMPREPLY=()
  # bash splits --format=json at the sign.
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ $prev == '=' ]]; then
    prev=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i - 1]}" in
      ${[...new Set(valued)].join(' | ')} | '=') continue ;;
    esac
    case "$path \${COMP_WORDS[i]}" in
${nodes.slice(1).map(step).join('\n')}
      ' '[!=-]*) path='${standsFor}' ;;
    esac
  done
  case "$path $prev" in
${nodes.flatMap(valueCases).join('\n')}
  esac
  case "$path" in
${nodes.map(wordCase).join('\n')}
  esac
}
complete -o default -F _ig_scan ig-scan
`;
}

const step = ({ path }: CommandNode): string =>
  `      '${path.slice(0, -1).join(' ')} ${path.at(-1)}') path='${path.join(' ')}' ;;`;

function valueCases(node: CommandNode): string[] {
  return optionsWithDefault(node).flatMap(({ names, value }) =>
    value
      ? [`    ${names.map((name) => `'${node.path.join(' ')} ${name}'`).join(' | ')}) ${offer(value)}return ;;`]
      : [],
  );
}

function offer(value: Value): string {
  switch (value.kind) {
    case 'word':
      return `${among(value.words)}; `;
    case 'start-of-word':
      return `${among(value.words)}; compopt -o nospace 2> /dev/null; `;
    case 'text':
      return 'compopt +o default 2> /dev/null; ';
    case 'path':
      return '';
  }
}

const among = (words: readonly string[]): string => `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur"))`;

function wordCase(node: CommandNode): string {
  const options = optionsWithDefault(node).flatMap(({ names }) => names);
  const words = [
    ...node.commands.map(({ path }) => path.at(-1) ?? ''),
    ...node.takes.flatMap((value) => (value.kind === 'word' ? value.words : [])),
  ];
  return `    '${node.path.join(' ')}') if [[ $cur == -* ]]; then ${among(options)}; else ${among(words)}; fi ;;`;
}
