// What the title of a chat says about it: is it about work at all, and does it name a ward or team, so that "bed 4" singles
// out one patient? "Bed 4 has arrested" is nobody in a football group and somebody in "Ward 12 nights".

import type { Conversation, Finding, Setting } from '../../model.ts';
import { normalise } from '../text.ts';
import { findTerms, type WordTable } from '../words/table.ts';
import { tokenise } from '../words/tokens.ts';

/** "Ward 12", "W14", "9B": how wards are numbered in titles. */
const WARD_NUMBER = /\b(?:ward|unit|level|floor|w)\s?\d{1,3}[a-f]?\b|\b\d{1,2}[a-f]\b/i;

export function settingOf(conversation: Pick<Conversation, 'title' | 'kind'>, words: WordTable): Setting {
  const title = normalise(conversation.title);
  const findings = findTerms(title, tokenise(title.text), words).findings;
  const count = (category: string) => findings.filter((finding: Finding) => finding.category === category).length;
  const ward =
    WARD_NUMBER.test(title.text) || count('patient.identifier.location-ward') > 0 || count('context.title-work') > 0;
  // A social word beside a work word ("Ward 12 leaving do") leaves it a work group: colleagues talk shop there.
  const social = count('context.title-social') > 0 && !ward;
  return { work: !social, ward: ward && !social };
}
