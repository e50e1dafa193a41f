// The result as an Excel workbook: messages, chats, sources, what was not examined, decisions, risks, months and the clauses.

import { ISSUES } from '../issues.ts';
import type { Summary, ToolRecord } from '../model.ts';
import { breachHints, breachRows } from './breach-words.ts';
import { type Column, cellOf, columnsOf } from './columns.ts';
import { decisionName, restsOn, whoActs, writtenUp } from './decision-words.ts';
import {
  chatKind,
  clausesOf,
  dateReading,
  issueLine,
  itemName,
  itemPlace,
  staffLine,
  wordingState,
} from './describe.ts';
import { indicatorsOf } from './indicators.ts';
import { collect, type Overview } from './overview.ts';
import type { OpenReport, ReportOptions, Wording } from './report.ts';
import { REVEAL_NOTICE } from './reveal.ts';
import {
  baselineSentences,
  contactSentence,
  foundSentences,
  holdSentence,
  pseudonymSentence,
  shownTime,
  thousands,
  unreadSentence,
  urgentSentence,
} from './sentences.ts';
import { SOURCE_STATUSES } from './words.ts';
import { type Sheet, workbook } from './workbook.ts';

/** A workbook is made in memory; beyond these the least serious messages are only counted, and the first sheet says so. */
const LIMITS = { messages: 50_000, ledgerRows: 20_000 };

export const openXlsx: OpenReport = (tool, wording, options) => {
  const { overview, fill } = collect(LIMITS);
  return {
    ...fill,
    end: (summary) =>
      workbook([
        summarySheet(summary, overview, tool, options),
        messageSheet(overview, wording, columnsOf(options)),
        ledgerSheet(overview),
        chatSheet(overview, options.reveal !== undefined),
        sourceSheet(overview),
        breachSheet(summary),
        decisionSheet(overview, wording),
        riskSheet(summary),
        monthSheet(summary),
        clauseSheet(overview, wording),
      ]),
  };
};

function summarySheet(
  summary: Summary,
  overview: Overview,
  { version, patterns, policy }: ToolRecord,
  { contact, reveal }: ReportOptions,
): Sheet {
  const leftOut = [...overview.messages.leftOut.values()].reduce((sum, count) => sum + count, 0);
  const sentences = [
    reveal && `${REVEAL_NOTICE} Reason: ${reveal.reason}`,
    unreadSentence(summary),
    ...foundSentences(summary),
    urgentSentence(summary),
    ...baselineSentences(summary),
    holdSentence(summary, overview.held()),
    `${thousands(summary.ordinary)} messages are ordinary; nothing of them is shown.`,
    leftOut > 0
      ? `This workbook leaves out the ${thousands(leftOut)} least serious messages; the JSON report lists them.`
      : undefined,
    pseudonymSentence(summary),
    'Handle as person-confidential. The program decides nothing: a person checks each message in the chat itself.',
    contactSentence(contact),
    `ig-scan ${version}, patterns ${patterns.version}, policy ${policy.id} ${policy.version}`,
  ];
  return {
    name: 'Summary',
    head: [{ title: 'Person-confidential information in staff chats', width: 110 }],
    rows: sentences.flatMap((sentence) => (sentence === undefined ? [] : [[sentence]])),
  };
}

function messageSheet({ messages, chats }: Overview, wording: Wording, columns: readonly Column[]): Sheet {
  const rows = messages
    .inOrder()
    .map((record) => [
      chats.get(record.chat)?.title ?? '',
      ...columns.map((column) => cellOf(column, record, wording)),
    ]);
  return { name: 'Messages', head: [{ title: 'Title of the chat', width: 26 }, ...columns], rows };
}

function ledgerSheet({ ledger, chats }: Overview): Sheet {
  const head = [
    { title: 'Chat or source', width: 40 },
    { title: 'Message', width: 9 },
    { title: 'Not examined', width: 40 },
    { title: 'Why', width: 60 },
    { title: 'What to do', width: 60 },
  ];
  const rows = [...ledger.groups.values()].flatMap(({ reason, rows: items }) =>
    items.map((row) => {
      return [itemPlace(row, chats), row.index ?? '', itemName(row), ISSUES[reason].says, ISSUES[reason].advice];
    }),
  );
  return { name: 'Not examined', head, rows };
}

