// Makes the packs of a result and reads them back.

import { strFromU8, unzipSync } from 'fflate';
import type { Summary } from '../../src/model.ts';
import { openPacks } from '../../src/report/packs/packs.ts';
import type { Result } from './demo.ts';
import { tool, wording } from './demo-wording.ts';
import { records, summaryOf } from './run.ts';

export const CONTACT = 'IG team, ig.team@example.org';

export type Files = ReadonlyMap<string, Uint8Array>;

export async function packsOf(
  result: Result,
  summary: Summary = summaryOf(result),
  mostItems?: number,
): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  const put = async (name: string, bytes: Uint8Array) => void files.set(name, bytes);
  const writer = openPacks(tool, wording, CONTACT, put, mostItems);
  records(writer, result);
  await writer.end(summary);
  return files;
}

/** The parts of an Office file, as text. */
export function partsOf(files: Files, name: string): Readonly<Record<string, string>> {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`there is no ${name}`);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string) => xml.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (_, name) => ENTITIES[name] ?? '?');

/** The paragraphs of a Word document, one a line. */
export const wordText = (files: Files, name: string): string =>
  [...(partsOf(files, name)['word/document.xml'] ?? '').matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([one]) => plain(one))
    .join('\n');

/** All texts of a workbook. */
export const workbookText = (files: Files, name: string): string =>
  [...(partsOf(files, name)['xl/sharedStrings.xml'] ?? '').matchAll(/<si>.*?<\/si>/gs)]
    .map(([one]) => plain(one))
    .join('\n');
