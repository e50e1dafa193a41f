// The words that WhatsApp puts where a file or a message was: English in full, for phones and Web, and what the tables of other
// languages hold. Order and language do not matter, nor do capitals.

import type { MediaKind } from '../../model.ts';
import { type Language, spellings } from './language.ts';
import { OF_ASIA } from './languages-of-asia.ts';
import { OF_EUROPE } from './languages-of-europe.ts';

export const LANGUAGES: readonly Language[] = [...OF_EUROPE, ...OF_ASIA];

const all = (cell: (language: Language) => string): string[] => LANGUAGES.flatMap((one) => spellings(cell(one)));
const lower = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => word.toLowerCase()));

const KINDS: readonly MediaKind[] = [
  'image',
  'video',
  'voice-note',
  'sticker-gif',
  'sticker-gif',
  'contact-card',
  'document',
];

const ENGLISH: readonly (readonly [string, MediaKind])[] = [
  ['image omitted', 'image'],
  ['video omitted', 'video'],
  ['audio omitted', 'voice-note'],
  ['video message omitted', 'video'],
  ['document omitted', 'document'],
  ['sticker omitted', 'sticker-gif'],
  ['gif omitted', 'sticker-gif'],
  ['contact card omitted', 'contact-card'],
];

const OMITTED: ReadonlyMap<string, MediaKind> = new Map([
  ...ENGLISH,
  ...KINDS.flatMap((kind, at) =>
    all(({ kinds }) => kinds[at] ?? '').map((word) => [word.toLowerCase(), kind] as const),
  ),
]);

const BRACKETED: ReadonlyMap<string, MediaKind> = new Map([
  ...ENGLISH,
  ['voice message omitted', 'voice-note'],
  ['location omitted', 'location'],
  ['media omitted', 'omitted'],
  ['ai message', 'omitted'],
  ...all(({ media }) => media).map((word) => [word.toLowerCase(), 'omitted'] as const),
]);

/** No words of the app are longer. */
const LONGEST = 60;
const kindIn = (words: ReadonlyMap<string, MediaKind>, text: string): MediaKind | undefined =>
  text.length > LONGEST ? undefined : words.get(text.toLowerCase());

/** What was left out, by the whole text of an iPhone message after its mark. */
export const omittedKind = (text: string): MediaKind | undefined => kindIn(OMITTED, text);

/** What was left out, by the whole text in angle brackets, of Android and the Web. */
export const bracketedKind = (text: string): MediaKind | undefined => kindIn(BRACKETED, text);

/** `NAME (file attached)` */
export const ATTACHED: ReadonlySet<string> = new Set(['file attached', ...all(({ attached }) => attached[0])]);

/** `<attached: NAME>` */
export const ATTACHED_WORD: ReadonlySet<string> = new Set(['attached', ...all(({ attached }) => attached[1])]);

const DELETED_WORDS = lower([
  'This message was deleted',
  'You deleted this message',
  'You deleted this message as admin',
  'Message deleted',
  ...all(({ deleted }) => deleted),
]);
const DELETED_BY_ADMIN = /^This message was deleted by (?:an )?admin(?: [^\n]{1,100})?\.?$/;

/** A text of the app in place of a message that its sender or an admin took back. */
export const isDeleted = (text: string): boolean =>
  (text.length <= LONGEST && DELETED_WORDS.has(text.replace(/[.。।۔]$/, '').toLowerCase())) ||
  DELETED_BY_ADMIN.test(text);

export const VIEW_ONCE =
  /^(?:<View once [^<>\n]{1,60} omitted>|You (?:received|sent) a view once (?:message|photo|video|voice message)\b[^\n]{0,200})$/i;

export const UNDECRYPTED = /^Waiting for this message\b[^\n]{0,80}$/;

/** At the end of a text that was changed after it was sent. The first mark is the app's own. */
export const EDITED = new RegExp(
  `[ \\u00a0]?\\u200e?<(?:${['This message was edited', ...all(({ edited }) => edited)].join('|')})\\.?>\\s{0,2}$`,
);

/** The opening notice in a language other than English. */
export const FOREIGN_NOTICE = new RegExp(
  `^(?:${LANGUAGES.map(({ notice: [begins, tells] }) => `${begins}.{0,120}?(?:${tells})`).join('|')})`,
);
