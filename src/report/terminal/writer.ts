// The report on the screen: one look tells an officer whether all was read, what is urgent, where things belong and what to type
// next. The full list is the business of the page (html) and of the JSON report.

import { Chalk } from 'chalk';
import { collect } from '../overview.ts';
import type { OpenReport } from '../report.ts';
import { authoritySection, messagesSection } from './messages.ts';
import { page } from './page.ts';
import {
  comparisonSection,
  countsSection,
  deletionSection,
  headlineSection,
  methodSection,
  nextSection,
  notExaminedSection,
  readSection,
  unreadSection,
} from './sections.ts';

const MESSAGES_SHOWN = 15;

export const openTerminal: OpenReport = (tool, wording, { color, width, contact }) => {
  const { overview, fill } = collect({ messages: MESSAGES_SHOWN, ledgerRows: 0 });
  const paint = new Chalk({ level: color ? 1 : 0 });
  return {
    ...fill,
    end: (summary) => {
      const context = { page: page(Math.min(120, Math.max(40, width))), paint, overview, summary, wording };
      unreadSection(context);
      headlineSection(context);
      messagesSection(context);
      countsSection(context);
      readSection(context);
      notExaminedSection(context);
      // Where nothing was read there is nothing to act on, and advice would sound like a result.
      if (summary.chats > 0) {
        comparisonSection(context);
        deletionSection(context);
        authoritySection(context);
        nextSection(context);
      }
      methodSection(context, tool, contact);
      return context.page.text();
    },
  };
};
