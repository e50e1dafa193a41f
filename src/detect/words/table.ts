// The one word table: every term of every lexicon, found in a single walk over a message's tokens.
// Terms are kept by their first and second word, so a message costs two look-ups a token however many terms there are.

import type { Finding } from '../../model.ts';
import { overlapping } from '../spans.ts';
import type { NormalText } from '../text.ts';
import type { LexiconFile, LexiconHead } from './lexicon.ts';
import { type Branch, branchOf, GAP, MOST_BETWEEN, TERM_CONFIDENCE, type Term, termLines } from './terms.ts';
import type { Token } from './tokens.ts';
import { asWordFile, type Words } from './word-file.ts';

export { spellingsOf } from './terms.ts';

export interface WordTable {
  /** The terms that begin with a word. */
  readonly look: (word: string) => Branch;
  /** For each lexicon the end of its last hit in the message at hand; kept here because making it anew costs more than the walk. */
  readonly takenUntil: Int32Array;
}

/** A term found in a message; `finding` as reported, the rest for cancelling. */
interface Hit {
  readonly term: Term;
  readonly start: number;
  /** Before the first gap, if the term has one: what stands in a gap is none of its words. */
  readonly end: number;
  /** Where its last word ends. */
  readonly reach: number;
}

export interface TermMatches {
  /** False friends already taken out. Offsets count in the normalised text. */
  readonly findings: readonly Finding[];
  /** Prefixes of categories that a false friend takes from the whole message: weak evidence of them does not count. */
  readonly cancelled: readonly string[];
}

const NO_TERMS: Branch = { word: '', terms: [], longer: () => [] };
const NO_HITS: Hit[] = [];
const NO_MATCHES: TermMatches = { findings: [], cancelled: [] };
/** Words kept looked up; beyond it the cache starts anew, so that hostile text cannot fill the memory. */
const MOST_WORDS = 50_000;
/** A longer piece of a string keeps the whole string alive in V8, and so the message it was cut from. */
const LONGEST_KEPT = 12;

/** Builds the table from validated lexicon files. */
export const buildWordTable = (files: readonly LexiconFile[]): WordTable => preparedWordTable(files, termLines(files));

/** Builds the table from the heads of lexicon files and their `termLines`, made already. */
export function preparedWordTable(files: readonly LexiconHead[], terms: Words): WordTable {
  const lines = asWordFile(terms);
  const lexicons = files.map(({ id, category, cancels, scope }, at) => ({ id, at, category, cancels, scope }));
  const known = new Map<string, Branch>();
  return {
    takenUntil: new Int32Array(lexicons.length),
    look: (word) => {
      const before = known.get(word);
      if (before !== undefined) return before;
      const branch = branchOf(word, lines, lexicons) ?? NO_TERMS;
      if (known.size >= MOST_WORDS) known.clear();
      if (branch !== NO_TERMS) known.set(branch.word, branch);
      else if (word.length <= LONGEST_KEPT) known.set(word, branch);
      return branch;
    },
  };
}

/** Within one lexicon the longest term wins; a weak term inside a longer one of another lexicon is dropped. */
export function findTerms(text: NormalText, tokens: readonly Token[], table: WordTable): TermMatches {
  const hits = collect(text.text, tokens, table);
  if (hits.length === 0) return NO_MATCHES;
  return { findings: withoutFalseFriends(withoutShadowed(hits)).map(findingOf), cancelled: cancelledBy(hits) };
}

function findingOf({ term: { lexicon, confidence, because }, start, end }: Hit): Finding {
  return { pattern: lexicon.id, category: lexicon.category, start, end, confidence, because };
}

function collect(text: string, tokens: readonly Token[], { look, takenUntil }: WordTable): Hit[] {
  const hits: Hit[] = [];
  const message: Walked = { text, tokens };
  takenUntil.fill(0);
  for (let first = 0; first < tokens.length; first++) {
    const branch = look(tokens[first]?.word ?? '');
    if (branch === NO_TERMS) continue;
    for (const hit of termsAt(message, first, branch)) {
      const { at } = hit.term.lexicon;
      if ((takenUntil[at] ?? 0) > hit.start) continue;
      takenUntil[at] = hit.reach;
      hits.push(hit);
    }
  }
  return hits;
}

/** A message during the walk. */
interface Walked {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Its different words, and which phrases stand in it: kept once asked for, as a message of 64 KB is asked thousands of times. */
  words?: ReadonlySet<string>;
  phrases?: Map<readonly string[], boolean>;
}

/** The longest term of each lexicon that starts at token `first`. */
function termsAt(message: Walked, first: number, { terms, longer }: Branch): readonly Hit[] {
  const { tokens } = message;
  const start = tokens[first]?.start ?? 0;
  let found = NO_HITS;
  for (const term of terms) found = withTerm(found, term, start, first, message);
  const second = tokens[first + 1];
  if (!second) return found;
  for (const term of longer(second.word)) found = withTerm(found, term, start, first + 1, message);
  return found;
}

