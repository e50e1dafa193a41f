// Text read off a picture lacks spaces ("DorisWhitcombe", "NHS9991079203"), and so do names of files. Spread out, it can be read like any
// other; offsets lead back to the text as it was.

export interface Spread {
  readonly text: string;
  /** Where the UTF-16 unit at `offset` of `text` stands in the text as it was. */
  back(offset: number): number;
}

/** Between a small and a capital letter; between letters and a number of some length. "84F" and "7B" are words of their own. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{L}{2})(?=\d{2})|(?<=\d{4}|\d[/.-]\d{2})(?=\p{L}{2})/gu;

/** `underscores`: of a file's name, where these, dots and hyphens stand for spaces. */
export function spread(raw: string, underscores = false): Spread {
  const text = underscores ? raw.replace(/[_.-]/g, ' ') : raw;
  const seams = [...text.matchAll(SEAM)].map(({ index }) => index);
  if (seams.length === 0) return { text, back: (offset) => offset };
  const pieces: string[] = [];
  let from = 0;
  for (const seam of seams) {
    pieces.push(text.slice(from, seam));
    from = seam;
  }
  pieces.push(text.slice(from));
  // The nth space stands after n - 1 others.
  const spaces = seams.map((seam, at) => seam + at);
  return { text: pieces.join(' '), back: (offset) => offset - countBelow(spaces, offset) };
}

/** How many of the sorted numbers are below a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
