// The list of report formats. The choices of `--format` and `--out`, their help and the file extensions come from here; to add
// a format, write its file and add its entry. The code of a format is loaded only when it is asked for.

import type { ReportFormat } from './report.ts';

export const FORMATS = {
  terminal: {
    id: 'terminal',
    extension: 'txt',
    describes: 'a summary to read on the screen, the most serious messages first',
    open: async (...args) => (await import('./terminal/writer.ts')).openTerminal(...args),
  },
  html: {
    id: 'html',
    extension: 'html',
    reveals: 'too',
    describes: 'one self-contained page to read, print and hand on; opens in any browser, without a network',
    open: async (...args) => (await import('./html/writer.ts')).openHtml(...args),
  },
  json: {
    id: 'json',
    extension: 'json',
    reveals: 'too',
    describes: 'everything, as one document for other programs (described by report.schema.json)',
    open: async (...args) => (await import('./json.ts')).openJson(...args),
  },
  ndjson: {
    id: 'ndjson',
    extension: 'ndjson',
    reveals: 'too',
    describes: 'everything, one record a line, written while the scan goes on',
    open: async (...args) => (await import('./ndjson.ts')).openNdjson(...args),
  },
  csv: {
    id: 'csv',
    extension: 'csv',
    reveals: 'too',
    describes: 'the messages as a table for a spreadsheet; no cell is a formula',
    open: async (...args) => (await import('./csv.ts')).openCsv(...args),
  },
  xlsx: {
    id: 'xlsx',
    extension: 'xlsx',
    reveals: 'too',
    describes: 'the same as an Excel workbook, with chats, sources, clauses and what was not examined',
    isBinary: true,
    open: async (...args) => (await import('./xlsx.ts')).openXlsx(...args),
  },
  sarif: {
    id: 'sarif',
    extension: 'sarif',
    describes: 'SARIF 2.1.0, for tools that collect the findings of scanners; never upload it to a public place',
    open: async (...args) => (await import('./sarif.ts')).openSarif(...args),
  },
  junit: {
    id: 'junit',
    extension: 'xml',
    describes: 'JUnit XML for a dashboard: red where something was found or not read',
    open: async (...args) => (await import('./junit.ts')).openJunit(...args),
  },
  rsmf: {
    id: 'rsmf',
    extension: 'rsmf.zip',
    describes: 'the reported messages, word for word, for Relativity and other review platforms; only with a reveal',
    isBinary: true,
    reveals: 'only',
    open: async (...args) => (await import('./rsmf/writer.ts')).openRsmf(...args),
  },
} as const satisfies Record<string, ReportFormat>;

export type FormatId = keyof typeof FORMATS;
