// The report as one self-contained page to read, print and hand on. Rows are kept until the end, because totals stand at the top;
// beyond a number of rows the least serious are only counted, and the page says so.

import { collect } from '../overview.ts';
import type { OpenReport } from '../report.ts';
import { authoritiesSection } from './authorities.ts';
import { breachSection } from './breach.ts';
import { comparisonSection } from './comparison.ts';
import { contactSection } from './contact.ts';
import { decisionSection } from './decisions.ts';
import { ledgerSection } from './ledger.ts';
import { deletionSection, methodSection } from './method.ts';
import { pageOf } from './page.ts';
import { receiverSections } from './receivers.ts';
import { rowContext } from './row.ts';
import { sourcesSection } from './sources.ts';
import { summarySection } from './summary.ts';
import { usageSections } from './usage.ts';

const MESSAGES_SHOWN = 20_000;
const LEDGER_ROWS_SHOWN = 2_000;

export const openHtml: OpenReport = (tool, wording, { contact, reveal }) => {
  const { overview, fill } = collect({ messages: MESSAGES_SHOWN, ledgerRows: LEDGER_ROWS_SHOWN });
  return {
    ...fill,
    end: (summary) => {
      const records = overview.messages.inOrder();
      const context = rowContext(records, overview.chats, wording);
      const sections = [
        summarySection(summary, overview),
        ...receiverSections(records, context),
        decisionSection(records, summary, context),
        comparisonSection(summary.comparison, overview, context),
        breachSection(summary),
        ...usageSections(summary, overview, wording),
        ledgerSection(overview),
        sourcesSection(overview),
        deletionSection(summary, overview, wording),
        authoritiesSection(records, context),
        contactSection(contact),
        methodSection(summary, reveal !== undefined),
      ];
      return pageOf(
        sections.filter((section) => section !== undefined),
        tool,
        reveal?.reason,
      );
    },
  };
};
