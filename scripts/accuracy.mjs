// How right the program is on the labelled chats, by class, destination, flag, kind of identifier, deciding rule and
// pattern, and how often a verdict of a given confidence is right.
//   npm run accuracy                       the shipped weights, on the chats kept aside and on the others
//   npm run accuracy -- --cross-validate   weights fitted anew without each fifth of all chats: what chats never seen would show
// Ends with exit code 1 when the cross-validated figures fall below the committed floor (benchmark/floor.json).

import { readFileSync } from 'node:fs';
import { parseWeights } from '../dist/detect/aboutness/weights.js';
import { detect } from '../dist/detect/detect.js';
import { decide } from '../dist/policy/decide.js';
import { isReportable, isShown } from '../dist/report/record.js';
import { fitBoth, readForFit, tablesOf } from './benchmark/aboutness.mjs';
import { conversationOf, isKeptAside, labelledChats } from './benchmark/chats.mjs';
import { knowledge } from './benchmark/knowledge.mjs';
import { ratesOf, scoreboard, sumOf } from './benchmark/score.mjs';

const FOLDS = 5;

async function judge(chats, detectors, { add }) {
  for (const chat of chats) {
    for await (const batch of detect(conversationOf(chat), detectors)) {
      for (const evidence of batch) {
        const decision = decide(evidence, knowledge.decisions);
        const shown = Object.assign((finding) => isShown(finding), { any: isReportable(decision) });
        add(chat.messages[evidence.message.index - 1], evidence.findings, decision, shown);
      }
    }
  }
}

async function crossValidate(chats) {
  const read = await readForFit(chats);
  const board = scoreboard();
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (_, at) => (at * 3 + 1) % FOLDS === fold;
    const seen = { clues: read.clues, chats: read.chats.filter((one, at) => !isOut(one, at)) };
    const weights = parseWeights(tablesOf(fitBoth(seen)));
    await judge(chats.filter(isOut), { ...knowledge.detectors, aboutness: weights }, board);
  }
  return board.board;
}

async function shipped(chats) {
  const board = scoreboard();
  await judge(chats, knowledge.detectors, board);
  return board.board;
}

function print(title, board) {
  const row = (label, count) => {
    const { precision, recall, f1 } = ratesOf(count);
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3));
    const { right, noisy, missed } = count;
    console.log(
      `  ${label.padEnd(28)} precision ${figures[0]}  recall ${figures[1]}  F1 ${figures[2]}  (${right} right, ${noisy} noisy, ${missed} missed)`,
    );
  };
  console.log(`\n${title}: ${board.messages} messages`);
  row('person-confidential', board.person);
  const recall = (count) => ratesOf(count).recall.toFixed(3);
  console.log(
    `    recall where context is needed ${recall(board.context)}, patients ${recall(board.patient)}, staff ${recall(board.staff)}`,
  );
  console.log(
    `    false alarms per 1,000 ordinary messages ${((1000 * board.falseAlarms) / board.ordinary).toFixed(1)}, sent to review per 1,000 ${((1000 * board.reviews) / board.messages).toFixed(1)}`,
  );
  for (const [name, counts] of [
    ['destinations', board.destinations],
    ['flags', board.flags],
    ['identifiers', board.identifiers],
  ]) {
    row(`${name}, all`, sumOf(counts));
    for (const [label, count] of Object.entries(counts).sort()) row(`  ${label}`, count);
  }
  console.log('  deciding rules, worst first:');
  const noisiest = Object.entries(board.rules).sort(([, a], [, b]) => b.noisy - a.noisy);
  for (const [rule, { right, noisy }] of noisiest) console.log(`    ${rule.padEnd(6)} ${right} right, ${noisy} noisy`);
  console.log('  patterns of identifiers, worst first:');
  for (const [pattern, { right, noisy }] of Object.entries(board.patterns).sort(([, a], [, b]) => b.noisy - a.noisy))
    console.log(`    ${pattern.padEnd(24)} ${right} right, ${noisy} noisy`);
  console.log('  calibration, confidence of the verdict and how often it is right:');
  for (const [from, { right, noisy }] of Object.entries(board.calibration).sort())
    console.log(`    ${from} and over ${(right / (right + noisy)).toFixed(2)} (${right + noisy} verdicts)`);
}

const chats = labelledChats();
if (process.argv.includes('--cross-validate')) {
  const only = process.argv.includes('--two-thirds') ? chats.filter((chat) => !isKeptAside(chat)) : chats;
  const board = await crossValidate(only);
  print('Cross-validated by conversation', board);
  const floor = JSON.parse(readFileSync(new URL('../benchmark/floor.json', import.meta.url), 'utf8'));
  const { f1 } = ratesOf(board.person);
  if (f1 < floor.personF1) {
    console.log(`\nF1 ${f1.toFixed(3)} is below the floor of ${floor.personF1}`);
    process.exitCode = 1;
  }
} else {
  print('Kept aside', await shipped(chats.filter(isKeptAside)));
  print('The others', await shipped(chats.filter((chat) => !isKeptAside(chat))));
}
