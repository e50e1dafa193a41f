// Fitting the aboutness weights: two looks, seven topics, by logistic regression. The second look is fitted on first-look scores
// of weights that never saw the chat, so that it learns how far to trust them.

import { scoreOf, usualOf } from '../../dist/detect/aboutness/aboutness.js';
import { visitClues } from '../../dist/detect/aboutness/clues.js';
import { AFTER, BEFORE, FEATURES, TOPICS, visitNeighbours } from '../../dist/detect/aboutness/neighbours.js';
import { see } from '../../dist/detect/detect.js';
import { conversationOf } from './chats.mjs';
import { knowledge, ordinaryVocabulary } from './knowledge.mjs';
import { fitWeights, predict } from './logistic.mjs';

const FIRST = { l2: 1e-3, epochs: 4, rate: 0.07, least: 3 };
const SECOND = { l2: 1e-3, epochs: 15, rate: 0.1, least: 3 };
const FOLDS = 5;

/** Whether a labelled message is about the topic. */
const IS_ABOUT = {
  person: ({ verdict }) => verdict === 'pci',
  staff: ({ verdict, subjects }) => verdict === 'pci' && subjects.includes('staff'),
  care: ({ to }) => to.includes('care'),
  hr: ({ to }) => to.includes('hr'),
  corporate: ({ to }) => to.includes('corp'),
  incident: ({ to }) => to.includes('incident'),
  safeguarding: ({ to }) => to.includes('sg'),
};

/** `[{ chat, items: [{ glimpse, labels, features }] }]`: every message with its first-look clues. */
export async function readForFit(chats) {
  const isOrdinary = ordinaryVocabulary();
  const out = [];
  for (const chat of chats) {
    const glimpses = [];
    for await (const batch of see(conversationOf(chat), knowledge.detectors))
      glimpses.push(...batch.map((seen) => seen.glimpse));
    const items = glimpses.map((glimpse, at) => ({
      glimpse,
      labels: chat.messages[at].labels,
      features: firstFeatures(glimpse, glimpses.slice(Math.max(0, at - 3), at).reverse(), isOrdinary),
    }));
    out.push({ chat, items });
  }
  return out;
}

function firstFeatures(now, before, isOrdinary) {
  const features = new Map();
  visitClues(now, before, (kind, clue, amount) => {
    if (kind.startsWith('word') && !isOrdinary(clue)) return;
    const feature = `${kind}\t${clue}`;
    features.set(feature, Math.max(features.get(feature) ?? 0, amount));
  });
  return features;
}

const isDecided = ({ labels }) => labels.verdict !== 'maybe';
const itemsOf = (chats) => chats.flatMap(({ items }) => items);
const fitTopic = (items, topic, options) =>
  fitWeights(
    items.filter(isDecided).map(({ features, labels }) => ({ features, y: IS_ABOUT[topic](labels) ? 1 : 0 })),
    options,
  );
const fitAll = (items, options) => TOPICS.map((topic) => fitTopic(items, topic, options));
const scoresOf = ({ features }, weights) => weights.map((one) => scoreOf(predict(features, one)));

/** First-look scores of each chat from weights that never saw it. */
function unseenScores(chats) {
  const scores = new Map();
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (_, at) => at % FOLDS === fold;
    const weights = fitAll(itemsOf(chats.filter((one, at) => !isOut(one, at))), FIRST);
    for (const { items } of chats.filter(isOut)) for (const item of items) scores.set(item, scoresOf(item, weights));
  }
  return scores;
}

/** Second-look features of every message of a chat, given the first-look scores. */
function secondItems({ items }, scores) {
  const usual = usualOf();
  const looked = items.map((item) => ({ glimpse: item.glimpse, scores: scores.get(item) }));
  return items.map((item, at) => {
    usual.add(looked[at].scores);
    const features = new Map();
    const before = looked.slice(Math.max(0, at - BEFORE), at).reverse();
    const after = looked.slice(at + 1, at + 1 + AFTER);
    visitNeighbours(looked[at], before, after, usual.at(at), (feature, amount) =>
      features.set(FEATURES[feature], amount),
    );
    return { ...item, features };
  });
}

export function fitBoth(chats) {
  const scores = unseenScores(chats);
  const second = fitAll(
    chats.flatMap((chat) => secondItems(chat, scores)),
    SECOND,
  );
  return { first: fitAll(itemsOf(chats), FIRST), second };
}

/** The two tables of patterns/aboutness/. */
export const tablesOf = ({ first, second }) => ({
  firstLook: table('kind\tclue', first, 2, 0.05),
  secondLook: table('feature', second, 3, 0.005),
});

/** Rows whose weights are all too small to matter are left out. */
function table(heading, weights, digits, least) {
  const features = [...new Set(weights.flatMap((one) => [...one.keys()]))].sort();
  const rows = features
    .map((feature) => [feature, ...weights.map((one) => one.get(feature) ?? 0)])
    .filter(([, ...numbers]) => numbers.some((number) => Math.abs(number) >= least))
    .map(([feature, ...numbers]) =>
      [feature, ...numbers.map((number) => String(Number(number.toFixed(digits))))].join('\t'),
    );
  return `${[heading, ...TOPICS].join('\t')}\n${rows.join('\n')}\n`;
}
