// `ig-scan formats`: what can be handed in, how it is told, what its limits are; and what is recognised and refused.
// The words stand with each format and each issue; the table in the README is made from the same.

import { ISSUES, type IssueCode } from '../issues.ts';
import type { ChatFormat } from '../parse/format.ts';
import { FORMATS } from '../parse/formats.ts';
import { NOT_CHAT_CODES } from '../parse/not-chats.ts';
import { KINDS_NOT_READ } from '../source/sniff.ts';

/** What is known for what it is and not read, each once. */
export const REFUSED: readonly IssueCode[] = [...new Set([...KINDS_NOT_READ, ...NOT_CHAT_CODES])];

/** Holds for every format, so that no format needs to say it. */
export const FOR_ALL =
  'Pictures, documents and other files that come with a chat are read with it (ig-scan doctor lists the readers). Text that is no known chat is scanned line by line.';

/** Prints the formats in the order in which they are tried, then what is refused. */
export function printFormats(): number {
  const lines = [
    ...FORMATS.flatMap(formatLines),
    `${FORMATS.length} formats. ${FOR_ALL}`,
    '',
    'Recognised and not read:',
    ...REFUSED.map((code) => `  ${ISSUES[code].says}\n    ${ISSUES[code].advice}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

const formatLines = ({ id, name, about }: ChatFormat): string[] => [
  `${name}  [${id}]`,
  `  hand in   ${about.handIn}`,
  `  told by   ${about.toldBy}`,
  `  limits    ${about.limits}`,
  `  example   fixtures/${about.example}`,
  '',
];
