// Files that no message names: a letter or a photo given by itself, or one that lies in an archive beside the chats. Each is reported as a
// chat of the app `file` with one message, of nobody knows whom or when, that brings the file.

import type { Extract } from './extract/extract.ts';
import type { FileKind } from './extract/reader.ts';
import type { Conversation, Issue, MediaKind, NotExamined, SourceFile } from './model.ts';
import { SOMEBODY } from './parse/census.ts';
import { NO_DATE } from './parse/numbered.ts';

const MEDIA: Readonly<Partial<Record<FileKind, MediaKind>>> = {
  image: 'image',
  video: 'video',
  audio: 'voice-note',
  contact: 'contact-card',
};

export const FILE_APP = 'file';

/** The rows that are about a file which can still be read, and those that say all there is to say. */
export function looseAmong(
  rows: readonly NotExamined[],
  files: ReadonlyMap<string, SourceFile>,
): { readonly loose: readonly (readonly [SourceFile, NotExamined])[]; readonly rest: readonly NotExamined[] } {
  const fileOf = ({ path, reason }: NotExamined) =>
    reason === 'media-not-read' || reason === 'chat-not-recognised' ? files.get(path) : undefined;
  const loose = rows.flatMap((row) => {
    const file = fileOf(row);
    return file ? [[file, row] as const] : [];
  });
  return { loose, rest: rows.filter((row) => !fileOf(row)) };
}

/** A file that was read, as a chat. */
export function chatOfFile({ path, bytes }: SourceFile, { kind }: Extract): Conversation {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const attachment = { name, kind: (kind && MEDIA[kind]) ?? 'document', bytes, path } as const;
  const message = {
    at: NO_DATE,
    sender: SOMEBODY,
    index: 1,
    kind: 'said',
    text: '',
    attachments: [attachment],
    marks: [],
    line: 1,
  } as const;
  return {
    app: FILE_APP,
    layout: 'file',
    path,
    title: path,
    kind: 'group',
    dateOrder: { order: 'year-first', certain: false, evidence: 'there are no dates of messages' },
    participants: [],
    firstAt: NO_DATE,
    lastAt: NO_DATE,
    counts: { records: 1, said: 1, system: 0, attachments: 1 },
    issues: [],
    async *messages() {
      yield [message];
    },
  };
}

/** The issues of finding chats, once the files that are none have been read. `left`: rows that still stand. */
export function issuesAfterReading(
  issues: readonly Issue[],
  { read, left, alone }: { readonly read: number; readonly left: readonly NotExamined[]; readonly alone: boolean },
): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code === 'no-chat') return read > 0 ? [] : [alone && left.length > 0 ? { code: 'file-not-read' } : issue];
    const isSettled = issue.code === 'chat-not-recognised' && left.every(({ reason }) => reason !== issue.code);
    return isSettled && read > 0 ? [] : [issue];
  });
}
