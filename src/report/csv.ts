// The list of messages for a spreadsheet, as CSV. A spreadsheet runs what looks like a formula and drops leading zeros; a chat can be
// made to hold both (CWE-1236). XLSX has neither trouble: it is the better choice where it can be opened.

import { ISSUES } from '../issues.ts';
import { cellOf, columnsOf } from './columns.ts';
import { chatKind, issueLine, itemName, staffLine } from './describe.ts';
import { forTerminal } from './escape.ts';
import { overviewOf } from './overview.ts';
import type { OpenReport } from './report.ts';
import { REVEAL_NOTICE, revealedNames } from './reveal.ts';
import { baselineSentences, counted, shownSpan } from './sentences.ts';
import { SOURCE_STATUSES } from './words.ts';

/** What the row is about; the rows of a kind belong together, so sorting by another column is undone by the first two. */
type Kind = 'notice' | 'message' | 'chat' | 'not examined' | 'source' | 'total';

/** The sign by which Excel knows that the text is UTF-8. */
const UTF8_MARK = '\ufeff';

/** Rows of messages come first; chats, what was not examined, and sources have their words in the last column. */
export const openCsv: OpenReport = (_, wording, { reveal }) => {
  const columns = columnsOf(reveal ? { reveal } : {});
  const nothing = columns.map(() => '');
  let rows = 0;
  const next = (kind: Kind, cells: readonly (string | number)[], note: string) =>
    lineOf([++rows, kind, ...cells, note]);
  const head = () => {
    const titles = UTF8_MARK + lineOf(['Row', 'Kind of row', ...columns.map(({ title }) => title), 'Note']);
    return reveal ? titles + next('notice', nothing, `${REVEAL_NOTICE} Reason: ${reveal.reason}`) : titles;
  };
  const row = (kind: Kind, cells: readonly (string | number)[], note = '') =>
    (rows === 0 ? head() : '') + next(kind, cells, note);
  /** A row without a message, for a chat or a message of it where that is known. */
  const remark = (kind: Kind, note: string, chat = '', index: number | '' = '') =>
    row(kind, [chat, index, ...nothing.slice(2)], note);
  return {
    message: (record) =>
      row(
        'message',
        columns.map((column) => cellOf(column, record, wording)),
      ),
    chat: (chat) => {
      const { records, flagged, possible } = chat.counts;
      const kind = chatKind(overviewOf(chat));
      const staff = staffLine(overviewOf(chat));
      const found = `${counted(records, 'message')}, ${flagged} confidential, ${possible} possible`;
      const revealed = chat.revealed ? `${chat.revealed.title} (${revealedNames(chat)}); ` : '';
      return remark(
        'chat',
        `${revealed}${chat.title}: ${kind}, ${shownSpan(chat.firstAt, chat.lastAt)}, ${found}; from ${chat.source}${staff === undefined ? '' : `; ${staff}`}`,
        chat.id,
      );
    },
    source: ({ path, status, sha256, issues }) => {
      const said = [`${path}: ${SOURCE_STATUSES[status]}`, ...issues.map(issueLine), `SHA-256 ${sha256}`];
      return remark('source', said.join('; '));
    },
    notExamined: (item) => {
      const { says, advice } = ISSUES[item.reason];
      return remark('not examined', `${itemName(item)}: ${says} ${advice}`, item.chat, item.index);
    },
    end: (summary) => {
      const { messages, ordinary, notExamined } = summary;
      const total = `${counted(messages, 'message')}, ${ordinary} of them ordinary; ${notExamined} not examined`;
      return remark('total', [total, ...baselineSentences(summary)].join('. '));
    },
  };
};

const lineOf = (cells: readonly (string | number)[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** Every cell stands in quotation marks; what a spreadsheet would take for a formula gets an apostrophe in front. */
function quoted(cell: string | number): string {
  const text = typeof cell === 'number' ? String(cell) : forTerminal(cell);
  const harmless = /^[\s]*[=+\-@＝＋－＠|%]/u.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
