// Why a message reads as about a person, in a few words: the clues that spoke most strongly. They are words of the weights
// file, which holds no names.

import type { VisitClues } from './clues.ts';
import type { Glimpse } from './glimpse.ts';
import type { Weights } from './weights.ts';

const REASONS = 4;
/** Kinds of clue that tell an officer nothing, or nothing that another does not tell better. */
const UNNAMED = new Set(['always', 'length', 'strong of family', 'weak of family']);
/** A clue that adds less is no reason. */
const WORTH_NAMING = 0.2;

/** The strongest first. `leans`: some message before is about a person. */
export function reasonsFor(
  glimpses: readonly Glimpse[],
  at: number,
  { first, clues }: Weights,
  visitClues: VisitClues,
  leans: boolean,
): string[] {
  const strongest: { readonly clue: number; readonly worth: number }[] = [];
  visitClues(glimpses, at, (clue, amount) => {
    const worth = (first[clue]?.[0] ?? 0) * amount;
    if (worth <= (strongest[REASONS - 1]?.worth ?? WORTH_NAMING) || UNNAMED.has(clues[clue]?.kind ?? '')) return;
    const place = strongest.findIndex((one) => one.worth < worth);
    strongest.splice(place < 0 ? strongest.length : place, 0, { clue, worth });
    if (strongest.length > REASONS) strongest.pop();
  });
  const named = strongest.map(({ clue }) => inWords(clues[clue] ?? { kind: '', clue: '' }));
  return [...(leans ? ['the talk before is about a person'] : []), ...new Set(named)].slice(0, REASONS);
}

function inWords({ kind, clue }: Weights['clues'][number]): string {
  if (kind === 'word') return `word "${clue}"`;
  if (kind === 'pair of words') return `words "${clue}"`;
  if (kind === 'word before') return `word "${clue}" in the message before`;
  const earlier = /^(?:strong|weak) (\d) before$/.exec(kind)?.[1];
  if (earlier) return `${clue} ${earlier === '1' ? 'just before' : `${earlier} messages before`}`;
  if (kind === 'strong' || kind === 'weak') return clue;
  return `${kind}: ${clue}`;
}
