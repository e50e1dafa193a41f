// Colleagues who hear of somebody else's matter or hand it on: named in the message, and not whom it is about.

import { codeAt, has, type Reading, startsSentence, wordAt } from './reading.ts';
import { closesSentence, isJobBehind, isLinked } from './role-cues.ts';
import type { Run } from './runs.ts';
import { ASK, CALLED, givenTier, JOB, THANKS } from './table.ts';

const ASKED_OF = new Set([
  'you',
  'u',
  'ya',
  'ye',
  'he',
  'she',
  'they',
  'it',
  'we',
  'i',
  'anyone',
  'someone',
  'there',
  'that',
  'this',
]);

/** Who hears it, hands it on or is spoken to: "told X", "X said", "cheers X", "can you, X", "is that right X?". */
export function isBystander(reading: Reading, run: Run): boolean {
  const [previous, next] = [run.first - 1, run.last + 1];
  const { telling, saying } = reading.table.cues;
  const owns = /^(?:'s|his|her|their)$/.test(wordAt(reading, next));
  if (telling.has(wordAt(reading, previous)) && !owns) return true;
  const given = run.title < 0 && run.words.length === 1 && givenTier(codeAt(reading, run.first)) > 0;
  if (!given || has(reading, previous, JOB | CALLED) || isJobBehind(reading, next)) return false;
  return saying.has(wordAt(reading, next)) || has(reading, previous, THANKS) || isSpokenTo(reading, run.first);
}

/** The name stands by itself, is set off at the end, or opens what is asked of its bearer. */
function isSpokenTo(reading: Reading, name: number): boolean {
  const opens = startsSentence(reading, name);
  if (closesSentence(reading, name + 1)) return opens || !isLinked(reading, name - 1);
  const at = wordAt(reading, name + 1) === ',' ? name + 2 : name + 1;
  const asked = has(reading, at, ASK) || /^(?:is|isnt|isn't|was)$/.test(wordAt(reading, at));
  return (
    opens &&
    (at > name + 1 ||
      reading.table.cues.bidding.has(wordAt(reading, at)) ||
      (asked && ASKED_OF.has(wordAt(reading, at + 1))))
  );
}