/** Adds a term whose first words end with token `last`, if the others follow. A longer hit of a lexicon replaces the shorter. */
function withTerm(found: Hit[], term: Term, start: number, last: number, message: Walked): Hit[] {
  const { text, tokens } = message;
  const { rest, exact } = term;
  const reached = lastOf(rest, last, tokens);
  if (reached < 0) return found;
  const reach = tokens[reached]?.end ?? start;
  if ((exact !== '' && text.slice(start, reach) !== exact) || !isAllowed(term, message)) return found;
  const gap = rest.indexOf(GAP);
  const hit = { term, start, end: gap < 0 ? reach : (tokens[last + gap]?.end ?? reach), reach };
  if (found.length === 0) return [hit];
  const rival = found.findIndex((one) => one.term.lexicon === term.lexicon);
  if (rival < 0) found.push(hit);
  else if (isBetter(hit, found[rival])) found[rival] = hit;
  return found;
}

function isAllowed({ needs, not }: Term, message: Walked): boolean {
  if (needs.length > 0 && !needs.some((phrase) => stands(phrase, message))) return false;
  return not.length === 0 || !not.some((phrase) => stands(phrase, message));
}

/** One spelling may stand in a lexicon twice, strong under conditions and weak without: the stronger counts. */
const isBetter = (hit: Hit, rival: Hit | undefined): boolean =>
  rival === undefined ||
  hit.reach > rival.reach ||
  (hit.reach === rival.reach && hit.term.confidence > rival.term.confidence);

function stands(phrase: readonly string[], message: Walked): boolean {
  message.words ??= new Set(message.tokens.map(({ word }) => word));
  for (const word of phrase) if (!message.words.has(word)) return false;
  if (phrase.length === 1) return true;
  message.phrases ??= new Map();
  const known = message.phrases.get(phrase) ?? containsRun(message.tokens, phrase);
  message.phrases.set(phrase, known);
  return known;
}

/** Where the last of a term's words stands, if they all follow token `last`; -1 if not. */
function lastOf(rest: readonly string[], last: number, tokens: readonly Token[]): number {
  const gap = rest.indexOf(GAP);
  if (gap < 0) return standsAt(rest, last + 1, tokens) ? last + rest.length : -1;
  if (gap > 0 && !standsAt(rest.slice(0, gap), last + 1, tokens)) return -1;
  const beyond = rest.slice(gap + 1);
  const ends = beyond.length === 1 ? beyond[0]?.split(',') : undefined;
  for (let before = last + gap; before <= last + gap + MOST_BETWEEN; before++) {
    const reached = ends
      ? ends.includes(tokens[before + 1]?.word ?? '')
        ? before + 1
        : -1
      : lastOf(beyond, before, tokens);
    if (reached >= 0) return reached;
    if (tokens[before + 1]?.kind === 'symbol') return -1;
  }
  return -1;
}

function containsRun(tokens: readonly Token[], phrase: readonly string[]): boolean {
  return tokens.some((_, at) => standsAt(phrase, at, tokens));
}

function standsAt(phrase: readonly string[], from: number, tokens: readonly Token[]): boolean {
  for (let i = 0; i < phrase.length; i++) if (tokens[from + i]?.word !== phrase[i]) return false;
  return true;
}

/** Drops a weak term that lies inside a longer one: "ward" in "ward round". */
function withoutShadowed(hits: Hit[]): Hit[] {
  if (hits.length === 1) return hits;
  const hitsOn = overlapping(hits);
  return hits.filter((hit) => isStrong(hit) || !hitsOn(hit, outgrows));
}

const isStrong = ({ term }: Hit): boolean => term.confidence >= TERM_CONFIDENCE.strong;

const outgrows = (other: Hit, { start, end }: Hit): boolean =>
  other.end - other.start > end - start && other.start <= start && other.end >= end;

/** A span friend cancels what it touches; a message friend cancels the weak terms of the whole message. */
function withoutFalseFriends(hits: Hit[]): Hit[] {
  const friends = hits.filter(isFriend);
  if (friends.length === 0) return hits;
  const spanFriendsOn = overlapping(friends.filter(({ term }) => term.lexicon.scope === 'span'));
  const cancelled = cancelledBy(friends);
  return hits.filter((hit) => !spanFriendsOn(hit, takes) && (isStrong(hit) || !isOneOf(hit, cancelled)));
}

const isFriend = ({ term }: Hit): boolean => term.lexicon.cancels.length > 0;

const takes = (friend: Hit, hit: Hit): boolean => isOneOf(hit, friend.term.lexicon.cancels);

const isOneOf = ({ term }: Hit, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => term.lexicon.category.startsWith(prefix));

/** The prefixes of categories that message friends cancel, each once. */
function cancelledBy(hits: readonly Hit[]): readonly string[] {
  const prefixes: string[] = [];
  for (const { term } of hits) {
    if (term.lexicon.scope !== 'message') continue;
    for (const prefix of term.lexicon.cancels) if (!prefixes.includes(prefix)) prefixes.push(prefix);
  }
  return prefixes;
}
