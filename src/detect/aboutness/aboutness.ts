// Aboutness: how likely a message, read in its conversation, is about an identifiable person's care or private matters, and
// into which formal system its content would belong. Two fitted looks, each a sum of weights that can be named; no verdict.

import type { Aboutness } from '../../model.ts';
import { type Glimpse, visitClues } from './clues.ts';
import { AFTER, BEFORE, type Looked, TOPICS, visitNeighbours } from './neighbours.ts';
import type { Weights } from './weights.ts';

/** Scores are log-odds divided by this, clipped to ±2, so that no single message outweighs its neighbours. */
const SCALE = 3;
const CLIP = 2;
/** The share of messages about a person before anything of the chat is known, worth so many messages. */
const PRIOR = { share: 0.2, messages: 3 };
/** From here on the reasons are worth naming. */
const WORTH_EXPLAINING = 0.3;
const REASONS = 4;
/** Kinds of clue that tell an officer nothing, or nothing that another does not tell better. */
const UNNAMED = new Set(['always', 'length', 'strong of family', 'weak of family']);
/** A clue that adds less is no reason. */
const WORTH_NAMING = 0.2;
/** A neighbour from which a verdict borrows: near in time, itself about a person. */
const LEANS = { messages: 3, minutes: 30, score: 0 };

export interface AboutnessReader {
  /** Takes the messages in order; gives those that now have all their neighbours, oldest first. */
  next(glimpse: Glimpse): Aboutness[];
  /** The last ones, which have no more neighbours to come. */
  end(): Aboutness[];
}

/** Reads one conversation. A message is given out when the `AFTER` messages behind it are known. */
export function aboutnessReader(weights: Weights): AboutnessReader {
  const looked: Looked[] = [];
  let waiting = 0;
  const usual = usualOf();
  const release = (left: number): Aboutness[] => {
    const out: Aboutness[] = [];
    while (waiting > left) {
      const at = looked.length - waiting;
      out.push(secondLook(looked, at, usual.at(at), weights));
      waiting -= 1;
    }
    const surplus = looked.length - waiting - BEFORE;
    if (surplus > 0) {
      looked.splice(0, surplus);
      usual.drop(surplus);
    }
    return out;
  };
  return {
    next(glimpse) {
      const before = looked.slice(-3).reverse();
      const scores = firstLook(
        glimpse,
        before.map((one) => one.glimpse),
        weights,
      );
      looked.push({ glimpse, scores });
      usual.add(scores);
      waiting += 1;
      return release(AFTER);
    },
    end: () => release(0),
  };
}

/** One score a topic, from the message's clues. */
function firstLook(now: Glimpse, before: readonly Glimpse[], { first }: Weights): number[] {
  const sums = new Float64Array(TOPICS.length);
  visitClues(now, before, (kind, clue, amount) => addTo(sums, first.get(kind)?.get(clue), amount));
  return Array.from(sums, scoreOf);
}

function addTo(sums: Float64Array, weights: Float64Array | undefined, amount: number): void {
  if (weights) for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0) * amount;
}

export const scoreOf = (logOdds: number): number => Math.max(-CLIP, Math.min(CLIP, logOdds / SCALE));
const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Mean first-look probability of the chat up to each message that is still held. */
export function usualOf(): {
  add(scores: readonly number[]): void;
  at(index: number): number[];
  drop(count: number): void;
} {
  const sums = TOPICS.map(() => PRIOR.share * PRIOR.messages);
  let count = PRIOR.messages;
  const means: number[][] = [];
  return {
    add(scores) {
      count += 1;
      for (const [at, score] of scores.entries()) sums[at] = (sums[at] ?? 0) + probability(score * SCALE);
      means.push(sums.map((sum) => (2 * sum) / count));
    },
    at: (index) => means[index] ?? [],
    drop: (surplus) => void means.splice(0, surplus),
  };
}

function secondLook(looked: readonly Looked[], at: number, usual: readonly number[], weights: Weights): Aboutness {
  const now = looked[at];
  if (!now) throw new RangeError('no message at this place');
  const before = looked.slice(Math.max(0, at - BEFORE), at).reverse();
  const after = looked.slice(at + 1, at + 1 + AFTER);
  const sums = new Float64Array(TOPICS.length);
  visitNeighbours(now, before, after, usual, (feature, amount) => addTo(sums, weights.second[feature], amount));
  const [person = 0, staff = 0, care = 0, hr = 0, corporate = 0, incident = 0, safeguarding = 0] = Array.from(
    sums,
    (sum) => rounded(probability(sum)),
  );
  const topics = { person, staff, care, hr, corporate, incident, safeguarding };
  if (Math.max(...Object.values(topics)) < WORTH_EXPLAINING) return { ...topics, because: [], leansOn: [] };
  const leansOn = before.filter((one, distance) => distance < LEANS.messages && isLeanedOn(one, now)).reverse();
  return {
    ...topics,
    because: reasonsFor(now, before, weights, leansOn.length > 0),
    leansOn: leansOn.map(({ glimpse }) => glimpse.message.index),
  };
}

function isLeanedOn(earlier: Looked, now: Looked): boolean {
  return now.glimpse.minute - earlier.glimpse.minute <= LEANS.minutes && (earlier.scores[0] ?? 0) > LEANS.score;
}

/** The clues that spoke most strongly, in words of the weights file, which holds no names. */
function reasonsFor(now: Looked, before: readonly Looked[], { first }: Weights, leans: boolean): string[] {
  const strongest: { readonly kind: string; readonly clue: string; readonly worth: number }[] = [];
  visitClues(
    now.glimpse,
    before.slice(0, 3).map((one) => one.glimpse),
    (kind, clue, amount) => {
      const worth = (first.get(kind)?.get(clue)?.[0] ?? 0) * amount;
      if (UNNAMED.has(kind) || worth <= (strongest.at(REASONS - 1)?.worth ?? WORTH_NAMING)) return;
      const place = strongest.findIndex((one) => one.worth < worth);
      strongest.splice(place < 0 ? strongest.length : place, 0, { kind, clue, worth });
      if (strongest.length > REASONS) strongest.pop();
    },
  );
  const named = strongest.map(({ kind, clue }) => inWords(kind, clue));
  return [...(leans ? ['the talk before is about a person'] : []), ...new Set(named)].slice(0, REASONS);
}

function inWords(kind: string, clue: string): string {
  if (kind === 'word') return `word "${clue}"`;
  if (kind === 'word before') return `word "${clue}" in the message before`;
  const earlier = /^(?:strong|weak) (\d) before$/.exec(kind)?.[1];
  if (earlier) return `${clue} ${earlier === '1' ? 'just before' : `${earlier} messages before`}`;
  if (kind === 'strong' || kind === 'weak') return clue;
  return `${kind}: ${clue}`;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
