// Facebook, Instagram, Google Takeout and Snapchat hand a large account over as several archives: pages of one chat stand in different
// parts, its pictures in yet another. What belongs together is told by the names, of the archives or of the folders they were unpacked
// into. A name says only what is read together, never what a file is.

/** How parts are named; `download` is what they share, `part` their number where they have one. */
const NAMES: readonly RegExp[] = [
  // facebook-samreed-2024-12-10-Ab12Cd34: a code instead of a number, another one in each part.
  /^(?<download>(?:facebook|instagram)-.+-(?:\d{4}-\d\d-\d\d|\d\d_\d\d_\d{4}))-[a-z0-9]{6,12}$/i,
  /^(?<download>(?:facebook|instagram)-.+?)[-_ ]part[-_ ]?(?<part>\d{1,3})$/i,
  // takeout-20241210T101112Z-001, and since 2024 takeout-20241210T101112Z-1-001
  /^(?<download>takeout-\d{8}T\d{6}Z(?:-\d{1,2})?)-(?<part>\d{3})$/i,
  // mydata~1733820000, mydata~1733820000-2
  /^(?<download>mydata~\d+)(?:-(?<part>\d{1,3}))?$/i,
];

interface Part {
  /** The name of the download, the same in all its parts. */
  readonly download: string;
  /** Counted from 1; 0 where the name has none. */
  readonly number: number;
}

/** The part that a folder is, or an archive by its name without ending; undefined when it is none. */
export function partOf(name: string): Part | undefined {
  // A browser puts ` (1)` on what it downloads again.
  const plain = name.replace(/ ?\(\d{1,2}\)$/, '');
  for (const form of NAMES) {
    const { download, part } = form.exec(plain)?.groups ?? {};
    if (download !== undefined) return { download: download.toLowerCase(), number: Number(part ?? 0) };
  }
  return undefined;
}

/** A path with the download in place of each folder that is a part of it: equal for what would lie in one folder of one archive. */
export const acrossParts = (path: string): string =>
  path
    .split('/')
    .map((folder) => partOf(folder)?.download ?? folder)
    .join('/');
