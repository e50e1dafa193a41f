// The facts for a breach assessment in words, and what they may mean for the 5 x 5 grid: hints with their reasons, never a score.

import type { BreachFacts, Summary } from '../model.ts';
import { counted, shownSpan, thousands } from './sentences.ts';

/** `[label, number]`, in the order of the ICO's account of the NHS Lanarkshire case; '' where a label is a heading for those below. */
export function breachRows(facts: BreachFacts): readonly (readonly [string, string])[] {
  const number = (label: string, count: number) => [label, thousands(count)] as const;
  return [
    number('Messages with person-confidential information', facts.entries),
    number('of these, with a name', facts.named),
    number('of the named, with a phone number', facts.withPhone),
    number('of the named, with a date of birth', facts.withDateOfBirth),
    number('of the named, with an address', facts.withAddress),
    number('of the named, with health information', facts.withHealth),
    number('Messages of especially protected classes or safeguarding', facts.restricted),
    number('Messages about staff', facts.aboutStaff),
    number(
      'Messages about a child (under 18, by age, date of birth or words of children’s care), at the least',
      facts.children,
    ),
    number('Photos, none of them looked at', facts.images),
    number('Screenshots, by their names', facts.screenshots),
    number('Videos', facts.videos),
    number('Voice notes', facts.voiceNotes),
    number('Documents', facts.documents),
    number('Most people who could read one of the messages, at the least', facts.readers),
    number('People removed from a chat by somebody else', facts.removed),
    ...(facts.outsiders === undefined ? [] : staffRows(facts)),
    ['Period', facts.firstAt === '' ? 'none' : shownSpan(facts.firstAt, facts.lastAt)],
  ];
}

function staffRows({ outsiders = 0, leavers = 0, unplaced = 0, readBeyondStaff = 0 }: BreachFacts) {
  const rows = [
    ['People in these chats who are not on the staff list', outsiders],
    ['People in these chats after their last day at the Trust', leavers],
    ['People in these chats whom the staff list does not place', unplaced],
    ['Messages sent while one of the first two could read them', readBeyondStaff],
  ] as const;
  return rows.map(([label, count]) => [label, thousands(count)] as const);
}

/** Number of people from which disclosure counts as large in the ICO's practice of prioritising. */
const MANY = 100;

/** Reasons to look at a higher or lower place in the grid; each names its fact. */
export function breachHints({ breachFacts: facts, byVerdict, urgent }: Summary): readonly string[] {
  const { outsiders = 0, leavers = 0, unplaced = 0 } = facts;
  const hints: readonly (readonly [boolean, string])[] = [
    [facts.restricted > 0, 'Higher: especially protected classes or safeguarding are among them.'],
    [facts.children > 0, 'Higher: children are concerned.'],
    [facts.named >= MANY, `Higher: ${MANY} or more messages bear a name.`],
    [facts.withAddress + facts.withPhone > 0, 'Higher: people can be contacted or found, by phone number or address.'],
    [
      facts.removed > 0,
      'Higher if one of those removed was an outsider or a leaver: find out who, and what they could read until then.',
    ],
    [
      outsiders > 0,
      `Higher: ${counted(outsiders, 'person may be an outsider', 'people may be outsiders')}: not on the staff list. A gap in the list, or a second phone of a colleague, looks the same: find out who.`,
    ],
    [
      leavers > 0,
      `Higher: ${counted(leavers, 'person was', 'people were')} still in a chat after the last day at the Trust that the staff list gives.`,
    ],
    [
      unplaced > 0,
      `Unknown: the staff list does not place ${counted(unplaced, 'person', 'people')}, by name or number: compare by hand.`,
    ],
    [
      facts.images + facts.videos + facts.screenshots > 0,
      'Unknown: photos, videos and screenshots were not looked at.',
    ],
    [urgent > 0, 'Higher: a person may be in danger; see the urgent messages.'],
    [byVerdict.confirmed === 0 && facts.entries > 0, 'Lower: nobody is named or numbered beyond doubt.'],
    [facts.aboutStaff === facts.entries && facts.entries > 0, 'Note: all of it is about staff.'],
  ];
  return hints.filter(([holds]) => holds).map(([, says]) => says);
}
