// The man page, in roff, from the same definitions that --help prints. Only scripts/make-man.mjs and the tests load this file; the page is
// checked in as man/ig-scan.1.

import type { Command } from 'commander';
import { FORMATS } from '../report/formats.ts';
import { allNodes, type CommandNode, type OptionNode, treeOf } from './tree.ts';

/** `after` is the text that the help ends with: blocks with a heading such as `Examples:`, then sentences. */
export function manPage(program: Command, after: string): string {
  const root = treeOf(program);
  const commands = allNodes(root).slice(1);
  return [
    `.TH IG\\-SCAN 1 "" ${quoted(`ig-scan ${program.version()}`)} "User Commands"`,
    '.SH NAME',
    `ig\\-scan \\- ${roff('finds person-confidential information in exported staff chats')}`,
    '.SH SYNOPSIS',
    ...commands.filter(({ commands }) => commands.length === 0).flatMap(synopsis),
    '.SH DESCRIPTION',
    roff(root.describes),
    '.SH OPTIONS',
    ...root.options.flatMap(optionEntry),
    '.SH COMMANDS',
    ...commands.flatMap(commandSection),
    '.SH FORMATS',
    'The words after \\fB\\-\\-format\\fR and \\fB\\-\\-out\\fR.',
    ...Object.values(FORMATS).flatMap(({ id, describes }) => ['.TP', `.B ${roff(id)}`, roff(describes)]),
    ...after.trim().split(/\n\n+/).flatMap(afterBlock),
    '',
  ].join('\n');
}

const nameOf = ({ path, isDefault }: CommandNode): string => {
  const [first, ...rest] = path;
  return ['ig-scan', isDefault ? `[${first}]` : first, ...rest].join(' ');
};

const synopsis = (node: CommandNode): string[] => [`.B ${roff(nameOf(node))}`, roff(node.usage), '.br'];

function commandSection(node: CommandNode): string[] {
  return [`.SS ${quoted(`${nameOf(node)} ${node.usage}`)}`, roff(node.describes), ...node.options.flatMap(optionEntry)];
}

const optionEntry = ({ flags, describesFully }: OptionNode): string[] => [
  '.TP',
  `.B ${roff(flags)}`,
  roff(describesFully),
];

/** A block with a heading is a table that somebody laid out by hand; sentences are filled. */
function afterBlock(block: string): string[] {
  const [first = '', ...rest] = block.split('\n');
  if (!first.endsWith(':')) return ['.SH NOTES', roff(block.replaceAll('\n', ' '))];
  return [`.SH ${roff(first.slice(0, -1).toUpperCase())}`, '.nf', ...rest.map((text) => roff(text.trimStart())), '.fi'];
}

/** Signs that roff takes for its own, and a hyphen that is to be copied as it is. */
function roff(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('…', '...');
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
}

const quoted = (text: string): string => `"${roff(text).replaceAll('"', '\\(dq')}"`;
