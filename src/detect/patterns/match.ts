// Finds the shapes of the pattern files in a text. Cheap gates first (digits, @, keywords), then the regex, the validator and
// the words around; the points of each are added up. One path for scanning and for explaining: `candidates`.

import type { Finding } from '../../model.ts';
import type { NormalText } from '../text.ts';
import type { CompiledPattern, CompiledPatterns, Form, Meaning, Point } from './compile.ts';
import type { Least } from './gate.ts';
import { settleOverlaps } from './overlap.ts';
import { type Glance, glance, type PhraseHit } from './words.ts';

/** Below this nothing is reported. */
export const LEAST_CONFIDENCE = 0.3;

/** A place where a form of a pattern matched, believed or not. Offsets into the normalised text. */
export interface Candidate {
  readonly pattern: number;
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly points: readonly Point[];
  readonly confidence: number;
}

/** Findings of all patterns in order of their place; offsets into `text.text`. Where patterns overlap the better one stands. */
export function findPatterns(text: NormalText, patterns: CompiledPatterns): Finding[] {
  const believed = candidates(text.text, patterns).filter(isBelieved);
  if (believed.length === 0) return [];
  const winners = settleOverlaps(believed, text.text.length);
  return believed
    .filter((_, index) => winners[index] === index)
    .sort((a, b) => a.start - b.start)
    .map((candidate) => findingOf(candidate, patterns));
}

export const isBelieved = ({ confidence }: Candidate): boolean => confidence >= LEAST_CONFIDENCE;

function findingOf({ pattern, start, end, points, confidence }: Candidate, { patterns }: CompiledPatterns): Finding {
  const { id, category } = fileOf(patterns, pattern);
  return { pattern: id, category, start, end, confidence, because: points.map(({ because }) => because) };
}

export function fileOf(patterns: readonly CompiledPattern[], index: number): CompiledPattern['file'] {
  const pattern = patterns[index];
  if (pattern === undefined) throw new RangeError(`no pattern ${index}`);
  return pattern.file;
}

/** Every match of every pattern whose gate is open, believed or not. */
export function candidates(text: string, patterns: CompiledPatterns): Candidate[] {
  const seen = glance(text, patterns.phrases);
  const found: Candidate[] = [];
  for (const { index, from, to } of openPatterns(seen, patterns, text.length)) {
    const pattern = patterns.patterns[index];
    const meanings = patterns.meanings[index];
    if (pattern === undefined || meanings === undefined || !isOpen(pattern, seen)) continue;
    const work: Work = { pattern, index, meanings, seen, text, judged: undefined };
    for (const form of pattern.forms) {
      if (isOpen(form, seen)) run(work, form, from, to, found);
    }
  }
  return found;
}

export const isOpen = ({ least }: { readonly least: Least }, seen: Glance): boolean =>
  seen.digits >= least.digits && seen.row >= least.row && seen.ats >= least.ats;

/** A pattern to run, on the part of the text where its words stand; `to` is the last place where a match may start. */
interface Open {
  readonly index: number;
  from: number;
  to: number;
}

/** No form is longer: a match that ends near a word starts at most this far before it. */
const LONGEST_MATCH = 120;

/** The patterns worth running: those that need no word, and those that find one of theirs. */
export function openPatterns(seen: Glance, { patterns, led, free }: CompiledPatterns, length: number): readonly Open[] {
  const open: Open[] = [];
  for (const index of free) {
    const pattern = patterns[index];
    if (pattern && isOpen(pattern, seen)) open.push({ index, from: 0, to: length });
  }
  const withWord = new Map<number, Open>();
  for (const hit of seen.hits) {
    for (const index of led[hit.phrase] ?? []) {
      const { within } = fileOf(patterns, index).context;
      const to = hit.end + within;
      const known = withWord.get(index);
      if (known) known.to = Math.max(known.to, to);
      else withWord.set(index, { index, from: Math.max(0, hit.start - within - LONGEST_MATCH), to });
    }
  }
  open.push(...withWord.values());
  return open;
}

