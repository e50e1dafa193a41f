// A YAML file that somebody wrote by hand -> checked data. What is wrong with it is collected as sentences, with the place, so that
// all faults of all files can be shown at once.

import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong with one file, in words, with the line where it is known. */
export interface FileFault {
  readonly file: string;
  readonly line?: number;
  readonly says: string;
}

/** Undefined when the file is missing or wrong; then `faults` has grown. */
export function readYaml<T>(path: string, schema: z.ZodType<T>, faults: FileFault[]): T | undefined {
  const text = textOf(path);
  if (text === undefined) {
    faults.push({ file: path, says: 'is missing, or cannot be opened' });
    return undefined;
  }
  // Failsafe: every scalar stays the text that was typed, so that phone numbers, times and leading zeros are not changed.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: true });
  const broken = document.errors[0];
  if (broken) {
    const line = broken.linePos?.[0].line;
    faults.push({ file: path, says: broken.message.split('\n')[0] ?? 'is no YAML', ...(line ? { line } : {}) });
    return undefined;
  }
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    faults.push({ file: path, says: `${issue.path.join('.') || 'file'}: ${issue.message}` });
  }
  return undefined;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
