// The roll-up for other programs and audits. One record stands on one line, as in the report of a scan.

import type { ToolRecord } from '../model.ts';
import { jsonLine, toolJson } from '../report/record-json.ts';
import type { RollUp } from './roll-up.ts';

/** Semantic version of batch.json. */
const BATCH_VERSION = '1.0.0';

export function rollUpJson(roll: RollUp, tool: ToolRecord): string {
  const { totals, needsAPerson, archives, chats, sameChats, parallelTalk } = roll;
  const lists = Object.entries({ needsAPerson, archives, chats, sameChats, parallelTalk }).map(
    ([key, rows]) => `"${key}": [${rows.map((row) => `\n${jsonLine(row)}`).join(',')}]`,
  );
  const head = [
    `"batchVersion": "${BATCH_VERSION}"`,
    `"tool": ${jsonLine(toolJson(tool))}`,
    `"totals": ${jsonLine(totals)}`,
  ];
  return `{\n${[...head, ...lists].join(',\n')}\n}\n`;
}
