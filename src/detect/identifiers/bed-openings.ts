// Beds told by the bare number that opens a message or sentence: "9 trachy today", "my 2 is off sedation", "22 died 1252". Small units talk
// like that all day; one such message may be a count or a list, so two different beds must have been told before.

import type { Finding, Message } from '../../model.ts';
import { findingAt, type Kind } from './found.ts';

const SEEN = 2;
const HIGHEST = 40;
const OPENING = /(?:^|[.!?\n] |\bmy )(?<![\d,.]\d? )(\d{1,2})(?= [A-Za-z])/gi;
/** What is said of a person; a plural ("3 falls") counts things. */
const SAYS =
  /^ (?:is|was|has|had|isn't|hasn't|needs?|wants|died|rip|off|home|out|back|going|gone|went|came|coming|settled|refus(?:ed|ing)|extubated?|intubated|delivered|desat(?:ted|urating)?|fell|asleep|awake|still|now|again|for (?:theatre|home|ct|scan|discharge|transfer|itu)|nbm|npo|trachy|proned?|supine|sedation|norad|pyrexial|tachy(?:cardic)?|brady|hypo|confused|agitated|bleeding|vomiting|catheter|cannula|ct|cxr|mri|ecg|echo|tube|histology|sats|bp|hb|k|lactate|news|bm|pf|mr|mrs|ms|miss)(?![a-z])(?! (?:short|of us|staff|nurses|beds|hcas?|left|spare|free|empty|more|people)(?![a-z]))/i;
const NO_BED =
  /^ (?:is|was|now|out|off|back|for) (?:fine|ok|good|better|enough|late|early|lunch|me|us|the meeting|of)(?![a-z])/i;
const CARE = /\.clinical\.|\.restricted\./;

const BED: Kind = {
  pattern: 'location-opening',
  category: 'patient.identifier.location-bed',
  confidence: 0.6,
  because: 'a number at the opening, as this chat tells its beds',
};

export interface BedOpenings {
  /** Findings on bare numbers once the chat has told beds so; `findings` are those that the message has. Messages of one conversation, in order. */
  next(message: Message, findings: readonly Finding[]): Finding[];
}

export function bedOpenings(): BedOpenings {
  const told = new Set<string>();
  return {
    next({ kind, text }, findings) {
      if (kind !== 'said' || text.length > LONGEST) return [];
      const beds = [...text.matchAll(OPENING)].flatMap((match) => {
        const number = match[1] ?? '';
        const end = match.index + match[0].length;
        const says = text.slice(end, end + 40);
        if (Number(number) < 1 || Number(number) > HIGHEST || !SAYS.test(says) || NO_BED.test(says)) return [];
        if (!findings.some(({ category, start }) => CARE.test(category) && start >= end && start <= end + REACH))
          return [];
        return [{ number, start: end - number.length, end }];
      });
      for (const { number } of beds) if (told.size < SEEN) told.add(number);
      return told.size < SEEN ? [] : beds.map((bed) => findingAt(bed, BED));
    },
  };
}

/** A longer message is a story or a list. */
const LONGEST = 200;
/** Words of care stand soon after the bed. */
const REACH = 40;
