// Reads a file and then, in turn, the files in it: one answer with all the text, where each piece stands, and what could not be read.
// The same bytes are read once a run, however many chats they came with.

import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { SourceError } from '../errors.ts';
import type { IssueCode } from '../issues.ts';
import type { SourceFile } from '../model.ts';
import { HEAD_BYTES } from '../source/sniff.ts';
import { type Budget, budget } from './budget.ts';
import type { AbsentReader } from './jobs.ts';
import { canBeRead, recognise } from './kind.ts';
import { boundsOf, LARGEST_FILE, READING_LIMITS } from './limits.ts';
import { type Pool, PROCESSES, poolOf } from './pool.ts';
import type { Outcome } from './process.ts';
import type { FileFact, FileKind, InnerFile, Passage, Reading, ReadingSettings, Unread } from './reader.ts';
import { READERS, type Readers } from './readers.ts';
import { remembered } from './remembered.ts';
import { claimsToBeNoText } from './text-kind.ts';

/** What stands in a file and in the files in it; places are those of the whole ("page 2, picture 1"). */
export interface Extract {
  /** Undefined where the kind could not be told. */
  readonly kind?: FileKind;
  readonly passages: readonly Passage[];
  readonly facts: readonly FileFact[];
  readonly unread: readonly Unread[];
  readonly likeness?: string;
  /** Of its bytes, to know it again in this run; '' where they could not be read. It goes into no report. */
  readonly digest: string;
  /** Readers that were wanted and are not installed. */
  readonly absent: readonly AbsentReader[];
}

export interface Extractor {
  /** Never fails for what a file holds. */
  read(file: SourceFile): Promise<Extract>;
  /** Ends the processes. */
  close(): void;
}

export interface ExtractorOptions {
  /** Kinds that are not to be read. */
  readonly except?: readonly FileKind[];
  readonly settings?: ReadingSettings;
  /** Other readers than the program's own, and the module that exports them as READERS. */
  readonly readers?: { readonly list: Readers; readonly module: URL };
}

/** No process is started before the first file comes that can be read. */
export function extractor({ except = [], settings = {}, readers }: ExtractorOptions = {}): Extractor {
  const pool = poolOf(PROCESSES, readers?.module);
  const setup: Setup = { pool, except, settings, readers: readers?.list ?? READERS };
  const once = remembered();
  return {
    close: () => pool.close(),
    read: async (file) => {
      const content = await contentOf(file);
      if ('reason' in content) return { ...nothing(content.reason), digest: '' };
      const { bytes } = content;
      const id = createHash('sha256').update(extname(file.path)).update('\0').update(bytes).digest('hex');
      return once(id, async () => ({
        ...(await readWhole({ name: baseName(file.path), bytes }, setup, budget(), 1)),
        digest: id,
      }));
    },
  };
}

interface Setup {
  readonly pool: Pool;
  readonly except: readonly FileKind[];
  readonly settings: ReadingSettings;
  readonly readers: Readers;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Of a file or of one inside it. */
type Contents = Omit<Extract, 'digest'>;

const nothing = (reason: IssueCode, kind?: FileKind): Contents => ({
  ...(kind ? { kind } : {}),
  passages: [],
  facts: [],
  unread: [{ reason }],
  absent: [],
});

/** The bytes of a file; no more than its first ones where these say already that it cannot be read. */
async function contentOf(file: SourceFile): Promise<{ readonly bytes: Uint8Array } | { readonly reason: IssueCode }> {
  if (file.bytes > LARGEST_FILE) return { reason: 'media-too-big' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of file.open()) {
      if (size === 0 && chunk.length >= HEAD_BYTES && !canBeRead(chunk.subarray(0, HEAD_BYTES)))
        return { reason: 'media-kind-unknown' };
      size += chunk.length;
      if (size > LARGEST_FILE) return { reason: 'media-too-big' };
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof SourceError) return { reason: error.code };
    throw error;
  }
  return { bytes: Buffer.concat(chunks) };
}

/** `depth`: 1 for a file that came with a chat, 2 for one inside it. */
async function readWhole(file: InnerFile, setup: Setup, left: Budget, depth: number): Promise<Contents> {
  const recognised = await recognise(file.bytes, file.name);
  if ('reason' in recognised) return nothing(recognised.reason);
  const { kind } = recognised;
  if (setup.except.includes(kind) || !setup.readers[kind]) return nothing('media-not-read', kind);
  const bounds = { ...boundsOf(kind), ms: Math.min(boundsOf(kind).ms, left.ms()) };
  if (bounds.ms <= 0) return nothing('media-too-slow', kind);
  const outcome = await setup.pool.run({ kind, ...file, bounds, limits: READING_LIMITS, settings: setup.settings });
  if ('absent' in outcome) return { ...nothing('reader-absent', kind), absent: [outcome.absent] };
  if (!('reading' in outcome)) return nothing(reasonOf(outcome), kind);
  const reading = kind === 'text' && claimsToBeNoText(file.name) ? asFalseName(outcome.reading) : outcome.reading;
  return withInner({ kind, ...reading }, setup, left, depth);
}

/** Its text counts, but a photo that is a text is no photo: somebody should look where it went. */
const asFalseName = (reading: Reading): Reading => ({
  ...reading,
  unread: [...reading.unread, { reason: 'media-kind-unknown' }],
});

function reasonOf(outcome: Exclude<Outcome, { reading: unknown } | { absent: unknown }>): IssueCode {
  if ('failed' in outcome || outcome.ended === 'crash') return 'media-damaged';
  return outcome.ended === 'time' ? 'media-too-slow' : 'media-too-big';
}

/** Of a file in a file these say something that is not of its carrier too. */
const TOLD_OF_INNER: ReadonlySet<FileFact['name']> = new Set(['position', 'barcode', 'person', 'hidden']);

async function withInner(
  { inner, ...outer }: Reading & { readonly kind: FileKind },
  setup: Setup,
  left: Budget,
  depth: number,
): Promise<Contents> {
  const passages = left.passages(outer.passages);
  const facts = [...outer.facts];
  const unread = [...outer.unread, ...passages.unread];
  const all = [...passages.kept];
  const absent: AbsentReader[] = [];
  for (const file of inner) {
    const place = file.name;
    if (depth >= READING_LIMITS.nesting || !left.file()) {
      unread.push({ reason: 'media-partly-read', place });
      continue;
    }
    const inside = await readWhole(file, setup, left, depth + 1);
    for (const one of inside.passages) all.push({ ...one, place: within(place, one.place) });
    for (const one of inside.unread) unread.push({ ...one, place: within(place, one.place ?? '') });
    facts.push(...inside.facts.filter(({ name }) => TOLD_OF_INNER.has(name)));
    absent.push(...inside.absent);
  }
  return { ...outer, passages: all, facts, unread, absent };
}

const within = (outer: string, inner: string): string => (inner === '' ? outer : `${outer}, ${inner}`);
