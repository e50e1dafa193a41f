// Two patterns on the same characters: the better one stands. "+44 7700 900123" is a phone, not ten digits of an NHS number.

/** A span with its strength; offsets as in the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** A longer match explains more of the text: 20 more characters outweigh 0.1 of confidence. */
const PER_CHARACTER = 0.005;
const LONGEST = 40;

const strength = ({ start, end, confidence }: Span): number =>
  confidence + PER_CHARACTER * Math.min(end - start, LONGEST);

/**
 * For each span the index of the span that keeps its place: its own index where it stands itself. Equals: the first one stands.
 * @param length of the text, in UTF-16 units
 */
export function settleOverlaps(spans: readonly Span[], length: number): readonly number[] {
  if (spans.length < 2) return spans.map((_, index) => index);
  const order = spans.map((span, index) => ({ span, index, strength: strength(span) }));
  order.sort((a, b) => b.strength - a.strength || a.index - b.index);
  const owner = new Int32Array(length).fill(-1);
  const winners = spans.map((_, index) => index);
  for (const { span, index } of order) {
    const taken = firstOwner(owner, span);
    if (taken < 0) owner.fill(index, span.start, span.end);
    else winners[index] = taken;
  }
  return winners;
}

function firstOwner(owner: Int32Array, { start, end }: Span): number {
  for (let at = start; at < end; at++) {
    const taken = owner[at];
    if (taken !== undefined && taken >= 0) return taken;
  }
  return -1;
}
