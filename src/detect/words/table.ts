// The one word table: every term of every lexicon, found in a single walk over a message's tokens.
// Terms stand in a tree keyed by token, so a message costs one look-up a token however many terms there are.

import type { Finding } from '../../model.ts';
import { spanIndex } from '../spans.ts';
import type { NormalText } from '../text.ts';
import type { LexiconFile } from './lexicon.ts';
import { type Token, words } from './tokens.ts';

/** How sure a term makes us by itself. A weak term is ordinary English too and counts only beside other evidence. */
const TERM_CONFIDENCE = { strong: 0.9, weak: 0.4 } as const;

interface Term {
  readonly lexicon: Lexicon;
  /** Names the term as the lexicon spells it: what reports show in place of what was typed. */
  readonly because: readonly string[];
  readonly confidence: number;
  /** Set when the term counts only as typed: the exact characters. */
  readonly exact?: string;
  readonly needs: readonly (readonly string[])[];
  readonly not: readonly (readonly string[])[];
}

interface Lexicon {
  readonly id: string;
  readonly category: string;
  readonly cancels: readonly string[];
  readonly scope: 'span' | 'message';
}

interface Node {
  next?: Map<string, Node>;
  terms?: Term[];
}

export interface WordTable {
  readonly root: Map<string, Node>;
  readonly lexicons: readonly Lexicon[];
}

