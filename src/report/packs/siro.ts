// One page for the Senior Information Risk Owner: risk, cause, action, numbers, and what is not known.

import { counted, foundSentences, thousands, urgentSentence } from '../sentences.ts';
import { IN_REPORT, keepSentence, type SummaryFacts, shown, summaryPage, unknowns } from './summary-page.ts';
import { heading, list, PORTRAIT_WIDTH, table } from './word.ts';

/** More causes would push the rest off the page. */
const SIGNS_SHOWN = 4;
const WIDTHS = [5_600, 1_400, PORTRAIT_WIDTH - 7_000];

export function siroSummary(facts: SummaryFacts): Promise<Uint8Array> {
  return summaryPage('Staff chats: summary for the SIRO', facts, [
    heading(2, 'Risk'),
    ...list(risk(facts), 'points'),
    heading(2, 'Cause'),
    ...list(cause(facts), 'points'),
    heading(2, 'Action'),
    ...list(action(facts), 'steps'),
    heading(2, 'Numbers'),
    table(['Messages', 'Count', 'In the full report'], WIDTHS, numbers(facts)),
    heading(2, 'Not known'),
    ...list(unknowns(facts), 'points'),
  ]);
}

function risk({ summary }: SummaryFacts): readonly string[] {
  const { restricted, readers, removed, entries } = summary.breachFacts;
  const lines = [
    ...foundSentences(summary),
    urgentSentence(summary) ?? '',
    restricted > 0
      ? `${counted(restricted, 'message is', 'messages are')} of a kind that the law keeps especially secret, or about safeguarding.`
      : '',
    entries > 0 ? `One message could be read by at least ${counted(readers, 'person', 'people')}.` : '',
    removed > 0
      ? `${counted(removed, 'person was', 'people were')} taken out of a chat by somebody else: find out who.`
      : '',
  ];
  return lines.filter((line) => line !== '');
}

function cause({ signs, wording }: SummaryFacts): readonly string[] {
  const most = signs
    .most('governance', SIGNS_SHOWN)
    .map(([id, count]) => `${wording.category(id)} (${thousands(count)})`);
  return [
    most.length === 0
      ? 'No sign of how the chats came to be used so was counted.'
      : `Signs in the messages, with how many bear them: ${most.join('; ')}.`,
    'The scan shows what was written, not why. Ask what the approved way was on that ward, and whether it worked.',
  ];
}

function action(facts: SummaryFacts): readonly string[] {
  const { summary, shares } = facts;
  const due = shares.flatMap(({ receiver, items }) => (items > 0 ? [`${receiver.team} (${thousands(items)})`] : []));
  const lines = [
    summary.urgent > 0 ? `See that the ${counted(summary.urgent, 'urgent message')} are read by a person today.` : '',
    summary.byDestination['breach-assessment'] > 0
      ? 'See that a breach assessment is made: 72 hours run from when a person confirms it (UK GDPR Article 33), not from this scan.'
      : '',
    due.length > 0 ? `See that the packs are worked off and the reply slips come back: ${due.join(', ')}.` : '',
    summary.notExamined > 0 ? `Name somebody to look at the ${counted(summary.notExamined, 'item')} not examined.` : '',
    keepSentence(facts),
  ];
  return lines.filter((line) => line !== '');
}

function numbers({ summary }: SummaryFacts): readonly (readonly string[])[] {
  const { byVerdict, bySeverity, bySubject, breachFacts } = summary;
  return [
    ['All that were read', shown(summary.messages), IN_REPORT.summary],
    ['Person-confidential', shown(breachFacts.entries), IN_REPORT.breach],
    ['of these, about one person beyond doubt', shown(byVerdict.confirmed), IN_REPORT.summary],
    ['of these, with a name', shown(breachFacts.named), IN_REPORT.breach],
    ['To be looked at by a person', shown(byVerdict.possible), IN_REPORT.summary],
    ['Critical or high', shown(bySeverity.critical + bySeverity.high), IN_REPORT.summary],
    ['About patients', shown(bySubject.patient), IN_REPORT.summary],
    ['About staff', shown(bySubject.staff), IN_REPORT.summary],
    ['Ordinary', shown(summary.ordinary), IN_REPORT.summary],
  ];
}
