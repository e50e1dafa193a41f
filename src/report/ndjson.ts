// The same records as in the JSON report, one a line and each as soon as it is known; `record` says which kind. The summary is
// always the last line: a file without it is not complete.

import {
  chatJson,
  jsonLine,
  messageJson,
  notExaminedJson,
  SCHEMA_VERSION,
  sourceJson,
  summaryJson,
  toolJson,
} from './record-json.ts';
import type { OpenReport } from './report.ts';

export const openNdjson: OpenReport = (tool) => {
  let opened = false;
  const line = (record: string, fields: object) => `${jsonLine({ record, ...fields })}\n`;
  const next = (record: string, fields: object) => {
    const head = opened ? '' : line('tool', { schemaVersion: SCHEMA_VERSION, ...toolJson(tool) });
    opened = true;
    return head + line(record, fields);
  };
  return {
    message: (record) => next('message', messageJson(record)),
    chat: (record) => next('chat', chatJson(record)),
    source: (record) => next('source', sourceJson(record)),
    notExamined: (row) => next('not-examined', notExaminedJson(row)),
    end: (summary) => next('summary', summaryJson(summary)),
  };
};