/** A pattern at work on a text. */
interface Work {
  readonly pattern: CompiledPattern;
  readonly index: number;
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly seen: Glance;
  readonly text: string;
  /** Spans that a form has matched already: another form of the same pattern adds nothing. */
  judged: Set<number> | undefined;
}

function run(work: Work, form: Form, from: number, to: number, found: Candidate[]): void {
  const { regex } = form;
  regex.lastIndex = from;
  for (let match = regex.exec(work.text); match !== null && match.index <= to; match = regex.exec(work.text)) {
    if (isNoName(match.groups?.name, work.pattern)) {
      // A name may begin within it.
      regex.lastIndex = match.index + 1;
      continue;
    }
    const value = match.groups?.value ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    const span = start * LONGEST_TEXT + value.length;
    work.judged ??= new Set();
    if (work.judged.has(span)) continue;
    work.judged.add(span);
    found.push(judge(work, form, start, value));
  }
}

/** "Ward", and also "Ward-based" and "Ward's". */
const isNoName = (name: string | undefined, { noNames }: CompiledPattern): boolean =>
  name !== undefined && noNames.has(/^[A-Za-z]*/.exec(name)?.[0] ?? '');

/** Spans as one number each, exact for texts up to this length. */
const LONGEST_TEXT = 2 ** 26;

const NO_WORD: Point = { because: 'none of its words stands near', points: -1 };

function judge(work: Work, form: Form, start: number, value: string): Candidate {
  const { confidence, context, keyword } = work.pattern.file;
  const end = start + value.length;
  const points: Point[] = [form.shape];
  const check = work.pattern.validate?.(value);
  if (check) points.push({ because: check.because, points: check.valid ? confidence.valid : confidence.invalid });
  const { word, not } = wordsAround(work, start, end);
  if (!word && keyword === 'required') points.push(NO_WORD);
  const oneOnly = context.nearest && word && not;
  if (word && !(oneOnly && not.distance < word.distance)) points.push(pointOf(word));
  if (not && !(oneOnly && word.distance <= not.distance)) points.push(pointOf(not));
  return { pattern: work.index, form: form.name, start, end, points, confidence: total(points) };
}

function total(points: readonly Point[]): number {
  let sum = 0;
  for (const point of points) sum += point.points;
  return Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100;
}

interface Near {
  readonly hit: PhraseHit;
  readonly meaning: Meaning;
  /** 0 when it is part of the match. */
  readonly distance: number;
}

const pointOf = ({ meaning, distance }: Near): Point => (distance === 0 ? meaning.inside : meaning.beside);

/** No phrase of the pack is longer, gaps included. */
const LONGEST_PHRASE = 60;

/** The words for and against the match that stand nearest within the pattern's reach; of equals the longest. */
function wordsAround({ pattern, meanings, seen }: Work, start: number, end: number): { word?: Near; not?: Near } {
  const { within } = pattern.file.context;
  const best: { word?: Near; not?: Near } = {};
  for (let at = firstFrom(seen.hits, start - within - LONGEST_PHRASE); at < seen.hits.length; at++) {
    const hit = seen.hits[at];
    if (hit === undefined || hit.start > end + within) break;
    const distance = hit.end <= start ? start - hit.end + 1 : hit.start >= end ? hit.start - end + 1 : 0;
    if (distance > within) continue;
    const meaning = meanings.get(hit.phrase);
    if (meaning === undefined) continue;
    const known = best[meaning.role];
    const isBetter =
      !known || distance < known.distance || (distance === known.distance && length(hit) > length(known.hit));
    if (isBetter) best[meaning.role] = { hit, meaning, distance };
  }
  return best;
}

const length = ({ start, end }: PhraseHit): number => end - start;

/** Index of the first hit that starts at or after a place. */
function firstFrom(hits: readonly PhraseHit[], place: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
