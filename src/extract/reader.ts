// What a reader of pictures, documents, voice notes or videos is: it gets the bytes of one file and gives the text that stands in it,
// with the place of each piece in words, and the facts that the file tells of itself. Readers run in a process of their own
// (untrusted files break the programs that read them), so everything here must be plain data.

import type { IssueCode } from '../issues.ts';

/** What a file is, told by its content. One reader a kind. */
export type FileKind =
  | 'image'
  | 'pdf'
  | 'office'
  | 'spreadsheet'
  | 'word-97'
  | 'outlook-message'
  | 'email'
  | 'rtf'
  | 'web-page'
  | 'text'
  | 'contact'
  | 'calendar'
  | 'archive'
  | 'audio'
  | 'video';

/** One piece of text and where it stands: 'page 2', 'sheet "Patients" (hidden), row 3', 'slide 4', 'comment', 'top left', 'at 0:12'. */
export interface Passage {
  readonly place: string;
  readonly text: string;
  /** `seen`: read off a picture, so letters may be wrong and spaces missing. `told`: a property, such as an author or a file's title. */
  readonly by: 'typed' | 'seen' | 'told';
  /** Of a passage that was seen: how sure the reader is, 0 to 1. */
  readonly confidence?: number;
}

/** What a file tells of itself beside its text. Values are raw: mask before showing. */
export interface FileFact {
  readonly name:
    | 'taken-at'
    | 'device'
    | 'position'
    | 'size'
    | 'pages'
    | 'length'
    | 'screenshot'
    | 'barcode'
    | 'person'
    | 'author'
    | 'title'
    | 'modified'
    | 'hidden';
  readonly value: string;
}

/** A file inside a file: a picture in a letter, a document in an e-mail. It is read in its turn. */
export interface InnerFile {
  /** Inside its carrier, as shown in places: 'picture 2', 'scan.pdf'. Raw. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All that a reader got out of a file. A file may be read in part: what stopped the rest is in `unread`. */
export interface Reading {
  readonly passages: readonly Passage[];
  readonly facts: readonly FileFact[];
  readonly inner: readonly InnerFile[];
  /** Why the file, or a part of it, was not read; empty = read completely. */
  readonly unread: readonly Unread[];
  /** Difference hash of a picture (64 bits, 16 hex digits), for the same photo in other chats; compared, never shown. */
  readonly likeness?: string;
}

export interface Unread {
  readonly reason: IssueCode;
  /** Which part, in words; none = the whole file. */
  readonly place?: string;
}

/** Bounds on what one file may cost. Each one that is hit becomes an `unread` row. */
export interface ReadingLimits {
  /** Characters of text from one file. */
  readonly characters: number;
  /** Pixels of a picture before it is decoded. */
  readonly pixels: number;
  readonly pages: number;
  /** Pages that are drawn and looked at, as scans need it. */
  readonly drawnPages: number;
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
  /** Bytes that the parts of a document may inflate to, and one part of it. */
  readonly inflatedBytes: number;
  readonly inflatedPart: number;
  /** Inflated size divided by packed size. */
  readonly ratio: number;
  /** Files inside files: how deep, and how many. */
  readonly nesting: number;
  readonly innerFiles: number;
}

/** What a reader may be told by the user. Every setting is optional. */
export interface ReadingSettings {
  /** Folder of OCR models that the Trust supplies. */
  readonly ocrModel?: string;
  /** Folder of a speech model that the Trust supplies. */
  readonly speechModel?: string;
  /** ffmpeg to use; else the one on the path. */
  readonly ffmpeg?: string;
  /** Say whether a person is in the picture. */
  readonly people?: boolean;
}

/** A reader made ready: its libraries are loaded, its models checked. */
export interface ReadyReader {
  read(bytes: Uint8Array, name: string): Promise<Reading>;
}

/** One kind of file that can be read. */
export interface Reader {
  readonly kind: FileKind;
  /** In the user's words, for reports and `doctor`: 'photos and scans'. */
  readonly title: string;
  /** npm packages that it needs; they are optional, so each may be absent. */
  readonly packages: readonly string[];
  /** Loads what the reader needs. Throws when a package or model is absent or damaged. */
  ready(limits: ReadingLimits, settings: ReadingSettings): Promise<ReadyReader>;
  /** A tiny file of this kind with the word that must be read out of it, for `doctor`. */
  sample?(): { readonly bytes: Uint8Array; readonly name: string; readonly word: string };
}