/** A term found in a message; `finding` as reported, the rest for cancelling. */
interface Hit {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

/** `sepsis | septic` -> its spellings, the shown one first. */
export const spellingsOf = (line: string): string[] => line.split('|').map((spelling) => spelling.trim());

/** Builds the table from validated lexicon files. */
export function buildWordTable(files: readonly LexiconFile[]): WordTable {
  const root = new Map<string, Node>();
  const lexicons: Lexicon[] = [];
  for (const file of files) {
    const { id, category, cancels, scope } = file;
    const lexicon: Lexicon = { id, category, cancels, scope };
    lexicons.push(lexicon);
    const add = (line: string, weight: 'strong' | 'weak', rest: Pick<Term, 'needs' | 'not'> & { exact: boolean }) => {
      for (const spelling of spellingsOf(line)) {
        const { needs, not } = rest;
        const term: Term = {
          lexicon,
          because: [`word "${spelling}"`],
          confidence: TERM_CONFIDENCE[weight],
          needs,
          not,
        };
        insert(root, words(spelling), rest.exact ? { ...term, exact: spelling } : term);
      }
    };
    const plain = { exact: false, needs: [], not: [] };
    for (const line of file.strong) add(line, 'strong', plain);
    for (const line of file.weak) add(line, 'weak', plain);
    for (const { term, weight, needs, not, case: typed } of file.special) {
      add(term, weight, { exact: typed === 'exact', needs: needs.map(words), not: not.map(words) });
    }
  }
  return { root, lexicons };
}

function insert(root: Map<string, Node>, path: readonly string[], term: Term): void {
  let level = root;
  let node: Node | undefined;
  for (const word of path) {
    node = level.get(word);
    if (!node) {
      node = {};
      level.set(word, node);
    }
    node.next ??= new Map();
    level = node.next;
  }
  if (!node) return;
  node.terms ??= [];
  node.terms.push(term);
}

export interface TermMatches {
  /** False friends already taken out. Offsets count in the normalised text. */
  readonly findings: Finding[];
  /** Prefixes of categories that a false friend takes from the whole message: weak evidence of them does not count. */
  readonly cancelled: readonly string[];
}

/** Within one lexicon the longest term wins; a weak term inside a longer one of another lexicon is dropped. */
export function findTerms(text: NormalText, tokens: readonly Token[], table: WordTable): TermMatches {
  const hits = collect(text.text, tokens, table);
  if (hits.length === 0) return { findings: [], cancelled: [] };
  const kept = withoutFalseFriends(withoutShadowed(hits));
  const findings = kept.map(({ term, start, end }) => ({
    pattern: term.lexicon.id,
    category: term.lexicon.category,
    start,
    end,
    confidence: term.confidence,
    because: term.because,
  }));
  const cancelled = hits.flatMap(({ term: { lexicon } }) => (lexicon.scope === 'message' ? lexicon.cancels : []));
  return { findings, cancelled };
}

function collect(text: string, tokens: readonly Token[], table: WordTable): Hit[] {
  const hits: Hit[] = [];
  const takenUntil = new Map<Lexicon, number>();
  let present: ReadonlySet<string> | undefined;
  const stands = (phrase: readonly string[]) => {
    present ??= new Set(tokens.map((token) => token.word));
    return phrase.every((word) => present?.has(word)) && containsRun(tokens, phrase);
  };
  for (let first = 0; first < tokens.length; first++) {
    const found = termsAt(text, tokens, first, table.root, stands);
    for (const [lexicon, hit] of found) {
      if ((takenUntil.get(lexicon) ?? -1) > hit.start) continue;
      takenUntil.set(lexicon, hit.end);
      hits.push(hit);
    }
  }
  return hits;
}

/** The longest term of each lexicon that starts at token `first`. */
function termsAt(
  text: string,
  tokens: readonly Token[],
  first: number,
  root: Map<string, Node>,
  stands: (phrase: readonly string[]) => boolean,
): Map<Lexicon, Hit> {
  const found = new Map<Lexicon, Hit>();
  let level: Map<string, Node> | undefined = root;
  for (let last = first; level && last < tokens.length; last++) {
    const token = tokens[last];
    const node: Node | undefined = token && level.get(token.word);
    if (!token || !node) break;
    for (const term of node.terms ?? []) {
      const start = tokens[first]?.start ?? 0;
      if (term.exact !== undefined && text.slice(start, token.end) !== term.exact) continue;
      if (term.needs.length > 0 && !term.needs.some(stands)) continue;
      if (term.not.some(stands)) continue;
      const rival = found.get(term.lexicon);
      // One spelling may stand in a lexicon twice, strong under conditions and weak without: the stronger counts.
      if (rival?.end === token.end && rival.term.confidence >= term.confidence) continue;
      found.set(term.lexicon, { term, start, end: token.end });
    }
    level = node.next;
  }
  return found;
}

function containsRun(tokens: readonly Token[], phrase: readonly string[]): boolean {
  if (phrase.length <= 1) return true;
  return tokens.some((_, at) => phrase.every((word, i) => tokens[at + i]?.word === word));
}

/** Drops a weak term that lies inside a longer one: "ward" in "ward round". */
function withoutShadowed(hits: readonly Hit[]): Hit[] {
  const hitsOn = spanIndex(hits);
  return hits.filter((hit) => {
    if (hit.term.confidence >= TERM_CONFIDENCE.strong) return true;
    const length = hit.end - hit.start;
    return !hitsOn(hit).some(
      (other) => other.end - other.start > length && other.start <= hit.start && other.end >= hit.end,
    );
  });
}

/** A span friend cancels what it touches; a message friend cancels the weak terms of the whole message. */
function withoutFalseFriends(hits: Hit[]): Hit[] {
  const friends = hits.filter((hit) => hit.term.lexicon.cancels.length > 0);
  if (friends.length === 0) return hits;
  const friendsOn = spanIndex(friends);
  const inMessage = new Set(friends.map((friend) => friend.term.lexicon).filter(({ scope }) => scope === 'message'));
  return hits.filter((hit) => {
    const { category } = hit.term.lexicon;
    if (friendsOn(hit).some((friend) => friend.term.lexicon.scope === 'span' && cancels(friend.term.lexicon, category)))
      return false;
    const isWeak = hit.term.confidence < TERM_CONFIDENCE.strong;
    return !(isWeak && [...inMessage].some((lexicon) => cancels(lexicon, category)));
  });
}

const cancels = (friend: Lexicon, category: string): boolean =>
  friend.cancels.some((prefix) => category.startsWith(prefix));
