// Aboutness: how likely a message, read in its conversation, is about an identifiable person's care or private matters, and
// into which formal system its content would belong. Two fitted looks, each a sum of weights that can be named; no verdict.

import type { Aboutness } from '../../model.ts';
import { TOPICS, type Topic } from '../../topics.ts';
import { clueVisitor, type VisitClues } from './clues.ts';
import type { Glimpse } from './glimpse.ts';
import { AFTER, BEFORE, type Scores, visitNeighbours } from './neighbours.ts';
import { reasonsFor } from './reasons.ts';
import { addWeights, type Weights } from './weights.ts';

/** Scores are log-odds divided by this, clipped to ±2, so that no single message outweighs its neighbours. */
const SCALE = 3;
const CLIP = 2;
/** The share of messages about a person before anything of the chat is known, worth so many messages. */
const PRIOR = { share: 0.2, messages: 3 };
/** From here on the reasons are worth naming. */
const WORTH_EXPLAINING = 0.3;
/** A neighbour from which a verdict borrows: near in time, itself about a person. */
const LEANS = { messages: 3, minutes: 30, score: 0 };

export interface AboutnessReader {
  /** Takes the messages in order; gives those that now have all their neighbours, oldest first. */
  next(glimpse: Glimpse): Aboutness[];
  /** The last ones, which have no more neighbours to come. */
  end(): Aboutness[];
}

/** The part of a conversation that is held: what was looked at already as far as it is a neighbour, and what waits. */
interface Held {
  readonly glimpses: Glimpse[];
  readonly scores: Scores[];
  readonly usual: Scores[];
}

/** Reads one conversation. A message is given out when the `AFTER` messages behind it are known. */
export function aboutnessReader(weights: Weights): AboutnessReader {
  const held: Held = { glimpses: [], scores: [], usual: [] };
  const visitClues = clueVisitor(weights.book);
  const usual = usualOf();
  let waiting = 0;
  const release = (left: number): Aboutness[] => {
    const out: Aboutness[] = [];
    while (waiting > left) {
      out.push(secondLook(held, held.glimpses.length - waiting, weights, visitClues));
      waiting -= 1;
    }
    const surplus = held.glimpses.length - waiting - BEFORE;
    if (surplus > 0) for (const list of Object.values(held)) list.splice(0, surplus);
    return out;
  };
  return {
    next(glimpse) {
      held.glimpses.push(glimpse);
      const scores = firstLook(held.glimpses, weights, visitClues);
      held.scores.push(scores);
      held.usual.push(usual(scores));
      waiting += 1;
      return release(AFTER);
    },
    end: () => release(0),
  };
}

/** One score a topic, from the clues of the last message. */
function firstLook(glimpses: readonly Glimpse[], { first }: Weights, visitClues: VisitClues): Scores {
  const sums = new Float64Array(TOPICS.length);
  visitClues(glimpses, glimpses.length - 1, (clue, amount) => addWeights(sums, first[clue], amount));
  for (let at = 0; at < sums.length; at++) sums[at] = scoreOf(sums[at] ?? 0);
  return sums;
}

export const scoreOf = (logOdds: number): number => Math.max(-CLIP, Math.min(CLIP, logOdds / SCALE));
const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Takes the first-look scores in order; gives the mean probability of the chat up to each message, one a topic. */
export function usualOf(): (scores: Scores) => Scores {
  const sums = new Float64Array(TOPICS.length).fill(PRIOR.share * PRIOR.messages);
  let count = PRIOR.messages;
  return (scores) => {
    count += 1;
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + probability((scores[at] ?? 0) * SCALE);
    const means = new Float64Array(sums.length);
    for (let at = 0; at < means.length; at++) means[at] = (2 * (sums[at] ?? 0)) / count;
    return means;
  };
}

function secondLook(held: Held, at: number, weights: Weights, visitClues: VisitClues): Aboutness {
  const sums = new Float64Array(TOPICS.length);
  visitNeighbours(held, at, held.usual[at] ?? sums, (feature, amount) =>
    addWeights(sums, weights.second[feature], amount),
  );
  const topics = sharesOf(sums);
  if (!TOPICS.some((topic) => topics[topic] >= WORTH_EXPLAINING))
    return { ...topics, because: NOTHING, leansOn: NOTHING };
  const leansOn = leanedOn(held, at);
  const because = reasonsFor(held.glimpses, at, weights, visitClues, leansOn.length > 0);
  return { ...topics, because, leansOn };
}

const NOTHING: readonly never[] = [];

function sharesOf(sums: Float64Array): Record<Topic, number> {
  const shares: Partial<Record<Topic, number>> = {};
  for (let at = 0; at < TOPICS.length; at++) {
    const topic = TOPICS[at];
    if (topic) shares[topic] = rounded(probability(sums[at] ?? 0));
  }
  return shares as Record<Topic, number>;
}

/** Indexes of the messages just before that are themselves about a person, oldest first. */
function leanedOn({ glimpses, scores }: Held, at: number): number[] {
  const now = glimpses[at];
  const found: number[] = [];
  for (let place = Math.max(0, at - LEANS.messages); place < at; place++) {
    const earlier = glimpses[place];
    if (!earlier || !now || now.minute - earlier.minute > LEANS.minutes) continue;
    if ((scores[place]?.[0] ?? 0) > LEANS.score) found.push(earlier.message.index);
  }
  return found;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
