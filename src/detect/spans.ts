// Which spans lie on the same characters: asked for every finding of a message, so it must stay cheap in a message of 64 KB
// that is all findings.

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Prepares spans for asking; the answer to a question is those that overlap the asked span, in order of their start. */
export function spanIndex<T extends Span>(spans: readonly T[]): (asked: Span) => T[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const longest = sorted.reduce((length, { start, end }) => Math.max(length, end - start), 0);
  return ({ start, end }) => {
    const found: T[] = [];
    for (let at = firstAfter(sorted, start - longest); at < sorted.length; at++) {
      const span = sorted[at];
      if (!span || span.start >= end) break;
      if (span.end > start) found.push(span);
    }
    return found;
  };
}

/** Index of the first span that starts at or after a place. */
function firstAfter(sorted: readonly Span[], place: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
