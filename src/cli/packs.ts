// `--packs FOLDER`: hand-over packs, one a receiver, beside the other reports of a run.

import { existsSync } from 'node:fs';
import { access, constants, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ScanError } from '../errors.ts';
import type { ToolRecord } from '../model.ts';
import { openPacks, PACK_FILES } from '../report/packs/packs.ts';
import type { Wording } from '../report/report.ts';
import type { Output } from '../scan.ts';
import { fileSink, guardEvidence, type Sink } from './outputs.ts';

export interface Packs {
  /** `opened` is told of each file, so that all of them are completed, or taken back, together. */
  output(tool: ToolRecord, wording: Wording, opened: (sink: Sink) => void): Output;
  /** Paths of the files, once all is written. */
  readonly written: readonly string[];
}

/**
 * Refuses, before anything is read, packs that name nobody to ask, that would stand among the evidence (exit 5), or that would take the
 * place of packs which may have been filled in since: those show what was moved where (exit 5).
 */
export async function packsIn(folder: string, contact: string | undefined, inputs: readonly string[]): Promise<Packs> {
  if (contact === undefined) {
    throw new ScanError(
      'Packs are handed to people who will have questions, and nobody is named whom they can ask.',
      'Add --contact with the name, e-mail address or telephone number of the team, for instance --contact "IG team, ext 2345"',
    );
  }
  const paths = PACK_FILES.map((name) => join(folder, name));
  guardEvidence(paths, inputs);
  await usable(folder);
  const before = PACK_FILES.filter((name) => existsSync(join(folder, name)));
  if (before.length > 0) {
    throw new ScanError(
      `The folder for the packs holds packs already (${before[0]}); they may have been filled in.`,
      'Give --packs a new folder, or move the old packs to the case file first.',
      5,
    );
  }
  const written: string[] = [];
  const put = (opened: (sink: Sink) => void) => async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    const sink = await fileSink(path);
    opened(sink);
    await sink.write(bytes);
    written.push(path);
  };
  return {
    written,
    output: (tool, wording, opened) => ({
      writer: openPacks(tool, wording, contact, put(opened)),
      write: async () => {},
    }),
  };
}

async function usable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await stat(folder)).isDirectory()) throw new Error('no folder');
    await access(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new ScanError(
      'The packs cannot be written.',
      'Give --packs a folder that you may write to; it is made if it is not there.',
    );
  }
}
