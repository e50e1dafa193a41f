// The files that messages bring: read ahead of the message that carries them, so that the reading processes stay busy while the order of
// the report is that of the chat, and joined with the message's own evidence.

import { type AttachedEvidence, type Carrier, evidenceIn } from './detect/attached/attached.ts';
import { type Attached, joined } from './detect/attached/joined.ts';
import type { Detectors, Readable } from './detect/detect.ts';
import type { Extract } from './extract/extract.ts';
import type { FileFact, Passage } from './extract/reader.ts';
import type {
  Attachment,
  AttachmentFact,
  AttachmentRecord,
  Conversation,
  Evidence,
  Finding,
  Message,
  NotExamined,
  SourceFile,
} from './model.ts';
import { isAppMade } from './report/app-names.ts';
import type { Redactor } from './report/redact.ts';

/** Reads the file at a path of the source; undefined where the run reads no files of its kind. */
export type ReadFile = (file: SourceFile) => Promise<Extract>;

export interface MediaReader {
  /** Undefined: files are not opened. */
  readonly read?: ReadFile;
  /** Whether their names are looked at. */
  readonly names: boolean;
  /** The files of the source by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

export interface ChatAttachments {
  /** The chat; as its messages go by, the files that they bring are begun to be read. */
  readonly chat: Readable;
  /** To be asked of every message, in order. */
  of(evidence: Evidence): Promise<WithAttachments>;
}

interface WithAttachments {
  readonly evidence: Evidence;
  readonly records: readonly AttachmentRecord[];
  /** Of the files that were opened. */
  readonly extracts: readonly Extract[];
  /** What of its attachments was not read; names and places raw. */
  readonly unread: readonly NotExamined[];
}

/** Files whose reading is begun or done and whose message has not come yet; their text waits in memory. */
const AHEAD = 4;

/** Opens the attachments of one chat. `id` is that of the chat. */
export function attachmentsOf(
  chat: Conversation,
  id: string,
  media: MediaReader,
  detectors: Detectors,
  mask: Redactor,
): ChatAttachments {
  const readings = readAhead(media);
  async function* messages(): AsyncGenerator<readonly Message[]> {
    for await (const batch of chat.messages()) {
      for (const message of batch) readings.expect(message);
      yield batch;
    }
  }
  return {
    chat: { ...chat, messages },
    of: async (evidence) => {
      const { message } = evidence;
      const brought = message.attachments.filter(({ kind }) => kind !== 'location');
      if (brought.length === 0) return { evidence, records: [], extracts: [], unread: [] };
      const context = { carrier: chat, at: message.at, detectors, mask, looksAtNames: media.names };
      const names = distinct(brought.map(({ name }) => mask.attachment(name)));
      const extracts = await Promise.all(brought.map((one) => readings.take(one)));
      const all = await inTurn(brought, (one, at) => attached(one, names[at] ?? '', extracts[at], context));
      return {
        evidence: joined(evidence, all, detectors.powerOf),
        records: brought.flatMap((one, at) => recordOf(one, names[at] ?? '', extracts[at], mask)),
        extracts: extracts.filter((one) => one !== undefined),
        unread: brought.flatMap((one, at) => unreadOf(one, extracts[at], id, message.index)),
      };
    },
  };
}

async function inTurn<A, B>(all: readonly A[], make: (one: A, at: number) => Promise<B>): Promise<B[]> {
  const made: B[] = [];
  for (const [at, one] of all.entries()) made.push(await make(one, at));
  return made;
}

