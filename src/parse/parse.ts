// Which files of a source are chats, which came with a chat, and which are neither. Told by content; names only help.
// Nothing is passed over in silence: each file is a chat, belongs to a message of one, or is listed as not examined.

import type { IssueCode } from '../issues.ts';
import type { Conversation, DateOrder, Issue, NotExamined, SourceFile } from '../model.ts';
import type { ChatFormat } from './format.ts';
import { baseName, canBeText, kindOfFile, type Shelf, shelve } from './media.ts';
import { isPageIcon, isTwinPage } from './not-chats.ts';
import { scanByLine } from './plain/plain.ts';
import { examine, type Suspect } from './suspect.ts';
import type { ColumnMap } from './table/columns.ts';
import { titleFromNames } from './titles.ts';
import { isTwin, pagesSaidAgain } from './twins.ts';

export interface ParseOptions {
  readonly dateOrder?: DateOrder['order'];
  /** Columns of a table, as the user names them with --map. */
  readonly columns?: ColumnMap;
  /** What was given to scan; its name may hold the title. */
  readonly sourcePath: string;
  /** The files lie in a folder beside archives: what is no chat there came with them, and is not read as one. */
  readonly besideArchives?: boolean;
}

export interface FoundChats {
  /** In the order of their files. */
  readonly chats: readonly Conversation[];
  readonly issues: readonly Issue[];
  /** Files that no message of a chat names; what messages name is for the reader of the messages to list. */
  readonly notExamined: readonly NotExamined[];
}

/** A text that a message names as its attachment is a chat of its own only when it can hardly be anything else. */
const CERTAIN_THOUGH_ATTACHED = 0.9;

/** Finds and surveys the chats among the files of one source. */
export async function findChats(files: readonly SourceFile[], options: ParseOptions): Promise<FoundChats> {
  const shelf = shelve(files);
  const suspects = new Map<SourceFile, Suspect>();
  for (const file of files) {
    if (canBeText(baseName(file.path))) suspects.set(file, await examine(file, options.sourcePath, options.columns));
  }
  const surveyed = await surveyAll([...suspects.values()], shelf, options);
  await takeOutPages(surveyed, suspects);
  const everything = surveyed.size === 0 && !options.besideArchives;
  const unread = [...suspects.values()].filter(({ file }) => everything || (file.written && !surveyed.has(file)));
  await scanTexts(unread, surveyed, shelf, options);
  const leftOver = files.filter(
    (file) => !surveyed.has(file) && !shelf.isClaimed(file) && !isTwin(file, [...surveyed.keys()]),
  );
  const chats = [...new Set(files.flatMap((file) => surveyed.get(file) ?? []))];
  const rows = leftOver.map((file) => listed(file, suspects.get(file), pathsOf(chats)));
  // Of a file given by itself the issue says all, unless it is one for the readers of documents.
  const loose = chats.length === 0 && files.length === 1 && !options.besideArchives;
  return {
    chats,
    issues: issuesOf(chats, leftOver, suspects, options.besideArchives ?? false),
    notExamined: loose ? rows.filter(({ reason }) => reason === 'media-not-read') : rows,
  };
}

/** Those with the name of a chat first: what they name as attachment is then known. Files that are read together count as one. */
async function surveyAll(
  suspects: readonly Suspect[],
  shelf: Shelf,
  { dateOrder, columns, sourcePath }: ParseOptions,
): Promise<Map<SourceFile, readonly Conversation[]>> {
  const surveyed = new Map<SourceFile, readonly Conversation[]>();
  const togetherWith = gathered(suspects);
  const ordered = [...suspects].sort((x, y) => Number(y.named) - Number(x.named) || y.certainty - x.certainty);
  for (const { file, format, certainty } of ordered) {
    if (!format || surveyed.has(file) || (shelf.isClaimed(file) && certainty < CERTAIN_THOUGH_ATTACHED)) continue;
    const files = togetherWith.get(file) ?? [file];
    const title = titleFromNames(file.path, sourcePath);
    const chats = await format.survey(files, {
      title,
      shelf,
      ...(dateOrder ? { dateOrder } : {}),
      ...(columns ? { columns } : {}),
    });
    for (const one of files) surveyed.set(one, chats);
  }
  return surveyed;
}

