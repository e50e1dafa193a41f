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
    describes: 'one self-contained page to read, print and hand on; opens in any browser, without a network',
    open: async (...args) => (await import('./html/writer.ts')).openHtml(...args),
  },
  json: {
    id: 'json',
    extension: 'json',
    describes: 'everything, as one document for other programs (described by report.schema.json)',
    open: async (...args) => (await import('./json.ts')).openJson(...args),
  },
  ndjson: {
    id: 'ndjson',
    extension: 'ndjson',
    describes: 'everything, one record a line, written while the scan goes on',
    open: async (...args) => (await import('./ndjson.ts')).openNdjson(...args),
  },
} as const satisfies Record<string, ReportFormat>;

export type FormatId = keyof typeof FORMATS;
