// First look: what in a message, and in the few before it, speaks for or against its being about somebody's care or private
// matters. Clues are words, the categories of its findings, and how it follows on; each has a fitted weight (weights.ts).

import { type CategoryClues, type ClueBook, type NumberOf, SEEN_BEFORE } from './clue-book.ts';
import type { Glimpse, Traits } from './glimpse.ts';

/** Called once a clue: its number, and how much of it there is (0 to 1). */
type VisitClue = (clue: number, amount: number) => void;

export type VisitClues = (glimpses: readonly Glimpse[], at: number, visit: VisitClue) => void;

/** Visits every clue of the message at a place in the conversation. */
export function clueVisitor({ numberOf }: ClueBook): VisitClues {
  const fixed = fixedClues(numberOf);
  return (glimpses, at, visit) => {
    const now = glimpses[at];
    if (!now) return;
    visit(fixed.always, 1);
    for (const word of now.words) visit(word.now, 1);
    for (const pair of now.pairs) visit(pair, 1);
    visitFindings(now.sure, 'sure', visit);
    visitFindings(now.unsure, 'unsure', visit);
    visit(fixed.length[lengthOf(now.length)], 1);
    for (const { kind } of now.message.attachments) visit(numberOf('attachment', kind), 1);
    if (now.message.kind === 'system') visit(fixed.systemLine, 1);
    visitPairs(now.traits, fixed, visit);
    const last = glimpses[at - 1];
    if (last) visitLast(now, last, fixed, visit);
    for (let step = 0; step < SEEN_BEFORE; step++) {
      const earlier = glimpses[at - 1 - step];
      const near = earlier ? nearness(now.minute - earlier.minute) : 0;
      if (!earlier || near === 0) break;
      for (const { sure } of earlier.sure) visit(sure.before[step] ?? -1, near);
      for (const { unsure } of earlier.unsure) visit(unsure.before[step] ?? -1, near);
    }
  };
}

function visitFindings(categories: readonly CategoryClues[], how: 'sure' | 'unsure', visit: VisitClue): void {
  for (let at = 0; at < categories.length; at++) {
    const clues = categories[at]?.[how];
    if (!clues) continue;
    visit(clues.now, 1);
    const isMet = categories.findIndex((one) => one[how].family === clues.family) < at;
    if (!isMet) visit(clues.family, 1);
  }
}

/** How much an earlier message still counts, by the minutes in between; nothing after half an hour. */
function nearness(minutes: number): number {
  return minutes <= 5 ? 1 : minutes <= 30 ? 0.5 : 0;
}

const LENGTHS = ['one or two words', 'up to 5 words', 'up to 11 words', 'up to 24 words', 'long'] as const;
const WHENS = ['at once', 'soon', 'later', 'much later'] as const;

function lengthOf(words: number): (typeof LENGTHS)[number] {
  if (words < 3) return 'one or two words';
  if (words < 6) return 'up to 5 words';
  return words < 12 ? 'up to 11 words' : words < 25 ? 'up to 24 words' : 'long';
}

function whenOf(minutes: number): (typeof WHENS)[number] {
  if (minutes <= 1) return 'at once';
  return minutes <= 5 ? 'soon' : minutes <= 30 ? 'later' : 'much later';
}

type FixedClues = ReturnType<typeof fixedClues>;

/** Numbers of the clues that any message may have. */
function fixedClues(numberOf: NumberOf) {
  const numbered = <T extends string>(kind: string, clues: readonly T[]): Readonly<Record<T, number>> =>
    Object.fromEntries(clues.map((clue) => [clue, numberOf(kind, clue)])) as Record<T, number>;
  const clinical = <T extends string>(kind: string, before: string, after: T) => ({
    strong: numberOf(kind, `${before}clinical strong${after}`),
    weak: numberOf(kind, `${before}clinical weak${after}`),
    none: numberOf(kind, `${before}clinical none${after}`),
  });
  return {
    always: numberOf('always', ''),
    systemLine: numberOf('attachment', 'system line'),
    length: numbered('length', LENGTHS),
    same: numbered('own message follows', WHENS),
    other: numbered('follows', WHENS),
    pair: numbered('pair', ['identity, pronoun', 'identity, ordinary talk']),
    identityClinical: clinical('pair', 'identity, ', ''),
    pronounClinical: clinical('pair', 'pronoun, ', ''),
    following: numbered('pair before', [
      'pronoun after identity',
      'short after identity',
      'pronoun after clinical',
      'short after clinical',
      'short answer',
      'answer',
    ]),
    clinicalAfterIdentity: clinical('pair before', '', ' after identity'),
    clinicalAfterClinical: clinical('pair before', '', ' after clinical'),
  };
}

/** Traits that mean more together than apart. */
function visitPairs({ identity, clinical, pronoun, ordinary }: Traits, fixed: FixedClues, visit: VisitClue): void {
  if (identity) visit(fixed.identityClinical[clinical], 1);
  if (identity && pronoun) visit(fixed.pair['identity, pronoun'], 1);
  if (identity && ordinary) visit(fixed.pair['identity, ordinary talk'], 1);
  if (pronoun && clinical !== 'none') visit(fixed.pronounClinical[clinical], 1);
}

function visitLast(now: Glimpse, last: Glimpse, fixed: FixedClues, visit: VisitClue): void {
  const minutes = now.minute - last.minute;
  const follows = now.message.sender === last.message.sender ? fixed.same : fixed.other;
  visit(follows[whenOf(minutes)], 1);
  const near = nearness(minutes);
  if (near === 0) return;
  for (const word of last.words) visit(word.before, near);
  visitFollowing(now.traits, last.traits, fixed, (clue) => visit(clue, near));
}

function visitFollowing(now: Traits, last: Traits, fixed: FixedClues, visit: (clue: number) => void): void {
  const { following } = fixed;
  if (last.identity && now.pronoun) visit(following['pronoun after identity']);
  if (last.identity && now.short) visit(following['short after identity']);
  if (last.identity && now.clinical !== 'none') visit(fixed.clinicalAfterIdentity[now.clinical]);
  if (last.clinical === 'strong' && now.pronoun) visit(following['pronoun after clinical']);
  if (last.clinical === 'strong' && now.short) visit(following['short after clinical']);
  if (last.clinical === 'strong' && now.clinical !== 'none') visit(fixed.clinicalAfterClinical[now.clinical]);
  if (last.asks) visit(following[now.short ? 'short answer' : 'answer']);
}
