// One message of a Slack export. People, channels and links stand in its text as codes in angle brackets (api.slack.com/reference/surfaces/
// formatting).

import type { Attachment, Mark, SystemEvent } from '../../model.ts';
import { linesOf } from '../json-chats.ts';
import { isJson, type Json, listAt, wordsAt } from '../json-shape.ts';
import { kindOfName } from '../media.ts';
import { NO_DATE, type RawMessage } from '../numbered.ts';
import { utcOf } from '../utc-time.ts';

/** Names of users by their id. */
export type Names = ReadonlyMap<string, string>;

export function readMessage(value: unknown, names: Names): RawMessage | undefined {
  if (!isJson(value)) return undefined;
  const at = utcOf(Number(wordsAt(value, 'ts')) * 1000) ?? NO_DATE;
  const subtype = wordsAt(value, 'subtype');
  const sender = senderOf(value, names);
  const text = textOf(value, names);
  const system = eventOf(subtype, sender, value, names);
  if (system) return { kind: 'system', at, sender: '', text, attachments: [], marks: [], system };
  const marks: Mark[] = [
    ...(subtype === 'tombstone' || subtype === 'message_deleted' ? (['deleted'] as const) : []),
    ...(isJson(value.edited) ? (['edited'] as const) : []),
  ];
  return { kind: 'said', at, sender, text, attachments: attachmentsOf(value), marks };
}

function senderOf(value: Json, names: Names): string {
  const id = wordsAt(value, 'user') || wordsAt(value, 'bot_id');
  const profile = isJson(value.user_profile) ? wordsAt(value.user_profile, 'real_name') : '';
  const bot = isJson(value.bot_profile) ? wordsAt(value.bot_profile, 'name') : '';
  return names.get(id) || profile || wordsAt(value, 'username') || bot || id || 'Unknown user';
}

/** What was typed; where that is empty, the words of its blocks; and what was shared with it. */
function textOf(value: Json, names: Names): string {
  const typed = wordsAt(value, 'text') || wordsIn(value.blocks, 0);
  const cards = listAt(value, 'attachments')
    .filter(isJson)
    .map((card) => linesOf([wordsAt(card, 'title'), wordsAt(card, 'text') || wordsAt(card, 'fallback')]));
  const files = listAt(value, 'files')
    .filter(isJson)
    .map((file) => linesOf([wordsAt(file, 'plain_text') || wordsAt(file, 'preview'), commentOn(file)]));
  return decoded(linesOf([typed, ...cards, ...files]), names);
}

const commentOn = (file: Json): string =>
  isJson(file.initial_comment) ? wordsAt(file.initial_comment, 'comment') : '';

/** Blocks nest a few levels deep. */
const DEEPEST = 12;

function wordsIn(value: unknown, depth: number): string {
  if (depth > DEEPEST) return '';
  if (Array.isArray(value)) return linesOf(value.map((one: unknown) => wordsIn(one, depth + 1)));
  if (!isJson(value)) return '';
  const user = wordsAt(value, 'user_id');
  const own = typeof value.text === 'string' ? value.text : wordsIn(value.text, depth + 1);
  const inside = linesOf([wordsIn(value.elements, depth + 1), wordsIn(value.fields, depth + 1)]);
  return [own, wordsAt(value, 'url'), user && `<@${user}>`, inside].filter((part) => part !== '').join(' ');
}

const CODE = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** `<@U123>` to the user's name, `<https://x|label>` to label and address, and the three entities. */
function decoded(text: string, names: Names): string {
  const plain = text.replace(CODE, (_, sign: string, what: string, label: string | undefined) => {
    if (sign === '@') return `@${names.get(what) ?? label ?? what}`;
    if (sign === '#') return `#${label || what}`;
    if (sign === '!') return label ?? `@${what.replace(/^subteam\^|\^.*$/g, '')}`;
    if (/^(?:mailto|tel):/.test(what)) return label ?? what.replace(/^\w+:/, '');
    return label === undefined || label === what ? what : `${label} ${what}`;
  });
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function eventOf(subtype: string, sender: string, value: Json, names: Names): SystemEvent | undefined {
  const kind = subtype.replace(/^(?:channel|group|mpim)_/, '');
  if (kind === 'join') {
    const inviter = names.get(wordsAt(value, 'inviter')) ?? wordsAt(value, 'inviter');
    return inviter === ''
      ? { type: 'joined', members: [sender] }
      : { type: 'added', actor: inviter, members: [sender] };
  }
  if (kind === 'leave') return { type: 'left', members: [sender] };
  if (kind === 'name') return { type: 'renamed', actor: sender, members: [], value: wordsAt(value, 'name') };
  if (kind === 'topic' || kind === 'purpose') return { type: 'described', actor: sender, members: [] };
  if (kind === 'archive' || kind === 'unarchive') return { type: 'settings', actor: sender, members: [] };
  if (subtype === 'pinned_item') return { type: 'pinned', actor: sender, members: [] };
  return subtype === 'huddle_thread' ? { type: 'call', actor: sender, members: [] } : undefined;
}

/** Files stay with Slack: an export names them only. */
function attachmentsOf(value: Json): Attachment[] {
  return listAt(value, 'files')
    .filter(isJson)
    .map((file) => {
      const name = wordsAt(file, 'name') || wordsAt(file, 'title');
      return { name, kind: name === '' ? 'omitted' : kindOfName(name) };
    });
}
