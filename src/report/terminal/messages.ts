// The most serious messages on the screen, urgent ones first: enough to act on today.

import type { Disposition, MessageRecord, Severity, Summary } from '../../model.ts';
import { easedBecause, judgement, leadClauses, leadClausesOf, whoAndWhere, wordingState } from '../describe.ts';
import { foundIn, foundLine } from '../found.ts';
import type { Wording } from '../report.ts';
import { acceptedSentence, shownTime, thousands } from '../sentences.ts';
import { isUrgent } from '../urgent.ts';
import { DESTINATIONS, RESIDUALS } from '../words.ts';
import type { Paint } from './page.ts';
import type { Context } from './sections.ts';

export function messagesSection(context: Context): void {
  const { page, paint, overview, summary } = context;
  const records = overview.messages.byRank();
  const urgent = records.filter(isUrgent);
  const rest = records.filter((record) => !isUrgent(record));
  if (urgent.length > 0) {
    page.heading(`URGENT: READ THESE NOW (${shownOf(urgent.length, summary.urgent)})`, paint.red.bold);
    for (const record of urgent) messageBlock(record, context);
  }
  if (rest.length === 0) return;
  const what = urgent.length > 0 ? 'THE MOST SERIOUS OF THE OTHERS' : 'THE MOST SERIOUS MESSAGES';
  page.heading(`${what} (${shownOf(rest.length, reported(summary) - summary.urgent)})`, paint.bold);
  for (const record of rest) messageBlock(record, context);
}

function reported({ bySeverity }: Summary): number {
  return Object.values(bySeverity).reduce((sum, count) => sum + count, 0);
}

function shownOf(shown: number, all: number): string {
  return shown >= all ? `all ${shown}` : `${shown} of ${thousands(all)}`;
}

function messageBlock(record: MessageRecord, { page, paint, overview, wording }: Context): void {
  const chat = overview.chats.get(record.chat);
  const colour = colourOf(record.severity, paint);
  page.paragraph(judgement(record), { label: '* ', paint: colour });
  page.paragraph(`${shownTime(record.at)}, ${chat?.title ?? record.chat}, ${whoAndWhere(record)}`, { indent: 4 });
  for (const [i, part] of foundIn(record, wording).entries()) {
    page.paragraph(foundLine(part), { indent: 4, label: i === 0 ? 'found:     ' : ' '.repeat(11) });
  }
  const [rule] = record.rules;
  if (rule !== undefined) page.paragraph(`${wording.rule(rule)} (rule ${rule})`, { indent: 4, label: 'reason:    ' });
  const eased = easedBecause(record, wording);
  if (eased !== '') page.paragraph(eased, { indent: 4 });
  for (const [i, disposition] of record.dispositions.entries()) {
    const label = i === 0 ? 'belongs:   ' : ' '.repeat(11);
    page.paragraph(belongs(disposition, wording), { indent: 4, label });
  }
  page.paragraph(RESIDUALS[record.residual].name.toLowerCase(), { indent: 4, label: 'chat copy: ' });
  if (record.accepted) page.paragraph(acceptedSentence(record.accepted), { indent: 4, label: 'accepted:  ' });
}

/** Ids of the weightiest clauses only; the list of authorities spells them out once. */
function belongs(disposition: Disposition, wording: Wording): string {
  const { destination, due } = disposition;
  const clauses = leadClauses(disposition, wording).join(', ');
  return `${DESTINATIONS[destination].name}${due === undefined ? '' : `, ${due}`} [${clauses}]`;
}

/** The clauses named in the messages shown above. */
export function authoritySection({ page, paint, overview, wording }: Context): void {
  const shown = overview.messages.byRank().flatMap(({ dispositions }) => dispositions);
  const ids = leadClausesOf(shown, wording);
  if (ids.length === 0) return;
  page.heading('WHY: THE AUTHORITIES', paint.bold);
  for (const id of ids) {
    const { source, says } = wording.clause(id);
    page.paragraph(`${source}. ${says}`, { label: `${id}: ` });
  }
  const open = ids.filter((id) => wording.clause(id).verifiedOn === undefined);
  if (open.length > 0) page.paragraph(`In brief, not word for word. ${wordingState(undefined)}: ${open.join(', ')}`);
}

function colourOf(severity: Severity, paint: Context['paint']): Paint {
  if (severity === 'critical') return paint.red;
  return severity === 'high' ? paint.yellow : paint.reset;
}
