// Fitting the aboutness weights: two looks, a column a topic, by logistic regression. The second look is fitted on first-look scores
// of weights that never saw the chat, so that it learns how far to trust them.

import { scoreOf, usualOf } from '../../dist/detect/aboutness/aboutness.js';
import { clueBook, STAND_INS } from '../../dist/detect/aboutness/clue-book.js';
import { clueVisitor } from '../../dist/detect/aboutness/clues.js';
import { FEATURES, visitNeighbours } from '../../dist/detect/aboutness/neighbours.js';
import { see } from '../../dist/detect/detect.js';
import { TOPICS } from '../../dist/topics.js';
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
  destruction: ({ flags }) => flags.includes('hold'),
  secret: ({ flags }) => flags.includes('secret'),
  mixUp: ({ flags }) => flags.includes('wrongpt'),
  outsider: ({ flags }) => flags.includes('outsider'),
};

/** Numbers every clue that is met; words that stand in no list get none. */
function growingBook() {
  const clues = [];
  const numbers = new Map();
  const numberOf = (kind, clue) => {
    const key = `${kind}: ${clue}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, clues.length);
    clues.push(key);
    return clues.length - 1;
  };
  const isOrdinary = ordinaryVocabulary();
  const standIns = new Set(Object.values(STAND_INS));
  const mayPair = (word) => standIns.has(word) || isOrdinary(word);
  const words = new Map();
  const word = (text) => {
    if (!words.has(text)) {
      const clue = { now: numberOf('word', text), before: numberOf('word before', text) };
      words.set(text, isOrdinary(text) ? clue : undefined);
    }
    return words.get(text);
  };
  const pair = (one, two) => (mayPair(one) && mayPair(two) ? numberOf('pair of words', `${one} ${two}`) : -1);
  return { book: clueBook(numberOf, { word, pair }), clues };
}

/** `{ clues, chats: [{ chat, items: [{ glimpse, labels, y, at, amount }] }] }`: every message with its first-look clues, numbered. */
export async function readForFit(labelled) {
  const { book, clues } = growingBook();
  const visitClues = clueVisitor(book);
  const detectors = { ...knowledge.detectors, aboutness: { ...knowledge.detectors.aboutness, book } };
  const chats = [];
  for (const chat of labelled) {
    const glimpses = [];
    for await (const batch of see(conversationOf(chat), detectors)) glimpses.push(...batch.map((seen) => seen.glimpse));
    const items = glimpses.map((glimpse, place) => {
      const { labels } = chat.messages[place];
      const y = TOPICS.map((topic) => (IS_ABOUT[topic](labels) ? 1 : 0));
      return { glimpse, labels, y, ...gathered((visit) => visitClues(glimpses, place, visit)) };
    });
    chats.push({ chat, items });
  }
  return { clues, chats };
}

/** What a visitor visits, as a row for fitting. */
function gathered(visitAll) {
  const at = [];
  const amount = [];
  visitAll((number, much) => {
    at.push(number);
    amount.push(much);
  });
  return { at: Int32Array.from(at), amount: Float64Array.from(amount) };
}

const isDecided = ({ labels }) => labels.verdict !== 'maybe';
const fitAll = (chats, count, options) =>
  fitWeights(
    chats.flatMap(({ items }) => items.filter(isDecided)),
    count,
    TOPICS.length,
    options,
  );
const scoresOf = (item, weights) => predict(item, weights, TOPICS.length).map(scoreOf);

/** First-look scores of each chat from weights that never saw it. */
function unseenScores(chats, count) {
  const scores = new Map();
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (_, at) => at % FOLDS === fold;
    const weights = fitAll(
      chats.filter((one, at) => !isOut(one, at)),
      count,
      FIRST,
    );
    for (const { items } of chats.filter(isOut)) for (const item of items) scores.set(item, scoresOf(item, weights));
  }
  return scores;
}

/** The chat with second-look features in place of clues. */
function secondItems({ chat, items }, scores) {
  const usual = usualOf();
  const looked = { glimpses: items.map(({ glimpse }) => glimpse), scores: items.map((item) => scores.get(item)) };
  return {
    chat,
    items: items.map((item, at) => {
      const usualHere = usual(looked.scores[at]);
      return { ...item, ...gathered((visit) => visitNeighbours(looked, at, usualHere, visit)) };
    }),
  };
}

/** `chats` as read, all or some of them. */
export function fitBoth({ clues, chats }) {
  const scores = unseenScores(chats, clues.length);
  const second = fitAll(
    chats.map((chat) => secondItems(chat, scores)),
    FEATURES.length,
    SECOND,
  );
  return { clues, first: fitAll(chats, clues.length, FIRST), second };
}

/** The two tables of patterns/aboutness/. */
export const tablesOf = ({ clues, first, second }) => ({
  firstLook: table('clue', clues, first, 2, 0.05),
  secondLook: table('feature', FEATURES, second, 3, 0.005),
});

/** Rows whose weights are all too small to matter are left out; single ones are written as 0. */
function table(heading, names, weights, digits, least) {
  const written = (number) => (Math.abs(number) < least / 2 ? '0' : String(Number(number.toFixed(digits))));
  const rows = names
    .map((name, at) => [name, ...weights.subarray(at * TOPICS.length, (at + 1) * TOPICS.length)])
    .filter(([, ...numbers]) => numbers.some((number) => Math.abs(number) >= least))
    .map(([name, ...numbers]) => [name, ...numbers.map(written)].join('\t'))
    .sort();
  return `${[heading, ...TOPICS].join('\t')}\n${rows.join('\n')}\n`;
}
