// What may be deleted, and what the report can and cannot tell. An officer who acts on it must know both.

import type { Residual, Summary } from '../../model.ts';
import { PRECEDENCE } from '../../policy/precedence.ts';
import { holdWarnings } from '../describe.ts';
import type { Overview } from '../overview.ts';
import type { Wording } from '../report.ts';
import { holdSentence, pseudonymSentence } from '../sentences.ts';
import { idsOf, RESIDUALS } from '../words.ts';
import { html } from './markup.ts';
import type { Section } from './page.ts';

export function deletionSection(summary: Summary, overview: Overview, wording: Wording): Section {
  const warnings = holdWarnings(summary, wording);
  // Where nobody gave a register no row advises to delete, so the page has nothing of the kind to explain.
  const residuals = idsOf<Residual>(RESIDUALS).filter((id) => summary.holdRegister || id !== 'delete-after-transfer');
  const body = html`<p class="care">${holdSentence(summary, overview.held())}</p>
${
  warnings.length > 0
    ? html`<ul>
${warnings.map((warning) => html`<li>${warning}</li>\n`)}</ul>
`
    : undefined
}<p>What the last column of the lists means:</p>
<dl>
${residuals.map((id) => html`<dt>${RESIDUALS[id].name}</dt><dd>${RESIDUALS[id].says}</dd>\n`)}</dl>
`;
  return { id: 'deletion', title: 'What may be deleted', body };
}

const LIMITS: readonly string[] = [
  'An exported chat is a text file made by one member. Anyone can edit it, and it carries no proof of who wrote what. Deleted messages, edits, reactions and forwarding marks are missing or incomplete. Compare it with the export of another member where it matters.',
  'Times are those of the phone that made the export, without time zone.',
  'The program recognises patterns of words and numbers, and it can be wrong both ways. A message that is not listed is not proved to be harmless, and one that is listed must be read by a person before anybody is spoken to.',
  'In a row, (to 14) says how many other people were in the chat when the message was sent, as far as the export shows who came and went. Who came later could not read it.',
  'Where a staff list was given, a row also says how many of those people are not on it, or had left. That is a fact about the list: a gap in it, a second phone or a name saved otherwise looks the same. Whoever could be a colleague under another name is counted as not placed.',
  'To find a message, open the export and go to the date and time given. The message number counts every entry from 1, lines written by the app included.',
  'This report is itself information about patients and staff. Store it with the case, give each receiver only the section that is theirs, and destroy it when the case is closed.',
  'The program decides nothing about a person. It ranks nobody, and it never deletes anything.',
];

const MASKED =
  'No words of the chat, no names, no numbers and no names of documents are in this report. The title of a group is shown, with names taken out; that of a direct chat is not.';
const REVEALED =
  'This report holds names and words of the chat, for the reason given at its top. Names of documents and of files stay hidden.';

export function methodSection(summary: Summary, isRevealed: boolean): Section {
  const limits = [isRevealed ? REVEALED : MASKED, pseudonymSentence(summary), ...LIMITS];
  const body = html`<p>Where several things are due for one message, they are due in this order:</p>
<ol>
${PRECEDENCE.map(({ says }) => html`<li>${says}</li>\n`)}</ol>
<p>What the report can and cannot tell:</p>
<ul>
${limits.map((limit) => html`<li>${limit}</li>\n`)}</ul>
`;
  return { id: 'method', title: 'Method and limits', body };
}
