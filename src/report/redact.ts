// The only place where raw senders, titles, paths and attachment names are turned into what a report may show.
// Threat: a report is sent on. An export of a direct chat bears the other person's name as its title and as its file name, a
// document bears the patient's, a group may be called after one. So a title is shown only if it is a group's, names and
// identifiers in it become tags, and of a document only the kind is shown.

import type { Conversation, NotExamined, NotExaminedRecord, Participant, ParticipantRecord } from '../model.ts';
import { exportName, isAppMade, knownExtension, withoutPerson } from './app-names.ts';
import type { CaseKey } from './case-key.ts';
import { forTerminal } from './escape.ts';
import { type FindIdentifying, mask, nameWords } from './mask.ts';
import { isBareNumber, nameValue, phoneValue } from './normal-value.ts';

export type { FindIdentifying } from './mask.ts';

export interface Redactor {
  /**
   * `S1` … in order of first appearance, with a case key `S-7K2QFM9XWB`; '' for a system line, `unknown` for a line of a text that names
   * nobody. The same person always gets the same one.
   */
  sender(raw: string): string;
  /** What an officer wrote, a reason say, with tags for names and identifiers. */
  remark(raw: string): string;
  /** A group's title with tags for names, or words in its place where it has none; `direct chat with S2` for a direct chat. */
  title(raw: string, kind: Conversation['kind']): string;
  /**
   * A path of a source, a chat or a folder, segment by segment. `kind` is that of the chat whose title an app may have put into
   * it; without it (nothing is known about the file yet) such titles are hidden.
   */
  path(raw: string, kind?: Conversation['kind']): string;
  /** `IMG-20241203-WA0003.jpg` as it is; any name that a person gave as `[name hidden 1].pdf`, always with the same number. */
  attachment(raw: string): string;
  /** Path of a file that no message names: its folder as a path, its name as an attachment's. */
  file(raw: string): string;
  participants(): readonly ParticipantRecord[];
  /** A row of the ledger, its path masked; `source` is the shown path of its source. */
  notExamined(row: NotExamined, source: string): NotExaminedRecord;
}

const LONGEST_SHOWN = 200;
/** As the model writes whoever is not known. */
const SOMEBODY = '?';

/** For one chat with its participants in order; for a file of which nothing is known, with none. */
export function redactor(participants: readonly Participant[], find: FindIdentifying, key?: CaseKey): Redactor {
  const names = nameWords(participants.map(({ name }) => name));
  const masked = (text: string) => shortened(mask(text, names, find));
  const number = numbered(participants.map(({ name }) => name));
  const sender = key ? (raw: string) => keyedSender(raw, key) : (raw: string) => `S${number(raw)}`;
  const attachmentNumber = numbered([]);

  const attachment = (raw: string) => {
    const name = forTerminal(raw).replace(/^.*[/\\]/, '');
    if (name === '' || isAppMade(name)) return name;
    // An iPhone puts a running number of its own before the name, which helps to find the file.
    const counter = /^\d{8}-/.exec(name)?.[0] ?? '';
    return `${counter}[name hidden ${attachmentNumber(name)}]${knownExtension(name)}`;
  };
  const path = (raw: string, kind?: Conversation['kind']) =>
    mapSegments(
      raw,
      (segment, folder) => withoutPerson(segment, folder) ?? shownSegment(segment, kind === 'group', masked),
    );
  return {
    sender: (raw) => (raw === '' ? '' : raw === SOMEBODY ? 'unknown' : sender(raw)),
    remark: masked,
    title: (raw, kind) =>
      kind === 'group' ? masked(raw) || 'group without a title' : directTitle(raw, participants, sender),
    path,
    attachment,
    file: (raw) => inFolder(raw, path, attachment),
    participants: () => participants.map(({ name, said }) => ({ id: sender(name), shown: shownAs(name), said })),
    notExamined: (row, source) => ({
      ...row,
      source,
      path: isAttachment(row) ? inFolder(row.path, path, attachment) : path(row.path),
      ...(row.place === undefined ? {} : { place: masked(row.place) }),
    }),
  };
}

/** Tells sources apart whose shown paths are the same: the second `WhatsApp Chat with [name].zip` gets ` (2)`. */
export function distinctPaths(): (shown: string) => string {
  const seen = new Map<string, number>();
  return (shown) => {
    const count = (seen.get(shown) ?? 0) + 1;
    seen.set(shown, count);
    return count === 1 ? shown : `${shown} (${count})`;
  };
}

function numbered(first: readonly string[]): (raw: string) => number {
  const numbers = new Map<string, number>();
  const numberOf = (raw: string) => {
    const number = numbers.get(raw) ?? numbers.size + 1;
    numbers.set(raw, number);
    return number;
  };
  for (const raw of first) numberOf(raw);
  return numberOf;
}

/** The same name in two chats need not be the same person, but the same person saved alike is always found. */
const keyedSender = (raw: string, key: CaseKey): string =>
  isBareNumber(raw) ? key.pseudonym('S', 'phone', phoneValue(raw)) : key.pseudonym('S', 'name', nameValue(raw));

function directTitle(raw: string, participants: readonly Participant[], sender: (raw: string) => string): string {
  const wanted = comparable(raw);
  const other = participants.find(({ name }) => comparable(name) === wanted);
  return other ? `direct chat with ${sender(other.name)}` : 'direct chat';
}

function comparable(name: string): string {
  return forTerminal(name).normalize('NFKC').replace(/^~/, '').trim().toLowerCase();
}

function shownAs(name: string): ParticipantRecord['shown'] {
  const text = forTerminal(name).trim();
  if (text.startsWith('~')) return 'push-name';
  return isBareNumber(text) ? 'number' : 'name';
}

function shownSegment(raw: string, isGroup: boolean, masked: (text: string) => string): string {
  const name = forTerminal(raw);
  if (isAppMade(name)) return name;
  const exported = exportName(name);
  if (!exported) return masked(name);
  return `${exported.before}${isGroup ? masked(exported.title) : '[name]'}${exported.after}`;
}

/** Separators stay as given: `/`, `\` of Windows, and `!/` before an entry of a nested archive. */
function mapSegments(path: string, show: (segment: string, folder: string) => string): string {
  const parts = path.split(/(!?\/|\\)/);
  return parts
    .map((part, i) => {
      if (i % 2 === 1 || part === '') return part;
      // The folder below these two bears the account name of whoever runs the scan.
      const isHome = i < parts.length - 1 && /^(?:home|users)$/i.test(parts[i - 2] ?? '');
      return isHome ? '[user]' : show(part, parts[i - 2] ?? '');
    })
    .join('');
}

function isAttachment({ kind }: NotExamined): boolean {
  return kind !== 'file' && kind !== 'archive' && kind !== 'chat';
}

function inFolder(raw: string, path: (raw: string) => string, attachment: (raw: string) => string): string {
  const cut = Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1;
  return path(raw.slice(0, cut)) + attachment(raw.slice(cut));
}

function shortened(text: string): string {
  const signs = [...text];
  return signs.length <= LONGEST_SHOWN ? text : `${signs.slice(0, LONGEST_SHOWN).join('')}…`;
}
