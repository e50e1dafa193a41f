// Office files are zips whose library stamps the clock into them. Packed again with a fixed date, the same result gives the same
// bytes, whenever and wherever it is written.

import { strToU8, unzipSync, zipSync } from 'fflate';

/** `replaced`: parts to write anew, by their path in the zip. */
export function repacked(packed: Uint8Array, replaced: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = Object.entries(replaced).map(([path, text]) => [path, strToU8(text)] as const);
  // A date in local parts reads the same in every zone.
  return zipSync({ ...unzipSync(packed), ...Object.fromEntries(parts) }, { mtime: new Date(1980, 0, 1) });
}
