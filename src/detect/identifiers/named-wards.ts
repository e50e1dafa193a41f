// Beds of wards that go by a name: after "Cavell ward" or "Larch bed 15", "Cavell 4" is a bed. The chat's title counts too.

import type { Finding, Message } from '../../model.ts';
import { findingAt } from './found.ts';

const BED = 'patient.identifier.location-bed';
/** "Cavell ward", "Cavell bed 4", "ward Cavell" is rare; "the Cavell side room 2" */
const NAMED =
  /(?<![\w'-])([A-Z][a-z]{3,14}) (?:[Ww]ard|WARD|[Uu]nit|[Bb]ed \d|[Bb]ay [\dA-H]|[Ss]ide ?[Rr]oom|SR ?\d|[Cc]hair \d)(?![a-z])/g;
const WITH_BED =
  /(?<![\w'-])([A-Z][a-z]{3,14}) \d{1,2}(?![\w%°£:/-]|[.,]\d| ?(?:am|pm|mins?|hrs?|beds?|pts|patients|staff|to)(?![a-z]))/g;
/** Words that stand before "ward" or a number and name neither a ward nor anything else. */
const NO_NAME = new Set(
  `ward this that which whole your their each every other another surgical medical stroke renal acute general elderly paeds children
  maternity delivery escalation winter discharge outlying outlier home base whose from with into same next side empty closed open new only
  night long late early morning band bank level room door theatre clinic team day main back front still good dear mixed male female
  bed beds chair chairs trolley cubicle cube majors minors resus step stage type grade phase channel page line lane platform gate route junction
  week month year item part point number flat house floor block zone group table board news sats temp score weight pulse version windows around
  about over under only just have need needs there then they them still plus take took left gave give done going more covid section station car
  crew base radio slot list tray option lactate ketones glucose creat sodium potassium haemoglobin bleep extension terrace street road
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday`.split(
    /\s+/,
  ),
);

export interface NamedWards {
  /** Findings on "Cavell 4" once Cavell is known as a ward; offsets as typed. Messages of one conversation, in order. */
  next(message: Message): Finding[];
}

/** @param title of the chat; "Rowan Ward nights" names a ward */
export function namedWards(title: string): NamedWards {
  const names = new Set<string>();
  learn(title, names);
  return {
    next({ kind, text }) {
      if (kind !== 'said') return [];
      learn(text, names);
      learnFromList(text, names);
      if (names.size === 0) return [];
      return [...text.matchAll(WITH_BED)].flatMap(({ 0: value, 1: name = '', index }) => {
        if (!names.has(name.toLowerCase())) return [];
        const because = 'a bed of a ward that this chat calls by its name';
        const bed = { pattern: 'location-named-ward', category: BED, confidence: 0.7, because };
        return [findingAt({ start: index, end: index + value.length }, bed)];
      });
    },
  };
}

function learn(text: string, names: Set<string>): void {
  for (const [, name = ''] of text.matchAll(NAMED)) {
    const word = name.toLowerCase();
    if (!NO_NAME.has(word) && names.size < MOST) names.add(word);
  }
}

/** One word before different numbers in one message is a place: "Cavell 4 … Cavell 11" in a list of beds. */
function learnFromList(text: string, names: Set<string>): void {
  const numbers = new Map<string, string>();
  for (const [value, name = ''] of text.matchAll(WITH_BED)) {
    const word = name.toLowerCase();
    const known = numbers.get(word);
    numbers.set(word, value);
    if (known !== undefined && known !== value && !NO_NAME.has(word) && names.size < MOST) names.add(word);
  }
}

/** No hospital has more wards; keeps a hostile chat from filling the memory. */
const MOST = 200;
