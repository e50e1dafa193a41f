// Which spans lie on the same characters: asked for every finding of a message, so it must stay cheap in a message of 64 KB
// that is all findings, and cost next to nothing in a message that has two.

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a span that overlaps `asked` passes the test. */
export type Overlaps<T extends Span> = <A extends Span>(asked: A, test: (span: T, asked: A) => boolean) => boolean;

const NEVER = (): boolean => false;

/** Prepares spans for being asked whether one of them overlaps. */
export function overlapping<T extends Span>(spans: readonly T[]): Overlaps<T> {
  if (spans.length === 0) return NEVER;
  const { sorted, reach } = inOrder(spans);
  return (asked, test) => {
    for (let at = firstReaching(reach, asked.start); at < sorted.length; at++) {
      const span = sorted[at];
      if (!span || span.start >= asked.end) return false;
      if (span.end > asked.start && test(span, asked)) return true;
    }
    return false;
  };
}

/** The same for those who want the spans that overlap, in order of their start. */
export function spanIndex<T extends Span>(spans: readonly T[]): (asked: Span) => T[] {
  const { sorted, reach } = inOrder(spans);
  return ({ start, end }) => {
    const found: T[] = [];
    for (let at = firstReaching(reach, start); at < sorted.length; at++) {
      const span = sorted[at];
      if (!span || span.start >= end) break;
      if (span.end > start) found.push(span);
    }
    return found;
  };
}

interface InOrder<T> {
  readonly sorted: readonly T[];
  /** How far the spans up to each one reach. */
  readonly reach: readonly number[];
}

function inOrder<T extends Span>(spans: readonly T[]): InOrder<T> {
  const sorted = isSorted(spans) ? spans : [...spans].sort((a, b) => a.start - b.start);
  let furthest = 0;
  const reach = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return { sorted, reach };
}

function isSorted(spans: readonly Span[]): boolean {
  let before = 0;
  for (const { start } of spans) {
    if (start < before) return false;
    before = start;
  }
  return true;
}

/** Index of the first span that reaches beyond a place. */
function firstReaching(reach: readonly number[], place: number): number {
  let low = 0;
  let high = reach.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