function chatSheet({ chats }: Overview, isRevealed: boolean): Sheet {
  const head = [
    { title: 'Chat', width: 18 },
    { title: 'Title', width: 30 },
    { title: 'What it is', width: 26 },
    { title: 'Source', width: 40 },
    { title: 'First', width: 17 },
    { title: 'Last', width: 17 },
    { title: 'Dates read', width: 40 },
    { title: 'Messages', width: 10 },
    { title: 'Confidential', width: 12 },
    { title: 'Possible', width: 10 },
    { title: 'By the staff list', width: 40 },
    ...(isRevealed
      ? [
          { title: 'Title as exported', width: 30 },
          { title: 'Who is who', width: 60 },
        ]
      : []),
  ];
  const rows = [...chats.values()].map((chat) => {
    const { id, title, source, firstAt, lastAt, counts } = chat;
    const { records, flagged, possible } = counts;
    const dates = [firstAt, lastAt, dateReading(chat)];
    const facts = [id, title, chatKind(chat), source, ...dates, records, flagged, possible, staffLine(chat) ?? ''];
    return chat.revealed ? [...facts, chat.revealed.title, chat.names] : facts;
  });
  return { name: 'Chats', head, rows };
}

function sourceSheet({ sources }: Overview): Sheet {
  const head = [
    { title: 'Source', width: 50 },
    { title: 'Read?', width: 13 },
    { title: 'What was odd', width: 80 },
    { title: 'Bytes', width: 14 },
    { title: 'SHA-256', width: 66 },
  ];
  const rows = sources.map(({ path, status, issues, bytes, sha256 }) => {
    return [path, SOURCE_STATUSES[status], issues.map(issueLine).join(' '), bytes, sha256];
  });
  return { name: 'Sources', head, rows };
}

function breachSheet(summary: Summary): Sheet {
  const head = [
    { title: 'Facts for a breach assessment', width: 70 },
    { title: 'Count', width: 28 },
  ];
  return {
    name: 'Breach facts',
    head,
    rows: [...breachRows(summary.breachFacts), ...breachHints(summary).map((hint) => [hint])],
  };
}

function decisionSheet({ messages, chats }: Overview, wording: Wording): Sheet {
  const head = [
    { title: 'Title of the chat', width: 26 },
    { title: 'Message', width: 9 },
    { title: 'When', width: 18 },
    { title: 'Who', width: 8 },
    { title: 'What', width: 34 },
    { title: 'On what information', width: 44 },
    { title: 'Who acts, by when', width: 30 },
    { title: 'Written up?', width: 18 },
    { title: 'Agreed / corrected', width: 20 },
    { title: 'Initials', width: 10 },
  ];
  const rows = messages.inOrder().flatMap(({ decision, chat, index, at, sender }) => {
    if (!decision) return [];
    const known = [decisionName(decision), restsOn(decision, wording), whoActs(decision), writtenUp(decision)];
    return [[chats.get(chat)?.title ?? '', index, shownTime(at), sender, ...known, '', '']];
  });
  return { name: 'Decisions and actions', head, rows };
}

function riskSheet(summary: Summary): Sheet {
  const head = [
    { title: 'Risk that the policy names', width: 34 },
    { title: 'What the chats show', width: 60 },
    { title: 'Count', width: 10 },
  ];
  const rows = indicatorsOf(summary).flatMap(({ title, rows: signs }) => signs.map((sign) => [title, ...sign]));
  return { name: 'Risks', head, rows };
}

function monthSheet({ timeline }: Summary): Sheet {
  const head = [
    { title: 'Month', width: 12 },
    { title: 'Entries', width: 10 },
    { title: 'Person-confidential', width: 18 },
    { title: 'Ordinary', width: 10 },
  ];
  const rows = timeline.map(({ month, messages, confidential, ordinary }) => [month, messages, confidential, ordinary]);
  return { name: 'Months', head, rows };
}

function clauseSheet({ messages }: Overview, wording: Wording): Sheet {
  const head = [
    { title: 'Clause', width: 16 },
    { title: 'Source', width: 50 },
    { title: 'In brief', width: 90 },
    { title: 'Wording', width: 28 },
  ];
  const rows = clausesOf(messages.inOrder().flatMap(({ dispositions }) => dispositions)).map((id) => {
    const { source, says, verifiedOn } = wording.clause(id);
    return [id, source, says, wordingState(verifiedOn)];
  });
  return { name: 'Clauses', head, rows };
}
