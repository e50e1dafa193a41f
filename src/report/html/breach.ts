// Facts for whoever assesses a breach: what the ICO counts, hints for the grid with their reasons, and the clock to be started by hand.

import type { Summary } from '../../model.ts';
import { breachHints, breachRows } from '../breach-words.ts';
import { countTable, html } from './markup.ts';
import type { Section } from './page.ts';

/** Undefined where nothing is to be assessed. */
export function breachSection(summary: Summary): Section | undefined {
  if (summary.breachFacts.entries === 0) return undefined;
  const body = html`<p>Counted by the program, which decides nothing: a person sets likelihood and severity (1 to 5 each) and whether to notify. The program misses
some messages and takes some ordinary talk for care; nothing in pictures, sounds and documents is among the counts.</p>
${countTable('What the ICO asks for', ['Fact', 'Count'], breachRows(summary.breachFacts))}
<h3>What may move it in the grid</h3>
<ul>
${breachHints(summary).map((hint) => html`<li>${hint}</li>\n`)}</ul>
<h3>The clock</h3>
<p>The 72 hours of UK GDPR Article 33 run from the moment a person is reasonably sure, not from this scan. Fill in by hand:</p>
<dl>
<dt>First confirmed by a person</dt><dd>date and time ____________ name ____________</dd>
<dt>72 hours later</dt><dd>____________</dd>
<dt>Reported in the DSPT incident tool, reference</dt><dd>____________</dd>
</dl>
`;
  return { id: 'breach-facts', title: 'Facts for a breach assessment', body };
}
