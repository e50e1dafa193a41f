// A YAML file that somebody wrote by hand -> checked data. What is wrong with it is collected as sentences, with the place, so that
// all faults of all files can be shown at once.

import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong with one file, in words, with the line where it is known. */
export interface FileFault {
  readonly file: string;
  readonly line?: number;
  /** Line of the wrong value or key, where the file is written as YAML but says something wrong. */
  readonly at?: number;
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
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: true, lineCounter: lines });
  const broken = document.errors[0];
  if (broken) {
    const line = broken.linePos?.[0].line;
    faults.push({ file: path, says: broken.message.split('\n')[0] ?? 'is no YAML', ...(line ? { line } : {}) });
    return undefined;
  }
  // A file of remarks alone says nothing, which is not the same as something wrong.
  const checked = schema.safeParse(document.toJS() ?? {});
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    for (const { key, says } of wrongs(issue)) {
      const at = lineOf(document, issue.path, key, lines);
      faults.push({ file: path, says: `${issue.path.join('.') || 'file'}: ${says}`, ...(at ? { at } : {}) });
    }
  }
  return undefined;
}

/** A schema that has something to say of each unknown key says it in as many lines; then each becomes a fault of its own. */
function wrongs(issue: z.core.$ZodIssue): readonly { readonly key?: string; readonly says: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ says: issue.message }];
  const [first = ''] = issue.keys;
  const sentences = issue.message.split('\n');
  if (sentences.length !== issue.keys.length) return [{ key: first, says: issue.message }];
  return sentences.map((says, at) => ({ key: issue.keys[at] ?? first, says }));
}

/** Of a key in a map, or of the value; undefined for what is missing altogether. */
function lineOf(
  document: Document,
  path: readonly PropertyKey[],
  key: string | undefined,
  lines: LineCounter,
): number | undefined {
  const value = document.getIn(path, true);
  const node = key !== undefined && isMap(value) ? value.items.find((pair) => String(pair.key) === key)?.key : value;
  const offset = isNode(node) ? node.range?.[0] : undefined;
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

/**
 * The faults of a file whose content is secret, one a line. A YAML parser quotes what it stumbles over, so of a broken line only the
 * number is said. `list` is the key of the file's list, `one` what stands in it: `holds.2.from` becomes `hold 3, from`.
 */
export function placeOnly(faults: readonly FileFault[], list: string, one: string): string {
  const said = ({ line, says }: FileFault) => {
    if (line) return `line ${line} is not written as YAML`;
    const [, at, rest] = new RegExp(`^${list}\\.(\\d+)\\.?(.*)`, 's').exec(says) ?? [];
    return at === undefined ? says : `${one} ${Number(at) + 1}, ${rest}`.replace(', :', ':');
  };
  return faults.map((fault) => `  ${said(fault)}`).join('\n');
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
