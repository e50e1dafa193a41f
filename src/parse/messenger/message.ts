// One message of a Messenger or Instagram thread, in either shape. Any key may be missing. What was unsent is reported as unsent, with
// its text where the download still has it.

import type { Attachment, Mark, MediaKind } from '../../model.ts';
import { isJson, type Json, numberAt } from '../json-shape.ts';
import { baseName, cameAs, kindOfName, type Shelf } from '../media.ts';
import { repaired } from '../mojibake.ts';
import { NO_DATE, type RawMessage } from '../numbered.ts';
import { utcOf } from '../utc-time.ts';
import { eventIn } from './system.ts';

/** Undefined when it is no message at all. */
export function readMessage(value: unknown, path: string, shelf: Shelf): RawMessage | undefined {
  if (!isJson(value)) return undefined;
  const sender = said(value, 'sender_name') || said(value, 'senderName') || 'Facebook user';
  const at = utcOf(numberAt(value, 'timestamp_ms', 'timestamp')) ?? NO_DATE;
  const marks: Mark[] = value.is_unsent === true || value.isUnsent === true ? ['deleted'] : [];
  const text = textOf(value);
  const system = eventIn(value, sender, text);
  if (system) return { kind: 'system', at, sender: '', text, attachments: [], marks, system };
  return { kind: 'said', at, sender, text, attachments: attachmentsOf(value, path, shelf), marks };
}

/** What was typed, and what was shared with it. */
function textOf(value: Json): string {
  const share = isJson(value.share) ? [said(value.share, 'share_text'), said(value.share, 'link')] : [];
  const typed = said(value, 'content') || said(value, 'text');
  return [typed, ...share.filter((part) => !typed.includes(part))].filter((part) => part !== '').join('\n');
}

/** Lists of files in a download, and the kind of what stands in them. */
const LISTS: Readonly<Record<string, MediaKind | undefined>> = {
  photos: 'image',
  videos: 'video',
  audio_files: 'voice-note',
  gifs: 'sticker-gif',
  files: undefined,
  media: undefined,
};

function attachmentsOf(value: Json, path: string, shelf: Shelf): Attachment[] {
  const listed = Object.entries(LISTS).flatMap(([key, kind]) => {
    const list = value[key];
    return Array.isArray(list) ? list.filter(isJson).map((one) => attachmentOf(one, kind, path, shelf)) : [];
  });
  return isJson(value.sticker) ? [...listed, attachmentOf(value.sticker, 'sticker-gif', path, shelf)] : listed;
}

function attachmentOf(one: Json, kind: MediaKind | undefined, path: string, shelf: Shelf): Attachment {
  const uri = said(one, 'uri');
  // A sentence instead of a path ("Failed to download media") and an address on the web are no files.
  const name = /\s.*\s/.test(uri) && !uri.includes('/') ? '' : baseName(uri.replace(/[?#].*$/, ''));
  const file = /^https?:/i.test(uri) || name === '' ? undefined : shelf.find(name, path);
  return { name, kind: name === '' ? 'omitted' : (kind ?? kindOfName(name)), ...cameAs(file) };
}

function said(value: Json, key: string): string {
  const text = value[key];
  return typeof text === 'string' ? repaired(text) : '';
}
