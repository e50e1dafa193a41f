// The files that came with a chat: what kind each is by its name, and which message's attachment it is. Names are
// compared as a careful person would: composed letters, no hidden marks, any case, and `_` as good as a space.

import type { Attachment, MediaKind, NotExamined, SourceFile } from '../model.ts';
import { withoutMarks } from './marks.ts';

const KINDS: Readonly<Record<Exclude<MediaKind, 'location' | 'omitted' | 'view-once'>, string>> = {
  image: 'jpg jpeg jpe jfif png heic heif bmp tif tiff svg avif raw dng',
  video: 'mp4 mov 3gp 3g2 avi mkv webm m4v mpg mpeg wmv',
  'voice-note': 'opus ogg oga m4a mp3 aac amr wav flac wma aif aiff caf 3ga',
  'sticker-gif': 'webp gif was',
  'contact-card': 'vcf vcard',
  document:
    'pdf doc docx docm dot dotx odt rtf pages xls xlsx xlsm xlsb ods csv tsv numbers ppt pptx pps ppsx odp key txt text log md html htm xml json eml msg epub mobi ics dcm vsdx pub mpp apk exe',
};
const ARCHIVES = new Set('zip 7z rar gz tgz tar bz2 xz'.split(' '));
const KIND_OF = new Map(
  (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) =>
    KINDS[kind].split(' ').map((ext) => [ext, kind] as const),
  ),
);

/** Text may stand in these, or in files whose ending says nothing. */
const TEXTUAL = new Set('txt text log md csv tsv html htm xml json'.split(' '));

/** Ending of a file name in lower case, without its dot; '' when there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || name.length - dot > 9 ? '' : name.slice(dot + 1).toLowerCase();
}

export const hasKnownEnding = (name: string): boolean => KIND_OF.has(endingOf(name)) || ARCHIVES.has(endingOf(name));

/** What a named attachment is. WhatsApp names its own files by kind; all others are told by their ending. */
export function kindOfName(name: string): MediaKind {
  const own = /^(?:(STK|PTT|AUD)-\d{8}-WA|(?:\d{8}|\d{4}-\d\d-\d\d)-(STICKER|GIF|AUDIO)-\d)/.exec(name);
  const kind = own?.[1] ?? own?.[2];
  if (kind !== undefined) return kind === 'PTT' || kind === 'AUD' || kind === 'AUDIO' ? 'voice-note' : 'sticker-gif';
  return KIND_OF.get(endingOf(name)) ?? 'document';
}

/** What a file that no message names is. */
export function kindOfFile(name: string): NotExamined['kind'] {
  const ending = endingOf(name);
  return ARCHIVES.has(ending) ? 'archive' : (KIND_OF.get(ending) ?? 'file');
}

/** False for pictures, sounds, Office files …: they need not be opened to know that they are no chat. */
export function canBeText(name: string): boolean {
  const ending = endingOf(name);
  return TEXTUAL.has(ending) || !(KIND_OF.has(ending) || ARCHIVES.has(ending));
}

/** What an attachment tells of its file, where that came with the export. */
export const cameAs = (file: SourceFile | undefined): Pick<Attachment, 'bytes' | 'path'> =>
  file ? { bytes: file.bytes, path: file.path } : {};

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** With its `/` at the end; '' for a file in no folder. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const keyOf = (name: string): string =>
  withoutMarks(baseName(name).normalize('NFC')).toLowerCase().replace(/[_\s]/g, ' ');

/** The files of one source by name. */
export interface Shelf {
  /** The file that a chat calls `name`: one that lies with the chat before one that lies elsewhere. */
  find(name: string, chatPath: string): SourceFile | undefined;
  /** As `find`, and remembers that a message named the file. */
  claim(name: string, chatPath: string): SourceFile | undefined;
  isClaimed(file: SourceFile): boolean;
}

export function shelve(files: readonly SourceFile[]): Shelf {
  const byName = new Map<string, SourceFile[]>();
  for (const file of files) {
    const key = keyOf(file.path);
    const same = byName.get(key);
    if (same) same.push(file);
    else byName.set(key, [file]);
  }
  const claimed = new Set<SourceFile>();
  const find = (name: string, chatPath: string): SourceFile | undefined => {
    const found = byName.get(keyOf(name))?.filter((file) => file.path !== chatPath);
    if (!found || found.length < 2) return found?.[0];
    return found.find((file) => file.path.startsWith(folderOf(chatPath))) ?? found[0];
  };
  const claim = (name: string, chatPath: string): SourceFile | undefined => {
    const file = find(name, chatPath);
    if (file) claimed.add(file);
    return file;
  };
  return { find, claim, isClaimed: (file) => claimed.has(file) };
}

/** The file of that very name in a folder, remembered as one that belongs to a chat. */
export function claimIn(folder: string, name: string, shelf: Shelf): SourceFile | undefined {
  const inside = `${folder}${name}`;
  const file = shelf.find(name, `${folder}?`);
  return file?.path === inside ? shelf.claim(name, `${folder}?`) : undefined;
}
