// What the patterns make of a text, each of them tried: for `ig-scan patterns explain` and for whoever writes a pattern.
// The same path as a scan (`candidates`); this only tells what a scan keeps to itself.

import type { NormalText } from '../text.ts';
import type { CompiledPattern, CompiledPatterns, Point } from './compile.ts';
import { type Candidate, candidates, fileOf, isBelieved, isOpen, LEAST_CONFIDENCE, openPatterns } from './match.ts';
import { settleOverlaps } from './overlap.ts';
import { type Glance, glance } from './words.ts';

/** One pattern tried at one place, or in vain. */
export interface Trial {
  readonly pattern: string;
  readonly name: string;
  readonly category: string;
  /** Whether the text could hold a match at all; the regex is not run otherwise. */
  readonly gate: 'open' | 'closed';
  readonly match?: TrialMatch;
  readonly reported: boolean;
  /** Why it is not reported; empty when it is. */
  readonly why: string;
}

interface TrialMatch {
  readonly form: string;
  /** Offsets into the normalised text. */
  readonly start: number;
  readonly end: number;
  readonly points: readonly Point[];
  readonly confidence: number;
}

/** Every pattern in the order of the pack, with one trial for each place where it matched. */
export function explainPatterns(text: NormalText, patterns: CompiledPatterns): Trial[] {
  const all = candidates(text.text, patterns);
  const believed = all.filter(isBelieved);
  const winners = settleOverlaps(believed, text.text.length);
  const beatenBy = new Map(believed.map((candidate, index) => [candidate, believed[winners[index] ?? index]]));
  const seen = glance(text.text, patterns.phrases);
  const open = new Set([...openPatterns(seen, patterns, text.text.length)].map(({ index }) => index));
  return patterns.patterns.flatMap((pattern, index) => {
    const own = all.filter((candidate) => candidate.pattern === index);
    if (own.length === 0) return [inVain(pattern, open.has(index), seen)];
    return own.map((candidate) => tried(pattern, candidate, whyNot(candidate, beatenBy.get(candidate), patterns)));
  });
}

function tried(pattern: CompiledPattern, { form, start, end, points, confidence }: Candidate, why: string): Trial {
  const match = { form, start, end, points, confidence };
  return { ...head(pattern), gate: 'open', match, reported: why === '', why };
}

function head({ file: { id, name, category } }: CompiledPattern): Pick<Trial, 'pattern' | 'name' | 'category'> {
  return { pattern: id, name, category };
}

function whyNot(candidate: Candidate, winner: Candidate | undefined, { patterns }: CompiledPatterns): string {
  if (winner === undefined) return `its points stay below ${LEAST_CONFIDENCE}`;
  if (winner === candidate) return '';
  if (winner.pattern === candidate.pattern) return `its form "${winner.form}" already stands there`;
  return `${fileOf(patterns, winner.pattern).name} is the better explanation of the same characters`;
}

function inVain(pattern: CompiledPattern, hasWord: boolean, seen: Glance): Trial {
  const runs = isOpen(pattern, seen) && hasWord;
  const why = runs
    ? 'none of its forms matches'
    : isOpen(pattern, seen)
      ? 'none of its words is in the text'
      : needs(pattern, seen);
  return { ...head(pattern), gate: runs ? 'open' : 'closed', reported: false, why };
}

function needs({ least }: CompiledPattern, seen: Glance): string {
  if (seen.digits < least.digits) return `it needs ${least.digits} digits, the text has ${seen.digits}`;
  if (seen.row < least.row) return `it needs ${least.row} digits in a row, the text has ${seen.row}`;
  return 'it needs an @, the text has none';
}
