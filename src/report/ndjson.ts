// The same records as in the JSON report, one a line and each as soon as it is known; `record` says which kind. A file can be cut
// short, by a full disk or a copy that broke off, and still be lines of good JSON. The last line therefore says that it is the last:
//
//   {"record":"footer","complete":true,"counts":{"tool":1,"message":9,…},"sha256OfLines":"…"}
//
// `counts` are the lines before it by kind, `sha256OfLines` is the hash of all bytes before it, each line with its line feed. A file
// without this line, or with another hash, is not complete. To check one: head -n -1 report.ndjson | sha256sum

import { createHash } from 'node:crypto';
import {
  chatJson,
  jsonLine,
  messageJson,
  notExaminedJson,
  revealJson,
  SCHEMA_VERSION,
  sourceJson,
  summaryJson,
  toolJson,
} from './record-json.ts';
import type { OpenReport } from './report.ts';

export const openNdjson: OpenReport = (tool, _, { contact, reveal }) => {
  const counts = { tool: 0, message: 0, chat: 0, source: 0, 'not-examined': 0, summary: 0 };
  const hash = createHash('sha256');
  const line = (record: keyof typeof counts, fields: object) => {
    const text = `${jsonLine({ record, ...fields })}\n`;
    counts[record] += 1;
    hash.update(text);
    return text;
  };
  const next = (record: keyof typeof counts, fields: object) => {
    const opening = { schemaVersion: SCHEMA_VERSION, ...toolJson(tool), contact, reveal: revealJson(reveal) };
    const head = counts.tool > 0 ? '' : line('tool', opening);
    return head + line(record, fields);
  };
  return {
    message: (record) => next('message', messageJson(record)),
    chat: (record) => next('chat', chatJson(record)),
    source: (record) => next('source', sourceJson(record)),
    notExamined: (row) => next('not-examined', notExaminedJson(row)),
    end: (summary) => {
      const last = next('summary', summaryJson(summary));
      const footer = { record: 'footer', complete: true, counts, sha256OfLines: hash.digest('hex') };
      return `${last}${jsonLine(footer)}\n`;
    },
  };
};