/** Two files of a message may be shown by the same name. */
function distinct(names: readonly string[]): string[] {
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

// ------------------------------------------------------------------------------------------------ reading ahead

interface Readings {
  expect(message: Message): void;
  /** Undefined where the file is not there, or not to be opened. */
  take(attachment: Attachment): Promise<Extract | undefined>;
}

function readAhead({ read, files }: MediaReader): Readings {
  const begun = new Map<Attachment, Promise<Extract>>();
  const waiting: Attachment[] = [];
  const fileOf = ({ path }: Attachment) => (path === undefined ? undefined : files.get(path));
  const begin = (one: Attachment): Promise<Extract> | undefined => {
    const file = fileOf(one);
    return read && file && read(file);
  };
  const fill = () => {
    while (begun.size < AHEAD) {
      const next = waiting.shift();
      if (!next) return;
      const reading = begin(next);
      if (reading) begun.set(next, reading);
    }
  };
  return {
    expect: ({ attachments }) => {
      if (!read) return;
      for (const one of attachments) if (fileOf(one)) waiting.push(one);
      fill();
    },
    take: async (one) => {
      const reading = begun.get(one) ?? begin(one);
      const at = waiting.indexOf(one);
      if (at >= 0) waiting.splice(at, 1);
      const extract = await reading;
      begun.delete(one);
      fill();
      return extract;
    },
  };
}

// ------------------------------------------------------------------------------------------------ evidence

/** As many letters make a picture one of text, such as a letter or a rota; with fewer it may show anything. */
const LETTERS_OF_A_TEXT = 40;

interface Context {
  readonly carrier: Carrier;
  /** When the message was sent. */
  readonly at: string;
  readonly detectors: Detectors;
  readonly mask: Redactor;
  readonly looksAtNames: boolean;
}

async function attached(
  attachment: Attachment,
  name: string,
  extract: Extract | undefined,
  { carrier, at, detectors, mask, looksAtNames }: Context,
): Promise<Attached> {
  // The name comes last, so that offsets count in the text of the file.
  const passages = [...(extract?.passages ?? []), ...(looksAtNames ? nameOf(attachment) : [])];
  const found = await evidenceIn(passages, carrier, at, detectors);
  const shown = (finding: Finding): Finding => ({
    ...finding,
    attachment: name,
    ...(finding.place === undefined ? {} : { place: mask.remark(finding.place) }),
  });
  return {
    ...found,
    name,
    isExhausted: isExhausted(extract),
    findings: [...found.findings, ...ofFacts(extract)].map(shown),
  };
}

/** A name that a person gave a file says what it holds as often as the file does. */
const nameOf = ({ name }: Attachment): Passage[] =>
  name === '' || isAppMade(name) ? [] : [{ place: 'file name', text: name, by: 'told' }];

function isExhausted(extract: Extract | undefined): boolean {
  if (!extract || extract.unread.length > 0) return false;
  if (extract.kind !== 'image' && extract.kind !== 'video' && extract.kind !== 'audio') return true;
  const letters = extract.passages.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  return extract.kind !== 'image' || letters >= LETTERS_OF_A_TEXT;
}

function ofFacts(extract: Extract | undefined): AttachedEvidence['findings'] {
  if (!extract?.facts.some(({ name }) => name === 'position')) return [];
  const because = ['the picture carries the position where it was taken'];
  return [{ pattern: 'picture-position', category: 'media.position', start: 0, end: 0, confidence: 0.9, because }];
}

// ------------------------------------------------------------------------------------------------ what was read, what was not

/** Whose values tell of a machine or a time, not of a person or a place. */
const SHOWN_FACTS: ReadonlySet<FileFact['name']> = new Set([
  'taken-at',
  'device',
  'size',
  'pages',
  'length',
  'screenshot',
  'modified',
]);

function recordOf(
  { kind, bytes }: Attachment,
  name: string,
  extract: Extract | undefined,
  mask: Redactor,
): AttachmentRecord[] {
  if (bytes === undefined) return [];
  const facts = (extract?.facts ?? []).map((fact): AttachmentFact => {
    const value = SHOWN_FACTS.has(fact.name) ? mask.remark(fact.value) : '';
    return value === '' ? { name: fact.name } : { name: fact.name, value };
  });
  return [{ name, kind, read: howFar(extract), ...(facts.length > 0 ? { facts } : {}) }];
}

/** Whether a file was read: an issue without a place is about all of it. */
export function howFar(extract: Extract | undefined): AttachmentRecord['read'] {
  if (!extract || extract.unread.some(({ place }) => place === undefined)) {
    return extract && extract.passages.length > 0 ? 'part' : 'no';
  }
  return extract.unread.length > 0 ? 'part' : 'all';
}

function unreadOf(attachment: Attachment, extract: Extract | undefined, chat: string, index: number): NotExamined[] {
  const { name, kind, bytes } = attachment;
  if (!extract) {
    const reason = bytes === undefined ? 'media-not-in-export' : 'media-not-read';
    return [{ chat, index, path: name, kind, reason }];
  }
  return extract.unread.map((one) => ({ chat, index, path: name, kind, ...one }));
}
