// Which kind of text a text is. Mails, cards, calendars and pages say so in their first lines; for the rest the ending has the last word.

import type { FileKind } from './reader.ts';

/** Signs at the start of a text that are looked at. */
const LOOKED_AT = 4096;

const BEGINNINGS: readonly (readonly [RegExp, FileKind])[] = [
  [/^begin:vcard\b/i, 'contact'],
  [/^begin:vcalendar\b/i, 'calendar'],
  [/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<office:document\b[^>]*office:mimetype="[^"]*spreadsheet/, 'spreadsheet'],
  [/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<office:document\b/, 'office'],
  [/^(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^[>]*(?:\[[\s\S]*?\]\s*)?>\s*)*<svg[\s>]/i, 'image'],
  [/^(?:<\?xml|<!doctype\s|<html|<svg|<head|<body)/i, 'web-page'],
];
const ENDINGS: Readonly<Record<string, FileKind>> = {
  htm: 'web-page',
  html: 'web-page',
  xhtml: 'web-page',
  xml: 'web-page',
  eml: 'email',
  vcf: 'contact',
  vcard: 'contact',
  ics: 'calendar',
};
/** Lines that mail programs write above a mail (RFC 5322, 3.6); a letter may well have one of them. */
const MAIL_HEADER =
  /^(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|From|To|Date|Subject|Content-Type):\s/gim;
const HEADERS_OF_A_MAIL = 3;

/** The kind of a file that is known to be text; `name` is that of the file. */
export function textKind(bytes: Uint8Array, name: string): FileKind {
  const start = plainStart(bytes);
  const begun = BEGINNINGS.find(([form]) => form.test(start));
  if (begun) return begun[1];
  const [above = ''] = start.split(/\r?\n\r?\n/, 1);
  const isMail = MAIL_TRANSPORT.test(above) && (above.match(MAIL_HEADER)?.length ?? 0) >= HEADERS_OF_A_MAIL;
  return isMail ? 'email' : (ENDINGS[endingOf(name)] ?? 'text');
}

/** Of these no letter has one. */
const MAIL_TRANSPORT = /^(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID):\s/im;

/** ASCII letters as they are, whatever the encoding. */
const plainStart = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');

const NO_TEXTS = new Set(
  (
    'jpg jpeg jpe png gif webp heic heif avif bmp tif tiff mp4 mov 3gp avi mkv webm m4v opus ogg m4a mp3 aac amr wav ' +
    'pdf doc docx odt xls xlsx xlsb ods ppt pptx odp msg zip'
  ).split(' '),
);

/** Whether files of that name are pictures, sounds or documents that never are plain text. */
export const claimsToBeNoText = (name: string): boolean => NO_TEXTS.has(endingOf(name));

/** Of a file's name, in lower case without its dot. */
const endingOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
