// The result as JUnit XML, for dashboards that show red and green: one suite a source, one case a receiver with the messages that
// belong there, and one case "was everything read?", so that what was not read is red as well.

import { ISSUES } from '../issues.ts';
import type { ChatRecord, Destination, MessageRecord, NotExaminedRecord, SourceRecord } from '../model.ts';
import { issueLine, itemName } from './describe.ts';
import { forHtml } from './escape.ts';
import type { OpenReport } from './report.ts';
import { counted } from './sentences.ts';
import { DESTINATIONS, idsOf, SOURCE_STATUSES } from './words.ts';

/** So many messages are named in a case; the rest are counted. */
const NAMED = 50;

interface Case {
  readonly name: string;
  count: number;
  readonly first: string[];
}

interface Suite {
  /** Cut short or not read at all: then nothing found is no good sign. */
  isIncomplete: boolean;
  readonly receivers: ReadonlyMap<Destination, Case>;
  readonly unread: Case;
}

const newCase = (name: string): Case => ({ name, count: 0, first: [] });
const newSuite = (): Suite => ({
  isIncomplete: false,
  receivers: new Map(
    idsOf<Destination>(DESTINATIONS).map((id) => [id, newCase(`nothing for: ${DESTINATIONS[id].name}`)]),
  ),
  unread: newCase('everything was read'),
});

function note(one: Case, line: string): void {
  one.count += 1;
  if (one.first.length < NAMED) one.first.push(line);
}

export const openJunit: OpenReport = ({ version }) => {
  /** By shown path of the source; the messages of a source come before anything else of it. */
  const suites = new Map<string, Suite>();
  let open = newSuite();
  const suiteOf = (source: string): Suite => {
    const suite = suites.get(source) ?? open;
    suites.set(source, suite);
    return suite;
  };
  return {
    message: (record: MessageRecord) => {
      const accepted = record.accepted && !record.accepted.stillCounts ? ', accepted' : '';
      for (const { destination } of record.dispositions) {
        const one = open.receivers.get(destination);
        if (one) note(one, `${record.id} (${record.severity}, ${record.verdict}${accepted})`);
      }
      return '';
    },
    chat: ({ source }: ChatRecord) => {
      suiteOf(source);
      return '';
    },
    notExamined: (row: NotExaminedRecord) => {
      const place = row.index === undefined ? '' : `message ${row.index}, `;
      note(suiteOf(row.source).unread, `${place}${itemName(row)}: ${ISSUES[row.reason].says}`);
      return '';
    },
    source: (record: SourceRecord) => {
      const suite = suiteOf(record.path);
      suite.isIncomplete = record.status !== 'read';
      if (suite.isIncomplete)
        note(suite.unread, `${SOURCE_STATUSES[record.status]}: ${record.issues.map(issueLine).join(' ')}`);
      open = newSuite();
      return '';
    },
    end: () => documentOf(suites, version),
  };
};

function documentOf(suites: ReadonlyMap<string, Suite>, version: string): string {
  const all = [...suites].map(([source, { receivers, unread, isIncomplete }]) => ({
    source,
    cases: [unread, ...receivers.values()],
    isIncomplete,
  }));
  const failed = (cases: readonly Case[]) => cases.filter(({ count }) => count > 0).length;
  const totals = all.flatMap(({ cases }) => cases);
  const body = all.map(
    ({ source, cases, isIncomplete }) =>
      `<testsuite name="${xml(source)}" tests="${cases.length}" failures="${failed(cases)}">\n${cases.map((one) => caseOf(one, isIncomplete)).join('')}</testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ig-scan ${xml(version)}" tests="${totals.length}" failures="${failed(totals)}">
${body.join('')}</testsuites>
`;
}

function caseOf({ name, count, first }: Case, isIncomplete: boolean): string {
  const head = `<testcase classname="ig-scan" name="${xml(name)}"`;
  if (count === 0 && isIncomplete) return `${head}><skipped message="not everything was read"/></testcase>\n`;
  if (count === 0) return `${head}/>\n`;
  const more = count > first.length ? [`and ${counted(count - first.length, 'more', 'more')}`] : [];
  return `${head}><failure message="${counted(count, 'item')}">${[...first, ...more].map(xml).join('\n')}</failure></testcase>\n`;
}

/** Two code points that the escapes leave alone may not stand in XML at all. */
const xml = (text: string): string => forHtml(text).replace(/[\ufffe\uffff]/g, '\ufffd');
