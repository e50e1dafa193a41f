// A letter as PDF or photo breaks its lines where the paper ends, also in the middle of "Carol Whitby". Such a break is read as a space.

/** Shorter lines end where their writer wanted them to: an address, a list. */
const SHORTEST_FULL = 45;
/** Of the longest line: a line that was broken is nearly as long. */
const NEARLY_FULL = 0.7;
const CELLS = /[|\t]/;

/** The text with spaces for breaks within a paragraph; of the same length, so that offsets stay. */
export function unwrapped(text: string): string {
  const lines = text.split('\n');
  const full = Math.max(SHORTEST_FULL, NEARLY_FULL * Math.max(...lines.map(({ length }) => length)));
  return lines.reduce((whole, line, at) => {
    const before = lines[at - 1] ?? '';
    const isBroken = before.length >= full && /^\p{L}/u.test(line) && !CELLS.test(before) && !CELLS.test(line);
    return at === 0 ? line : `${whole}${isBroken ? ' ' : '\n'}${line}`;
  }, '');
}
