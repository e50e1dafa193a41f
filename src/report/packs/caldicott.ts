// One page for the Caldicott Guardian: patients, harm, who must be told, and what the scan says about each of the eight Caldicott
// Principles (National Data Guardian, 2020). Where a scan can say nothing about a principle, the page says that.

import { counted, thousands } from '../sentences.ts';
import { IN_REPORT, keepSentence, type SummaryFacts, summaryPage, unknowns } from './summary-page.ts';
import { heading, list, PORTRAIT_WIDTH, table } from './word.ts';

const WIDTHS = [3_300, PORTRAIT_WIDTH - 3_300];

export function caldicottSummary(facts: SummaryFacts): Promise<Uint8Array> {
  return summaryPage('Staff chats: summary for the Caldicott Guardian', facts, [
    heading(2, 'Patients and harm'),
    ...list(patients(facts), 'points'),
    heading(2, 'Who must be told'),
    ...list(toBeTold(facts), 'points'),
    heading(2, 'Principle by principle'),
    table(['Caldicott Principle', 'What the scan says'], WIDTHS, principles(facts)),
    heading(2, 'Not known'),
    ...list(unknowns(facts), 'points'),
  ]);
}

function patients({ summary, signs }: SummaryFacts): readonly string[] {
  const { bySubject, breachFacts } = summary;
  const relatives = bySubject.relative > 0 ? `, ${thousands(bySubject.relative)} about a relative` : '';
  const lines = [
    summary.chats === 0
      ? 'No chat could be read. This is not a clean result.'
      : `${counted(bySubject.patient, 'message is', 'messages are')} about a patient${relatives}, out of ${thousands(summary.messages)} read (${IN_REPORT.summary}). How many patients that is, a person has to find out.`,
    `${counted(breachFacts.restricted, 'message is', 'messages are')} of a kind that the law keeps especially secret, or about safeguarding (${IN_REPORT.breach}); ${thousands(signs.count('safeguarding.child'))} speak of a child at risk.`,
    `Signs of harm: ${counted(summary.byDestination['incident-system'], 'message belongs', 'messages belong')} in the incident system; ${thousands(signs.count('governance.wrong-patient'))} speak of a mix-up of patients. Whether anybody came to harm the scan cannot tell.`,
  ];
  return lines;
}

function toBeTold({ summary }: SummaryFacts): readonly string[] {
  const { safeguarding, 'incident-system': incidents, 'breach-assessment': breaches } = summary.byDestination;
  const lines = [
    safeguarding > 0 ? `The safeguarding lead, today: ${counted(safeguarding, 'message')}.` : '',
    incidents > 0
      ? `Patients who came to harm, under the duty of candour (regulation 20), where an incident of the ${thousands(incidents)} bears it out.`
      : '',
    breaches > 0
      ? 'Patients, where the breach assessment finds a high risk to them (UK GDPR Article 34). The assessment comes first.'
      : '',
  ].filter((line) => line !== '');
  return lines.length > 0 ? lines : ['Nobody, as far as the scan can tell.'];
}

function principles(facts: SummaryFacts): readonly (readonly string[])[] {
  const { summary, signs } = facts;
  const { breachFacts, byVerdict, byDestination } = summary;
  const { named, withPhone, withDateOfBirth, withAddress, readers, removed } = breachFacts;
  const count = (category: string) => thousands(signs.count(category));
  return [
    ['1 Justify the purpose', 'A scan sees no purpose. Ask what each chat was for.'],
    [
      '2 Only when necessary',
      `${counted(breachFacts.entries, 'message holds', 'messages hold')} confidential information; ${thousands(byVerdict.possible)} more may.`,
    ],
    [
      '3 The minimum necessary',
      `${thousands(named)} bear a name; of these ${thousands(withDateOfBirth)} a date of birth, ${thousands(withAddress)} an address, ${thousands(withPhone)} a phone number. ${thousands(byVerdict.confirmed)} point to one person beyond doubt.`,
    ],
    [
      '4 Need to know',
      `At least ${counted(readers, 'person', 'people')} could read one message. ${thousands(removed)} were taken out of a chat. Who was an outsider or a leaver is not known.`,
    ],
    [
      '5 Everyone knows their duties',
      `${count('governance.rule-acknowledged')} reported messages mention the rule, ${count('governance.channel-evasion')} move the talk out of sight.`,
    ],
    [
      '6 Comply with the law',
      `${thousands(byDestination['breach-assessment'])} to assess as a breach. ${count('governance.destruction-intent')} speak of destroying records. ${keepSentence(facts)}`,
    ],
    [
      '7 Share for care',
      `${thousands(byDestination['care-record'])} belong in the care record, where those who treat the patient can see them; ${count('governance.not-documented')} say that it was not written down.`,
    ],
    ['8 Inform patients', 'Whether patients know of it, the scan cannot tell.'],
  ];
}
