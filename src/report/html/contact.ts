// Whom to ask. A Trust's policy on messaging names a team for further advice; the program knows only what the Trust has told it.

import { contactSentence } from '../sentences.ts';
import { foreign, html } from './markup.ts';
import type { Section } from './page.ts';

export function contactSection(contact: string | undefined): Section {
  const sentence = contactSentence(contact);
  const body =
    sentence === undefined
      ? html`<p class="care">No contact is configured, so this report cannot say whom to ask. Whoever runs ig-scan can set one: the line <b>contact:</b> in ig-scan.yaml, or --contact on the command line.</p>
`
      : html`<p>${foreign(sentence)}</p>
`;
  return { id: 'contact', title: 'Whom to ask', body };
}