/** Pages whose chats were all read from JSON or text beside them are passed over, with the reason. */
async function takeOutPages(
  surveyed: Map<SourceFile, readonly Conversation[]>,
  suspects: Map<SourceFile, Suspect>,
): Promise<void> {
  const again = await pagesSaidAgain([...new Set([...surveyed.values()].flat())]);
  for (const [file, chats] of [...surveyed]) {
    const suspect = suspects.get(file);
    if (!suspect || chats.length === 0 || !chats.every((chat) => again.has(chat))) continue;
    surveyed.delete(file);
    suspects.set(file, { ...suspect, noChat: 'pages-of-read-chats' });
  }
}

/** Where nothing is a chat, all text is scanned by line; beside a chat, what a mail says is, and other texts stay what they are: attachments, or listed. */
async function scanTexts(
  suspects: readonly Suspect[],
  surveyed: Map<SourceFile, readonly Conversation[]>,
  shelf: Shelf,
  { sourcePath }: ParseOptions,
): Promise<void> {
  for (const { file, text, damage, noChat, tableOf } of suspects) {
    if (!text || damage !== undefined || noChat !== undefined) continue;
    const chat = await scanByLine(file, { title: titleFromNames(file.path, sourcePath), shelf });
    const asTable: Issue[] = tableOf > 0 ? [{ code: 'table-columns', place: `columns 1 to ${tableOf}` }] : [];
    surveyed.set(file, [{ ...chat, issues: [...chat.issues, ...asTable] }]);
  }
}

/** For each file that is read together with others: all of them, in reading order. */
function gathered(suspects: readonly Suspect[]): ReadonlyMap<SourceFile, readonly SourceFile[]> {
  const byFormat = new Map<ChatFormat, SourceFile[]>();
  for (const { file, format } of suspects) {
    if (format?.gather) byFormat.set(format, [...(byFormat.get(format) ?? []), file]);
  }
  const groups = [...byFormat].flatMap(([format, files]) => format.gather?.(files) ?? []);
  return new Map(groups.flatMap((group) => group.map((file) => [file, group] as const)));
}

function issuesOf(
  chats: readonly Conversation[],
  leftOver: readonly SourceFile[],
  suspects: ReadonlyMap<SourceFile, Suspect>,
  besideArchives: boolean,
): Issue[] {
  const issues: Issue[] = [];
  const reasons = new Map<IssueCode, number>();
  const read = pathsOf(chats);
  let texts = 0;
  for (const file of leftOver) {
    const suspect = suspects.get(file);
    const reason = reasonFor(file, suspect, read);
    if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    else if (suspect?.text) texts++;
  }
  for (const [code, count] of reasons) issues.push({ code, count });
  const besideChats = chats.length > 0 || (besideArchives && texts > 0);
  if (!besideChats && suspects.size + leftOver.length > 0) issues.push({ code: 'no-chat' });
  else if (texts > 0) issues.push({ code: 'chat-not-recognised', count: texts });
  return issues;
}

const pathsOf = (chats: readonly Conversation[]): ReadonlySet<string> => new Set(chats.map(({ path }) => path));

/** Why a file was not read, where more is known than that it is no chat. */
function reasonFor(file: SourceFile, suspect: Suspect | undefined, read: ReadonlySet<string>): IssueCode | undefined {
  if (suspect?.damage ?? suspect?.noChat) return suspect?.damage ?? suspect?.noChat;
  if (suspect && suspect.tableOf > 0) return 'table-columns';
  if (isTwinPage(file, read)) return 'pages-of-read-chats';
  return isPageIcon(file) ? 'page-design' : undefined;
}

function listed(file: SourceFile, suspect: Suspect | undefined, read: ReadonlySet<string>): NotExamined {
  const kind = kindOfFile(baseName(file.path));
  const reason = reasonFor(file, suspect, read);
  if (reason !== undefined) return { path: file.path, kind, reason };
  if (suspect?.text) return { path: file.path, kind: suspect.named ? 'chat' : kind, reason: 'chat-not-recognised' };
  return { path: file.path, kind, reason: 'media-not-read' };
}
