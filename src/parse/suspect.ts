// A file that may be a chat: its first bytes are read to see whether it is text, and which app's chat it looks like.

import { SourceError } from '../errors.ts';
import type { IssueCode } from '../issues.ts';
import type { SourceFile } from '../model.ts';
import type { ChatFormat } from './format.ts';
import { FORMATS } from './formats.ts';
import { reasonForNoChat } from './not-chats.ts';
import type { ColumnMap } from './table/columns.ts';
import { columnCount } from './table/table.ts';
import { headText } from './text.ts';
import { hasExportName } from './titles.ts';

export interface Suspect {
  readonly file: SourceFile;
  /** Undefined when it looks like no chat. */
  readonly format: ChatFormat | undefined;
  /** 0 to 1: how much it looks like one. */
  readonly certainty: number;
  /** It has a name that apps give to chats. */
  readonly named: boolean;
  /** It is text of some kind. */
  readonly text: boolean;
  /** Columns of a table that could not be told apart; 0 for all else. */
  readonly tableOf: number;
  /** Why its beginning could not be read. */
  readonly damage: IssueCode | undefined;
  /** Why it is no chat, where that is known. */
  readonly noChat: IssueCode | undefined;
}

/** Bytes looked at to tell what a file is. */
const HEAD = 64 * 1024;
/** Certainty from which a file is read as a chat: for any name, and for one that apps give to chats. */
const CERTAIN = 0.5;
const CERTAIN_WHEN_NAMED = 0.1;

/** Looks at the beginning of a file. `sourcePath` is the archive, folder or file that was given to scan. */
export async function examine(file: SourceFile, sourcePath: string, columns?: ColumnMap): Promise<Suspect> {
  const { bytes, damage } = await readHead(file);
  const named = hasExportName(file.path, sourcePath);
  const head = headText(bytes).replaceAll('\0', '');
  const looks = FORMATS.map((format) => ({ format, certainty: format.recognise(head, file.path, columns) }));
  const best = looks.reduce<(typeof looks)[number] | undefined>(
    (found, look) => (found && found.certainty >= look.certainty ? found : look),
    undefined,
  );
  const certainty = best?.certainty ?? 0;
  const format = certainty >= (named ? CERTAIN_WHEN_NAMED : CERTAIN) ? best?.format : undefined;
  const noChat = format ? undefined : reasonForNoChat(head, file.path);
  const text = format !== undefined || (hasFew(isControl, 20, head) && hasFew(isBroken, 3, head));
  return {
    file,
    format,
    certainty,
    named,
    noChat,
    text,
    tableOf: format || noChat || !text ? 0 : columnCount(head),
    damage: format || bytes.length >= HEAD ? undefined : damage,
  };
}

interface Head {
  readonly bytes: Uint8Array;
  readonly damage: IssueCode | undefined;
}

async function readHead(file: SourceFile): Promise<Head> {
  const bytes = new Uint8Array(HEAD);
  let length = 0;
  try {
    for await (const chunk of file.open()) {
      const part = chunk.subarray(0, HEAD - length);
      bytes.set(part, length);
      length += part.length;
      if (length === HEAD) break;
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { bytes: bytes.subarray(0, length), damage: error.code };
  }
  return { bytes: bytes.subarray(0, length), damage: undefined };
}

/** True when at most one character in `share` is of the kind. */
function hasFew(isOdd: (code: number) => boolean, share: number, head: string): boolean {
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (isOdd(head.charCodeAt(i))) odd++;
  return head.length > 0 && odd * share <= head.length;
}

const isControl = (code: number): boolean => code < 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09;
/** Stands for bytes that are no UTF-8; other encodings of text give some, pictures give many. */
const isBroken = (code: number): boolean => code === 0xfffd;
