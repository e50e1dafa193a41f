// The whole report as one JSON document, for other programs and audits. One record stands on one line, so that `less` and `grep`
// can read it too.

import {
  chatJson,
  jsonLine,
  messageJson,
  notExaminedJson,
  revealJson,
  rowByRow,
  SCHEMA_VERSION,
  sourceJson,
  summaryJson,
  toolJson,
} from './record-json.ts';
import type { OpenReport } from './report.ts';

/**
 * Messages are many and are written at once. A chat's counts are known only after its messages, a source's status only after
 * its chats: these few rows wait, as text, and follow at the end. To a JSON reader the order of keys makes no difference.
 */
export const openJson: OpenReport = (tool, _, { contact, reveal }) => {
  const sources: string[] = [];
  const chats: string[] = [];
  const ledger: string[] = [];
  const optional = Object.entries({ contact, reveal: revealJson(reveal) }).filter(([, value]) => value !== undefined);
  const opening = optional.map(([key, value]) => `"${key}": ${jsonLine(value as object)},\n`).join('');
  const messages = rowByRow(
    `{\n"schemaVersion": "${SCHEMA_VERSION}",\n"tool": ${jsonLine(toolJson(tool))},\n${opening}"messages": [\n`,
  );
  const keep = (rows: string[], row: object) => {
    rows.push(jsonLine(row));
    return '';
  };
  return {
    message: (record) => messages.row(jsonLine(messageJson(record))),
    chat: (record) => keep(chats, chatJson(record)),
    source: (record) => keep(sources, sourceJson(record)),
    notExamined: (row) => keep(ledger, notExaminedJson(row)),
    end: (summary) => {
      const lists = [list('sources', sources), list('chats', chats), list('notExamined', ledger)].join('');
      return `${messages.close()},\n${lists}"summary": ${jsonLine(summaryJson(summary))}\n}\n`;
    },
  };
};

function list(key: string, rows: readonly string[]): string {
  return rows.length === 0 ? `"${key}": [],\n` : `"${key}": [\n${rows.join(',\n')}\n],\n`;
}
