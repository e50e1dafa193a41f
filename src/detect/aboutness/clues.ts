// First look: what in a message, and in the few before it, speaks for or against its being about somebody's care or private
// matters. Clues are words, the categories of its findings, and how it follows on; each has a fitted weight (weights.ts).
// Names, numbers and other identifiers are no clues by themselves, only that there is one: a weight must not know a person.

import type { Finding, Message } from '../../model.ts';
import type { Token } from '../words/tokens.ts';

/** A message as the first look sees it. */
export interface Glimpse {
  readonly message: Message;
  readonly minute: number;
  /** Words that are not part of an identifier, numbers by their length; each once. */
  readonly words: readonly string[];
  /** How many words there are in all. */
  readonly length: number;
  readonly findings: readonly Finding[];
  readonly traits: Traits;
}

/** What the second look and the pairs below ask of a message. */
interface Traits {
  readonly identity: boolean;
  readonly clinical: 'strong' | 'weak' | 'none';
  readonly ordinary: boolean;
  readonly pronoun: boolean;
  readonly short: boolean;
  readonly asks: boolean;
  readonly attached: boolean;
}

/** Called once a clue: its kind, which one, and how much of it there is (0 to 1). */
export type VisitClue = (kind: string, clue: string, amount: number) => void;

/** From here on a finding counts as sure. */
export const STRONG = 0.6;
const PRONOUNS = new Set(['he', 'she', 'him', 'her', 'his', 'hers', 'they', 'them']);
const SHORT = 5;

export function glimpse(
  message: Message,
  minute: number,
  tokens: readonly Token[],
  findings: readonly Finding[],
): Glimpse {
  const identifiers = findings.filter(({ category }) => IDENTIFIER.test(category));
  const isInside = ({ start, end }: Token) => identifiers.some((one) => one.start < end && one.end > start);
  const words = tokens.filter((token) => identifiers.length === 0 || !isInside(token)).map(wordOf);
  return {
    message,
    minute,
    words: [...new Set(words)],
    length: words.length,
    findings,
    traits: traitsOf(message, words, findings),
  };
}

const IDENTIFIER = /^(patient\.identifier\.(?!location-ward|next-of-kin)|staff\.(identifier|finance)\.|credential\.)/;

const wordOf = ({ word, kind }: Token): string => (kind === 'number' ? `#${Math.min(word.length, 4)}` : word);

function traitsOf(message: Message, words: readonly string[], findings: readonly Finding[]): Traits {
  const clinical = findings.filter(({ category }) => category.startsWith('patient.clinical'));
  return {
    identity: findings.some(({ category, confidence }) => WHO.test(category) && confidence >= STRONG),
    clinical: clinical.some(isStrong)
      ? 'strong'
      : clinical.length > 0 || has(findings, 'context.care')
        ? 'weak'
        : 'none',
    ordinary: findings.some((finding) => finding.category.startsWith('ops.') && isStrong(finding)),
    pronoun: words.some((word) => PRONOUNS.has(word)),
    short: words.length < SHORT,
    asks: message.text.trimEnd().endsWith('?'),
    attached: message.attachments.length > 0,
  };
}

const WHO = /^patient\.identifier\.(name|initials|location-bed|nhs|chi|hc-|hospital|dob|address)/;
const isStrong = ({ confidence }: Finding): boolean => confidence >= STRONG;
const has = (findings: readonly Finding[], category: string): boolean =>
  findings.some((one) => one.category === category);

/** How much an earlier message still counts, by the minutes in between; nothing after half an hour. */
function nearness(minutes: number): number {
  return minutes <= 5 ? 1 : minutes <= 30 ? 0.5 : 0;
}

/** Visits every clue of a message; `before` holds the messages before it, the nearest first. */
export function visitClues(now: Glimpse, before: readonly Glimpse[], visit: VisitClue): void {
  visit('always', '', 1);
  for (const word of now.words) visit('word', word, 1);
  for (const finding of now.findings) {
    visit(isStrong(finding) ? 'strong' : 'weak', finding.category, 1);
    visit(isStrong(finding) ? 'strong of family' : 'weak of family', familyOf(finding.category), 1);
  }
  visit('length', lengthOf(now.length), 1);
  for (const { kind } of now.message.attachments) visit('attachment', kind, 1);
  if (now.message.kind === 'system') visit('attachment', 'system line', 1);
  for (const pair of pairsOf(now.traits)) visit('pair', pair, 1);
  visitBefore(now, before, visit);
}

/** Kinds of clue for the findings of the three messages before, the nearest first. */
const EARLIER = [1, 2, 3].map((at) => ({ strong: `strong ${at} before`, weak: `weak ${at} before` }));

function whenOf(minutes: number): string {
  if (minutes <= 1) return 'at once';
  return minutes <= 5 ? 'soon' : minutes <= 30 ? 'later' : 'much later';
}

function visitBefore(now: Glimpse, before: readonly Glimpse[], visit: VisitClue): void {
  const [last] = before;
  if (last) {
    const minutes = now.minute - last.minute;
    const isSame = last.message.sender === now.message.sender;
    visit(isSame ? 'own message follows' : 'follows', whenOf(minutes), 1);
    const near = nearness(minutes);
    if (near > 0) {
      for (const word of last.words) visit('word before', word, near);
      for (const pair of followingPairs(now.traits, last.traits)) visit('pair before', pair, near);
    }
  }
  for (const [at, { minute, findings }] of before.entries()) {
    const near = nearness(now.minute - minute);
    const kinds = EARLIER[at];
    if (!kinds || near === 0) break;
    for (const finding of findings)
      visit(`${isStrong(finding) ? 'strong' : 'weak'} ${at + 1} before`, finding.category, near);
  }
}

/** `patient.clinical` of `patient.clinical.result`, `incident` of `incident.fall`: wide enough to be met often. */
export function familyOf(category: string): string {
  const first = category.indexOf('.');
  const second = /^(patient|staff|context)\./.test(category) ? category.indexOf('.', first + 1) : first;
  return second < 0 ? category : category.slice(0, second);
}

function lengthOf(words: number): string {
  if (words < 3) return 'one or two words';
  if (words < 6) return 'up to 5 words';
  return words < 12 ? 'up to 11 words' : words < 25 ? 'up to 24 words' : 'long';
}

/** Traits that mean more together than apart. */
function pairsOf({ identity, clinical, pronoun, ordinary }: Traits): string[] {
  const pairs: string[] = [];
  if (identity) pairs.push(`identity, clinical ${clinical}`);
  if (identity && pronoun) pairs.push('identity, pronoun');
  if (identity && ordinary) pairs.push('identity, ordinary talk');
  if (pronoun && clinical !== 'none') pairs.push(`pronoun, clinical ${clinical}`);
  return pairs;
}

function followingPairs(now: Traits, last: Traits): string[] {
  const pairs: string[] = [];
  if (last.identity && now.pronoun) pairs.push('pronoun after identity');
  if (last.identity && now.short) pairs.push('short after identity');
  if (last.identity && now.clinical !== 'none') pairs.push(`clinical ${now.clinical} after identity`);
  if (last.clinical === 'strong' && now.pronoun) pairs.push('pronoun after clinical');
  if (last.clinical === 'strong' && now.short) pairs.push('short after clinical');
  if (last.clinical === 'strong' && now.clinical !== 'none') pairs.push(`clinical ${now.clinical} after clinical`);
  if (last.asks) pairs.push(now.short ? 'short answer' : 'answer');
  return pairs;
}
