// A line written by the app: what does it say? Decides, too, whether a line with a colon is such a line at all.

import type { SystemEvent } from '../../model.ts';
import { cleanName } from '../marks.ts';
import { FOREIGN_NOTICE } from './placeholders.ts';
import { WORDINGS } from './system-wordings.ts';

export interface ReadSystemLine {
  readonly event: SystemEvent;
  /** A colon is part of the wording or of a quoted name in it. */
  readonly colon: boolean;
}

/** Longest part of a system line that is looked at; group names and subjects are at most 100 characters. */
const LONGEST_WORDING = 600;

/**
 * The event of a line in a known wording, else undefined. `text` is one line without marks in front. `isPerson` knows the
 * people of the chat; it settles where a list of names divides.
 */
export function readSystemLine(text: string, isPerson: (name: string) => boolean): ReadSystemLine | undefined {
  const line = text.length > LONGEST_WORDING ? text.slice(0, LONGEST_WORDING) : text;
  for (const wording of WORDINGS) {
    const match = wording.regex.exec(line);
    if (!match) continue;
    const { actor, members, value } = match.groups ?? {};
    const event: SystemEvent = {
      type: wording.type,
      ...(actor === undefined ? {} : { actor: cleanName(actor) }),
      members: membersOf(wording.type, members, actor, isPerson),
      ...(value === undefined ? {} : { value: value.trim() }),
    };
    return { event, colon: wording.colon === true };
  }
  if (FOREIGN_NOTICE.test(line)) return { event: { type: 'encryption', members: [] }, colon: false };
  return undefined;
}

/** In `X left` and `X joined` the actor is the member. */
function membersOf(
  type: SystemEvent['type'],
  members: string | undefined,
  actor: string | undefined,
  isPerson: (name: string) => boolean,
): string[] {
  if (members !== undefined) return namesIn(cleanName(members), isPerson);
  return (type === 'left' || type === 'joined') && actor !== undefined ? [cleanName(actor)] : [];
}

/** `Sam, Kim and Alex` -> three names; a name known as a whole is never divided; a full stop at the end is not a name's. */
function namesIn(list: string, isPerson: (name: string) => boolean): string[] {
  if (isPerson(list)) return [list];
  const bare = list.endsWith('.') ? list.slice(0, -1) : list;
  if (bare !== list && isPerson(bare)) return [bare];
  return bare
    .split(', ')
    .flatMap((part, i, all) => (i === all.length - 1 && !isPerson(part) ? part.split(/ and | & /) : [part]))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Words of the app that no name holds, with a space in front: a name that is one of them ("Left") stays a name. */
const HINT =
  / (?:added|removed|left|joined|created|changed|named|set|turned|updated|pinned|unpinned|made|dismissed|reset|revoked|started|requested|asked|invited|blocked|unblocked|deleted|allowed|was|were|is|are|now)(?: |$)|['’](?:s security code|re now|re no longer) |^(?:Your security code|Messages (?:and|to|you)|This (?:chat|business|group|message)|Anyone in|Only (?:group )?admins|Now only|Missed|Some earlier|New messages) |Tap to/;

/** Cheap test on what stands before a colon: can it be the beginning of a system line rather than a sender? */
export const canBeSystemText = (beforeColon: string): boolean => HINT.test(beforeColon);

/** The notice that opens a chat; on iPhones its sender is the name of the group, or the other person. */
export const isEncryptionNotice = (text: string): boolean => {
  const line = text.slice(0, LONGEST_WORDING);
  return /^Messages .{0,80}end-to-end encrypt/.test(line) || FOREIGN_NOTICE.test(line);
};
