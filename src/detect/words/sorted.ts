// Looks a word up in a sorted word file without reading the file into a table first: a scan of a small chat needs a few hundred
// of its 120,000 words, and filling a Map with all of them took longer than such a scan.

const TAB = 9;
const NEWLINE = 10;

/** Offset of what follows `word<TAB>` in a text of lines sorted by UTF-16 unit, each ended by a new line; -1 when it is not there. */
export function findLine(sorted: string, word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const start = sorted.lastIndexOf('\n', ((low + high) >>> 1) - 1) + 1;
    const order = compare(sorted, start, word);
    if (order === 0) return start + word.length + 1;
    if (order > 0) high = start;
    else {
      const end = sorted.indexOf('\n', start);
      low = end < 0 ? sorted.length : end + 1;
    }
  }
  return -1;
}

/** Below 0 when the word of the line at `start` comes before `word`, 0 when it is the word. */
function compare(sorted: string, start: number, word: string): number {
  for (let i = 0; i < word.length; i++) {
    const unit = sorted.charCodeAt(start + i);
    if (unit === TAB || unit === NEWLINE) return -1;
    const order = unit - word.charCodeAt(i);
    if (order !== 0) return order;
  }
  return sorted.charCodeAt(start + word.length) === TAB ? 0 : 1;
}
